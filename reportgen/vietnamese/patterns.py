"""Patterns generated from word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    """A group that matches any of `words`, the longest first; a space in a word matches any run of blanks.

    >>> alternation(["xã", "thị xã"])
    '(?:thị[ \\\\u00a0]+xã|xã)'
    """
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace("\\ ", "[ \\u00a0]+") for w in ordered) + ")"
