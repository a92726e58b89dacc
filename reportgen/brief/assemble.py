"""Assembling: facts go home, are merged and ordered, and get their marks in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.brief import merge
from reportgen.brief.evidence import Evidence
from reportgen.brief.figures import figures
from reportgen.brief.general import is_general
from reportgen.brief.home import Fact, Level, briefed, facts, home, nearest, path_key
from reportgen.brief.order import concreteness, directive_order, theme_order
from reportgen.brief.readings import Reconciled, reconcile
from reportgen.brief.remarks import remarks
from reportgen.brief.stories import Stories
from reportgen.brief.summary import summarise
from reportgen.model import (
    Brief,
    Directive,
    DirectiveRow,
    Extraction,
    Measure,
    MeasureGroup,
    MeasureLine,
    Metric,
    Place,
    Reading,
    Section,
    Unit,
)

Found = tuple[Extraction, Fact]


def brief(extractions: Iterable[Extraction], level: Level | None = None) -> tuple[Brief, ...]:
    """One brief per locality, ordered by path; the same whatever the order of `extractions`.

    With `level` the units of that level have a brief, which gathers those of the units below.
    """
    ordered = sorted(extractions, key=_article_order)
    units = briefed(ordered, level)
    gathered = _gathered(ordered, units)
    stories = Stories()
    return tuple(_brief(unit, units, gathered[path_key(unit)], stories) for unit in units)


def _article_order(extraction: Extraction) -> tuple[str, str]:
    article = extraction.article
    return article.published.isoformat() if article.published else "9999", article.source.path


Gathered = list[tuple[Extraction, list[tuple[Fact, Unit]]]]
"""The articles that a brief is made of, each with its facts in it and whose they are."""


def _gathered(extractions: Sequence[Extraction], units: Sequence[Unit]) -> dict[tuple[str, ...], Gathered]:
    """For each of `units` its articles in order: those that report on it or hold a fact of it or of a unit below."""
    gathered: dict[tuple[str, ...], Gathered] = {path_key(unit): [] for unit in units}
    goes_to: dict[tuple[Place, ...], Unit | None] = {}
    for extraction in extractions:
        here: dict[tuple[str, ...], list[tuple[Fact, Unit]]] = {}
        if extraction.principal and path_key(extraction.principal) in gathered:
            here[path_key(extraction.principal)] = []
        for fact in facts(extraction):
            where = home(extraction, fact)
            if where is None:
                continue
            if where.path not in goes_to:
                goes_to[where.path] = nearest(where, units)
            unit = goes_to[where.path]
            if unit:
                here.setdefault(path_key(unit), []).append((fact, where))
        for key, found in here.items():
            gathered[key].append((extraction, found))
    return gathered


def _brief(unit: Unit, units: Sequence[Unit], gathered: Gathered, stories: Stories) -> Brief:
    found: dict[tuple[str, ...], list[Found]] = {}
    own_key = path_key(unit)
    homes: dict[tuple[str, ...], Unit] = {own_key: unit}
    for extraction, here in gathered:
        for fact, where in here:
            homes.setdefault(path_key(where), where)
            found.setdefault(path_key(where), []).append((extraction, fact))
    evidence = Evidence()
    for extraction, _ in gathered:
        evidence.article(extraction.article)
    own = _section(unit, found.get(own_key, []), evidence, stories)
    below = tuple(_section(homes[key], found[key], evidence, stories) for key in sorted(found) if key != own_key)
    dates = [a.published for a in evidence.articles if a.published]
    return Brief(
        unit=unit,
        since=min(dates, default=None),
        until=max(dates, default=None),
        summary=summarise(own, below, evidence.citations, evidence.articles),
        own=own,
        below=below,
        articles=evidence.articles,
        citations=evidence.citations,
        elsewhere=tuple(u for u in units if u != unit and u.under(unit) and nearest_above(u, units) == unit),
    )


def nearest_above(unit: Unit, units: Sequence[Unit]) -> Unit | None:
    """The deepest of `units` that lies strictly above `unit`."""
    return nearest(unit, (u for u in units if u != unit))


def _section(unit: Unit, found: Sequence[Found], evidence: Evidence, stories: Stories) -> Section:
    measures = merge.measures([(e, f) for e, f in found if isinstance(f, Measure)], stories)
    metrics = merge.metrics([(e, f) for e, f in found if isinstance(f, Metric)], stories)
    adopted, general = _groups([m for m in measures if m[0].status == "adopted"], evidence)
    planned, more = _groups([m for m in measures if m[0].status == "planned"], evidence)
    said = figures(metrics, evidence)
    documents = reconcile(merge.documents([(e, f) for e, f in found if isinstance(f, Directive)]))
    return Section(
        unit=unit,
        adopted=adopted,
        planned=planned,
        metrics=said.alone,
        directives=tuple(_row(d, evidence) for d in sorted(documents, key=lambda d: directive_order(d.directive))),
        disputes=said.disputes,
        series=said.series,
        bare=said.bare,
        general=(*general, *more),
    )


def _row(document: Reconciled, evidence: Evidence) -> DirectiveRow:
    def readings(told: Iterable[tuple[str, tuple[merge.Told, ...]]]) -> tuple[Reading, ...]:
        return tuple(Reading(value, evidence.marks(places), merge.articles_of(places)) for value, places in told)

    return DirectiveRow(
        document.directive,
        evidence.marks(document.told),
        merge.articles_of(document.told),
        readings(document.dates),
        readings(document.numbers),
        remarks(document.told, "directive", evidence),
    )


def _groups(
    merged: Sequence[merge.Merged[Measure]], evidence: Evidence
) -> tuple[tuple[MeasureGroup, ...], Iterator[MeasureLine]]:
    """Measures by theme in the fixed order; within a theme those told most often, then the most concrete, first.

    A general phrase stands only where its theme has nothing that says more; those that do not stand come last.
    """
    groups, general = [], []

    def line(entry: merge.Merged[Measure]) -> MeasureLine:
        measure, spans = entry
        return MeasureLine(measure, evidence.marks(spans), remarks(spans, "measure", evidence))

    for theme in sorted({measure.theme for measure, _ in merged}, key=theme_order):
        of_theme = [m for m in merged if m[0].theme == theme]
        told = [m for m in of_theme if not is_general(m[0])] or of_theme
        general += [m for m in of_theme if is_general(m[0])] if len(told) < len(of_theme) else []
        told.sort(key=lambda m: (-len({e.article.source.path for e, _ in m[1]}), -concreteness(m[0])))
        groups.append(MeasureGroup(theme, tuple(map(line, told))))
    return tuple(groups), map(line, general)
