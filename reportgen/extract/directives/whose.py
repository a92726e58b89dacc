"""Whose a document is: issued by the locality that the article reports on, or come from outside or above."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.extract.directives.grammar import Cited
from reportgen.extract.scope import Scope
from reportgen.model import Unit
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.tables import table

_LEVELS = table("reportgen.extract.directives", "organs.toml")["levels"]
_DEPTH = {"centre": 0, "province": 1, "city": 2, "district": 2, "commune": 3, "below": 4}
_OF_SYMBOL = {"TW": 0, "HU": 2, "QU": 2, "ThU": 2, "ĐU": 3, "CB": 4}


def issued_here(group: Sequence[Cited], scope: Scope) -> bool:
    """True where a body of the principal unit, or of a unit under it, issued the document, or the unit right above it did
    so as an actor of this story ("Huyện ủy ban hành …" in the story of its township)."""
    unit = scope.principal
    if unit is None:
        return False
    here = _depth(unit)
    for cited in group:
        issuer = cited.issuer
        if issuer:
            depth = here if issuer.level in {"any", "local"} else _DEPTH[issuer.level]
            if issuer.level == "city" and unit.path[0].level == "thành phố" and len(unit.path) > 1:
                depth = 1
            elif issuer.level == "city" and len(unit.path) == 1:
                depth = here
            if issuer.level != "centre" and _names(issuer.words, unit):
                return True
            if depth >= here:
                return True
            return cited.inverted and depth == here - 1 and depth > 1
    organ = next((c.symbol.organ for c in group if c.symbol and c.symbol.organ), None)
    if organ in _OF_SYMBOL and _OF_SYMBOL[organ] >= 2:
        return _OF_SYMBOL[organ] >= here
    return False


def _depth(unit: Unit) -> int:
    for name in ("below", "commune", "district"):
        if unit.level in _LEVELS[name]:
            return _DEPTH[name]
    return 1 if len(unit.path) == 1 else 2


def _names(words: str, unit: Unit) -> bool:
    """True where the issuer's words end in the name of the unit itself."""
    return fold(words).endswith(fold(unit.name))
