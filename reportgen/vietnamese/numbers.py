"""Numbers in digits and in words, as Vietnamese writes them.

    number  = ( digits | words ) , { scale } , [ rest | "rưỡi" ] ;
    digits  = group , { "." , group } , [ "," , decimals ]      8.000   1.234.567,8   1,5
            | group , "," , group , { "," , group }             1,234,567   (thousands as English writes them)
            | int , "." , decimals                              7.8  2.5   (a point not before three digits)
    rest    = digits , scale                                    3 tỷ 500 triệu
    words   = [ digit , "trăm" , [ "linh" | "lẻ" ] ] , [ tens ] , [ digit ]     hai mươi mốt   một trăm linh hai
    tens    = digit , ( "mươi" | "chục" ) | "mười" | "hăm"
    scale   = "nghìn" | "ngàn" | "vạn" | "triệu" | "tỷ" | "tỉ"  (table; "trăm" before another scale)
    part    = [ "một" ] , "nửa" | "phân nửa"                    1 of 2
    times   = "gấp" , ( "đôi" | "rưỡi" | words | digits ) , [ "lần" ]

A dot before exactly three digits marks thousands, a comma decimals; any other dot is a decimal point. Which of the two a
comma before three digits is, the form leaves open: `writes_english` asks the article.
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
_PARTS: dict[str, list[int]] = _TABLE["parts"]
_TIMES: dict[str, str] = _TABLE["times"]

DIGITS = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d+(?:[.,]\d+)?)"
"""A number in digits; behind it stands no further digit."""

_DIGITS_PATTERN = re.compile(DIGITS)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SURELY_ENGLISH = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?|(?:,\d{3})+\.\d{1,2})(?![\d.,]*\d)")
_SURELY_OURS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3}){2,}(?![\d.]*\d)|(?<![\d.,])\d+,(?:\d{1,2})(?![\d,]*\d)")
_SCALE = re.compile(
    rf"[ \u00a0]?(?P<scale>trăm(?=[ ]{alternation(_BIG)}(?!\w))|{alternation(_BIG)})(?:(?!\w)|(?=đồng|usd))"
)
_REST = re.compile(rf"[ \u00a0](?P<number>\d{{1,3}})[ \u00a0]?(?P<scale>{alternation(_BIG)})(?!\w)")
_HALF = re.compile(r"[ \u00a0]rưỡi(?!\w)")

_ONES = alternation(k for k, v in _DIGITS.items() if v)
_UNITS = alternation(_TABLE["leading"]["words"])
_WORDS = re.compile(
    rf"(?<!\w)(?:(?P<hundreds>{_UNITS})[ ]trăm(?:[ ](?:linh|lẻ)(?=[ ]))?[ ]?)?"
    rf"(?:(?:(?P<tens>{_UNITS})[ ](?:mươi|chục)|(?P<ten>mười))(?:[ ](?P<one>{_ONES}))?|hăm[ ](?P<twenty>{_ONES})|(?P<only>{_UNITS}))?(?!\w)"
)
_PART = re.compile(rf"(?<!\w)(?P<words>{alternation(_PARTS)})(?!\w)")
_MULTIPLE = re.compile(rf"(?<!\w)gấp[ ](?P<words>{alternation(_TIMES)})(?:[ ]lần)?(?!\w)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written. `scale` is what its words multiplied it by, 1 where there are none; `of` the whole of a part."""

    span: Span
    value: Decimal
    scale: int
    of: Decimal | None = None


def writes_english(string: str) -> bool:
    """True where an article marks thousands by commas, as English does: it has numbers that cannot be read otherwise,
    and none that can only be read as Vietnamese writes them.

    >>> writes_english("1,234,567 người và 2,500 hộ"), writes_english("1.234.567 người và 2,5 ha")
    (True, False)
    """
    return bool(_SURELY_ENGLISH.search(string)) and not _SURELY_OURS.search(string)


