"""Periods: when a figure holds, in EDTF, from the words beside it or the frame that it stands in.

period = range | since | until                           `ranges`
       | ( "giai đoạn" | "nhiệm kỳ" | "năm học" ) , year , "-" , year , or "(2015-2020)"      2015/2020
       | n , "tháng" , [ "đầu" | "cuối" ] , "năm" , ( year | "nay" )     2018-01/2018-06
       | "quý" , roman , [ "năm" ] , year                2025-01/2025-03
       | [ "đến hết" | "đến cuối" | "đến" ] , "năm" , year    2022
       | ( "cuối" | "hết" | "riêng" | … ) , year         2018
       | "tháng" , month , [ year ]                      2021-06
       | ( "đến" | "hết" | … ) , month , "/" , year      2019-12
       | "(" , year , ")"  behind a unit                 2018
       | "năm nay" | "từ đầu năm đến nay" | "năm qua"    by the date of the article
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reportgen.extract.metrics.ranges import RANGES
from reportgen.text import Span
from reportgen.vietnamese.patterns import starting
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "periods.toml")
_Y = r"(?:19[4-9]\d|20[0-4]\d)"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """A period as it stands in the text."""

    span: Span
    edtf: str


def _this_month(m: re.Match[str], today: dt.date | None) -> str | None:
    """A month without its year is the last one of that name, seen from the article's date."""
    month = int(m["m"])
    if today is None or not 0 < month < 13:
        return None
    return f"{today.year if month <= today.month else today.year - 1}-{month:02d}"


_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11}


def _months(m: re.Match[str], today: dt.date | None) -> str | None:
    year = m["y"] or _year_beside(m) or (str(today.year) if today else None)
    n = int(m["n"]) if m["n"].isdecimal() else _NUMBERS[m["n"]]
    if year is None or not 1 <= n <= 12:
        return None
    return f"{year}-{13 - n:02d}/{year}-12" if m["which"] == "cuối" else f"{year}-01/{year}-{n:02d}"


def _year_beside(m: re.Match[str]) -> str | None:
    """The year that a report names with the second of its halves: "sơ kết 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2019"."""
    beside = _HALVES.match(m.string, m.end())
    return beside["y"] if beside else None


def _month(m: re.Match[str], today: dt.date | None) -> str | None:
    return f"{m['y']}-{int(m['m']):02d}" if 0 < int(m["m"]) < 13 else None


def _quarter(m: re.Match[str], today: dt.date | None) -> str | None:
    year = m["y"] or _year_beside(m) or (str(today.year) if today else None)
    q = _QUARTERS[m["q"]]
    return f"{year}-{3 * q - 2:02d}/{year}-{3 * q:02d}" if year else None


def _this_year(m: re.Match[str], today: dt.date | None) -> str | None:
    return str(today.year) if today else None


def _last_year(m: re.Match[str], today: dt.date | None) -> str | None:
    """The year before; towards the end of a year "năm qua" may mean that one, and says nothing."""
    if today is None or (today.month > 10 and "qua" in m[0]):
        return None
    return str(today.year - 1)


_SPAN = (
    rf"(?:giai đoạn|nhiệm kỳ|niên khóa|năm học|từ năm|trong các năm|các năm|năm|từ)?[ ]?\(?(?P<y>{_Y})"
    rf"[ ]?(?:-|–|đến năm|đến)[ ]?(?P<z>{_Y})\)?"
)
_N = r"(?:\d{1,2}|mười một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_PART = (
    rf"(?:(?:trong|qua)[ ])?(?P<n>{_N})[ ]tháng[ ](?P<which>đầu|cuối)[ ]năm(?:[ ](?P<y>{_Y})|[ ]nay"
    rf"|(?![ ]?{_Y}|[ ](?:học|trước|ngoái|sau|tới)))(?!\w)"
)
_MONTHS_OF = rf"(?:(?:trong|qua)[ ])?(?P<n>{_N})[ ]tháng(?P<which>(?!))?[ ](?:của[ ])?năm[ ](?P<y>{_Y})"
_HALVES = re.compile(
    rf"(?:[ ]?[,;–-]|[ ]và|[ ])[^.:]{{0,90}}?(?:tháng cuối năm|tháng đầu năm|quý (?:iv|iii|ii|i))[ ]?[/-]?[ ]?(?:năm )?(?P<y>{_Y})"
)
_ONE_YEAR = (
    r"(?:đến hết|đến cuối|hết|cuối|tính đến hết|tính đến cuối|tính đến|trong|đến)?[ ]?"
    rf"năm(?:[ ]học)?[ ](?P<y>{_Y})(?![ ]?[-–/]?[ ]?\d)"
)
_BARE_YEAR = (
    rf"(?:(?:tính[ ])?đến (?:hết|cuối)|(?:tính )?đến thời điểm cuối|hết|cuối|đầu|giữa|riêng|trong|tính đến|đến)[ ](?P<y>{_Y})"
    r"(?=[ ]?[,;.)]|[ ](?:là|có|đạt|sẽ|toàn|tỉnh|huyện|xã|thành phố|thị xã|cả nước)(?!\w)|$)"
)

