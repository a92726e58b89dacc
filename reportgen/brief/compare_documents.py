"""The documents of a comparison: those that come from outside or above in rows, what each locality issues, what it alone cites."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from reportgen.brief.choice import document_weight, weightiest
from reportgen.brief.documents import issuing_unit
from reportgen.brief.one_page import Shifted
from reportgen.brief.order import directive_order, directive_rank
from reportgen.brief.same_document import join_document, same_document
from reportgen.model import Brief, Carrying, Directive, DirectiveRow, Document, DocumentCell, DocumentRow, Section, Unit


@dataclasses.dataclass(slots=True)
class _Told:
    """A document with the rows of each locality that cites it."""

    where: Unit | None  # inside which its number counts
    directive: Directive
    rows: dict[int, list[DirectiveRow]]


def compared_documents(
    briefs: Sequence[Shifted], documents: Sequence[Document]
) -> tuple[tuple[DocumentRow, ...], tuple[tuple[DirectiveRow, ...], ...]]:
    """The documents that two localities cite or that one carries out, from the centre down; and what each locality alone cites."""
    rows: list[DocumentRow] = []
    alone: list[list[DirectiveRow]] = [[] for _ in briefs]
    for told in _told(briefs):
        carried = [c for d in documents if same_document(d.directive, told.directive) for c in d.carried]
        cells = tuple(_cell(b.brief, carried, told.rows.get(n, [])) for n, b in enumerate(briefs))
        if len(told.rows) > 1 or any(cell.carried for cell in cells):
            rows.append(DocumentRow(told.directive, cells))
        else:
            for n, cited in told.rows.items():
                alone[n] += cited
    rows.sort(key=lambda row: (directive_rank(row.directive), directive_order(row.directive)))
    return tuple(rows), tuple(tuple(sorted(cited, key=lambda r: directive_order(r.directive))) for cited in alone)


def issued_documents(shifted: Shifted) -> tuple[DirectiveRow, ...]:
    """The documents of the locality's own bodies and of those below, each once."""
    found: list[DirectiveRow] = []
    for _, row in _rows(shifted):
        if not row.directive.issued_here:
            continue
        at = next((n for n, other in enumerate(found) if same_document(other.directive, row.directive)), None)
        if at is None:
            found.append(row)
        else:
            marks = tuple(sorted({*found[at].marks, *row.marks}))
            found[at] = dataclasses.replace(found[at], marks=marks)
    return tuple(sorted(found, key=lambda row: directive_order(row.directive)))


def within(rows: Sequence[DirectiveRow], limit: int | None) -> tuple[DirectiveRow, ...]:
    """The weightiest of `rows`, all where there is no limit."""
    return weightiest(rows, limit, document_weight)


def _rows(shifted: Shifted) -> Iterator[tuple[Section, DirectiveRow]]:
    """Every document of the brief with its marks on the page, and the section that it stands in."""
    for section in (shifted.brief.own, *shifted.brief.below):
        for row in section.directives:
            directive = dataclasses.replace(row.directive, date=None) if row.dates else row.directive
            yield (
                section,
                dataclasses.replace(row, directive=directive, marks=shifted.marks(row.marks), dates=(), numbers=()),
            )


def _told(briefs: Sequence[Shifted]) -> list[_Told]:
    """The documents from outside or above, each once; a local number counts in its own unit only."""
    found: list[_Told] = []
    for n, shifted in enumerate(briefs):
        for section, row in _rows(shifted):
            if row.directive.issued_here:
                continue
            where = issuing_unit(row.directive, section.unit)
            same = next((t for t in found if t.where == where and same_document(t.directive, row.directive)), None)
            if same is None:
                found.append(_Told(where, row.directive, {n: [row]}))
            else:
                same.directive = join_document(same.directive, row.directive)
                same.rows.setdefault(n, []).append(row)
    return found


def _cell(brief: Brief, carried: Iterable[Carrying], rows: Sequence[DirectiveRow]) -> DocumentCell:
    """The cell of a brief; who carries it out counts only where a sentence of the brief cites it."""
    places = {section.unit.path for section in (brief.own, *brief.below)}
    here = dict.fromkeys(c for c in carried if c.unit.path in places and _local(c)) if rows else {}
    return DocumentCell(tuple(here), tuple(sorted({mark for row in rows for mark in row.marks})))


def _local(carrying: Carrying) -> bool:
    """False where it is a decree that carries out a law: that is not the locality's doing."""
    return carrying.directive is None or carrying.directive.issued_here
