"""Today's map: an article's units as they are called since the reform of 1 July 2025, with their former names beside them.

A commune whose ground went to one unit of today is that unit. A district, which has no successor, and a commune that was
divided keep their names under today's province: to give their facts to one of several units would be a guess.
"""

from __future__ import annotations

import dataclasses
from functools import lru_cache

from reportgen.gazetteer import COMMUNE_LEVELS, Gazetteer, Row, Tier
from reportgen.model import Extraction, Unit


def today(extraction: Extraction, units: Gazetteer) -> Extraction:
    """`extraction` with every unit as it is today; units that the gazetteer does not know stay as they are."""

    def now(unit: Unit | None) -> Unit | None:
        return unit_today(unit, units) if unit else None

    return dataclasses.replace(
        extraction,
        localities=tuple(dataclasses.replace(x, unit=unit_today(x.unit, units)) for x in extraction.localities),
        directives=tuple(dataclasses.replace(x, locality=now(x.locality)) for x in extraction.directives),
        metrics=tuple(dataclasses.replace(x, locality=now(x.locality)) for x in extraction.metrics),
        measures=tuple(dataclasses.replace(x, locality=now(x.locality)) for x in extraction.measures),
    )


@lru_cache(maxsize=4096)
def unit_today(unit: Unit, units: Gazetteer) -> Unit:
    """The unit of today that `unit` is, or `unit` under today's province where there is no single one.

    >>> from reportgen.gazetteer import gazetteer
    >>> from reportgen.model import Place
    >>> old = Unit((Place("tỉnh", "Sơn La"), Place("huyện", "Vân Hồ"), Place("xã", "Liên Hòa")))
    >>> new = unit_today(old, gazetteer())
    >>> new.full, new.former
    ('tỉnh Sơn La > xã Song Khủa', ('xã Liên Hòa, huyện Vân Hồ',))
    """
    if _tier(unit) is None:  # a village, under its commune
        above = unit_today(Unit(unit.path[:-1]), units)
        return Unit((*above.path, unit.path[-1]), None, above.former)
    row = _row(unit, units)
    if row is None or row.today:
        return unit
    heirs = {heir.code: heir for heir in units.successors(row)}
    if row.tier != "district" and len(heirs) == 1:
        (heir,) = heirs.values()
        found = units.unit(heir)
        return found if found.path == unit.path else Unit(found.path, found.code, (_called(unit),))
    province = _row(Unit(unit.path[:1]), units)
    if row.tier == "province" or province is None:
        return unit
    above_all = [units.unit(p) for p in units.successors(province)]
    path = above_all[0].path if len(above_all) == 1 else unit.path[:1]
    return Unit((*path, unit.path[-1]), None, (_called(unit),))


def _called(unit: Unit) -> str:
    """A former unit as a reader knows it: level and name, and the district it lay in."""
    return ", ".join(str(place) for place in reversed(unit.path[1:] or unit.path))


def _tier(unit: Unit) -> Tier | None:
    if len(unit.path) == 1:
        return "province"
    if unit.level in COMMUNE_LEVELS:
        return "commune"
    return "district" if len(unit.path) == 2 else None


def _row(unit: Unit, units: Gazetteer) -> Row | None:
    """The row of `unit`, the latest: its name, under parents that it had at some time, and its level; or its code, where a story
    calls it by the level of another time ("thị xã Cẩm Phả").
    """
    above = {place.name for place in unit.path[:-1]}
    rows = [r for r in units.find(unit.name, _tier(unit)) if above <= {a.name for a in units.ancestors(r)}]
    rows = [r for r in rows if r.level == unit.level] or [r for r in rows if r.code == unit.code]
    return max(rows, key=lambda r: r.until or "9999", default=None)
