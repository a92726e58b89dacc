"""Text in the font encodings VNI and TCVN3 (ABC), still met on pages of local bodies: what it is, and its letters.

Such text is Western letters to the computer ("NAÂNG CAO", "N©ng cao"); only the font made Vietnamese of them.
The decision is taken for the whole document, since short lines show too little of it; lines that hold letters which
only Unicode has (the frame of a web page around an old text) are left as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from reportgen.errors import TableError
from reportgen.vietnamese.syllables import is_syllable
from reportgen.vietnamese.tables import table


@dataclass(frozen=True, slots=True)
class Font:
    """A font encoding: `codes` from what is stored to the letter that it was drawn as."""

    name: str
    codes: dict[str, str]
    pattern: re.Pattern[str]

    def letter(self, match: re.Match[str]) -> str:
        """The letter behind a match of `pattern`."""
        return self.codes[match[0]]

    def read(self, string: str) -> str:
        """`string` as the font showed it.

        >>> VNI.read("NAÂNG CAO CHAÁT LÖÔÏNG"), TCVN3.read("N©ng cao chÊt l\u00adîng")
        ('NÂNG CAO CHẤT LƯỢNG', 'Nâng cao chất lượng')
        """
        return self.pattern.sub(self.letter, string)


def _codes(rows: list[list[str]]) -> dict[str, str]:
    codes: dict[str, str] = {}
    for letters, written in rows:
        if len(letters.split(" ")) != len(written.split(" ")):
            raise TableError(f"legacy_fonts.toml: {letters!r} and {written!r} differ in number")
        codes |= dict(zip(written.split(" "), letters.split(" "), strict=True))
    return codes


def _font(name: str, codes: dict[str, str]) -> Font:
    longest_first = sorted((c for c in codes if c != codes[c]), key=lambda c: (-len(c), c))
    return Font(name, codes, re.compile("|".join(map(re.escape, longest_first))))


def _load() -> tuple[Font, Font]:
    data: dict[str, Any] = table("reportgen.vietnamese", "legacy_fonts.toml")
    small = _codes(data["vni"]["rows"])
    # "Aù" and "AÙ" are both Á, as "ñ" is đ and "Ñ" is Đ.
    mixed = {code[0].upper() + code[1:]: letter.upper() for code, letter in small.items()}
    vni = _font("VNI", small | mixed | {code.upper(): letter.upper() for code, letter in small.items()})
    return vni, _font("TCVN3", _codes([*data["tcvn3"]["rows"], data["tcvn3"]["capitals"]]))


VNI, TCVN3 = _load()

UNICODE_LINE = re.compile(r"[^\n]*[ăđơưĂĐƠƯ\u1ea0-\u1ef9\u0300-\u0323][^\n]*")
"""A line with a letter that no font encoding has: it is in Unicode already."""

_WORD = re.compile(r"[^\W\d_]*[\u00a1-\u00ff][\u00a1-\u00ff\w]*")
_MARKED_WORDS = 5  # so many words must speak for a font
_GOOD = 0.85  # share of them that become Vietnamese


def detect(string: str) -> Font | None:
    """The font encoding of the document `string`, None for Unicode.

    >>> detect("Ñaûng boä thò traán naâng cao chaát löôïng sinh hoaït").name
    'VNI'
    >>> detect("Đảng bộ thị trấn nâng cao chất lượng sinh hoạt")
    """
    words = _WORD.findall(UNICODE_LINE.sub("", string))[:2000]
    if len(words) < _MARKED_WORDS:
        return None
    plain = sum(map(is_syllable, words)) / len(words)
    share, font = max(((_share(words, f), f) for f in (VNI, TCVN3)), key=lambda pair: pair[0])
    return font if share >= _GOOD and share > plain + 0.2 else None


def _share(words: list[str], font: Font) -> float:
    read = [font.read(w).strip("\u00a1-\u00bf") for w in words]
    return sum(map(is_syllable, read)) / len(words)
