"""Figures: what the articles say in numbers of one unit becomes series, disputes, rows that stand alone, and bare ones.

Two figures are of one thing only where that is certain: a standing indicator (`standing.toml`), or an indicator of several
words with which no article gives two values for one period. What only looks alike stays in rows of its own.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Sequence

from reportgen.brief.bare import is_bare
from reportgen.brief.doubts import doubt, thousandfold
from reportgen.brief.evidence import Evidence
from reportgen.brief.merge import Merged, articles_of
from reportgen.brief.remarks import remarks
from reportgen.brief.series import course
from reportgen.brief.standing import core, is_standing
from reportgen.model import Dispute, Metric, MetricRow, Series
from reportgen.vietnamese.fold import fold

Key = tuple[str, str, tuple[str, ...]]
_SPECIFIC = 4
"""So many syllables an indicator and its unit need, to name one thing without standing in the table."""

_CLOSED = re.compile(r"\d{4}(?:-\d{2}){0,2}(?:/\d{4}(?:-\d{2}){0,2})?")


@dataclasses.dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one section."""

    series: tuple[Series, ...]
    disputes: tuple[Dispute, ...]
    alone: tuple[MetricRow, ...]
    bare: tuple[MetricRow, ...]


def figures(merged: Sequence[Merged[Metric]], evidence: Evidence) -> Figures:
    """The merged figures of one unit, each in one place; marks are given in the order series, disputes, rows, bare ones."""
    kinds: dict[Key, list[Merged[Metric]]] = defaultdict(list)
    for entry in merged:
        if (key := _key(entry[0])) and not _lies_ahead(entry):
            kinds[key].append(entry)
    courses: list[list[Merged[Metric]]] = []
    disputed: list[list[Merged[Metric]]] = []
    for entries in kinds.values():
        if _ambiguous(entries):
            continue
        periods: dict[str, list[Merged[Metric]]] = defaultdict(list)
        for entry in entries:
            periods[entry[0].period or ""].append(entry)
        disputed += [same for same in periods.values() if len(same) > 1]
        courses += course([same[0] for same in periods.values() if len(same) == 1])
    slips = {id(entry) for same in (*courses, *disputed) for entry in _slips(same)}
    placed = {id(entry) for same in (*courses, *disputed) for entry in same}

    def row(entry: Merged[Metric]) -> MetricRow:
        metric, told = entry
        wrong = doubt(metric) or ("scale" if id(entry) in slips else None)
        return MetricRow(metric, evidence.marks(told), articles_of(told), wrong, remarks(told, "metric", evidence))

    series = tuple(_series([row(entry) for entry in entries]) for entries in courses)
    disputes = tuple(
        Dispute(tuple(row(e) for e in sorted(entries, key=lambda e: (-articles_of(e[1]), e[0].value))))
        for entries in disputed
    )
    rest = [e for e in merged if id(e) not in placed]
    alone = tuple(row(e) for e in rest if not is_bare(e[0]))
    return Figures(series, disputes, alone, tuple(row(e) for e in rest if is_bare(e[0])))


def _series(points: Sequence[MetricRow]) -> Series:
    first = points[0].metric
    name = min((p.metric.indicator or "" for p in points), key=lambda words: (len(words), words))
    return Series(name, first.unit, first.locality, tuple(points))


def _key(metric: Metric) -> Key | None:
    """What makes two figures figures of one thing, None where that is never certain."""
    if metric.target or metric.change or metric.to is not None or metric.of is not None or not metric.indicator:
        return None
    if not metric.period or not _CLOSED.fullmatch(metric.period) or metric.locality is None:
        return None
    words, unit = core(metric.indicator), fold(metric.unit or "")
    few = len(re.findall(r"[^\W\d_]+", f"{words} {unit}")) < _SPECIFIC
    if not is_standing(metric) and (few or re.search(r"\d", words)):  # "lô đất số 73": one thing among many
        return None
    return words, unit, tuple(map(str, metric.locality.path))


def _lies_ahead(entry: Merged[Metric]) -> bool:
    """True where the period begins after the year of each article that tells it: what is meant to be is no point of a course."""
    metric, told = entry
    years = [e.article.published.year for e, _ in told if e.article.published]
    return bool(years) and int((metric.period or "0")[:4]) > max(years)


def _ambiguous(entries: Sequence[Merged[Metric]]) -> bool:
    """True where one article gives two values for one period: then the words do not name one thing."""
    given: dict[tuple[str, str | None], Metric] = {}
    return any(
        given.setdefault((extraction.article.source.path, metric.period), metric) is not metric
        for metric, told in entries
        for extraction in {e.article.source.path: e for e, _ in told}.values()
    )


def _slips(entries: Sequence[Merged[Metric]]) -> list[Merged[Metric]]:
    return [a for a in entries if any(thousandfold(a[0], b[0]) for b in entries if b is not a)]
