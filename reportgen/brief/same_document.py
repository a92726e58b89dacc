"""When two citations are of one document, and what they say of it together.

Numbers restart (Party: each term; State: each year), so without a symbol on both sides the date must say the same. The documents
of a body restart with its term, so the term must be told by both; without number and body, the subject.
"""

from __future__ import annotations

import dataclasses
import re

from reportgen.brief.wording import wording
from reportgen.model import Directive
from reportgen.vietnamese.fold import fold

_SUBJECT = (5, 0.75)
"""Content words that a subject needs, and how much of the shorter must stand in the longer, to be of one document."""

_OTHER = (3, 0.3)
"""The same for subjects that are of two documents."""

_OFFICES = frozenset({"chính", "phủ", "tổng", "chủ", "tịch", "ban", "thường", "vụ", "chấp", "hành"})
"""What one article adds to an issuer's name and another leaves out: "Thủ tướng (Chính phủ)", "(Ban Thường vụ) Tỉnh ủy"."""


def same_document(a: Directive, b: Directive) -> bool:
    """True when kind and number agree and symbol, date, term, body and subject do not speak against it."""
    if _number(a) != _number(b) or not _same_kind(a, b):
        return False
    if not (same_symbol(a, b) and same_date(a.date, b.date)) or (
        a.term and b.term and _plain(a.term) != _plain(b.term)
    ):
        return False
    if _plain(a.body) != _plain(b.body) or (a.body and _plain(a.term) != _plain(b.term)):
        return False
    if a.number is None:
        return bool(a.body) or _plain(a.about) == _plain(b.about) != ""
    if (a.term and b.term) or (a.date and b.date):
        return True
    if a.symbol and b.symbol:
        return not _other_subject(a.about, b.about)
    if same_subject(a.about, b.about):
        return True
    return a.issued_here == b.issued_here and same_issuer(a.issuer, b.issuer)


def _same_kind(a: Directive, b: Directive) -> bool:
    """True where the kinds agree, or one is told in fewer words of a numbered document of one issuer: "Kết luận (thanh tra) số 1037"."""
    one, other = (set(_plain(d.type).split()) for d in (a, b))
    if one == other:
        return True
    numbered = a.number is not None and a.issuer is not None and same_issuer(a.issuer, b.issuer)
    return numbered and (one <= other or other <= one)


def same_symbol(a: Directive, b: Directive) -> bool:
    """True where one symbol is the other cut short after the year, or is not told.

    "164/2019" is "164/2019/NQ-HĐND", and "957/QĐ-BXD" of 2009.
    """
    if not (a.symbol and b.symbol):
        return True
    short, long = sorted((a, b), key=lambda d: len(d.symbol or ""))
    less, more = (re.sub(r"^0+", "", _plain(d.symbol)) for d in (short, long))
    year = re.search(r" (\d{4})$", less)
    return less == more or (year is not None and (more.startswith(less + " ") or (long.date or "")[:4] == year[1]))


def same_date(a: str | None, b: str | None) -> bool:
    """True where one date says no more than the other, or is not told.

    >>> same_date("2018", "2018-03-13"), same_date("--03-13", "2018-03-13"), same_date("2018-03-13", "2018-03-15")
    (True, True, False)
    """
    if not (a and b) or a == b:
        return True
    short, long = sorted((a, b), key=len)
    return long.startswith(short + "-") or (short.startswith("--") and long.endswith(short[1:]) and long[:2] != "--")


def same_issuer(a: str | None, b: str | None) -> bool:
    """True where both are told alike, short forms written out, or neither is."""
    if not (a and b):
        return a is b
    one, other = (wording(x).words for x in (a, b))
    return one == other or ((one <= other or other <= one) and (one ^ other) <= _OFFICES)


def same_subject(a: str | None, b: str | None) -> bool:
    """True where two subjects are much the same words."""
    less, more = sorted((wording(x or "").words for x in (a, b)), key=len)
    return len(less) >= _SUBJECT[0] and len(less & more) >= _SUBJECT[1] * len(less)


def _other_subject(a: str | None, b: str | None) -> bool:
    """True where both subjects are told and have hardly a word in common: then the number has begun again."""
    less, more = sorted((wording(x or "").words for x in (a, b)), key=len)
    return len(less) >= _OTHER[0] and len(less & more) < _OTHER[1] * len(less)


def join_document(a: Directive, b: Directive) -> Directive:
    """`a` with what only `b` says of the document, and with the fuller of their symbols and dates."""
    return dataclasses.replace(
        a,
        symbol=max(a.symbol, b.symbol, key=len) if a.symbol and b.symbol else a.symbol or b.symbol,
        date=_fuller_date(a.date, b.date),
        issuer=a.issuer or b.issuer,
        term=a.term or b.term,
        about=a.about or b.about,
        issued_here=a.issued_here or b.issued_here,
    )


def _fuller_date(a: str | None, b: str | None) -> str | None:
    if not (a and b):
        return a or b
    return b if len(b) > len(a) else a


def _plain(words: str | None) -> str:
    return re.sub(r"\W+", " ", fold(words or "")).strip()


def _number(d: Directive) -> str | None:
    return (d.number.lstrip("0") or "0") if d.number is not None else None
