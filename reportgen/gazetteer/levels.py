"""The level words of units and what stands for them: "xã", "TP.", "Huyện ủy"."""

from __future__ import annotations

import re

from reportgen.errors import TableError
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_DATA = table("reportgen.gazetteer", "levels.toml")
try:
    WORDS: tuple[str, ...] = tuple(_DATA["words"])
    SHORT: dict[str, str] = {word: level for level, words in _DATA["short"].items() for word in words}
    CLOSE: dict[str, str] = {word: level for level, words in _DATA["close"].items() for word in words}
    BODIES: dict[str, str] = {word: level for level, words in _DATA["bodies"].items() for word in words}
    RANKS: dict[str, list[str]] = _DATA["ranks"]
except (KeyError, AttributeError) as e:
    raise TableError(f"reportgen.gazetteer/levels.toml: {e}") from e

LEVEL_OF: dict[str, str] = {word: word for word in WORDS} | SHORT | CLOSE | BODIES
"""The level that a word tells of, as a brief prints it."""

_TYPED = re.compile(
    rf"(?:({alternation([*WORDS, *BODIES])})[ \u00a0]+|({alternation(SHORT)})[ \u00a0]*|({alternation(CLOSE)})(?=\d))(?=\w)"
)


def split_level(name: str) -> tuple[str | None, str]:
    """A typed name as level word and bare name; the level word may be short, or a body that stands for the unit.

    >>> split_level("Thị trấn Đồng Mỏ"), split_level("P.8"), split_level("Huyện ủy Chi Lăng"), split_level("Sơn La")
    (('thị trấn', 'Đồng Mỏ'), ('phường', '8'), ('huyện', 'Chi Lăng'), (None, 'Sơn La'))
    """
    name = " ".join(name.split())
    m = _TYPED.match(fold(name))
    if m is None:
        return None, name
    return LEVEL_OF[" ".join(m[0].split())], name[m.end() :]
