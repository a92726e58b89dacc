"""Numbers that are no figures for what stands before them: names, ordinals, years, numbers of documents, of lists, of links."""

from __future__ import annotations

import re

from reportgen.extract.metrics.units import read_unit
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_CONTEXT = table("reportgen.extract.metrics", "context.toml")
_COUNTS = "".join(f"(?<!{word} )" for word in ("tổng", "trong", "trên", "được", "đã", "danh", "hạng"))
"""Behind these what seems to number is none: "tổng số 21", "được cấp 5", "danh mục 317 vị trí"."""
_NOT_AFTER = re.compile(rf"(?<!\w){_COUNTS}(?P<word>{alternation(_CONTEXT['not_after'])})[ \u00a0]?\(?$")
_NO_NAME = re.compile(rf"{starting(_CONTEXT['no_names'])}[ \u00a0]?\(?$")
_PLACES = frozenset(_CONTEXT["places"])
_ROAD = re.compile(r"(?<!\w)(?:ql|km|tl|đt|f|u|k|a|c|g|n|q|p|kp)\.?[ ]?$")
_ONE_OF = re.compile(r"(?<!\w)(?:một|1)[ ]trong[ ](?:số[ ]|những[ ]|các[ ])?$")
_ALWAYS = frozenset(_CONTEXT["always_named"]["words"])
_LIST_OF_NAMES = re.compile(
    rf"{starting(_CONTEXT['places'])}[ ]\d+[a-z]?(?:[ ]?(?:,|và|đến|-)[ ]?\d+[a-z]?)*[ ]?(?:,|và)[ ]$"
)
_ENDS_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d[ ]?[-–][ ]?$")
"""Before the last of some years: "nhiệm kỳ 2016 - 2021"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""A year, unless it counts a noun of the table: "tiếp nhận 2017 hồ sơ", but "đón xuân 2020 vui tươi"."""
_LINK = re.compile(r"://|www\.|\.(?:jpg|png|html?|vn|com)\b")
_REACH = re.compile(r"[ ]?[-–][ ]?\d[\d.,]*\d|[ ]?[-–][ ]?\d")
_LEVEL = re.compile(r"(?:xã|phường|thị trấn|huyện|quận|thành phố|tỉnh|thị xã|ấp|thôn)$")


def is_name(string: str, folded: str, sentence: Span, number: Span) -> bool:
    """True where what stands before the number, or around it, makes it a name, an ordinal, a year or a list's number.

    Behind a word for a place a counted noun says that it is a count: "từ thị xã về xã, phường 6 đồng chí".
    """
    before = folded[max(sentence.start, number.start - 40) : number.start]
    named = None if _NO_NAME.search(before) else _NOT_AFTER.search(before)
    listed = _LIST_OF_NAMES.search(before)
    if (named and named["word"] not in _ALWAYS) or listed:
        reach = _REACH.match(folded, number.end, sentence.end)
        unit = read_unit(string, folded, reach.end() if reach else number.end, sentence.end, scaled=1)
        counts = unit.kind == "counted" and not _is_place(string, folded, number.end, unit.end)
        measures = unit.dimension in {"share", "money"}
        written = number.of(folded)
        marked = " " in written or (any(c in ".," for c in written) and (unit.kind == "measure" or len(written) > 4))
        if named and named["word"] == "khu" and unit.dimension == "area":
            marked = False  # "khu 4,3 ha" is a name
        behind_place = listed or (named and named["word"] in _PLACES)
        if marked or measures or (counts and behind_place):
            named = listed = None
    if listed or named or _ROAD.search(before) or _ONE_OF.search(before):
        return True
    if _ENDS_YEARS.search(before):
        return True
    written = number.of(folded)
    if number.start == sentence.start and re.match(r"[.)-][ ]", folded[number.end : number.end + 2]):
        return True
    if _LINK.search(_token(folded, number)):
        return True
    if not _YEAR.fullmatch(written):
        return False
    goes_on = re.match(r"[ ](?!năm|đến|-|–|,)[a-zđ]", folded[number.end :])
    return not goes_on or read_unit(string, folded, number.end, sentence.end, scaled=1).kind == "other"


def _is_place(string: str, folded: str, at: int, end: int) -> bool:
    """True where the noun behind the number is the level word of a unit: "thôn 9 xã An Ninh"."""
    return (
        bool(_LEVEL.search(folded[at:end]))
        and bool(re.match(r"[ ]", string[end : end + 1]))
        and string[end + 1 : end + 2].isupper()
    )


def _token(folded: str, number: Span) -> str:
    """The run of characters without a blank around the number."""
    start, end = number.start, number.end
    while start > 0 and not folded[start - 1].isspace():
        start -= 1
    while end < len(folded) and not folded[end].isspace():
        end += 1
    return folded[start:end]
