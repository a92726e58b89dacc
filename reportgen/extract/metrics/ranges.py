"""Periods from one point in time to another, and days up to which a figure holds.

range = ["kể"] , "từ" , [ edge ] , point , ( "đến" | "tới" | "-" ) , [ edge ] , point     từ năm 2016 đến hết tháng 7/2018   2016/2018-07
since = ["kể"] , "từ" , [ edge ] , point , "đến nay"                                       từ tháng 5/2018 đến nay            2018-05/..
      | ["kể"] , "từ" , [ edge ] , point                                                   từ năm 2018                        2018/..
until = [ "tính" ] , "đến" , [ edge ] , day                                                đến ngày 30/6/2019                 2019-06-30
point = year | month | day ;   edge = "đầu" | "cuối" | "hết" | …
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

_Y = r"(?:19[4-9]\d|20[0-4]\d)"
_SEP = r"[ ]?[/.-][ ]?"
_EDGE = r"(?:(?:đầu|cuối|giữa|hết|trước|khoảng|thời điểm|sáng|trưa|chiều|tối)[ ])*"
_FROM = r"(?:kể |tính )?từ[ ](?:sau[ ])?"
_TO = r"[ ]?(?:,[ ])?(?:(?:cho[ ])?(?:đến|tới)|-|–)[ ]"


def _point(n: int) -> str:
    """A year, month or day with its year, in groups d, m, y that end in `n`."""
    return (
        rf"(?:(?:ngày[ ])?(?P<d{n}>\d{{1,2}}){_SEP}(?P<m{n}>\d{{1,2}}){_SEP}(?P<y{n}>{_Y})"
        rf"|(?:tháng[ ])?(?P<mm{n}>\d{{1,2}})(?:{_SEP}|[ ]năm[ ])(?P<my{n}>{_Y})|(?:năm[ ])?(?P<yy{n}>{_Y}))(?![\d/])"
    )


def _iso(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """The point in ISO 8601, None where there is no such day."""
    try:
        dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return year + (f"-{int(month):02d}" if month else "") + (f"-{int(day):02d}" if day else "")


def _read(m: re.Match[str], n: int) -> str | None:
    if m[f"y{n}"]:
        return _iso(m[f"y{n}"], m[f"m{n}"], m[f"d{n}"])
    return _iso(m[f"my{n}"], m[f"mm{n}"]) if m[f"my{n}"] else _iso(m[f"yy{n}"])


def _between(start: str | None, end: str | None) -> str | None:
    return f"{start}/{end}" if start and end and start < end else None


def _range(m: re.Match[str], today: dt.date | None) -> str | None:
    return _between(_read(m, 1), _read(m, 2))


def _same_year(m: re.Match[str], today: dt.date | None) -> str | None:
    """The year of the end is the beginning's, too: "từ tháng 1 đến tháng 9/2019", "từ ngày 1/1 đến 30/6/2019"."""
    end = _read(m, 2)
    year = m["y2"] or m["my2"]
    start = _iso(year, m["m"], m["d"]) if year else None
    return _between(start, end)


def _since(m: re.Match[str], today: dt.date | None) -> str | None:
    start = _read(m, 1)
    return f"{start}/.." if start else None


def _until(m: re.Match[str], today: dt.date | None) -> str | None:
    if m["y"]:
        return _iso(m["y"], m["m"], m["d"])
    if today is None:
        return None
    day = _iso(str(today.year), m["m"], m["d"])
    return day if day and day <= today.isoformat() else _iso(str(today.year - 1), m["m"], m["d"])


RANGES: tuple[tuple[str, Callable[[re.Match[str], dt.date | None], str | None]], ...] = (
    (rf"{_FROM}{_EDGE}{_point(1)}{_TO}{_EDGE}{_point(2)}", _range),
    (
        rf"{_FROM}{_EDGE}(?:ngày[ ])?(?:(?P<d>\d{{1,2}}){_SEP}|tháng[ ])(?P<m>\d{{1,2}}){_TO}{_EDGE}{_point(2)}",
        _same_year,
    ),
    (rf"{_FROM}{_EDGE}{_point(1)},?[ ](?:cho[ ])?(?:đến|tới)[ ](?:nay|thời điểm này|thời điểm hiện tại)", _since),
    (rf"từ (?:ngày|khi)[ ][^.;:()]{{1,60}}\((?:ngày |năm |tháng )?{_point(1)}\) đến nay", _since),
    (rf"{_FROM}{_EDGE}{_point(1)}(?![ ]?(?:-|–|trở về trước)|[^.;,]{{0,25}}[ ](?:đến|tới)[ ])", _since),
    (
        rf"(?:tính[ ])?(?:đến|tới)[ ]{_EDGE}(?:ngày[ ])?(?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}}){_SEP}(?P<y>{_Y})(?![\d/])",
        _until,
    ),
    (
        rf"(?:(?:tính[ ])?(?:đến|tới)[ ]{_EDGE}ngày[ ]|(?:đến|tới)[ ](?:hết[ ])?(?:sáng|trưa|chiều|tối)[ ])"
        r"(?P<d>\d{1,2})[ ]?[/.-][ ]?(?P<m>\d{1,2})(?P<y>(?!))?(?![\d/.-]|[ ]?%|[ ]?-)",
        _until,
    ),
)
"""Patterns and how they are read, the first that fits counts."""
