"""Letters: what is left of words when layout is taken away, so that a page can be compared with what it was made from."""

from __future__ import annotations

import re
import unicodedata

_MARK = re.compile(r"\[\d*\]")
_LAYOUT = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")


def letters(words: str, *, marks: bool = False) -> str:
    """`words` in NFC without blanks and what joins or breaks lines; the marks of notes stay only with `marks`.

    >>> letters("Kế hoạch\\n80\u2011KH/HU \u2060[3]")
    'Kếhoạch80-KH/HU'
    """
    said = _LAYOUT.sub("", words)
    return unicodedata.normalize("NFC", said if marks else _MARK.sub("", said)).replace("\u2011", "-")
