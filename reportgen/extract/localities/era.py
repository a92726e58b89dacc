"""When a story is told: on which map its units are looked up.

The page's date settles it. Without one, the story's own words do: a huyện, a quận, a thị xã or a thị trấn that is not called
former is older than 1/7/2025, and so is a tỉnh that was merged into another then; a former one ("huyện Vân Hồ cũ",
"trước sáp nhập") and a later day tell of the map since.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportgen.extract.localities.mentions import Mention
from reportgen.gazetteer import REFORM, Row, gazetteer
from reportgen.model import Article
from reportgen.vietnamese.dates import find_dates

_REFORM_DAY = dt.date.fromisoformat(REFORM)
_GONE = frozenset({"huyện", "quận", "thị xã", "thị trấn"})
_LATER = ("chính quyền địa phương 2 cấp", "chính quyền địa phương hai cấp", "mô hình chính quyền 2 cấp")


@dataclass(frozen=True, slots=True)
class Era:
    """`day` is the page's date, `reformed` whether the map is that since 1/7/2025; None where nothing tells."""

    day: dt.date | None
    reformed: bool | None

    def holds(self, row: Row) -> bool:
        """True when `row` is on a map that the story may be told on."""
        return self.reformed is None or row.today == self.reformed


def era_of(article: Article, folded: str, mentions: Sequence[Mention]) -> Era:
    """The era of `article`."""
    if article.published:
        return Era(article.published, article.published >= _REFORM_DAY)
    gone = sum(not m.former and (m.level in _GONE or _gone_province(m, article.text.string)) for m in mentions)
    former = sum(m.former for m in mentions)
    if former >= gone and (any(words in folded for words in _LATER) or _latest(article) >= _REFORM_DAY):
        return Era(None, True)
    return Era(None, False if gone else None)


def _gone_province(mention: Mention, string: str) -> bool:
    """True for a province that is no more since 1/7/2025."""
    return mention.level == "tỉnh" and mention.run.of(string) in _gone_provinces()


@cache
def _gone_provinces() -> frozenset[str]:
    rows = gazetteer().provinces()
    return frozenset(r.name for r in rows if not r.today) - {r.name for r in rows if r.today}


_NEAR_REFORM = re.compile(r"20(?:2[5-9]|[3-9]\d)")


def _latest(article: Article) -> dt.date:
    """The latest day or month that the story dates, the first of days where it dates none near the reform."""
    if not _NEAR_REFORM.search(article.text.string):
        return dt.date.min
    found = [m for block in article.blocks for m in find_dates(article.text.string, block.span.start, block.span.end)]
    return max(
        (dt.date(m.year, m.month, m.day or 1) for m in found if m.year and m.month and m.day), default=dt.date.min
    )
