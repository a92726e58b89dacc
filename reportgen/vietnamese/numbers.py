"""Numbers in digits and in words, as Vietnamese writes them.

    digits  = group , { "." , group } , [ "," , decimals ]      8.000   1.234.567,8   1,5
            | int , "." , decimals                              7.8  2.5   (a point not before three digits)
    scaled  = digits , { scale } , [ digits , scale ]           11 nghìn   1,2 nghìn tỷ   3 tỷ 500 triệu
    words   = [ digit , "trăm" ] , [ tens ] , [ digit ]         hai mươi mốt   mười lăm   một trăm linh hai

A dot before exactly three digits marks thousands, a comma decimals; any other dot is a decimal point.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.vietnamese", "numbers.toml")
_SCALES: dict[str, int] = _TABLE["scales"]
_DIGITS: dict[str, int] = _TABLE["digits"]
_BIG = {k: v for k, v in _SCALES.items() if v >= 1000}

DIGITS = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
"""A number in digits; behind it stands no further digit."""

_DIGITS_PATTERN = re.compile(DIGITS)
_SCALE = re.compile(rf"[ \u00a0]?(?P<scale>{alternation(_BIG)})(?!\w)")
_REST = re.compile(rf"[ \u00a0](?P<number>\d{{1,3}})[ \u00a0]?(?P<scale>{alternation(_BIG)})(?!\w)")
_HALF = re.compile(r"[ \u00a0]rưỡi(?!\w)")

_ONES = alternation(k for k, v in _DIGITS.items() if v)
_UNITS = alternation(k for k in ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín"))
_WORDS = re.compile(
    rf"(?<!\w)(?:(?P<hundreds>{_UNITS})[ ]trăm(?:[ ](?:linh|lẻ)(?=[ ]))?[ ]?)?"
    rf"(?:(?:(?P<tens>{_UNITS})[ ](?:mươi|chục)|(?P<ten>mười))(?:[ ](?P<one>{_ONES}))?|hăm[ ](?P<twenty>{_ONES})|(?P<only>{_UNITS}))?(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written. `scale` is what its words multiplied it by, 1 where there are none."""

    span: Span
    value: Decimal
    scale: int


def read_digits(written: str) -> Decimal:
    """The value of a number in digits.

    >>> read_digits("8.000"), read_digits("1.234.567,8"), read_digits("1,5"), read_digits("7.8")
    (Decimal('8000'), Decimal('1234567.8'), Decimal('1.5'), Decimal('7.8'))
    """
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", written):
        written = written.replace(".", "")
    return Decimal(written.replace(",", "."))


def read_number(folded: str, at: int) -> Number | None:
    """The number in digits that starts at `at`, with the scale words behind it.

    >>> read_number("3 tỷ 500 triệu đồng", 0).value, read_number("11 nghìn người", 0).value
    (Decimal('3500000000'), Decimal('11000'))
    >>> read_number("1,2 nghìn tỷ", 0).value
    Decimal('1200000000000.0')
    """
    m = _DIGITS_PATTERN.match(folded, at)
    if not m:
        return None
    value, scale, end = read_digits(m[0]), 1, m.end()
    while s := _SCALE.match(folded, end):
        scale, end = scale * _BIG[s["scale"]], s.end()
    value *= scale
    if scale > 1:
        rest = _REST.match(folded, end)
        if rest and _BIG[rest["scale"]] < scale:
            value, end = value + int(rest["number"]) * _BIG[rest["scale"]], rest.end()
        elif half := _HALF.match(folded, end):
            value, end = value + Decimal(scale) / 2, half.end()
    return Number(Span(m.start(), end), value, scale)


def read_words(folded: str, at: int) -> Number | None:
    """The number in words that starts at `at`, up to 999.

    >>> read_words("hai mươi mốt xã", 0).value, read_words("mười lăm", 0).value, read_words("bảy thôn", 0).value
    (Decimal('21'), Decimal('15'), Decimal('7'))
    """
    m = _WORDS.match(folded, at)
    if not m or not m[0].strip():
        return None
    value = 100 * _DIGITS[m["hundreds"]] if m["hundreds"] else 0
    if m["tens"]:
        value += 10 * _DIGITS[m["tens"]] + (_DIGITS[m["one"]] if m["one"] else 0)
    elif m["ten"]:
        value += 10 + (_DIGITS[m["one"]] if m["one"] else 0)
    elif m["twenty"]:
        value += 20 + _DIGITS[m["twenty"]]
    elif m["only"]:
        value += _DIGITS[m["only"]]
    return Number(Span(m.start(), m.start() + len(m[0].rstrip())), Decimal(value), 1)
