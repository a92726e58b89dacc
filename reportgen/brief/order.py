"""Order: directives from the centre down, measures the most concrete first, metrics as the articles tell them."""

from __future__ import annotations

import re

from reportgen.model import THEMES, Directive, Measure
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import starting
from reportgen.vietnamese.tables import table

_LEVELS = ("centre", "province", "district", "commune")
_TABLE = table("reportgen.brief", "levels.toml")
_ORGANS = {organ: level for level in _LEVELS for organ in _TABLE[level]["organs"]}
_WORDS = [(level, re.compile(rf"{starting(_TABLE[level]['words'])}\b")) for level in _LEVELS]
_ORGAN = re.compile(r"[/-]([^\W\d_]+)\d*$")
_CONCRETE = re.compile(r"\d")


def directive_rank(directive: Directive) -> int:
    """How far below the centre a document comes from: 0 centre, 1 province, 2 district, 3 commune, 4 not said.

    The issuer's words decide, then the organ at the end of the symbol ("TW", "TTg", "TU", "HU").

    >>> from reportgen.model import Directive
    >>> directive_rank(Directive("Kế hoạch", "80", "80-KH/HU", None, None, None, None, None, True, ()))
    2
    """
    said = fold(" ".join(filter(None, (directive.issuer, directive.body))))
    for rank, (_, words) in enumerate(_WORDS):
        if words.search(said):
            return rank
    organ = _ORGAN.search(directive.symbol or "")
    if organ and organ[1] in _ORGANS:
        return _LEVELS.index(_ORGANS[organ[1]])
    if not directive.issuer and not directive.issued_here and fold(directive.body or "") in _TABLE["centre"]["bodies"]:
        return 0
    if re.search(r"\d{4}/(?:QH|UBTVQH)\d", directive.symbol or "") or fold(directive.type) in _TABLE["centre"]["kinds"]:
        return 0
    return len(_LEVELS)


def directive_order(directive: Directive) -> tuple[object, ...]:
    """Sort key: those from outside first, from the centre down, by date, by number."""
    number = int(re.sub(r"\D", "", directive.number or "") or 0)
    return directive.issued_here, directive_rank(directive), directive.date or "9999", directive.type, number


def theme_order(theme: str) -> int:
    """The place of a theme in a brief."""
    return THEMES.index(theme) if theme in THEMES else len(THEMES)


def concreteness(measure: Measure) -> int:
    """How much there is to hold on to: figures, dates and document numbers in the words, and a named actor."""
    return len(_CONCRETE.findall(measure.text)[:6]) + 2 * (measure.actor is not None)
