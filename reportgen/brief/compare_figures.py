"""The figures of a comparison: those of one kind in rows, and for each locality the weightiest of the others.

Figures are the locality's own, because a figure of a commune says nothing of its district.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reportgen.brief.alike import Kind, kind, lies_ahead
from reportgen.brief.choice import figure_weight, weightiest
from reportgen.brief.one_page import Shifted
from reportgen.brief.standing import core, is_standing
from reportgen.brief.summary.key_figures import key_figure
from reportgen.model import ComparedFigure, Dispute, FigureRow, Metric, MetricRow, Section, Series
from reportgen.vietnamese.fold import fold

_MOST = 6
"""Figures of one locality that stand beside no other's; a series or a dispute counts as one."""

_FEW = 3
"""The same where no sentence tells any of them clearly."""

_WHOSE = re.compile(r"(?i)[ ,]+(?:của (?:toàn )?(?:huyện|tỉnh|xã|thành phố|thị xã|phường|quận)|toàn |trên địa bàn).*$")

Rows = dict[int, list[MetricRow]]
"""By locality the figures of one kind, as its brief has them."""


def compared_figures(briefs: Sequence[Shifted]) -> tuple[tuple[FigureRow, ...], tuple[frozenset[MetricRow], ...]]:
    """The rows of which two localities or more have a figure, by name; and of each brief the figures that stand in them."""
    found: dict[Kind, Rows] = defaultdict(lambda: defaultdict(list))
    all_days = {a.published for s in briefs for a in s.brief.articles if a.published}
    for n, shifted in enumerate(briefs):
        for row in _own(shifted):
            if (of := kind(row.metric)) and not lies_ahead(row.metric, _days(shifted, row), all_days):
                found[of][n].append(row)
    rows, used = [], [set[MetricRow]() for _ in briefs]
    for of, told in found.items():
        told = {n: certain for n, figures in told.items() if (certain := _certain(figures, _disputed(briefs[n])))}
        if len(told) < 2:
            continue
        cells = []
        for n, shifted in enumerate(briefs):
            here = sorted(told.get(n, ()), key=lambda row: (row.metric.period or "", -row.sources))
            used[n].update(here)
            disputed = _disputed(shifted)
            cells.append(tuple(ComparedFigure(_moved(row, shifted), row in disputed) for row in here))
        all_told = [row for figures in told.values() for row in figures]
        rows.append(FigureRow(_name(of, all_told), _unit(of, all_told), tuple(cells)))
    return tuple(sorted(rows, key=lambda row: (fold(row.indicator), row.unit or ""))), tuple(map(frozenset, used))


def _own(shifted: Shifted) -> Iterable[MetricRow]:
    here = shifted.brief.unit.path
    rows = (row for row in shifted.brief.own.figures if row.doubt is None)
    return (row for row in rows if row.metric.locality is None or row.metric.locality.path == here)


def _disputed(shifted: Shifted) -> frozenset[MetricRow]:
    return frozenset(row for dispute in shifted.brief.own.disputes for row in dispute.readings)


def _days(shifted: Shifted, row: MetricRow) -> set[dt.date]:
    """The days on which the articles of `row` were published, none where no page says it."""
    brief = shifted.brief
    articles = {brief.articles[brief.citations[mark - 1].article] for mark in row.marks}
    return {article.published for article in articles if article.published}


def _certain(rows: Sequence[MetricRow], disputed: frozenset[MetricRow]) -> list[MetricRow]:
    """`rows` without periods of which they give several values where no two articles are in dispute: then the words name several
    things. A value that is told twice is told once."""
    periods: dict[str | None, list[MetricRow]] = defaultdict(list)
    for row in rows:
        periods[row.metric.period].append(row)
    kept: list[MetricRow] = []
    for same in periods.values():
        values = {(row.metric.value, row.metric.to, row.metric.of) for row in same}
        if len(values) == 1:
            marks = tuple(sorted({mark for row in same for mark in row.marks}))
            first = max(same, key=lambda row: (row.sources, row.metric.bound is None))
            kept.append(dataclasses.replace(first, marks=marks) if len(same) > 1 else first)
        elif disputed.issuperset(same):
            kept += same
    return kept


def _moved(row: MetricRow, shifted: Shifted) -> MetricRow:
    return dataclasses.replace(row, marks=shifted.marks(row.marks))


def _name(of: Kind, rows: Iterable[MetricRow]) -> str:
    """What a row is called: by the indicator's first name if an article uses it, in the shortest of its wordings, without whose it is."""
    told = {row.metric.indicator or "" for row in rows}
    words = min(told, key=lambda name: (core(name) != of.name, len(name), name))
    return words if of.own else _WHOSE.sub("", words)


def _unit(of: Kind, rows: Iterable[MetricRow]) -> str | None:
    """The unit of measurement: as the articles write it, or what their ways have in common."""
    written = {row.metric.unit for row in rows}
    return written.pop() if len(written) == 1 else of.unit.replace("usd", "USD")


# ---------------------------------------------------------------- what stands beside nothing


def weighty_figures(shifted: Shifted, used: frozenset[MetricRow], limit: int | None) -> Section:
    """The locality's section with no more than its weightiest figures that are not `used`: standing indicators and dated ones first.

    Others than courses and standing indicators are those that a sentence tells clearly; where there are none, a few that have a
    period. Where one indicator has several values for one period, the words do not say what each is of, and none stands here.
    """
    own, citations = shifted.brief.own, shifted.brief.citations
    told = Counter(_words(row.metric) for row in {_value(row.metric): row for row in own.metrics}.values())
    alone = [r for r in own.metrics if r not in used and r.metric.indicator and told[_words(r.metric)] == 1]
    entries: list[Series | Dispute | MetricRow] = [
        *(s for s in own.series if used.isdisjoint(s.points)),
        *(d for d in own.disputes if used.isdisjoint(d.readings)),
        *(r for r in alone if is_standing(r.metric) or key_figure(r, [citations[m - 1].words for m in r.marks])),
    ]
    most = _MOST
    if not entries:
        entries, most = [r for r in alone if r.metric.period and not r.doubt], _FEW
    kept = weightiest(entries, min(limit or most, most), _weight)
    return Section(
        unit=own.unit,
        adopted=(),
        planned=(),
        directives=(),
        series=tuple(dataclasses.replace(e, points=_all(e.points, shifted)) for e in kept if isinstance(e, Series)),
        disputes=tuple(Dispute(_all(e.readings, shifted)) for e in kept if isinstance(e, Dispute)),
        metrics=_all([e for e in kept if isinstance(e, MetricRow)], shifted),
    )


def _words(m: Metric) -> tuple[object, ...]:
    return core(m.indicator or ""), m.unit, m.period, m.change, m.target


def _value(m: Metric) -> tuple[object, ...]:
    return *_words(m), m.value, m.to, m.of


def _weight(entry: Series | Dispute | MetricRow) -> tuple[int, ...]:
    metric = _first(entry)
    clear = not (isinstance(entry, MetricRow) and entry.doubt)
    return clear, is_standing(metric), metric.period is not None, *figure_weight(entry)


def _all(rows: Iterable[MetricRow], shifted: Shifted) -> tuple[MetricRow, ...]:
    return tuple(_moved(row, shifted) for row in rows)


def _first(entry: Series | Dispute | MetricRow) -> Metric:
    if isinstance(entry, MetricRow):
        return entry.metric
    return (entry.points if isinstance(entry, Series) else entry.readings)[0].metric
