"""Folding for matching only: case and tone placement, always of the same length, so offsets hold."""

from __future__ import annotations

import re

_OLD_NEW = [
    f"{old}{new}"
    for old, new in (
        ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
        ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
        ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
    )
]  # fmt: skip
_TONES = {pair[:2]: pair[2:] for pair in _OLD_NEW} | {pair[:2].upper(): pair[2:].upper() for pair in _OLD_NEW}
_TONES |= {pair[:2].capitalize(): pair[2:].capitalize() for pair in _OLD_NEW}
# One class before the other lets the search skip ahead, which an alternation of all the pairs does not.
_OLD = re.compile(
    rf"[{''.join(sorted({pair[0] for pair in _TONES}))}][{''.join(sorted({pair[1] for pair in _TONES}))}](?!\w)"
)


def tones(string: str) -> str:
    """`string` with the tone mark where the newer spelling puts it, at the end of a word; length stays.

    >>> tones("Huyện uỷ, hoà, quý, thuỷ")
    'Huyện ủy, hòa, quý, thủy'
    """
    return _OLD.sub(_moved, string)


def _moved(m: re.Match[str]) -> str:
    """The pair with its tone moved; after q the u belongs to the q ("quý")."""
    if m.start() and m.string[m.start() - 1] in "qQ":
        return m[0]
    return _TONES.get(m[0], m[0])


def fold(string: str) -> str:
    """`string` in small letters with `tones` applied and no-break spaces as spaces; length stays.

    >>> fold("Thành uỷ HOÀ BÌNH")
    'thành ủy hòa bình'
    """
    small = string.lower()
    if len(small) != len(string):  # "İ" alone grows when it is made small
        small = "".join(c if len(c) == 1 else o for o, c in ((o, o.lower()) for o in string))
    return tones(small).replace("\u00a0", " ").replace("đăk", "đắk")
