"""Figures in a sentence: where a number stands that is a figure, with its range, whole and unit.

figure = number , [ range | whole ] , unit ;
range  = ( "-" | "đến" | "hoặc" | "tới" ) , number ;     1 hoặc 2 chi bộ, 3-5 hộ, từ 10 đến 15
whole  = "/" , number ;                                   19/21 công chức
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.extract.metrics.units import UnitWords, read_unit
from reportgen.text import Span
from reportgen.vietnamese.dates import find_dates
from reportgen.vietnamese.numbers import DIGITS, Number, read_number
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_CONTEXT = table("reportgen.extract.metrics", "context.toml")
_UNITS = table("reportgen.extract.metrics", "units.toml")
_START = re.compile(rf"(?<![\w.,/%–-])(?<![a-zđ]-){DIGITS}")
_NOT_AFTER = re.compile(rf"(?<!\w)(?<!tổng )(?<!trong )(?P<word>{alternation(_CONTEXT['not_after'])})[ \u00a0]?\(?$")
_PLACES = frozenset(_CONTEXT["places"])
_RANGE = re.compile(r"(?:%(?=[ ]?(?:[-–]|đến|tới)[ ]?\d+(?:,\d+)?%))?(?:[ ]?[-–][ ]?|[ ](?:đến|hoặc|tới|hay)[ ])(?=\d)")
_WHOLE = re.compile(r"[ ]?/[ ]?(?=\d)|[ ](?:trên|trong)[ ]tổng(?:[ ]số)?[ ](?=\d)")
_CLOCK = re.compile(r"[ ]?(?:giờ|h|g)(?!\w)[ ]?\d{0,2}|:\d\d")
_GLUED = re.compile(r"[\w/]|[-–][a-zđ]|\.\d|,\d")
_DURATION = re.compile(rf"[ ]{alternation(_UNITS['durations']['words'])}(?!\w)(?![ ]?/)(?![ ]+(?:công|học)(?!\w))")
_SPEECH = re.compile(rf"[ ]{alternation(_UNITS['speech']['words'])}(?!\w)")
_ENUMERATOR = re.compile(r"(?:^|[\n:;.])[ ]*$")
_ROAD = re.compile(r"(?<!\w)(?:ql|km|tl|đt|f|u|k|a|c|g)$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures something. `span` holds number and unit; `number` the number alone."""

    span: Span
    number: Span
    value: Decimal
    to: Decimal | None
    of: Decimal | None
    unit: UnitWords


def find_figures(string: str, folded: str, sentence: Span, taken: Sequence[Span]) -> Iterator[Figure]:
    """The figures of a sentence, in order. `taken` are spans of citations, whose numbers are none."""
    dates = [m.span for m in find_dates(string, sentence.start, sentence.end)]
    at = sentence.start
    while m := _START.search(folded, at, sentence.end):
        number = read_number(folded, m.start())
        assert number is not None
        at = m.end()
        here = Span(m.start(), m.end())
        if any(here.overlaps(span) for span in (*taken, *dates)):
            continue
        figure = _figure(string, folded, sentence, number)
        if figure:
            yield figure
            at = max(figure.number.end, m.end())


def _figure(string: str, folded: str, sentence: Span, number: Number) -> Figure | None:
    if _is_name(string, folded, sentence, number.span):
        return None
    value, to, of, end = number.value, None, None, number.span.end
    whole = _WHOLE.match(folded, end)
    if whole and number.scale == 1:
        second = read_number(folded, whole.end())
        if second and not _GLUED.match(folded, second.span.end):
            of, end = second.value, second.span.end
    reach = _RANGE.match(folded, end) if of is None else None
    scale = number.scale
    if reach:
        second = read_number(folded, reach.end())
        if second and not (1900 <= value <= 2100 and 1900 <= second.value <= 2100) and second.value > value:
            to, end = second.value, second.span.end
            if number.scale == 1 and second.scale > 1 and value * second.scale < second.value:
                value, scale = value * second.scale, second.scale  # "từ 3 đến 5 triệu"
    after = folded[end : sentence.end]
    if of is None and to is None and (_CLOCK.match(after) or _GLUED.match(after)) and not _measure_glued(folded, end):
        return None
    if _DURATION.match(after) or (_SPEECH.match(after) and number.value < 10 and of is None):
        return None
    unit = read_unit(string, folded, end, sentence.end, scaled=scale)
    if unit is None:
        return None
    if unit.kind == "bare" and of is None:
        return None
    return Figure(Span(number.span.start, unit.end), Span(number.span.start, end), value, to, of, unit)


def _measure_glued(folded: str, end: int) -> bool:
    """True where a measure is glued to the number: "1038,5ha", "20km"."""
    unit = read_unit(folded, folded, end, min(end + 12, len(folded)), scaled=1)
    return unit is not None and unit.kind == "measure"


def _is_name(string: str, folded: str, sentence: Span, number: Span) -> bool:
    """True where what stands before makes the number a name, an ordinal, a year or a list's number.

    Behind a word for a place a counted noun says that it is a count: "từ thị xã về xã, phường 6 đồng chí".
    """
    before = folded[max(sentence.start, number.start - 30) : number.start]
    named = _NOT_AFTER.search(before)
    if named and named["word"] in _PLACES:
        unit = read_unit(string, folded, number.end, sentence.end, scaled=1)
        named = None if unit and unit.kind == "counted" else named
    if named or _ROAD.search(before):
        return True
    written = number.of(folded)
    if number.start == sentence.start and re.match(r"[.)][ ]", folded[number.end : number.end + 2]):
        return True
    return bool(
        re.fullmatch(r"(?:19|20)\d\d", written) and not re.match(r"[ ](?!năm|đến|-|–|,)[a-zđ]", folded[number.end :])
    )
