"""The key under which a unit's name is looked up: what spellings of one name have in common."""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.vietnamese.fold import fold

_Y = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_LONE_Y = re.compile(r"(?<=[hklmst])[yýỳỷỹỵ](?!\w)")  # Mỹ = Mĩ, Lý = Lí, but not Thủy or Huyện
_BREAK = re.compile(r"[\s\-–—‑.,]+")
_APOSTROPHE = re.compile(r"['’‘ʼ`´]\s?")
_LEADING_ZERO = re.compile(r"(?<!\w)0+(?=\d)")
_HIGHLANDS = (("đắc", "đắk"), ("đak", "đắk"), ("pắc", "pắk"), ("păk", "pắk"))


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """The lookup key of `name`: folded, with spelling variants as one; that of several words is made of theirs.

    >>> key("Đăk R’Lấp") == key("Đắk R'Lấp") == key("ĐẮC RLẤP"), key("Thừa Thiên - Huế"), key("08"), key("Mĩ Thuỷ")
    (True, 'thừa thiên huế', '8', 'mĩ thủy')
    """
    small = _BREAK.sub(" ", _APOSTROPHE.sub("", fold(name))).strip()
    small = _LONE_Y.sub(lambda m: m[0].translate(_Y), _LEADING_ZERO.sub("", small))
    for old, new in _HIGHLANDS:
        small = small.replace(old, new)
    return small
