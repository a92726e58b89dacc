"""Choice: what of a brief is shown, by the themes that are asked for and by limits a section. What is left out stays in `facts.jsonl`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from reportgen.brief.summary import summarise
from reportgen.model import UNLIMITED, Brief, DirectiveRow, Dispute, Limits, MeasureGroup, MetricRow, Section, Series

T = TypeVar("T")


def choose(brief: Brief, themes: Sequence[str] = (), limits: Limits = UNLIMITED) -> Brief:
    """`brief` with the measures of `themes` alone (all where there are none), cut by weight where `limits` say so.

    Of figures and documents those stay with the themes that a sentence of their measures carries. A series or a dispute stays
    whole. The summary is made before anything is cut.
    """
    if themes:
        brief = _of_themes(brief, themes)
    own, *below = (_cut(section, limits) for section in (brief.own, *brief.below))
    return replace(brief, own=own, below=tuple(below))


def _of_themes(brief: Brief, themes: Sequence[str]) -> Brief:
    chosen = [
        replace(
            section,
            adopted=tuple(group for group in section.adopted if group.theme in themes),
            planned=tuple(group for group in section.planned if group.theme in themes),
            general=tuple(line for line in section.general if line.measure.theme in themes),
        )
        for section in (brief.own, *brief.below)
    ]
    lines = (line for section in chosen for group in (*section.adopted, *section.planned) for line in group.lines)
    told = {mark for line in lines for mark in line.marks}
    own, *below = (_carried(section, told) for section in chosen)
    summary = summarise(own, below, brief.citations, brief.articles)
    return replace(brief, themes=tuple(themes), own=own, below=tuple(below), summary=summary)


def _carried(section: Section, told: set[int]) -> Section:
    """`section` with those figures and documents alone that rest on one of the sentences `told`."""

    def carried(rows: Iterable[MetricRow | DirectiveRow]) -> bool:
        return any(told.intersection(row.marks) for row in rows)

    return replace(
        section,
        metrics=tuple(row for row in section.metrics if carried([row])),
        directives=tuple(row for row in section.directives if carried([row])),
        disputes=tuple(dispute for dispute in section.disputes if carried(dispute.readings)),
        series=tuple(series for series in section.series if carried(series.points)),
        bare=tuple(row for row in section.bare if carried([row])),
    )


def _cut(section: Section, limits: Limits) -> Section:
    """`section` within `limits`, with the count of what is cut."""
    adopted, planned = (
        tuple(MeasureGroup(group.theme, group.lines[: limits.measures]) for group in groups)  # they stand by weight
        for groups in (section.adopted, section.planned)
    )
    figures: tuple[Series | Dispute | MetricRow, ...] = (*section.series, *section.disputes, *section.metrics)
    kept = weightiest(figures, limits.metrics, figure_weight)
    cut = replace(
        section,
        adopted=adopted,
        planned=planned,
        series=tuple(entry for entry in kept if isinstance(entry, Series)),
        disputes=tuple(entry for entry in kept if isinstance(entry, Dispute)),
        metrics=tuple(entry for entry in kept if isinstance(entry, MetricRow)),
        directives=weightiest(section.directives, limits.directives, document_weight),
    )
    return replace(
        cut,
        more_measures=_measures(section) - _measures(cut),
        more_metrics=len(section.figures) - len(cut.figures),
        more_directives=len(section.directives) - len(cut.directives),
    )


def _measures(section: Section) -> int:
    return sum(len(group.lines) for group in (*section.adopted, *section.planned))


def weightiest(entries: Sequence[T], limit: int | None, weight: Callable[[T], tuple[int, ...]]) -> tuple[T, ...]:
    """At most `limit` of `entries`, those of the greatest weight, in the order in which they stood; of equal ones the first."""
    ranked = sorted(range(len(entries)), key=lambda n: weight(entries[n]), reverse=True)
    return tuple(entries[n] for n in sorted(ranked[:limit]))


def figure_weight(entry: Series | Dispute | MetricRow) -> tuple[int, ...]:
    """A course over time before values in dispute, these before single figures: most sources, then the most telling first."""
    if isinstance(entry, Series):
        return 2, sum(row.sources for row in entry.points)
    if isinstance(entry, Dispute):
        return 1, sum(row.sources for row in entry.readings)
    metric = entry.metric
    said = (metric.indicator is not None, not metric.target, metric.unit == "%", metric.period is not None)
    return 0, entry.sources, *map(int, (entry.doubt is None, *said))


def document_weight(row: DirectiveRow) -> tuple[int, ...]:
    """Most sources first, then documents of the place's own bodies, then those that say most of themselves."""
    d = row.directive
    return row.sources, d.issued_here, sum(1 for value in (d.number or d.symbol, d.date, d.issuer, d.about) if value)
