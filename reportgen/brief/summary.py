"""Summary: the weightiest facts of a brief, from which its opening sentences are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.brief.order import concreteness, directive_rank
from reportgen.model import DirectiveRow, MeasureGroup, MeasureLine, MetricRow, Section, Summary

_MOST = 3
"""Facts of a kind; with one sentence a kind the summary has at most five."""

_LENGTH = 320
"""Longest measure, in characters, that a summary quotes."""


def summarise(own: Section, below: Iterable[Section]) -> Summary:
    """The summary's facts: of the unit itself first, of the units below where it has none of a kind."""
    sections = (own, *below)
    rows = [row for section in sections for row in section.directives]
    issued = tuple(r for r in rows if r.directive.issued_here and _citable(r))[:_MOST]
    told = {mark for row in issued for mark in row.marks}
    measures = _weightiest(sections, planned=False)
    return Summary(
        issued=issued,
        measures=(tuple(m for m in measures if not told & set(m.marks)) or measures)[:_MOST],
        metrics=_telling(sections)[:_MOST],
        basis=tuple(
            sorted(
                (r for r in rows if not r.directive.issued_here and _citable(r)),
                key=lambda r: directive_rank(r.directive),
            )
        )[:_MOST],
        planned=_weightiest(sections, planned=True)[:1],
    )


def _citable(row: DirectiveRow) -> bool:
    d = row.directive
    return bool(d.number or d.symbol or d.term)


def _weightiest(sections: Iterable[Section], *, planned: bool) -> tuple[MeasureLine, ...]:
    """One measure a theme, the most concrete one, weightiest theme first; sections in order until one has any."""
    for section in sections:
        groups = section.planned if planned else section.adopted
        best = [max(_short(group), key=_weight) for group in groups if any(_short(group))]
        if best:
            return tuple(sorted(best, key=_weight, reverse=True))
    return ()


def _short(group: MeasureGroup) -> Iterator[MeasureLine]:
    return (line for line in group.lines if len(line.measure.text) <= _LENGTH)


def _weight(line: MeasureLine) -> tuple[int, int]:
    return len(line.marks), concreteness(line.measure)


def _telling(sections: Iterable[Section]) -> tuple[MetricRow, ...]:
    """Figures that say what was reached: with an indicator, shares before counts, dated before undated.

    Of a series the latest; what is in dispute or in doubt is no key figure.
    """
    for section in sections:
        rows = [series.points[-1] for series in section.series] + list(section.metrics)
        rows = [r for r in rows if r.metric.indicator and not r.metric.target and not r.doubt]
        if rows:
            return tuple(sorted(rows, key=lambda r: (r.metric.unit != "%", r.metric.period is None)))
    return ()
