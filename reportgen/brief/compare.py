"""Compare: several briefs side by side, as far as what they say can be set side by side without a guess.

Measures and documents count with those of the units below that stand in the brief. What two localities have in common stands in
rows; what only one has, by locality.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from reportgen.brief.compare_documents import compared_documents, issued_documents, within
from reportgen.brief.compare_figures import compared_figures, weighty_figures
from reportgen.brief.one_page import Shifted, on_one_page
from reportgen.brief.summary.fit import fits
from reportgen.brief.summary.weight import Weighing
from reportgen.model import (
    THEMES,
    UNLIMITED,
    Brief,
    ComparedMeasure,
    ComparedUnit,
    Comparison,
    Document,
    Limits,
    MeasureGroup,
    MeasureLine,
    Section,
    ThemeCell,
    ThemeRow,
)

MOST = 6
"""Localities that have room beside each other on a page across."""

_ABREAST = 3
"""Localities whose measures have room in columns; of more they stand below each other."""

_LENGTH = 480, 300
"""Characters of the measures of a row together, abreast and else; a longer one is told only where there is none that is shorter."""


def compare(briefs: Sequence[Brief], documents: Sequence[Document], limits: Limits = UNLIMITED) -> Comparison:
    """The comparison of `briefs`, in their order; `documents` are those of the build, and say who carries out which.

    The briefs are whole, or of chosen themes alike; `limits` bound what is told in words, never what is counted or silent.
    """
    shifted, articles, citations = on_one_page(briefs)
    chosen = next((b.themes for b in briefs), ())
    asked = chosen or THEMES
    abreast = len(briefs) <= _ABREAST
    most = 2 if abreast else 1
    length = _LENGTH[0] // len(briefs) if abreast else _LENGTH[1]
    rows = [ThemeRow(theme, tuple(_theme_cell(theme, s, length) for s in shifted)) for theme in asked]
    themes = [row for row in rows if not all(cell.empty for cell in row.cells)]
    figures, used = compared_figures(shifted)
    common, alone = compared_documents(shifted, documents)
    units = []
    for n, s in enumerate(shifted):
        issued, cited = issued_documents(s), alone[n]
        told = within(issued, limits.directives), within(cited, limits.directives)
        units.append(
            ComparedUnit(
                brief=s.brief,
                articles=s.articles,
                figures=weighty_figures(s, used[n], limits.metrics),
                issued=told[0],
                cited=told[1],
                silent=tuple(row.theme for row in themes if row.cells[n].empty),
                more_directives=len(issued) + len(cited) - sum(map(len, told)),
            )
        )
    days = [a.published for a in articles if a.published]
    return Comparison(
        units=tuple(units),
        since=min(days, default=None),
        until=max(days, default=None),
        themes=tuple(themes),
        most=min(most, limits.measures or most),
        abreast=abreast,
        figures=figures,
        documents=common,
        silent=tuple(row.theme for row in rows if all(cell.empty for cell in row.cells)),
        articles=articles,
        citations=citations,
        remarks=tuple({(r.mark, r.correction.where): r for s in shifted for r in s.remarks}.values()),
        chosen=chosen,
    )


def _theme_cell(theme: str, shifted: Shifted, length: int) -> ThemeCell:
    """The cell of a theme. First come the measures that can be read alone, those of no more than `length` characters and of the
    locality itself before others, the weightiest first."""
    brief = shifted.brief
    weighing = Weighing(brief.unit, brief.citations, brief.articles)

    def weight(section: Section, line: MeasureLine) -> tuple[object, ...]:
        longer = max(len(line.measure.text) - length, 0)
        return not fits(line.measure), longer, section is not brief.own, -weighing.measure(line)

    def told(groups: Callable[[Section], Sequence[MeasureGroup]]) -> tuple[ComparedMeasure, ...]:
        found = [
            (section, line)
            for section in (brief.own, *brief.below)
            for group in groups(section)
            for line in group.lines
            if group.theme == theme
        ]
        found.sort(key=lambda entry: weight(*entry))
        return tuple(
            ComparedMeasure(
                None if section is brief.own else section.unit,
                dataclasses.replace(line, marks=shifted.marks(line.marks)),
                fits(line.measure),
            )
            for section, line in found
        )

    return ThemeCell(told(lambda section: section.adopted), told(lambda section: section.planned))
