"""Classes of Vietnamese letters, for use inside `[...]` of a pattern.

`[Ạ-Ỹ]` also holds small letters, so the classes are built from `str.isupper` and `str.islower`.
"""

from __future__ import annotations

_LETTERS = [chr(c) for c in range(0x41, 0x1EFA) if chr(c).isalpha() and (c < 0x250 or c >= 0x1EA0)]
UPPER = "".join(c for c in _LETTERS if c.isupper())
LOWER = "".join(c for c in _LETTERS if c.islower())
