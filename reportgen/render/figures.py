"""The table of a section's figures: one row an indicator and period, rows of one indicator together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.model import Metric, MetricRow, Section, Series, Unit
from reportgen.render import format as form
from reportgen.vietnamese.fold import fold


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a row. `before` tells it from the others: its period in a series, else how many articles give it."""

    before: str
    row: MetricRow


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `period` is in words, empty where nothing says it."""

    indicator: str
    parts: tuple[Part, ...]
    period: str
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The rows, and whether the columns of periods and of units say anything that a reader of the section does not know."""

    rows: tuple[Row, ...]
    periods: bool
    units: bool


def figure_table(section: Section, lang: str, words: Mapping[str, str], told_by: str) -> FigureTable:
    """The table of `section`; courses and disputes first, the others as the articles tell them.

    `words` are the labels of figures; `told_by` is the label for a number of articles ("{} nguồn").
    """
    groups: dict[str, list[Row]] = {}
    for row in (
        *_courses(section, lang, words),
        *_disputes(section, lang, words, told_by),
        *_alone(section, lang, words),
    ):
        groups.setdefault(fold(row.indicator), []).append(row)
    rows = tuple(row for group in groups.values() for row in group)
    here = section.unit.path
    return FigureTable(rows, any(r.period for r in rows), any(r.unit and r.unit.path != here for r in rows))


def name_of(indicator: str | None, unit: str | None, period: str | None) -> str:
    """What the first column says: the indicator without the year that the column of periods says, with a capital.

    >>> name_of("thu nhập bình quân đầu người của xã năm 2022", "đồng", "2022")
    'Thu nhập bình quân đầu người của xã'
    """
    words = indicator or unit or "–"
    for year in set(re.findall(r"\d{4}", period or "")):
        words = re.sub(rf"(?i)[, ]+(?:(?:trong|của|đến|hết|cuối|vào) )*năm {year}$", "", words)
        words = re.sub(rf"(?i)^(?:(?:trong|đến|hết|cuối|vào) )*năm {year}[, ]+", "", words)
    return words[:1].upper() + words[1:]


def stretch(series: Series, lang: str, words: Mapping[str, str]) -> str:
    """The years that a series runs over; nothing where its periods are not whole years, which its points say."""
    first, last = (series.points[n].metric.period or "" for n in (0, -1))
    return form.period(f"{first}/{last}", lang, words) if len(first) == len(last) == 4 else ""


def _courses(section: Section, lang: str, words: Mapping[str, str]) -> Iterator[Row]:
    for series in section.series:
        parts = tuple(Part(form.period(p.metric.period, lang, words), p) for p in series.points)
        yield Row(name_of(series.indicator, series.unit, None), parts, stretch(series, lang, words), series.scope)


def _disputes(section: Section, lang: str, words: Mapping[str, str], told_by: str) -> Iterator[Row]:
    for dispute in section.disputes:
        first = dispute.readings[0].metric
        parts = tuple(Part(told_by.format(reading.sources), reading) for reading in dispute.readings)
        yield Row(_named(first), parts, form.period(first.period, lang, words), first.locality)


def _alone(section: Section, lang: str, words: Mapping[str, str]) -> Iterator[Row]:
    shared: list[list[MetricRow]] = []
    for row in section.metrics:
        for rows in shared:
            if all(_share(row, other) for other in rows):
                rows.append(row)
                break
        else:
            shared.append([row])
    for rows in shared:
        m = rows[0].metric
        yield Row(_named(m), tuple(Part("", row) for row in rows), form.period(m.period, lang, words), m.locality)


def _share(a: MetricRow, b: MetricRow) -> bool:
    """True where two figures may share a row ("100%; tăng 20% so với năm 2017"): one sentence says both of one indicator and period,
    and they are not two of one kind."""
    same = (
        (fold(_named(x.metric)), x.metric.period, x.metric.locality and x.metric.locality.path, x.marks) for x in (a, b)
    )
    kind = ((fold(x.metric.unit or ""), x.metric.change, x.metric.target) for x in (a, b))
    return len(set(same)) == 1 and len(set(kind)) == 2


def _named(metric: Metric) -> str:
    return name_of(metric.indicator, metric.unit, metric.period)
