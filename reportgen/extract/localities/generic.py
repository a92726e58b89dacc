"""References without a name: "Huyện ủy", "toàn xã", "phường" for the unit of that level in view."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.extract.localities.lexicon import DATA
from reportgen.gazetteer import COMMUNE_LEVELS
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation, starting

_DATA = DATA["generic"]
_KINDS: dict[str, str] = {word: kind for kind in ("province", "city", "district", "commune") for word in _DATA[kind]}
_WORD = re.compile(rf"{starting(_KINDS)}(?!\w)")
_LEVELS = ("xã", "phường", "thị trấn", "huyện", "thị xã", "quận")
_ANOTHER = alternation(_LEVELS)
_JOINTS = tuple(f"{joint} " for joint in (",", " và", " -", " –"))
_ONE_OF_MANY = re.compile(rf"(?<!\w){_ANOTHER}(?:,| và| -| –)[ \u00a0]$")  # "phường" in "các xã, phường"
_BEFORE = re.compile(rf"(?:{starting(_DATA['not_after'])}|\d)[ \u00a0]$")
_ENDS = tuple(f"{words.split()[-1]} " for words in (*_DATA["not_after"], *"0123456789"))  # of what `_BEFORE` finds
_AFTER = re.compile(rf"[ \u00a0]{alternation(_DATA['not_before'])}(?!\w)|(?:,| và| -| –)[ \u00a0]{_ANOTHER}(?!\w)|\.\w")
_REACH = 16
_DISTRICTS = {"huyện": "huyện", "quận": "quận", "thị": "thị xã"}


def generic(folded: str, span: Span) -> Iterator[tuple[Span, str]]:
    """Where a body or a level word without a name stands in `folded[span]`, each with the levels that it may mean.

    >>> s = "huyện ủy yêu cầu các xã, thị trấn; cấp xã và toàn xã"
    >>> [(where.of(s), kind) for where, kind in generic(s, Span(0, len(s)))]
    [('huyện ủy', 'district'), ('toàn xã', 'commune')]
    """
    for m in _WORD.finditer(folded, span.start, span.end):
        at, end = m.span()
        start = max(span.start, at - _REACH)
        if _AFTER.match(folded, end) or (folded.endswith(_ENDS, start, at) and _BEFORE.search(folded, start, at)):
            continue
        words = " ".join(m[0].split())
        joined = words in _LEVELS and folded.endswith(_JOINTS, start, at)
        if not (joined and _ONE_OF_MANY.search(folded, start, at)):
            yield Span(at, end), _KINDS[words]


def means(kind: str, words: str, level: str, depth: int) -> bool:
    """True when `words` of `kind` can mean a unit of `level`, `depth` steps down its path.

    >>> means("commune", "đảng ủy", "phường", 3), means("commune", "xã", "phường", 3), means("city", "tp", "thành phố", 1)
    (True, False, True)
    """
    if kind == "province":
        return depth == 1
    if kind == "city":
        return level == "thành phố"
    bare = words.removeprefix("toàn ")
    if kind == "district":
        return level == _DISTRICTS[bare.split()[0]]
    return level in COMMUNE_LEVELS if bare == "đảng ủy" else level == bare
