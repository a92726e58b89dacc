"""Units that a list leaves out, taken from a figure near by.

elided = change , number                                 giảm 1; tăng 7          the unit of the figure before
       | number , ( "lên" | "xuống" ) , figure           từ 3 lên 4 triệu đồng   the unit and scale of the figure behind
       | ( "số" | "tổng số" ) , noun , … , ":" , number  số hồ sơ đã giải quyết: 20.889    the noun
       | level , [ "là" ] , number                       cấp huyện 25, cấp xã 30 the unit of the figure before
       | act , number , ";" , … , figure                  khiển trách 61; cảnh cáo 15; khai trừ 1 trường hợp
       | "trong số" , figure , "thì có" , number        trong số 423 thôn thì có 103 …
       | number , "triệu"                                hỗ trợ 40 triệu         money, where a word of money stands before
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.extract.metrics.units import UnitWords, read_unit
from reportgen.text import Span
from reportgen.vietnamese.numbers import read_number
from reportgen.vietnamese.patterns import starting
from reportgen.vietnamese.tables import table

if TYPE_CHECKING:
    from reportgen.extract.metrics.tokens import Figure

_TABLE = table("reportgen.extract.metrics", "context.toml")
_CLAUSE_ENDS = re.compile(r"[ ]?(?:[,;.)…]|$|và(?!\w)|so với)")
_CHANGED = re.compile(r"(?<!\w)(?:tăng|giảm|tăng thêm|giảm được|thêm)[ ](?:hơn |gần |khoảng )?$")
_ROSE = re.compile(r"[ ](?:tăng )?(?:lên|xuống)(?: còn| đến| tới)?[ ](?=\d)")
_LEVEL = re.compile(r"(?:[,;:(]|\bvà)[ ]*(?:cấp|tuyến|loại)[ ](?:\w+[ ]){1,3}?(?:là[ ]|có[ ]|đạt[ ])?$")
_NUMBER_OF = re.compile(
    r"(?<!\w)(?:tổng số|số lượng|số)[ ](?P<noun>[^,;:.()\d]{2,60}?)(?:[ ](?:là|đạt|còn|gồm|lên|lên đến|lên tới)|:)[ ]?"
    r"(?:hơn |gần |trên |khoảng |đến |tới )?$"
)
_AMONG = re.compile(r"(?<!\w)trong (?:tổng )?số [^,;.]{0,12}\d[\d.]* [^;.]{2,40}(?:thì|,)(?: đã| mới| chỉ)? có $")
_ACTED = re.compile(rf"{starting(_TABLE['listed']['words'])}(?: \w+){{0,4}}[ ]$")
_LISTED = re.compile(r"(?:[;,][ ](?:[^\W\d]+[ ]){1,6}\d{1,4}(?=[;,]))*(?:[;,]|[ ]và)[ ](?:[^\W\d]+[ ]){1,7}(?=\d)")
_MONEY = re.compile(rf"{starting(_TABLE['money']['words'])}(?!\w)")


def elided_unit(
    string: str, folded: str, sentence: Span, number: Span, scale: int, before: Figure | None
) -> tuple[UnitWords, Decimal] | None:
    """The unit of a number that has none behind it and what its value is to be multiplied by, None where it is no figure."""
    said = folded[sentence.start : number.start]
    rose = _ROSE.match(folded, number.end, sentence.end)
    if rose and (to := read_number(folded, rose.end())):
        unit = read_unit(string, folded, to.span.end, sentence.end, scaled=to.scale)
        if unit.kind != "bare" and re.search(r"(?<!\w)từ[ ]$", said):
            return UnitWords(unit.name, number.end, unit.kind, unit.dimension), Decimal(to.scale if scale == 1 else 1)
    among = before is not None and before.unit.kind != "measure" and _AMONG.search(said)
    if among and before and scale == 1:
        return UnitWords(before.unit.name, number.end, before.unit.kind), Decimal(1)
    if not _CLAUSE_ENDS.match(folded, number.end, sentence.end) and number.end != sentence.end:
        return None
    if scale >= 10**6 and (_MONEY.search(said) or (before and before.unit.dimension == "money")):
        return UnitWords("đồng", number.end, "measure", "money"), Decimal(1)
    counted = _NUMBER_OF.search(said)
    if counted:
        noun = read_unit(" " + counted["noun"], " " + counted["noun"], 0, len(counted["noun"]) + 1, scaled=1)
        if noun.kind == "counted" and noun.name:
            return UnitWords(noun.name, number.end, "counted"), Decimal(1)
    listed = _LISTED.match(folded, number.end, sentence.end) if scale == 1 and _ACTED.search(said) else None
    if listed and (later := read_number(folded, listed.end())):
        unit = read_unit(string, folded, later.span.end, sentence.end, scaled=1)
        if unit.kind == "counted":
            return UnitWords(unit.name, number.end, "counted"), Decimal(1)
    if before and before.unit.kind != "measure" and scale == 1 and (_CHANGED.search(said) or _LEVEL.search(said)):
        return UnitWords(before.unit.name, number.end, before.unit.kind), Decimal(1)
    return None
