"""Words that a line must not break inside: document symbols, dates, ranges of years."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNBROKEN = re.compile(r"(?<![\w/-])\d[\w.,]*(?:[-/–][\w.]*\w)+%?")


def pieces(words: str) -> Iterator[tuple[bool, str]]:
    """`words` cut into pieces, each with True where it must stay on one line.

    >>> list(pieces("Kế hoạch số 80-KH/HU về"))
    [(False, 'Kế hoạch số '), (True, '80-KH/HU'), (False, ' về')]
    """
    at = 0
    for m in _UNBROKEN.finditer(words):
        if m.start() > at:
            yield False, words[at : m.start()]
        yield True, m[0]
        at = m.end()
    if at < len(words):
        yield False, words[at:]
