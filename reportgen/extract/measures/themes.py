"""Themes: which of the thirteen themes a measure is under, by the words that speak for each."""

from __future__ import annotations

import re

from reportgen.errors import TableError
from reportgen.model import THEMES
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.measures", "themes.toml")
_MASKED = re.compile(rf"(?<!\w){alternation(_TABLE.pop('masked'))}(?!\w)")
if set(_TABLE) != set(THEMES):
    raise TableError(f"themes.toml: themes are {', '.join(THEMES)}")
_PATTERNS = [
    (theme, int(weight), re.compile(rf"(?<!\w){alternation(words)}(?!\w)"))
    for theme in THEMES
    for weight, words in _TABLE[theme].items()
]


def theme_of(folded: str) -> str:
    """The theme with the greatest weight of words in `folded`; each word counts once, and more at the beginning.

    >>> theme_of("đảng ủy cử cán bộ dự lớp trung cấp lý luận")
    'training'
    """
    folded = _MASKED.sub(lambda m: "·" * len(m[0]), folded)
    sums = dict.fromkeys(THEMES, 0.0)
    for theme, weight, pattern in _PATTERNS:
        seen: set[str] = set()
        for m in pattern.finditer(folded):
            if m[0] not in seen:
                seen.add(m[0])
                sums[theme] += weight * (1.5 if m.start() < 90 else 1.0)
    best = max(THEMES, key=lambda theme: sums[theme])
    return best if sums[best] else "leadership"
