"""Dates in running text, whole and partial.

    date   = day | month | year
    day    = ["ngày"] D sep M sep Y                    17/8/2019, 17-8-2019, 4.7.2007 (both separators alike)
           | ["ngày"] D "tháng" M ["năm" Y]            ngày 5 tháng 2 năm 2026
           | before_day D sep M                        sáng 16/4, ngày 10/3 và 15/3, chiều 13-5, sáng 30.4
    month  = "tháng" M [(sep | "năm") Y] | M "/" Y     tháng 4/2016, tháng 4 năm 2016, 8/2019
    year   = "năm" Y                                   năm 2016

Not dates: shares ("19/21 công chức"), numbers of documents ("30/2020/NĐ-CP", "số 05/2019"), spans of years
("năm 2016-2020", which are periods) and days of the lunar calendar.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_WORDS = table("reportgen.vietnamese", "dates.toml")

_D, _M, _Y = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19[3-9]\d|20\d\d)"
_NAM = r"(?:,?[ ]+năm[ ]+)"
_DATE = re.compile(
    rf"""(?<![\w.,/%])(?<![^\W\d]-)(?:
      (?:ngày[ ]+)?(?P<d1>{_D})[ ]?(?P<sep>[/.–-])[ ]?(?P<m1>{_M})(?:[ ]?(?P=sep)[ ]?|{_NAM})(?P<y1>{_Y})
    | (?:ngày[ ]+)?(?P<d2>{_D})[ ]+tháng[ ]+(?P<m2>{_M})(?!\d)(?:(?:{_NAM}|[ ]?[/-][ ]?)(?P<y2>{_Y}))?
    | (?P<ngay>ngày[ ]+)?(?P<d3>{_D})(?P<sep3>/|[ ]?-[ ]?|\.)(?P<m3>{_M})(?![ ]+tháng)
    | (?:tháng[ ]+)(?P<m4>{_M})(?!\d)(?:(?:{_NAM}|[ ]?[/.–-][ ]?)(?P<y4>{_Y}))?
    | (?P<m5>{_M})/(?P<y5>{_Y})
    | năm[ ]+(?P<y6>{_Y})(?![ ]?[-–—/][ ]?\d)
    )(?![\d/]|[-–.,]\d|-[a-zđ]|[ ]?%|[ ]+âm[ ]lịch)""",
    re.VERBOSE,
)
_BEFORE_DAY = re.compile(
    rf"{starting(_WORDS['before_day'])}[ ,(]+"
    rf"(?:{_D}(?:/{_M})?(?:/{_Y})?[ ]*{alternation(_WORDS['between_days'])}[ ]*)*$"
)
_BEFORE_NUMBER = re.compile(rf"{starting(_WORDS['before_number'])}[ ]+$")
_PART_OF_DAY = re.compile(r"\b(?:sáng|trưa|chiều|tối|đêm)[ ]+(?:nay[ ]*[(,][ ]*)?$")
_SINCE = re.compile(r"\b(?:từ|đến hết|hết)[ ]$")
_CHANGES = re.compile(r"[ ]?(?:lên|xuống|đến|tới|-|–)")  # "từ 5.3 lên 7.8"
_PER_DAY = re.compile(r"\b(?:mỗi|một|bình quân)[ ]$")
_AMOUNT = re.compile(r"[ ]?(?:nghìn|triệu|tỷ|tỉ|tấn|tạ|kg|ha|m\b|km|đồng|%|lượt|ca)")
_REACH = 60  # how far back the words before a date are looked for


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written, whole or in part. `span` holds the words "ngày", "tháng", "năm" that belong to it."""

    span: Span
    year: int | None
    month: int | None
    day: int | None

    @property
    def iso(self) -> str:
        """The date in ISO 8601, cut short or with dashes where parts are unsaid.

        >>> [m.iso for m in find_dates("ngày 13/3/2018, tháng 4/2016, năm 2016, ngày 16/4, tháng 9")]
        ['2018-03-13', '2016-04', '2016', '--04-16', '--09']
        """
        if self.year is None:
            return f"--{self.month:02}" + (f"-{self.day:02}" if self.day else "")
        return f"{self.year}" + (f"-{self.month:02}" if self.month else "") + (f"-{self.day:02}" if self.day else "")

    @property
    def date(self) -> dt.date | None:
        """The calendar day, None where a part is unsaid."""
        return dt.date(self.year, self.month, self.day) if self.year and self.month and self.day else None


def find_dates(string: str, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """The dates in `string[start:end]`, in order; spans count in `string`.

    >>> [(m.span.of(s), m.iso) for s in ["Ngày 5 tháng 2 năm 2026 có 19/21 công chức"] for m in find_dates(s)]
    [('Ngày 5 tháng 2 năm 2026', '2026-02-05')]
    """
    end = len(string) if end is None else end
    left = max(0, start - _REACH)
    folded = fold(string[left : end + 12])  # beyond the end only to see what follows
    return tuple(m for m in _mentions(folded, left) if m.span.start >= start and m.span.end <= end)


def _mentions(folded: str, left: int) -> Iterator[DateMention]:
    for m in _DATE.finditer(folded):
        g = m.groupdict()
        day = g["d1"] or g["d2"] or g["d3"]
        month = g["m1"] or g["m2"] or g["m3"] or g["m4"] or g["m5"]
        year = g["y1"] or g["y2"] or g["y4"] or g["y5"] or g["y6"]
        before = folded[max(0, m.start() - _REACH) : m.start()]
        if g["d3"] and not _is_day(folded, m, before):
            continue
        if g["m5"] and _BEFORE_NUMBER.search(before):
            continue
        if day and not _exists(int(year or 2000), int(month), int(day)):
            continue
        span = Span(m.start() + left, m.end() + left)
        yield DateMention(span, int(year) if year else None, int(month) if month else None, int(day) if day else None)


def _is_day(folded: str, m: re.Match[str], before: str) -> bool:
    """True where a day and month without a year are told apart from a share, a range and an amount."""
    if m["sep3"] == "/":
        return bool(m["ngay"] or _BEFORE_DAY.search(before))
    if m["sep3"] == "." and (_PER_DAY.search(before) or _AMOUNT.match(folded, m.end())):
        return False  # "mỗi ngày 5.3 tấn"
    if _SINCE.search(before):
        return m["sep3"] == "." and not _CHANGES.match(folded, m.end())
    return bool(m["ngay"] or _PART_OF_DAY.search(before))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