_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date | None], str | None]], ...] = tuple(
    (re.compile(rf"(?<!\w){pattern}"), rule)
    for pattern, rule in (
        *RANGES,
        (_SPAN, lambda m, _: f"{m['y']}/{m['z']}"),
        (_PART, _months),
        (_MONTHS_OF, _months),
        (rf"quý[ ](?P<q>iv|iii|ii|i|[1-4])(?!\w)(?:[ ]?(?:/|năm|-)[ ]?(?P<y>{_Y}))?", _quarter),
        (rf"tháng[ ](?P<m>\d{{1,2}})[ ]?(?:/|-|\.|năm)[ ]?(?P<y>{_Y})", _month),
        (rf"(?:đến|hết|cuối|trong|vào|dự kiến)[ ](?P<m>\d{{1,2}})[/-](?P<y>{_Y})", _month),
        (rf"(?<=[%g] )\((?:năm[ ])?(?P<y>{_Y})\)", lambda m, _: m["y"]),
        (_ONE_YEAR, lambda m, _: m["y"]),
        (_BARE_YEAR, lambda m, _: m["y"]),
        (r"(?:trong|hết|đến hết|của)[ ]tháng[ ](?P<m>\d{1,2})(?![\w/.,-]|[ ](?:năm|đến|và|tới|âm|sắp))", _this_month),
        (r"(?:từ nay )?đến (?:hết|cuối) năm(?![ ]?\d|[ ](?:nay|học|sau|tới|ngoái))(?!\w)", _this_year),
        (r"từ đầu năm đến (?:nay|thời điểm này)", _this_year),
        (r"năm nay(?!\w)", _this_year),
        (r"năm (?:qua|ngoái|vừa qua|trước)(?!\w)", _last_year),
    )
)
_OTHER = re.compile(rf"{starting(_TABLE['other']['words'])}[ ](?:cùng kỳ[ ])?$")
_NTH = re.compile(r"(?<!\w)lần(?:[ ]thứ)?[ ](?:[ivx]+|\d+|nhất|hai|ba|tư|năm)[ ]?[,(-]?[ ]?$")
"""Before the year of a congress or contest: "Đại hội … lần thứ III, năm 2019"."""
_HORIZON = re.compile(r",?[ ](?:và[ ])?(?:tầm nhìn|định hướng)(?: đến)?[ ]")
"""Behind the year of a plan's title: "phát triển … đến năm 2030, tầm nhìn đến năm 2045"."""
_AIMED = re.compile(r"đến (?:hết |cuối )?(?:năm )?\d{4}$")
"""A year up to which something is planned is the figure's: "kế hoạch đến năm 2021"."""
_TITLED = re.compile(rf"{starting(_TABLE['titled']['words'])}[ ,:]*[“\"](?P<said>[^“”\"]*)$")
_MANY = re.compile(r"(?:\d+|những|các|nhiều|mấy|hai|ba|bốn|năm)[ ]$")


def find_periods(folded: str, start: int, end: int, today: dt.date | None) -> Iterator[Period]:
    """The periods named in `folded[start:end]` that figures there can hold for, in order; those of a comparison or of a
    document are none."""
    found: list[Period] = []
    read: list[Span] = []
    for pattern, rule in _RULES:
        for m in pattern.finditer(folded, start, end):
            span = Span(m.start(), m.end())
            if any(span.overlaps(other) for other in read):
                continue
            if _is_other(folded, start, span) or (rule is _last_year and _MANY.search(folded, start, span.start)):
                read.append(span)
            elif edtf := rule(m, today):
                found.append(Period(span, edtf))
                read.append(span)
    return iter(sorted(found, key=lambda p: p.span))


def _is_other(folded: str, start: int, span: Span) -> bool:
    """True where a period is no figure's: that of a comparison, of a document's title, of a congress."""
    before = folded[max(start, span.start - 200) : span.start]
    compared = _OTHER.search(before)
    if compared and not (compared[0].startswith("kế hoạch") and _AIMED.search(span.of(folded))):
        return True
    if _NTH.search(before) or _HORIZON.match(folded, span.end):
        return True
    return folded[span.end : span.end + 1] in {"”", '"'} and _TITLED.search(before) is not None


_REPORT = re.compile(r"(?<!\w)(?:tổng kết|sơ kết|giao ban|báo cáo|kết quả|phiên họp|kiểm điểm)(?!\w)")

_AHEAD = re.compile(rf"{starting(_TABLE['ahead']['words'])}(?!\w)[^.,;:]{{0,60}}$")


def report_period(folded: str, spans: Iterable[Span], today: dt.date | None) -> str | None:
    """The period that an article reports on as a whole, None where its opening names none or several.

    Its headline or first sentences say it: "sơ kết 6 tháng đầu năm 2019", "giao ban tháng 6/2019".
    """
    named = {
        p.edtf
        for span in spans
        if _REPORT.search(folded, span.start, span.end)
        for p in find_periods(folded, span.start, span.end, today)
        if not (_AHEAD.search(folded, span.start, p.span.start) or _AIMED.fullmatch(p.span.of(folded)))
    }
    return named.pop() if len(named) == 1 else None


def lies_ahead(edtf: str | None, today: dt.date | None) -> bool:
    """True where a period begins after the article was published: what it tells is aimed at.

    >>> lies_ahead("2025", dt.date(2021, 10, 17)), lies_ahead("2021", dt.date(2021, 10, 17)), lies_ahead("2025", None)
    (True, False, False)
    """
    if edtf is None or today is None:
        return False
    start = edtf.split("/")[0]
    return start > today.isoformat()[: len(start)]
