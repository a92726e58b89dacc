"""Themes: which of the thirteen themes a measure is under, by the words that speak for each."""

from __future__ import annotations

import re

from reportgen.errors import TableError
from reportgen.model import THEMES
from reportgen.vietnamese.patterns import starting
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.measures", "themes.toml")
_MASKED = re.compile(rf"{starting(_TABLE.pop('masked'))}(?!\w)")
if set(_TABLE) != set(THEMES):
    raise TableError(f"themes.toml: themes are {', '.join(THEMES)}")
_BEFORE, _BEHIND, _NEAR = 0.7, 2.0, 90  # weights before the act and within so many characters behind it
_AIMED = 0.4  # weight of what stands behind an aim: it is what the act is for
_AIM = re.compile(r"(?<!\w)(?:với mục tiêu|gồm (?:\d+ )?(?:tiêu chí|nội dung))(?!\w)")
_PATTERNS = [
    (theme, int(weight), re.compile(rf"{starting(words)}(?!\w)"))
    for theme in THEMES
    for weight, words in _TABLE[theme].items()
]


def theme_of(folded: str, act: int = 0) -> str:
    """The theme with the greatest weight of words in `folded`; each word counts once, less before the act, which ends at
    `act`, and more right behind it; what the act aims at counts least.

    >>> theme_of("đảng ủy cử cán bộ dự lớp trung cấp lý luận")
    'training'
    """
    folded = _MASKED.sub(lambda m: "·" * len(m[0]), folded)
    aim = _AIM.search(folded, act)
    aims = aim.end() if aim else len(folded)
    sums = dict.fromkeys(THEMES, 0.0)
    for theme, weight, pattern in _PATTERNS:
        best: dict[str, float] = {}
        for m in pattern.finditer(folded):
            place = _BEFORE if m.end() < act else _BEHIND if m.start() < act + _NEAR else 1.0
            place = _AIMED if m.start() >= aims else place
            best[m[0]] = max(best.get(m[0], 0.0), place)
        sums[theme] += weight * sum(best.values())
    first = max(THEMES, key=lambda theme: sums[theme])
    return first if sums[first] else "leadership"
