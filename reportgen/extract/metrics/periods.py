"""Periods: when a figure holds, in EDTF, from the words beside it or the frame that it stands in.

period = "từ" , year , "đến nay"                       2016/..
       | ( "giai đoạn" | "nhiệm kỳ" ) , year , "-" , year , or "(2015-2020)"      2015/2020
       | n , "tháng" , ( "đầu" | "cuối" ) , "năm" , year     2018-01/2018-06
       | "quý" , roman , [ "năm" ] , year                2025-01/2025-03
       | [ "đến hết" | "đến cuối" | "đến" ] , "năm" , year    2022
       | "tháng" , month , [ year ]                      2021-06
       | ( "đến" | "hết" | … ) , month , "/" , year      2019-12
       | "(" , year , ")"  behind a unit                 2018
       | "từ" , "tháng" , month , year , "đến nay"       2018-05/..
       | "năm nay" | "từ đầu năm đến nay" | "năm qua"    by the date of the article
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reportgen.text import Span

_Y = r"(?:19[4-9]\d|20[0-4]\d)"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """A period as it stands in the text."""

    span: Span
    edtf: str


def _since(m: re.Match[str], today: dt.date | None) -> str:
    return f"{m['y']}/.."


def _since_day(m: re.Match[str], today: dt.date | None) -> str | None:
    day, month = int(m["d"]), int(m["m"])
    return f"{m['y']}-{month:02d}-{day:02d}/.." if 0 < day < 32 and 0 < month < 13 else None


def _since_month(m: re.Match[str], today: dt.date | None) -> str | None:
    return f"{m['y']}-{int(m['m']):02d}/.." if 0 < int(m["m"]) < 13 else None


def _this_month(m: re.Match[str], today: dt.date | None) -> str | None:
    """A month without its year is the last one of that name, seen from the article's date."""
    month = int(m["m"])
    if today is None or not 0 < month < 13:
        return None
    return f"{today.year if month <= today.month else today.year - 1}-{month:02d}"


def _months(m: re.Match[str], today: dt.date | None) -> str | None:
    year = m["y"] or (str(today.year) if today else None)
    if year is None:
        return None
    n = int(m["n"]) if m["n"].isdecimal() else {"ba": 3, "sáu": 6, "chín": 9}[m["n"]]
    if not 1 <= n <= 12:
        return None
    return f"{year}-01/{year}-{n:02d}" if m["which"] == "đầu" else f"{year}-{13 - n:02d}/{year}-12"


def _month(m: re.Match[str], today: dt.date | None) -> str | None:
    return f"{m['y']}-{int(m['m']):02d}" if 0 < int(m["m"]) < 13 else None


def _quarter(m: re.Match[str], today: dt.date | None) -> str | None:
    year = m["y"] or (str(today.year) if today else None)
    q = _QUARTERS[m["q"]]
    return f"{year}-{3 * q - 2:02d}/{year}-{3 * q:02d}" if year else None


def _this_year(m: re.Match[str], today: dt.date | None) -> str | None:
    return str(today.year) if today else None


def _last_year(m: re.Match[str], today: dt.date | None) -> str | None:
    return str(today.year - 1) if today else None


_SINCE = rf"(?:từ|kể từ|tính từ|từ sau|từ khi[^.;:]{{1,60}}?\()(?:[ ]đầu)?(?:[ ]?năm)?[ ]?(?P<y>{_Y})\)?"
_SPAN = rf"(?:giai đoạn|nhiệm kỳ|từ năm|trong các năm|các năm|năm|từ)?[ ]?\(?(?P<y>{_Y})[ ]?(?:-|–|đến năm|đến)[ ]?(?P<z>{_Y})\)?"
_PART = rf"(?:(?:trong|qua)[ ])?(?P<n>\d{{1,2}}|ba|sáu|chín)[ ]tháng[ ](?P<which>đầu|cuối)[ ]năm(?:[ ](?P<y>{_Y})|(?![ ]?\d))"
_DAY = rf"(?:kể )?từ (?:ngày[ ])?(?P<d>\d{{1,2}})[/-](?P<m>\d{{1,2}})[/-](?P<y>{_Y})(?![^.;]{{0,25}} đến)"
_ONE_YEAR = (
    rf"(?:đến hết|đến cuối|hết|cuối|tính đến hết|trong|đến)?[ ]?năm(?:[ ]học)?[ ](?P<y>{_Y})(?![ ]?[-–/]?[ ]?\d)"
)

