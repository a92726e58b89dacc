"""Compare: several briefs side by side, as far as what they say can be set side by side without a guess.

Measures and documents count with those of the units below that stand in the brief; figures are the locality's own, because a
figure of a commune says nothing of its district.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from reportgen.brief.documents import issuing_unit
from reportgen.brief.order import directive_order, directive_rank
from reportgen.brief.same_document import join_document, same_document
from reportgen.brief.standing import core, is_standing
from reportgen.model import (
    THEMES,
    Brief,
    Carrying,
    ComparedFigure,
    Comparison,
    Directive,
    Document,
    DocumentCell,
    DocumentRow,
    FigureRow,
    Footnote,
    MeasureGroup,
    Metric,
    Section,
    ThemeCell,
    ThemeRow,
    Unit,
)
from reportgen.vietnamese.fold import fold


def compare(briefs: Sequence[Brief], documents: Sequence[Document]) -> Comparison:
    """The comparison of `briefs`, in their order; `documents` are those of the build, and say who carries out which."""
    shifted, footnotes = _on_one_page(briefs)
    rows = (ThemeRow(theme, tuple(_theme_cell(theme, b) for b in shifted)) for theme in THEMES)
    themes = tuple(row for row in rows if any(c.adopted or c.planned for c in row.cells))
    told = {row.theme: row.cells for row in themes}
    silent = tuple(
        tuple(t for t in THEMES if t not in told or not (told[t][n].adopted or told[t][n].planned))
        for n in range(len(briefs))
    )
    return Comparison(tuple(briefs), themes, _figures(shifted), _documents(shifted, documents), silent, footnotes)


def _sections(brief: Brief) -> tuple[Section, ...]:
    return brief.own, *brief.below


@dataclasses.dataclass(frozen=True, slots=True)
class _Shifted:
    """A brief with what its marks become on the page."""

    brief: Brief
    numbers: tuple[int, ...]  # for the brief's marks from 1 those of the page

    def marks(self, marks: Sequence[int]) -> tuple[int, ...]:
        return tuple(sorted({self.numbers[mark - 1] for mark in marks}))


def _on_one_page(briefs: Sequence[Brief]) -> tuple[list[_Shifted], tuple[Footnote, ...]]:
    """The briefs with marks that count on from one to the next, and all notes by number; a sentence that two cite is one note."""
    shifted: list[_Shifted] = []
    notes: dict[tuple[object, ...], Footnote] = {}
    for brief in briefs:
        numbers = []
        for c in brief.citations:
            article = brief.articles[c.article]
            note = notes.setdefault((article.path, c.span), Footnote(len(notes) + 1, article, c))
            numbers.append(note.number)
        shifted.append(_Shifted(brief, tuple(numbers)))
    return shifted, tuple(notes.values())


def _theme_cell(theme: str, shifted: _Shifted) -> ThemeCell:
    def told(groups: Sequence[MeasureGroup]) -> list[tuple[int, ...]]:
        return [line.marks for group in groups if group.theme == theme for line in group.lines]

    adopted = [marks for s in _sections(shifted.brief) for marks in told(s.adopted)]
    planned = [marks for s in _sections(shifted.brief) for marks in told(s.planned)]
    return ThemeCell(len(adopted), len(planned), shifted.marks(sum(adopted, ())), shifted.marks(sum(planned, ())))


# ---------------------------------------------------------------- figures


def _figures(briefs: Sequence[_Shifted]) -> tuple[FigureRow, ...]:
    """The standing indicators of which two localities or more have a figure, by name."""
    found: dict[tuple[object, ...], dict[int, list[ComparedFigure]]] = {}
    for n, shifted in enumerate(briefs):
        for figure in _own_figures(shifted):
            found.setdefault(_kind(figure.row.metric), {}).setdefault(n, []).append(figure)
    rows = []
    for told in found.values():
        if len(told) > 1:
            name = min(
                (f.row.metric.indicator or "" for figures in told.values() for f in figures), key=lambda w: (len(w), w)
            )
            cells = (sorted(told.get(n, ()), key=_period) for n in range(len(briefs)))
            rows.append(FigureRow(name, tuple(map(tuple, cells))))
    return tuple(sorted(rows, key=lambda row: fold(row.indicator)))


def _own_figures(shifted: _Shifted) -> Iterator[ComparedFigure]:
    own = shifted.brief.own
    disputed = {row for dispute in own.disputes for row in dispute.readings}
    for row in own.figures:
        where = row.metric.locality
        if (where is None or where.path == shifted.brief.unit.path) and _comparable(row.metric):
            yield ComparedFigure(dataclasses.replace(row, marks=shifted.marks(row.marks)), row in disputed)


def _comparable(metric: Metric) -> bool:
    """True for a standing indicator of a period that is told: "tổng mức đầu tư" of two places is of two projects."""
    return metric.period is not None and is_standing(metric)


def _kind(m: Metric) -> tuple[object, ...]:
    """Figures of one kind stand in one row: a rise is set beside rises, a target beside targets."""
    return core(m.indicator or ""), fold(m.unit or ""), m.change is not None, m.baseline, m.target


def _period(figure: ComparedFigure) -> tuple[object, ...]:
    return figure.row.metric.period or "", -figure.row.sources


# ---------------------------------------------------------------- documents


def _documents(briefs: Sequence[_Shifted], documents: Sequence[Document]) -> tuple[DocumentRow, ...]:
    """The documents that come from outside or above, from the centre down; a local number counts in its own unit only."""
    found: list[tuple[Unit | None, Directive, dict[int, set[int]]]] = []
    for n, shifted in enumerate(briefs):
        for section in _sections(shifted.brief):
            for row in section.directives:
                if row.directive.issued_here:
                    continue
                directive = dataclasses.replace(row.directive, date=None) if row.dates else row.directive
                where, marks = issuing_unit(directive, section.unit), shifted.marks(row.marks)
                for at, (place, known, told) in enumerate(found):
                    if place == where and same_document(known, directive):
                        told.setdefault(n, set()).update(marks)
                        found[at] = place, join_document(known, directive), told
                        break
                else:
                    found.append((where, directive, {n: set(marks)}))
    rows = []
    for _, directive, told in found:
        carried = [c for d in documents if same_document(d.directive, directive) for c in d.carried]
        cells = (_document_cell(b.brief, carried, told.get(n, set())) for n, b in enumerate(briefs))
        rows.append(DocumentRow(directive, tuple(cells)))
    return tuple(sorted(rows, key=lambda row: (directive_rank(row.directive), directive_order(row.directive))))


def _document_cell(brief: Brief, carried: Sequence[Carrying], marks: set[int]) -> DocumentCell:
    """The cell of a brief; who carries it out counts only where a sentence of the brief cites it."""
    places = {section.unit.path for section in _sections(brief)}
    here = dict.fromkeys(c for c in carried if c.unit.path in places and _local(c)) if marks else {}
    return DocumentCell(tuple(here), tuple(sorted(marks)))


def _local(carrying: Carrying) -> bool:
    """False where it is a decree that carries out a law: that is not the locality's doing."""
    return carrying.directive is None or carrying.directive.issued_here
