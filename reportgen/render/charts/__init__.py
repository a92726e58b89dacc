"""Charts: the course of an indicator over two or more periods as columns, one file a series beside the Markdown.

What is said here of a chart (its name, its caption, what it shows in words) costs nothing; `drawing` makes the picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib.util import find_spec
from typing import Any

from reportgen.model import Brief, Metric, Series
from reportgen.render import format as form
from reportgen.render.escape import plain
from reportgen.render.figures import name_of
from reportgen.render.paths import slug

__all__ = ["HOW_TO_GET_THEM", "Chart", "Column", "Group", "Pictures", "can_draw", "charts", "picture"]

HOW_TO_GET_THEM = "charts are left out: pip install 'reportgen[charts]' brings what draws them"

MOST = 12
"""Columns of a chart; a longer course is told by its row alone."""

LONGEST_NAME = 60
"""Characters of a file's name that the indicator gives."""


@dataclass(frozen=True, slots=True)
class Column:
    """One figure: where it stands on the axis of time, its height, and the words under and above it."""

    at: int
    value: Decimal
    period: str
    figure: str


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that belong together: whose they are, the middle between the first and the last, and how many they are."""

    name: str
    at: float
    columns: int


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows. `file` is its name beside the brief's; `caption` and `words` are one line of plain text, not escaped."""

    number: int  # among the charts of the brief, from 1
    file: str
    caption: str  # "Tỷ lệ hộ nghèo (%)"
    words: str  # the course for who cannot see it: "Tỷ lệ hộ nghèo: năm 2015 12,5%; năm 2020 3,1%"
    columns: tuple[Column, ...]
    marks: tuple[int, ...]
    groups: tuple[Group, ...] = ()  # where the columns are of several localities


Pictures = tuple[Chart, ...]
"""The charts of a brief that its Markdown names."""


def picture(image: str, pictures: Pictures) -> Chart | None:
    """The chart that the Markdown's `image` shows; None for any other picture."""
    return next((chart for chart in pictures if chart.file == image), None)


def can_draw() -> bool:
    """True where the plotting library is installed; it is not loaded."""
    return find_spec("matplotlib") is not None


def charts(brief: Brief, stem: str, lang: str, words: Mapping[str, Any]) -> dict[Series, Chart]:
    """The charts of `brief`, whose file is called `stem`; no two have one name. `words` are the labels."""
    taken: set[str] = set()
    made = {}
    for section in (brief.own, *brief.below):
        for series in section.series:
            if len(series.points) > MOST:
                continue
            name = slug(series.indicator)[:LONGEST_NAME].strip("-")
            if section.unit != brief.unit:
                name = f"{slug(section.unit.label)}-{name}"
            name = next(n for n in numbered(name) if n not in taken)
            taken.add(name)
            made[series] = _chart(len(taken), f"{stem}.{name}.svg", series, lang, words["figures"])
    return made


def numbered(name: str) -> Iterator[str]:
    """`name`, then with numbers behind it, from 2 on."""
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def figures_above(
    metrics: Sequence[Metric], unit: str | None, lang: str, words: Mapping[str, str]
) -> tuple[str, list[str]]:
    """The unit of a chart, and for each of `metrics` what stands above its column: bound, number, and its scale if they differ.

    "56 triệu", "61 triệu" of "đồng" are "56", "61" of "triệu đồng".
    """
    said = [form.amount(m.value, m.unit, lang, words) for m in metrics]
    named, scales = unit or "", {s.partition(" ")[2] for s in said}
    if scales != {""} and len(scales) == 1:
        named, said = f"{scales.pop()} {named}", [s.partition(" ")[0] for s in said]
    if named in form.SHARES:
        said = [s + named for s in said]
    bounds = [f"{words[f'bound {m.bound}']}\n" if m.bound else "" for m in metrics]
    return named, [bound + amount for bound, amount in zip(bounds, said, strict=True)]


def _chart(number: int, file: str, series: Series, lang: str, words: Mapping[str, str]) -> Chart:
    metrics = [row.metric for row in series.points]
    indicator = name_of(series.indicator, series.unit, None)
    unit, said = figures_above(metrics, series.unit, lang, words)
    years = [m.period or "" for m in metrics]
    whole = all(re.fullmatch(r"\d{4}", year) for year in years)
    at = [int(year) - int(years[0]) for year in years] if whole else list(range(len(years)))
    if at[-1] >= MOST:
        at = list(range(len(years)))
    columns = tuple(
        Column(place, m.value, year if whole else form.period(year, lang, words), figure)
        for place, m, year, figure in zip(at, metrics, years, said, strict=True)
    )
    course = "; ".join(f"{form.period(m.period, lang, words)} {form.figure(m, lang, words)}" for m in metrics)
    return Chart(
        number=number,
        file=file,
        caption=plain(f"{indicator} ({unit})" if unit else indicator),
        words=plain(f"{indicator}: {course}"),
        columns=columns,
        marks=tuple(sorted({mark for row in series.points for mark in row.marks})),
    )