_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date | None], str | None]], ...] = tuple(
    (re.compile(rf"(?<!\w){pattern}"), rule)
    for pattern, rule in (
        (rf"{_SINCE}[ ](?:đến|tới)[ ](?:nay|thời điểm này)", _since),
        (rf"(?:kể )?từ[ ](?:tháng[ ])?(?P<m>\d{{1,2}})[/-](?P<y>{_Y})[ ]đến[ ]nay", _since_month),
        (
            rf"từ (?:ngày|khi)[ ][^.;:()]{{1,60}}\((?:ngày )?(?P<d>\d{{1,2}})[/-](?P<m>\d{{1,2}})[/-](?P<y>{_Y})\) đến nay",
            _since_day,
        ),
        (_DAY, _since_day),
        (_SPAN, lambda m, _: f"{m['y']}/{m['z']}"),
        (_PART, _months),
        (rf"quý[ ](?P<q>iv|iii|ii|i|[1-4])(?!\w)(?:[ ]?(?:/|năm|-)[ ]?(?P<y>{_Y}))?", _quarter),
        (rf"tháng[ ](?P<m>\d{{1,2}})[ ]?(?:/|-|\.|năm)[ ]?(?P<y>{_Y})", _month),
        (rf"(?:đến|hết|cuối|trong|vào|dự kiến)[ ](?P<m>\d{{1,2}})[/-](?P<y>{_Y})", _month),
        (rf"(?<=[%g] )\((?:năm[ ])?(?P<y>{_Y})\)", lambda m, _: m["y"]),
        (_ONE_YEAR, lambda m, _: m["y"]),
        (r"(?:trong|hết|đến hết|của)[ ]tháng[ ](?P<m>\d{1,2})(?![\w/.,-]|[ ](?:năm|đến|và|tới|âm|sắp))", _this_month),
        (r"(?:từ nay )?đến (?:hết|cuối) năm(?![ ]?\d|[ ](?:nay|học|sau|tới|ngoái))(?!\w)", _this_year),
        (r"từ đầu năm đến (?:nay|thời điểm này)", _this_year),
        (r"năm nay(?!\w)", _this_year),
        (r"năm (?:qua|ngoái|vừa qua|trước)(?!\w)", _last_year),
    )
)
_NOT_OF_THE_FIGURE = re.compile(
    r"(?:so với|so cùng kỳ|cùng kỳ|hơn|theo|kế hoạch|nghị quyết|luật|quyết định|chỉ thị|bằng|của|trước|sau|tầm nhìn|"
    r"thành lập|ra đời|tái lập|chia tách|"
    r"tầm nhìn đến)[ ](?:cùng kỳ[ ])?$"
)
_MANY = re.compile(r"(?:\d+|những|các|nhiều|mấy|hai|ba|bốn|năm)[ ]$")


def find_periods(folded: str, start: int, end: int, today: dt.date | None) -> Iterator[Period]:
    """The periods named in `folded[start:end]` that figures there can hold for, in order; those of a comparison or of a
    document are none."""
    found: list[Period] = []
    for pattern, rule in _RULES:
        for m in pattern.finditer(folded, start, end):
            span = Span(m.start(), m.end())
            if any(span.overlaps(p.span) for p in found):
                continue
            before = folded[max(start, span.start - 24) : span.start]
            if _NOT_OF_THE_FIGURE.search(before) or (rule is _last_year and _MANY.search(before)):
                continue
            edtf = rule(m, today)
            if edtf:
                found.append(Period(span, edtf))
    return iter(sorted(found, key=lambda p: p.span))


_NOW = ["hiện nay", "hiện tại", "đến nay", "tới nay", "đến thời điểm này", "bây giờ", "trước đây", "trước kia"]
_BEHIND_HIEN = [
    "có",
    "toàn",
    "xã",
    "huyện",
    "thị",
    "thành",
    "tỉnh",
    "phường",
    "đảng",
    "chi",
    "còn",
    "địa",
    "trên",
    "tại",
]
_NO_HIEN = "".join(f"(?<!{word} )" for word in ("thực", "thể", "biểu", "xuất", "phát", "tái", "cải"))
NOW = re.compile(rf"(?<!\w)(?:{'|'.join(_NOW)}|{_NO_HIEN}hiện(?= (?:{'|'.join(_BEHIND_HIEN)})))(?!\w)")
"""Words that end the frame of an earlier period."""

_REPORT = re.compile(r"(?<!\w)(?:tổng kết|sơ kết|giao ban|báo cáo|kết quả|phiên họp|kiểm điểm)(?!\w)")


def report_period(folded: str, spans: Iterable[Span], today: dt.date | None) -> str | None:
    """The period that an article reports on as a whole, None where its opening names none or several.

    Its headline or first sentences say it: "sơ kết 6 tháng đầu năm 2019", "giao ban tháng 6/2019".
    """
    named = {
        p.edtf
        for span in spans
        if _REPORT.search(folded, span.start, span.end)
        for p in find_periods(folded, span.start, span.end, today)
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
