"""When a story is told: the day on which its units are taken to have stood.

The page's date settles it. Without one, units that are no more (a huyện, a quận, a thị xã, a thị trấn) tell that the story is older
than 1/7/2025, and so do the latest days that the story itself dates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from reportgen.extract.localities.mentions import Mention
from reportgen.model import Article
from reportgen.vietnamese.dates import find_dates

REFORM_DAY = dt.date(2025, 7, 1)
_EVE = REFORM_DAY - dt.timedelta(days=1)


def day_of(article: Article, mentions: Iterable[Mention]) -> dt.date | None:
    """The day for which the units of `article` are looked up; None where nothing tells."""
    if article.published:
        return article.published
    found = [m for block in article.blocks for m in find_dates(article.text.string, block.span.start, block.span.end)]
    days = [dt.date(m.year, m.month, m.day or 1) for m in found if m.year and m.month]
    latest = max((day for day in days if day.year <= dt.date.max.year), default=None)
    gone = sum(m.level in {"huyện", "quận", "thị xã", "thị trấn"} and not m.former for m in mentions)
    if gone >= 2 or (gone and (latest is None or latest < REFORM_DAY)):
        return min(latest, _EVE) if latest else None
    return latest


def reformed(day: dt.date | None, mentions: Iterable[Mention]) -> bool | None:
    """True when the units are those since 1/7/2025, False when those before, None when nothing tells."""
    if day is not None:
        return day >= REFORM_DAY
    gone = any(m.level in {"huyện", "quận", "thị xã", "thị trấn"} and not m.former for m in mentions)
    return False if gone else None
