"""Figures of a summary: courses over the years, what was reached, what is aimed at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reportgen.brief.standing import is_standing
from reportgen.brief.summary.key_figures import (
    is_level,
    is_now,
    key_figure,
    kind,
    measured,
    same_thing,
    size,
    small,
    thing,
    untargeted,
)
from reportgen.brief.summary.weight import Weighing
from reportgen.brief.wording import wording
from reportgen.model import KeyCourse, KeyFigure, MeasureLine, MetricRow, Section, Series

_COURSES, _FIGURES, _AIMS = 2, 3, 2
_LEAST = 1
"""The weight that a figure has at least."""

_OLD = 3
"""Years before its article from which on a figure is hardly news; after twice as many it is none."""

_NOW = 9999
"""Stands for the year of a figure without one in an article without a date."""

_LATE = 10
"""The month up to which a figure of the whole year is one of its plan."""


def courses(section: Section, weighing: Weighing) -> tuple[KeyCourse, ...]:
    """The weightiest course of an indicator that went one way, from the first to the last of its years."""
    found = []
    for series in section.series:
        last = series.points[-1]
        words = measured(series.indicator)
        if words is None or not _one_way(series) or _goes_on(last, weighing) or any(p.doubt for p in series.points):
            continue
        if is_standing(last.metric) or key_figure(last, weighing.sentences(last.marks)):
            told = small(series.indicator)[: len(words)]
            found.append((_weight(last, weighing), KeyCourse(series, told, not is_level(series.indicator))))
    found.sort(key=lambda entry: -entry[0])
    return tuple(course for _, course in found[:_COURSES])


def reached(
    section: Section, weighing: Weighing, courses: Sequence[KeyCourse], done: Iterable[MeasureLine]
) -> tuple[KeyFigure, ...]:
    """The weightiest figures of the unit itself, each of something else; none that one of `courses` or an act in `done` tells."""
    told = [(set(line.marks), wording(line.measure.text).figures) for line in done]
    things = {thing(course.series.points[0].metric) for course in courses}
    rows = [
        row
        for row in _rows(section)
        if not row.metric.target
        and thing(row.metric) not in things
        and not any(set(row.marks) & marks and figures & _written(row) for marks, figures in told)
    ]
    return _weightiest(rows, section, weighing, _FIGURES - len(courses))


def aims(section: Section, weighing: Weighing, told: Iterable[MeasureLine]) -> tuple[KeyFigure, ...]:
    """The weightiest figures that are aimed at in a year that is not over; none that one of the acts `told` tells."""
    marks = {mark for line in told for mark in line.marks}
    now = weighing.until.year if weighing.until else 0
    rows = [
        row
        for row in section.metrics
        if row.metric.target and max(_years(row), default=0) >= now > 0 and not marks & set(row.marks)
    ]
    return tuple(untargeted(f) for f in _weightiest(rows, section, weighing, _AIMS))


def _rows(section: Section) -> list[MetricRow]:
    """Single figures, and of a course the last."""
    return [*(series.points[-1] for series in section.series), *section.metrics]


def _weightiest(rows: Iterable[MetricRow], section: Section, weighing: Weighing, most: int) -> tuple[KeyFigure, ...]:
    found = []
    for row in rows:
        metric = row.metric
        if metric.locality is None or metric.locality.path != section.unit.path:
            continue
        if not metric.target and _lies_ahead(row, weighing):
            continue
        told = key_figure(row, weighing.sentences(row.marks))
        weight = _weight(row, weighing)
        if told and weight >= _LEAST:
            found.append((weight, told))
    found = [entry for entry in found if not _at_odds(entry[1], section, [told for _, told in found], weighing)]
    newest: dict[str, int] = {}
    for _, told in found:
        newest[thing(told.row.metric)] = max(newest.get(thing(told.row.metric), 0), _year(told.row, weighing))
    found = [entry for entry in found if _year(entry[1].row, weighing) == newest[thing(entry[1].row.metric)]]
    found.sort(key=lambda entry: -entry[0])
    chosen: list[KeyFigure] = []
    for _, told in found:
        if len(chosen) < most and not same_thing(told, chosen):
            chosen.append(told)
    return tuple(sorted(chosen, key=lambda f: _when(f.row), reverse=True))


def _at_odds(figure: KeyFigure, section: Section, others: Sequence[KeyFigure], weighing: Weighing) -> bool:
    """True where another figure of the same thing has another value, of the same period or, where this one has none, of as late a
    one, and no word says that this one is where it came to."""
    metric = figure.row.metric
    against = [
        row
        for row in section.metrics
        if thing(row.metric) == thing(metric)
        and (kind(row.metric), row.metric.change) == (kind(metric), metric.change)
        and (
            row.metric.period == metric.period
            or (not metric.period and _year(row, weighing) >= _year(figure.row, weighing) - 1)
        )
        and size(row.metric) != size(metric)
    ]
    return bool(against) and not (is_now(figure) and not any(o.row in against and is_now(o) for o in others))


def _weight(row: MetricRow, weighing: Weighing) -> int:
    metric = row.metric
    weight = weighing.told(row.marks, " ".join(filter(None, (metric.indicator, metric.unit))))
    weight += 4 * is_standing(metric) + (metric.unit == "%" or metric.of is not None) + (metric.period is not None)
    back = _years_back(row, weighing)
    weight -= 2 * (metric.period is None and weighing.several_years)
    return weight - 2 * bool(metric.change) - 2 * (back >= _OLD) - 2 * (back >= 2 * _OLD)


def _years_back(row: MetricRow, weighing: Weighing) -> int:
    """How many years its period had gone by when the figure was told."""
    day, years = weighing.published(row.marks), _years(row)
    open_end = (row.metric.period or "").endswith("..")
    return day.year - max(years) if day and years and not open_end else 0


def _year(row: MetricRow, weighing: Weighing) -> int:
    """The year that the figure is of, that of its article where it has none."""
    day = weighing.published(row.marks)
    return max(_years(row), default=day.year if day else _NOW)


def _lies_ahead(row: MetricRow, weighing: Weighing) -> bool:
    """True for a figure of a year that was not over, or had not begun, when it was told: what was meant to be."""
    day, years, period = weighing.published(row.marks), _years(row), row.metric.period or ""
    if not day or not years:
        return False
    return max(years) > day.year or (period == str(day.year) and day.month <= _LATE)


def _goes_on(row: MetricRow, weighing: Weighing) -> bool:
    """True where the year of the figure was not over when it was told: what was counted by then is less than a year's."""
    day = weighing.published(row.marks)
    return bool(day and max(_years(row), default=0) >= day.year)


def _years(row: MetricRow) -> list[int]:
    return [int(year) for year in re.findall(r"\d{4}", row.metric.period or "")]


def _written(row: MetricRow) -> frozenset[str]:
    """The value as a text may write it: 56000000 is "56" triệu."""
    values = (row.metric.value / scale for scale in (1, 10**3, 10**6, 10**9))
    return frozenset[str]().union(*(wording(f"{value.normalize():f}".replace(".", ",")).figures for value in values))


def _when(row: MetricRow) -> tuple[bool, str]:
    """Sort key: those without a period come last, so that none seems to be of the period before it (backwards: first)."""
    return row.metric.period is None, row.metric.period or ""


def _one_way(series: Series) -> bool:
    values = [point.metric.value for point in series.points]
    return all(a < b for a, b in pairwise(values)) or all(a > b for a, b in pairwise(values))
