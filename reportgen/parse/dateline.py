"""The date that a page prints for its story: a line of its own, never a date of the story.

dateline = [label] [section] [weekday] {date | time} [zone] [counter]
label = "Ngày đăng" | "Cập nhật" | …; section = a few words that name a part of the paper
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from reportgen.parse.lines import Line

_DATE = re.compile(
    r"""(?<!\d)(?:
      (?P<y1>(?:19|20)\d\d)[-/](?P<m1>\d{1,2})[-/](?P<d1>\d{1,2})
    | (?P<y2>20[0-4]\d)(?P<m2>0\d|1[0-2])(?P<d2>[0-2]\d|3[01])
    | (?P<d3>\d{1,2})\s*(?:[/.-]|\s)\s*(?P<m3>\d{1,2})\s*(?:[/.-]|\s)\s*(?P<y3>(?:19|20)\d\d)
    | (?P<d4>\d{1,2})[/.-](?P<m4>\d{1,2})[/.-](?P<y4>\d\d)
    | (?:ngày\s+)?(?P<d5>\d{1,2})\s+tháng\s+(?P<m5>\d{1,2})[\s,]+(?:năm\s+)?(?P<y5>(?:19|20)\d\d)
    )(?!\d)""",
    re.VERBOSE,
)
_TIME = re.compile(
    r"\b\d{1,2}\s?(?::|h|g|giờ\s?)\s?\d{2}(?:\s?(?::|')\s?\d{2}|\s?phút|')?(?:\s?(?:am|pm|sa|ch))?\b|\bt?\d\d:\d\d:\d\d\S*"
)
_WEEKDAY = re.compile(r"(?:thứ\s?(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s?nhật|cn)(?!\w)")
_ZONE = re.compile(r"[(\[]?\s*(?:gmt|utc)\s*\+?\s*\d*\s*[)\]]?")
_LABEL = re.compile(
    r"\b(?:ngày\s+(?:đăng|xuất bản|cập nhật|tạo|viết)|đăng\s+(?:lúc|ngày)|cập\s+nhật(?:\s+(?:lúc|ngày))?|xuất\s+bản"
    r"|thời\s+gian|posted\s+on|published|date|ngày|lúc|vào|hồi|đã đăng)\b"
)
_COUNTER = re.compile(r"\b(?:lượt\s+xem|đã\s+xem|số\s+lượt\s+xem|lượt\s+đọc)\b\s*:?\s*[\d.,]*|[\d.,]+\s+lượt\s+xem")
_UPDATED = re.compile(r"cập\s+nhật")
_SECTION_WORDS = 6
_HEADLINE_WORDS = 36
_HEAD = 8  # lines from the top in which a section stands above the date


def dateline(line: Line) -> tuple[dt.date, bool] | None:
    """The date on `line` where it is a dateline, and whether it is only that of an update.

    >>> from reportgen.parse.lines import lines
    >>> [dateline(x)[0].isoformat() for x in lines("Thứ Ba, 29/11/2016, 07:35 [GMT+7]\\n08:51 08/08/2019")]
    ['2016-11-29', '2019-08-08']
    """
    words = line.folded
    if len(words) > 140:
        return None
    m = _DATE.search(words)
    date = _date(m) if m else None
    if m is None or date is None:
        return None
    rest = words[: m.start()] + " " + words[m.end() :]
    clock = bool(_TIME.search(rest) or _WEEKDAY.search(rest) or _ZONE.search(rest))
    labelled = bool(_LABEL.search(words[: m.start()]) or _COUNTER.search(rest)) or rest.strip(" ()[]|-–•.,") == ""
    updated = bool(_UPDATED.search(words[: m.start()]))
    for pattern in (_DATE, _TIME, _ZONE, _COUNTER, _WEEKDAY, _LABEL):
        rest = pattern.sub(" ", rest)
    left = rest.strip(" ()[]|-–—•.,:;/=#+_\n").split()
    if not (clock or labelled) or len(left) > _SECTION_WORDS * clock or any(c.isdigit() for w in left for c in w):
        return None
    # A line that ends in a full stop after words is a sentence: "Cập nhật lúc 5 giờ …" is not one.
    return None if left and line.words.endswith(".") else (date, updated)


def _date(m: re.Match[str]) -> dt.date | None:
    g = m.groupdict()
    year, month, day = (next((int(g[f"{p}{i}"]) for i in range(1, 6) if g[f"{p}{i}"]), 0) for p in "ymd")
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _is_section(line: Line, below: Sequence[Line]) -> bool:
    """True for the name of a part of the paper above the dateline, where the headline stands below it."""
    return (
        dateline(line) is None
        and line.count <= _SECTION_WORDS
        and not line.words.endswith((":", ".", "?", "!"))
        and any(line.count < other.count <= _HEADLINE_WORDS and not other.stopped for other in below)
    )


def published(lines: Sequence[Line]) -> tuple[dt.date | None, tuple[Line, ...]]:
    """The page's date, None where it prints none, and `lines` without datelines. An update counts where nothing else is
    said; of several dates the first counts."""
    found: list[tuple[bool, int, dt.date]] = []
    kept: list[Line] = []
    for at, line in enumerate(lines):
        if hit := dateline(line):
            found.append((hit[1], len(found), hit[0]))
            if kept and 0 < at < _HEAD and _is_section(lines[at - 1], lines[at + 1 : at + 2]):
                kept.pop()
        else:
            kept.append(line)
    return (min(found)[2] if found else None), tuple(kept)
