"""Whose a document is: issued by the locality that the article reports on, or come from outside or above."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.extract.directives.cited import Cited
from reportgen.extract.directives.issuers import Issuer
from reportgen.extract.scope import Scope
from reportgen.model import Unit
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.tables import table

_LEVELS = table("reportgen.extract.directives", "organs.toml")["levels"]
_DEPTH = {"province": 1, "city": 2, "district": 2, "commune": 3, "below": 4}
_OF_SYMBOL = {"HU": 2, "QU": 2, "ThU": 2, "ĐU": 3, "CB": 4}  # at the end: "BTCHU" is the district's


def whose(group: Sequence[Cited]) -> tuple[Issuer | None, bool]:
    """Who issued the document that `group` cites, in the words that name a unit where some do; and whether a citation says
    that it is issued in the story."""
    said = [c for c in group if c.issuer]
    best = next(
        (c for c in said if c.issuer and (c.issuer.name or c.issuer.level == "centre")), said[0] if said else None
    )
    return (best.issuer if best else None), any(c.inverted for c in said)


def issued_here(group: Sequence[Cited], scope: Scope) -> bool:
    """True where a body of the principal unit, or of a unit under it, issued the document, or the unit right above it did
    so as an actor of this story ("Huyện ủy ban hành …" in the story of its township)."""
    unit = scope.principal
    if unit is None:
        return False
    here = _depth(unit)
    issuer, acts = whose(group)
    if issuer is None:
        organ = next((c.symbol.organ for c in group if c.symbol and c.symbol.organ), None)
        level = next((depth for end, depth in _OF_SYMBOL.items() if (organ or "").endswith(end)), 0)
        return level >= 2 and level >= here
    if issuer.level == "centre":
        return False
    depth = here if issuer.level in {"any", "local"} else _issuer_depth(issuer, unit)
    if depth > here:
        return True
    if issuer.name and fold(issuer.name) not in {fold(p.name) for p in unit.path[_first(depth, unit) :]}:
        return False
    return depth == here or (acts and depth == here - 1 and depth > 1)


def _issuer_depth(issuer: Issuer, unit: Unit) -> int:
    """How far below the centre the issuer stands; "thành phố" is a province where the unit's path begins with one."""
    province = unit.path[0]
    if issuer.level == "city" and (
        (issuer.name and fold(issuer.name) == fold(province.name) and province.level == "thành phố")
        or (not issuer.name and (province.level == "thành phố" or len(unit.path) == 1))
    ):
        return 1
    return _DEPTH[issuer.level]


def _first(depth: int, unit: Unit) -> int:
    """Where in the unit's path the places of `depth` may stand: tỉnh Lạng Sơn is not its thành phố Lạng Sơn."""
    return 0 if depth == 1 else min(1, len(unit.path) - 1)


def _depth(unit: Unit) -> int:
    for name in ("below", "commune", "district"):
        if unit.level in _LEVELS[name]:
            return _DEPTH[name]
    return 1 if len(unit.path) == 1 else 2
