"""Figures in a sentence: where a number stands that is a figure, with its range, whole and unit.

figure = number , [ range | whole ] , unit ;
range  = ( "-" | "đến" | "hoặc" | "tới" ) , number ;                1 hoặc 2 chi bộ, 3-5 hộ, từ 10 đến 15
whole  = [ unit ] , "/" , number                                     19/21 công chức, 138 hộ/419 hộ
       | [ unit ] , … , ( "trên" | "trong" ) , "tổng số" , number ;  43 trên tổng số 217
unit   = words behind | the unit of a figure near by where the list leaves it out (`elided`) ;
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.extract.metrics.elided import elided_unit
from reportgen.extract.metrics.names import is_name
from reportgen.extract.metrics.units import UnitWords, read_unit
from reportgen.text import Span
from reportgen.vietnamese.dates import find_dates
from reportgen.vietnamese.numbers import DIGITS, Number, read_multiple, read_number, read_part, read_words
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_UNITS = table("reportgen.extract.metrics", "units.toml")
_CONTEXT = table("reportgen.extract.metrics", "context.toml")
_GLUE = "".join(f"|(?<=[ ]{word})" for word in _CONTEXT["glued"]["words"])
_START = re.compile(rf"(?:(?<![\w.,/%–-])(?<![a-zđ]-){_GLUE}){DIGITS}")
_WORDS_START = re.compile(
    rf"(?<!\w)(?:{alternation(_CONTEXT['number_words']['words'])}|một[ ]nửa|phân[ ]nửa|gấp(?=[ ]))(?!\w)"
)
_YEAR = re.compile(
    r"(?<!\w)(?:trong|hằng|hàng|mỗi|cả|các|những|nhiều|đầu|cuối|giữa|qua|trước|sau|cùng|một|từng|hết|thường|so với|là|của|vào|"
    r"học|nhân|\d+)[ ]năm$"
)
"""Where "năm" is a year and no five: "trong năm xã đã …"."""
_RANGE = re.compile(r"(?:%(?=[ ]?(?:[-–]|đến|tới)[ ]?\d+(?:,\d+)?%))?(?:[ ]?[-–][ ]?|[ ](?:đến|hoặc|tới|hay)[ ])(?=\d)")
_NO_SCALE = re.compile(r"[ ](?:trọng|lệ|suất)(?!\w)")
"""Behind "tỷ", which then is no number: "dự kiến 2020 tỷ trọng công nghiệp đạt 45%"."""
_WHOLE = re.compile(r"[ ]?/[ ]?(?=\d)|[ ](?:trên|trong)[ ](?:tổng(?:[ ]số)?|số)[ ](?=\d)")
_WHOLE_BEHIND = re.compile(rf"[^,;:.()\d]{{0,60}}?[ ](?:trong|trên)[ ]tổng(?:[ ]số)?[ ](?={DIGITS})|[ ]?/[ ]?(?=\d)")
_TO_END = re.compile(r"(?P<dash>[ ]?[-–][ ]?)(?=\d)|[ ](?:đến|tới)[ ](?=\d)")
_SIZES = frozenset({"area", "volume", "mass", "length"})
_EACH = re.compile(r"(?<!\w)(?:cho|mỗi|cứ|trên|giá|bình quân|tính|của)[ ]$")
"""Before "1 m²": what a price is asked for."""
_AGAIN = re.compile(r"[ ](?:này|ấy)(?!\w)")
"""Behind a unit: things that were told of before."""
_CLOCK = re.compile(r"[ ]?(?:giờ|h|g)(?!\w)[ ]?\d{0,2}|:\d\d")
_GLUED = re.compile(r"[\w/]|[-–][a-zđ]|\.\d|,\d")
_CHAIN = re.compile(r"[ ]?[-–][ ]?\d")
_DURATION = re.compile(rf"[ ]{alternation(_UNITS['durations']['words'])}(?!\w)(?![ ]?/)(?![ ]+(?:công|học)(?!\w))")
_SPEECH = re.compile(rf"[ ]{alternation(_UNITS['speech']['words'])}(?!\w)")
_ABSTRACT = frozenset({"", *_UNITS["abstract"]["words"]})
_SCALES_OF_MAPS = {Decimal(n) for n in (200, 500, 1000, 2000, 5000, 10000, 25000)}

_DAYS, _MONTHS = 31, 12


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures something. `span` holds number and unit; `number` the number alone."""

    span: Span
    number: Span
    value: Decimal
    to: Decimal | None
    of: Decimal | None
    unit: UnitWords


