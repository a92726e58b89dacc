"""Home: which unit's brief a fact belongs to, and which units have a brief.

A unit has a brief when an article reports on it, or when it has facts and lies neither above nor below the unit that
their article reports on. A fact of a unit below a brief's unit stands in that brief under the unit's own heading; a
fact of a unit above (the district committee that acts for its township) stands with the unit that the article is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from reportgen.gazetteer import COMMUNE_LEVELS
from reportgen.model import Directive, Extraction, Measure, Metric, Unit

Level = Literal["province", "district", "commune"]
"""Which units get a brief of their own."""

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


def briefed(extractions: Iterable[Extraction], level: Level | None = None) -> tuple[Unit, ...]:
    """The units that have a brief, ordered by path; with `level`, those of that level, and those above where facts are theirs."""
    known: dict[tuple[str, ...], Unit] = {}

    def add(unit: Unit) -> None:
        unit = cut(unit, level)
        key = path_key(unit)
        seen = known.get(key, unit)
        former = tuple(dict.fromkeys((*seen.former, *unit.former)))
        known[key] = Unit(unit.path, seen.code or unit.code, former)

    for extraction in extractions:
        principal = extraction.principal
        if principal:
            add(principal)
        for fact in facts(extraction):
            unit = home(extraction, fact)
            if unit and (level or not (principal and unit.under(principal))):
                add(unit)
    return tuple(known[key] for key in sorted(known))


def cut(unit: Unit, level: Level | None) -> Unit:
    """`unit`, or the unit of `level` above it. Since July 2025 a commune lies right under its province.

    >>> from reportgen.model import Place
    >>> commune = Unit((Place("tỉnh", "Sơn La"), Place("huyện", "Vân Hồ"), Place("xã", "Liên Hòa")))
    >>> cut(commune, "district").full, cut(commune, "province").full
    ('tỉnh Sơn La > huyện Vân Hồ', 'tỉnh Sơn La')
    """
    if level is None:
        return unit
    depth = 1
    if level != "province":
        communes = [n for n, place in enumerate(unit.path, start=1) if place.level in COMMUNE_LEVELS]
        depth = communes[0] if communes and (level == "commune" or communes[0] == 2) else 2
    return unit if len(unit.path) <= depth else Unit(unit.path[:depth], None, unit.former if depth > 1 else ())


def path_key(unit: Unit) -> tuple[str, ...]:
    """What makes two units the same: level and name all the way down (a code is no identity across July 2025)."""
    return tuple(str(place) for place in unit.path)


def nearest(unit: Unit, candidates: Iterable[Unit]) -> Unit | None:
    """The deepest of `candidates` that is `unit` or lies above it."""
    above = [c for c in candidates if unit.under(c)]
    return max(above, key=lambda c: len(c.path), default=None)
