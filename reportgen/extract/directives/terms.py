"""Terms of congresses and plenums: "khóa XII", "(khoá XI)", "Khóa 12", "lần thứ XIII", in Roman numerals."""

from __future__ import annotations

import re

from reportgen.vietnamese.roman import roman

_TERM = re.compile(r"[ ,]*\(?[ ]*khóa[ ]+(?P<term>[ivxl]+|\d{1,2})(?!\w)(?:[ ]*\))?")
_WORDS = {
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_WORDS |= {"mười một": 11, "mười hai": 12, "mười ba": 13}


def numeral(words: str) -> str | None:
    """An ordinal in Roman numerals, from digits, Roman or Vietnamese words; None for anything else.

    >>> numeral("XII"), numeral("30"), numeral("tám")
    ('XII', 'XXX', 'VIII')
    """
    words = words.strip().lower()
    if words.isdecimal():
        return roman(int(words)) if 0 < int(words) < 60 else None
    if re.fullmatch(r"[ivxl]+", words):
        return words.upper()
    return roman(_WORDS[words]) if words in _WORDS else None


def read_term(string: str, folded: str, at: int) -> tuple[str, int] | None:
    """The term that starts at `at`, with where it ends."""
    m = _TERM.match(folded, at)
    term = numeral(m["term"]) if m else None
    return (term, m.end()) if m and term else None