def find_figures(
    string: str, folded: str, sentence: Span, taken: Sequence[Span], *, english: bool = False
) -> Iterator[Figure]:
    """The figures of a sentence, in order. `taken` are spans of citations and periods, whose numbers are none; `english`
    where the article marks thousands by commas."""
    dates = [m.span for m in find_dates(string, sentence.start, sentence.end)]
    closed = (*taken, *dates)
    at, before = sentence.start, None
    while start := _next(string, folded, at, sentence.end):
        here, number = start.span, start
        at = here.end
        if any(here.overlaps(span) for span in closed):
            continue
        figure = _figure(string, folded, sentence, number, before, english=english)
        if figure:
            yield figure
            before = figure
            at = max(figure.number.end, here.end, figure.unit.end if figure.unit.kind == "measure" else 0)


def _next(string: str, folded: str, at: int, end: int) -> Number | None:
    """The next number from `at`, in digits or in words; of words those alone that can count something."""
    digits, words = _START.search(folded, at, end), _WORDS_START.search(folded, at, end)
    while words and (digits is None or words.start() < digits.start()):
        number = read_multiple(folded, words.start()) or read_part(folded, words.start())
        number = number or (None if words[0] == "gấp" else read_words(folded, words.start()))
        if number and number.span.end <= end and _counts(string, folded, number, end):
            return number
        words = _WORDS_START.search(folded, words.end(), end)
    return read_number(folded, digits.start()) if digits else None


def _counts(string: str, folded: str, number: Number, end: int) -> bool:
    """True where a number in words counts: a multiple, a part of something, or one before a noun of the table."""
    if folded.startswith("gấp", number.span.start):
        return True
    if number.value == 1 and number.of is None:
        return False
    if folded[: number.span.start].endswith("vài "):
        return False
    if _YEAR.search(folded, max(0, number.span.start - 20), number.span.end):
        return False
    if string[number.span.end : number.span.end + 2].lstrip()[:1].isupper():
        return False  # "Ba Đình", "Năm Căn"
    unit = read_unit(string, folded, _behind(folded, number), end, scaled=number.scale)
    if folded[number.span.end : unit.end].strip() in _ABSTRACT:
        return False
    return unit.kind in {"counted", "measure"} and unit.end > number.span.end


def _behind(folded: str, number: Number) -> int:
    """Where the unit of a number begins: "số" belongs to the part before it ("một nửa số hộ")."""
    end = number.span.end
    return end + len(" số") if number.of is not None and folded.startswith(" số ", end) else end


def _figure(
    string: str, folded: str, sentence: Span, number: Number, before: Figure | None, *, english: bool
) -> Figure | None:
    written = folded[number.span.start].isdecimal()
    if english and written:
        number = read_number(folded, number.span.start, english=True) or number
    if is_name(string, folded, sentence, number.span):
        return None
    if number.scale > 1 and _NO_SCALE.match(folded, number.span.end):
        return None
    if folded.startswith("gấp", number.span.start):
        times = UnitWords("lần", number.span.end, "measure", "multiple")
        return Figure(number.span, number.span, number.value, None, None, times)
    value, to, of, end, scale = _joined(folded, number, english=english)
    end = max(end, _behind(folded, number))
    after = folded[end : sentence.end]
    if (
        of is None
        and to is None
        and (_CLOCK.match(after) or _GLUED.match(after))
        and not _unit_glued(folded, end, scale)
    ):
        return None
    if value == 1 and of is None and after.startswith(" số "):
        return None  # "1 số tổ chức" are some
    if _DURATION.match(after) or (_SPEECH.match(after) and number.value < 10 and of is None):
        return None
    unit = read_unit(string, folded, end, sentence.end, scaled=scale)
    if of is not None and of < value and of <= _MONTHS and value == int(value) <= _DAYS and unit.kind != "measure":
        return None  # "đến 15/4 các xã …" is a day
    if written and unit.kind == "counted" and value != int(value) and "," in number.span.of(folded):
        value = _whole_thing(number.span.of(folded), value)
    span = Span(number.span.start, unit.end)
    if unit.kind == "bare":
        if of is not None:
            if _may_be_day(folded, number.span.start, sentence.start, value, of):
                return None
        else:
            found = elided_unit(string, folded, sentence, Span(number.span.start, end), scale, before)
            if found is None:
                return None
            unit, factor = found
            value, to, span = value * factor, to and to * factor, Span(span.start, max(end, unit.end))
    if value == 1 and of in _SCALES_OF_MAPS:
        return None  # "quy hoạch tỷ lệ 1/500"
    each = value == 1 and unit.dimension in _SIZES and _EACH.search(folded, sentence.start, number.span.start)
    if (
        each
        or (value == 1 and folded.startswith(" nữa", unit.end))
        or (unit.kind != "measure" and _AGAIN.match(folded, unit.end))
    ):
        return None
    figure = Figure(span, Span(number.span.start, end), value, to, of, unit)
    if of is not None or to is not None:
        return figure
    return _with_end(
        string, folded, sentence, _with_whole(string, folded, sentence, figure, english=english), english=english
    )