def read_digits(written: str, *, english: bool = False) -> Decimal:
    """The value of a number in digits; `english` where a comma before three digits marks thousands.

    >>> read_digits("8.000"), read_digits("1.234.567,8"), read_digits("1,5"), read_digits("7.8")
    (Decimal('8000'), Decimal('1234567.8'), Decimal('1.5'), Decimal('7.8'))
    >>> read_digits("1,250"), read_digits("1,250", english=True), read_digits("0.305"), read_digits("1,234,567")
    (Decimal('1.250'), Decimal('1250'), Decimal('0.305'), Decimal('1234567'))
    """
    if (_ENGLISH.fullmatch(written) and english) or written.count(",") > 1:
        return Decimal(written.replace(",", ""))
    if _GROUPED.fullmatch(written) and not written.startswith("0."):
        written = written.replace(".", "")
    return Decimal(written.replace(",", "."))


def read_number(folded: str, at: int, *, english: bool = False) -> Number | None:
    """The number in digits that starts at `at`, with the scale words behind it.

    >>> read_number("3 tỷ 500 triệu đồng", 0).value, read_number("11 nghìn người", 0).value
    (Decimal('3500000000'), Decimal('11000'))
    >>> read_number("1,2 nghìn tỷ", 0).value, read_number("2 vạn", 0).value, read_number("1 triệu rưỡi", 0).value
    (Decimal('1200000000000.0'), Decimal('20000'), Decimal('1500000'))
    """
    m = _DIGITS_PATTERN.match(folded, at)
    return _scaled(folded, at, m.end(), read_digits(m[0], english=english)) if m else None


def _scaled(folded: str, start: int, end: int, value: Decimal) -> Number:
    scale = 1
    while s := _SCALE.match(folded, end):
        scale, end = scale * _SCALES[s["scale"]], s.end()
    value *= scale
    if scale > 1:
        rest = _REST.match(folded, end)
        if rest and _BIG[rest["scale"]] < scale:
            value, end = value + int(rest["number"]) * _BIG[rest["scale"]], rest.end()
        elif half := _HALF.match(folded, end):
            value, end = value + Decimal(scale) / 2, half.end()
    return Number(Span(start, end), value, scale)


def read_words(folded: str, at: int) -> Number | None:
    """The number in words that starts at `at`, with the scale words behind it: up to 999 of the last scale.

    >>> read_words("hai mươi mốt xã", 0).value, read_words("mười lăm", 0).value, read_words("bảy thôn", 0).value
    (Decimal('21'), Decimal('15'), Decimal('7'))
    >>> read_words("hai triệu rưỡi", 0).value, read_words("ba trăm nghìn", 0).value
    (Decimal('2500000'), Decimal('300000'))
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
    return _scaled(folded, m.start(), m.start() + len(m[0].rstrip()), Decimal(value))


def read_part(folded: str, at: int) -> Number | None:
    """The part of a whole that words name at `at`: "một nửa" is 1 of 2.

    >>> (half := read_part("một nửa số hộ", 0)).value, half.of
    (Decimal('1'), Decimal('2'))
    """
    m = _PART.match(folded, at)
    if not m:
        return None
    value, of = _PARTS[m["words"]]
    return Number(Span(m.start(), m.end()), Decimal(value), 1, Decimal(of))


def read_multiple(folded: str, at: int) -> Number | None:
    """How many times, where words say it behind "gấp" at `at`: "gấp đôi" is 2. Digits behind "gấp" are a number with a unit.

    >>> read_multiple("gấp rưỡi", 0).value, read_multiple("gấp ba lần", 0).value, read_multiple("gấp 1,2 lần", 0)
    (Decimal('1.5'), Decimal('3'), None)
    """
    m = _MULTIPLE.match(folded, at)
    return Number(Span(m.start(), m.end()), Decimal(_TIMES[m["words"]]), 1) if m else None
