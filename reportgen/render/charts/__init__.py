"""Charts: the course of an indicator over two or more periods as columns, one file a series beside the Markdown.

What is said here of a chart (its name, its caption, what it shows in words) costs nothing; `drawing` makes the picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.util import find_spec
from typing import Any

from reportgen.model import Brief, Series
from reportgen.render import format as form
from reportgen.render.escape import plain
from reportgen.render.figures import name_of
from reportgen.render.paths import slug

__all__ = ["HOW_TO_GET_THEM", "Chart", "Column", "Pictures", "can_draw", "charts", "picture"]

HOW_TO_GET_THEM = "charts are left out: pip install 'reportgen[charts]' brings what draws them"

_MOST = 12
"""Columns of a chart; a longer course is told by its row alone."""

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Column:
    """One figure: where it stands on the axis of time, its height, and the words under and above it."""

    at: int
    value: Decimal
    period: str
    figure: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows. `file` is its name beside the brief's; `caption` and `words` are one line of plain text, not escaped."""

    number: int  # among the charts of the brief, from 1
    file: str
    caption: str  # "Tỷ lệ hộ nghèo (%)"
    words: str  # the course for who cannot see it: "Tỷ lệ hộ nghèo: năm 2015 12,5%; năm 2020 3,1%"
    columns: tuple[Column, ...]
    marks: tuple[int, ...]


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
            if len(series.points) > _MOST:
                continue
            name = slug(series.indicator)[:_LONGEST_NAME].strip("-")
            if section.unit != brief.unit:
                name = f"{slug(section.unit.label)}-{name}"
            name = next(n for n in _numbered(name) if n not in taken)
            taken.add(name)
            made[series] = _chart(len(taken), f"{stem}.{name}.svg", series, lang, words["figures"])
    return made


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _chart(number: int, file: str, series: Series, lang: str, words: Mapping[str, str]) -> Chart:
    metrics = [row.metric for row in series.points]
    indicator = name_of(series.indicator, series.unit, None)
    said = [form.amount(m.value, m.unit, lang, words) for m in metrics]
    unit, scales = series.unit or "", {s.partition(" ")[2] for s in said}
    if scales != {""} and len(scales) == 1:  # "56 triệu", "61 triệu" of "đồng" are "56", "61" of "triệu đồng"
        unit, said = f"{scales.pop()} {unit}", [s.partition(" ")[0] for s in said]
    if unit in form.SHARES:
        said = [s + unit for s in said]
    bounds = [f"{words[f'bound {m.bound}']}\n" if m.bound else "" for m in metrics]
    years = [m.period or "" for m in metrics]
    whole = all(re.fullmatch(r"\d{4}", year) for year in years)
    at = [int(year) - int(years[0]) for year in years] if whole else list(range(len(years)))
    if at[-1] >= _MOST:
        at = list(range(len(years)))
    columns = tuple(
        Column(place, m.value, year if whole else form.period(year, lang, words), bound + amount)
        for place, m, year, bound, amount in zip(at, metrics, years, bounds, said, strict=True)
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
