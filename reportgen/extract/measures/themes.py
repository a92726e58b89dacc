"""Themes: which of the thirteen themes a measure is under, by its act and by the words that speak for each."""

from __future__ import annotations

import re

from reportgen.errors import TableError
from reportgen.model import THEMES
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.measures", "themes.toml")
_ACTORS = table("reportgen.extract.measures", "actors.toml")
_MASKED = re.compile(rf"{starting(_TABLE.pop('masked'))}(?!\w)")
_ACTS = _TABLE.pop("acts")
if set(_TABLE) != set(THEMES) or not set(_ACTS) <= set(THEMES):
    raise TableError(f"themes.toml: themes are {', '.join(THEMES)}")
_FIELD = alternation(_ACTORS["fields"])
_ORGAN = re.compile(  # "Sở Nông nghiệp và Phát triển nông thôn", "Phòng GD&ĐT": what it deals with is not what is done
    rf"{starting(_ACTORS['organs_of'])}[ ](?:{_FIELD}(?:(?:,|[ ]và|[ ][-–])[ ]{_FIELD})*|[\w.]+[&-][\w.&-]+)(?!\w)"
)
_BEFORE, _BEHIND, _NEAR = 0.7, 2.0, 90  # weights before the act and within so many characters behind it
_AIMED = 0.4  # weight of what stands behind an aim: it is what the act is for
_DONE = 12.0  # weight of an act that says the theme by itself
_SURE, _AROUND = 9.0, 0.12  # below this weight what stands around counts, with so much of its weight
_AIM = re.compile(r"(?<!\w)(?:với mục tiêu|gồm (?:\d+ )?(?:tiêu chí|nội dung))(?!\w)")
_PATTERNS = [
    (theme, int(weight), re.compile(rf"{starting(words)}(?!\w)"))
    for theme in THEMES
    for weight, words in _TABLE[theme].items()
]
_BY_ACT = [(theme, re.compile(rf"{starting(words)}$")) for theme, words in _ACTS.items()]


def theme_of(folded: str, act: int = 0, around: str = "") -> str:
    """The theme with the greatest weight of words in `folded`; each word counts once, less before the act, which ends at
    `act`, and more right behind it; what the act aims at counts least, the names of organs only where nothing else speaks.
    Where little speaks for any theme, what stands `around` counts, too.

    >>> theme_of("đảng ủy cử cán bộ dự lớp trung cấp lý luận")
    'training'
    >>> theme_of("ủy ban kiểm tra khiển trách hiệu trưởng trường tiểu học", 27)
    'inspection'
    """
    masked = _MASKED.sub(_blank, folded)
    sums = _weights(_ORGAN.sub(_blank, masked), act)
    if not any(sums.values()):
        sums = _weights(masked, act)
    if around and max(sums.values()) < _SURE:
        others = _weights(_ORGAN.sub(_blank, _MASKED.sub(_blank, around)), len(around))
        sums = {theme: sums[theme] + _AROUND * others[theme] for theme in THEMES}
    return max(THEMES, key=lambda theme: sums[theme])


def _weights(folded: str, act: int) -> dict[str, float]:
    """The weight of the words for each theme."""
    aim = _AIM.search(folded, act)
    aims = aim.end() if aim else len(folded)
    sums = dict.fromkeys(THEMES, 0.0)
    for theme, pattern in _BY_ACT:
        sums[theme] += _DONE if pattern.search(folded, 0, act) else 0.0
    for theme, weight, pattern in _PATTERNS:
        best: dict[str, float] = {}
        for m in pattern.finditer(folded):
            place = _BEFORE if m.end() < act else _BEHIND if m.start() < act + _NEAR else 1.0
            place = _AIMED if m.start() >= aims else place
            best[m[0]] = max(best.get(m[0], 0.0), place)
        sums[theme] += weight * sum(best.values())
    return sums


def _blank(m: re.Match[str]) -> str:
    return "·" * len(m[0])