def _joined(folded: str, number: Number, *, english: bool) -> tuple[Decimal, Decimal | None, Decimal | None, int, int]:
    """Value, end of the range, whole, where the numbers end, and the scale of the last."""
    value, to, of, end, scale = number.value, None, number.of, number.span.end, number.scale
    whole = _WHOLE.match(folded, end)
    if whole and scale == 1:
        second = read_number(folded, whole.end(), english=english)
        if second and (not _GLUED.match(folded, second.span.end) or _unit_glued(folded, second.span.end)):
            return value, None, second.value, second.span.end, second.scale
    reach = _RANGE.match(folded, end)
    second = read_number(folded, reach.end(), english=english) if reach else None
    years = second and 1900 <= value <= 2100 and 1900 <= second.value <= 2100
    if second and second.value > value and not years and not _CHAIN.match(folded, second.span.end):
        to, end = second.value, second.span.end
        if scale == 1 and second.scale > 1 and value * second.scale < second.value:
            value = value * second.scale  # "từ 3 đến 5 triệu"
        scale = second.scale
    return value, to, of, end, scale


def _with_whole(string: str, folded: str, sentence: Span, figure: Figure, *, english: bool) -> Figure:
    """The figure with the whole that is named behind its unit: "531 trưởng thôn là đảng viên trong tổng số 731 trưởng thôn"."""
    if figure.unit.kind == "measure" and figure.unit.dimension == "share":
        return figure
    m = _WHOLE_BEHIND.match(folded, figure.unit.end, sentence.end)
    number = read_number(folded, m.end(), english=english) if m else None
    if number is None or number.value < figure.value:
        return figure
    unit = read_unit(string, folded, number.span.end, sentence.end, scaled=number.scale)
    same = unit.name == figure.unit.name
    if not same and unit.kind != "bare":
        return figure
    end = unit.end if same else number.span.end
    return replace(
        figure, span=Span(figure.span.start, end), number=Span(figure.number.start, number.span.end), of=number.value
    )


def _with_end(string: str, folded: str, sentence: Span, figure: Figure, *, english: bool) -> Figure:
    """The figure with the end of its range behind its unit: "từ 4 triệu đồng đến 6 triệu đồng"."""
    m = _TO_END.match(folded, figure.unit.end, sentence.end) if figure.of is None else None
    if m is None or not (m["dash"] or folded[: figure.number.start].endswith("từ ")):
        return figure
    number = read_number(folded, m.end(), english=english)
    unit = read_unit(string, folded, number.span.end, sentence.end, scaled=number.scale) if number else None
    if number is None or unit is None or unit.name != figure.unit.name or number.value <= figure.value:
        return figure
    ends = Span(figure.span.start, unit.end), Span(figure.number.start, number.span.end)
    return replace(figure, span=ends[0], number=ends[1], to=number.value, unit=unit)


def _whole_thing(written: str, value: Decimal) -> Decimal:
    """Things that are counted are whole: "1,250 hộ" are 1250, whatever the article's other numbers."""
    return Decimal(written.replace(",", "")) if re.fullmatch(r"[1-9]\d{0,2},\d{3}", written) else value


def _may_be_day(folded: str, start: int, floor: int, value: Decimal, of: Decimal) -> bool:
    """True where "1/4" may be a day: no word before says that it is a share. "24/24" is round the clock."""
    if value == of == 24 or value > of:
        return True
    if value <= 31 and of <= 12:
        return not re.search(r"(?<!\w)(?:đạt|có|được|là|chiếm|còn|:|vượt)[ ]?(?:\w+[ ])?$", folded[floor:start])
    return False


def _unit_glued(folded: str, end: int, scaled: int = 1) -> bool:
    """True where a unit is glued to the number: "1038,5ha", "20km", "674cộng đồng"."""
    unit = read_unit(folded, folded, end, min(end + 30, len(folded)), scaled=scaled)
    return (unit.kind == "measure" and unit.end > end) or (unit.kind == "counted" and unit.end > end + 1)
