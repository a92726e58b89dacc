"""When a story is told: the day that "năm nay" and "quý I" are counted from.

told = published                                                     the page's own date
     | event , "/" , year                                            Chiều 12-5-2017, …
     | event , in the year that the story reports on                 Sáng nay (6-2), … quý I-2017
     | the end of the year that the story reports on                 9 tháng đầu năm … so với cùng kỳ năm 2018
event  = a day in the first sentences of the story
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from reportgen.text import Span
from reportgen.vietnamese.dates import DateMention, find_dates
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "periods.toml")
_Y = r"(?:20[0-4]\d)"
_FIRST = 3  # sentences in which the event of a story is told
_ALIKE = re.compile(rf"(?<!\w)cùng kỳ(?: của)?(?: năm)? (?P<y>{_Y})(?!\d)")
_PART = re.compile(
    rf"(?<!\w)(?:quý (?:iv|iii|ii|i|[1-4])[ ]?(?:/|-|năm)[ ]?|\w+ tháng (?:đầu|cuối) năm )(?P<y>{_Y})(?!\d)"
)
_YEAR = re.compile(rf"(?<![\d.,])(?:19[4-9]\d|{_Y})(?![\d.,]\d|\d|[ ]?%)")
_LATER = re.compile(rf"{starting(_TABLE['later']['words'])}[ ]$|\d{{4}}[ ]?[-–][ ]?$")
"""Before a year that may lie ahead: "đến năm 2030", "giai đoạn 2021-2025"."""
_EVENT = re.compile(rf"(?:^|[.,:;(“\"][ ]*)(?:{alternation(_TABLE['event']['words'])}[ ,(]*)?(?:ngày[ ])?$")


def told_on(string: str, folded: str, sentences: Sequence[Span], published: dt.date | None) -> dt.date | None:
    """The day on which the story in `sentences` was told, `published` where the page says it; the last day of the year
    where the story says no more than the year that it reports on, None where it says neither, or two."""
    if published or not sentences:
        return published
    story = Span(sentences[0].start, sentences[-1].end)
    years = [int(m[0]) for m in _YEAR.finditer(folded, story.start, story.end) if not _is_later(folded, m.start())]
    if not years:
        return None
    lead = [d for s in sentences[:_FIRST] for d in find_dates(string, s.start, s.end) if _is_event(folded, s, d)]
    whole = {d.date for d in lead if d.date}
    if len(whole) == 1 and (day := whole.pop()).year >= max(years):
        return day
    reported = {int(m["y"]) + 1 for m in _ALIKE.finditer(folded, story.start, story.end)}
    reported |= {int(m["y"]) for m in _PART.finditer(folded, story.start, story.end) if not _is_alike(folded, m)}
    if len(reported) != 1 or (year := reported.pop()) < max(years):
        return None
    days = {(d.month, d.day) for d in lead if d.day and d.month and not d.year}
    month, day_of = days.pop() if len(days) == 1 else (12, 31)
    return dt.date(year, month or 12, day_of or 31)


def _is_later(folded: str, at: int) -> bool:
    return _LATER.search(folded, max(0, at - 24), at) is not None


def _is_alike(folded: str, m: re.Match[str]) -> bool:
    """True where a part of a year is only compared with: "so với 6 tháng đầu năm 2016"."""
    return folded[: m.start()].endswith(("so với ", "so ", "cùng kỳ ", "hơn ", "bằng "))


def _is_event(folded: str, sentence: Span, date: DateMention) -> bool:
    return date.day is not None and _EVENT.search(folded[sentence.start : date.span.start]) is not None
