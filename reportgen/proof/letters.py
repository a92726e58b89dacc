"""Letters: what is left of words when layout is taken away, so that a page can be compared with what it was made from."""

from __future__ import annotations

import re
import unicodedata

_MARK = re.compile(r"\[\d*\]")
_LAYOUT = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")


def letters(words: str) -> str:
    """`words` in NFC without blanks, marks of notes and what joins or breaks lines.

    >>> letters("Kế hoạch\\n80\u2011KH/HU \u2060[3]")
    'Kếhoạch80-KH/HU'
    """
    return unicodedata.normalize("NFC", _MARK.sub("", _LAYOUT.sub("", words))).replace("\u2011", "-")
