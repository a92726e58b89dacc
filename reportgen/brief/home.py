"""Home: which unit's brief a fact belongs to, and which units have a brief.

A unit has a brief when an article reports on it, or when it has facts and lies neither above nor below the unit that
their article reports on. A fact of a unit below a brief's unit stands in that brief under the unit's own heading; a
fact of a unit above (the district committee that acts for its township) stands with the unit that the article is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.model import Directive, Extraction, Measure, Metric, Unit

Fact = Measure | Metric | Directive


def home(extraction: Extraction, fact: Fact) -> Unit | None:
    """The unit under whose name `fact` is reported; None where no unit is certain."""
    principal = extraction.principal
    unit = fact.locality or principal
    if unit is None or principal is None:
        return unit
    return principal if principal.under(unit) else unit


def facts(extraction: Extraction) -> Iterator[Fact]:
    """Every fact of the article, kind by kind in reading order."""
    yield from extraction.measures
    yield from extraction.metrics
    yield from extraction.directives


def briefed(extractions: Iterable[Extraction]) -> tuple[Unit, ...]:
    """The units that have a brief, ordered by path."""
    units: set[tuple[str, ...]] = set()
    known: dict[tuple[str, ...], Unit] = {}

    def add(unit: Unit) -> None:
        key = path_key(unit)
        units.add(key)
        if key not in known or (known[key].code is None and unit.code):
            known[key] = unit

    for extraction in extractions:
        principal = extraction.principal
        if principal:
            add(principal)
        for fact in facts(extraction):
            unit = home(extraction, fact)
            if unit and not (principal and unit.under(principal)):
                add(unit)
    return tuple(known[key] for key in sorted(units))


def path_key(unit: Unit) -> tuple[str, ...]:
    """What makes two units the same: level and name all the way down (a code is no identity across July 2025)."""
    return tuple(str(place) for place in unit.path)


def nearest(unit: Unit, candidates: Iterable[Unit]) -> Unit | None:
    """The deepest of `candidates` that is `unit` or lies above it."""
    above = [c for c in candidates if unit.under(c)]
    return max(above, key=lambda c: len(c.path), default=None)
