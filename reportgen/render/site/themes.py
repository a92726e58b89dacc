"""The measures of all briefs by theme, each with the marks of its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from reportgen.model import Brief, Footnote, MeasureGroup, MeasureLine, Remark, Unit


@dataclass(frozen=True, slots=True)
class ThemeUnit:
    """What one unit does and plans under a theme."""

    unit: Unit
    adopted: tuple[MeasureLine, ...]
    planned: tuple[MeasureLine, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme over all briefs."""

    key: str
    units: tuple[ThemeUnit, ...]
    sources: tuple[Footnote, ...]
    remarks: tuple[Remark, ...]  # what people put right or noted in these sentences

    @property
    def page(self) -> PurePosixPath:
        return PurePosixPath("themes", f"{self.key}.md")

    @property
    def measures(self) -> int:
        return sum(len(row.adopted) + len(row.planned) for row in self.units)


def themes(briefs: Sequence[Brief], keys: Sequence[str]) -> tuple[Theme, ...]:
    """The themes that have a measure, in the order of `keys`; marks count on from brief to brief."""
    found = []
    for key in keys:
        units, sources, base = [], [], 0
        remarks: list[Remark] = []
        for brief in briefs:
            for section in (brief.own, *brief.below):
                adopted = tuple(_lines(section.adopted, key, base))
                planned = tuple(_lines(section.planned, key, base))
                if adopted or planned:
                    units.append(ThemeUnit(section.unit, adopted, planned))
            sources += [Footnote(base + c.number, brief.articles[c.article], c) for c in brief.citations]
            remarks += [replace(r, mark=base + r.mark) for r in brief.remarks]
            base += len(brief.citations)
        if units:
            marks = {mark for row in units for line in (*row.adopted, *row.planned) for mark in line.marks}
            cited = tuple(s for s in sources if s.number in marks)
            found.append(Theme(key, tuple(units), cited, tuple(r for r in remarks if r.mark in marks)))
    return tuple(found)


def _lines(groups: Sequence[MeasureGroup], key: str, base: int) -> Iterator[MeasureLine]:
    for group in groups:
        if group.theme == key:
            for line in group.lines:
                yield replace(line, marks=tuple(base + mark for mark in line.marks))
