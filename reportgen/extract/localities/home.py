"""The home of a story: the province whose newspaper, or whose office, prints it.

It settles names that several provinces share, and it is what "UBND tỉnh", "toàn tỉnh" mean where the story names no province.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportgen.extract.localities.era import Era
from reportgen.extract.localities.lexicon import DATA
from reportgen.extract.localities.mentions import Mention
from reportgen.extract.localities.resolve import Resolved
from reportgen.gazetteer import Gazetteer, Row
from reportgen.model import Article, Unit
from reportgen.parse.newspapers import newspaper_province
from reportgen.text import Span
from reportgen.vietnamese.patterns import starting

_HOST = re.compile(r"(?:[a-z0-9-]+\.)*?([a-z]+)\.gov(?:\.vn)?", re.IGNORECASE)
BODIES = {level: re.compile(rf"{starting(words)}(?!\w)") for level, words in DATA["home"].items()}
LEAD = 600  # characters of the first paragraph that count as its lead
_ENOUGH = 2  # so many bodies of the province, one of them in the lead, make it what the story is about


def home_rows(article: Article, units: Gazetteer) -> tuple[Row, ...]:
    """The province of the newspaper of `article` as it was and as it is, nothing for a national one."""
    return _rows_of(article.newspaper, units) if article.newspaper else ()


@lru_cache(maxsize=256)
def _rows_of(paper: str, units: Gazetteer) -> tuple[Row, ...]:
    name = newspaper_province(paper)
    if name is None and (host := _HOST.fullmatch(paper.strip("() -/"))):
        name = next((r.name for r in units.provinces() if _ascii(r.name) == host[1].lower()), None)
    rows = units.find(name, "province") if name else ()
    return tuple(dict.fromkeys(r for row in rows for r in (row, *units.successors(row))))


def _ascii(name: str) -> str:
    bare = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in bare if c.isascii() and c.isalnum()).lower()


def home_bodies(
    article: Article, folded: str, home: Sequence[Row], era: Era, units: Gazetteer, found: Sequence[Resolved]
) -> Iterator[Resolved]:
    """The bodies without a name ("UBND tỉnh", "toàn tỉnh") of a province that the story is about without naming it.

    The province is that of the units that the story names, else that of the newspaper.
    """
    story = [b.span for b in article.blocks if b.kind != "caption"]
    unit = _province(home, era, units, found)
    if unit is None or not story or any(span.covers(r.span) for r in found for span in article.title_spans):
        return
    spans = [Span(*m.span()) for s in story for m in BODIES[unit.level].finditer(folded, s.start, s.end)]
    lead = Span(story[0].start, story[0].start + LEAD)
    if spans and (not found or (len(spans) >= _ENOUGH and lead.covers(spans[0]))):
        yield from (Resolved(span, unit, Mention(span.start, span, unit.level)) for span in spans)


def _province(home: Sequence[Row], era: Era, units: Gazetteer, found: Sequence[Resolved]) -> Unit | None:
    """The province that the story may be about without naming it."""
    if any(not r.above for r in found):
        return None
    tops = {r.above[0] for r in found}
    if tops:
        return tops.pop() if len(tops) == 1 else None
    row = next((r for r in home if r.on(era.day) and era.holds(r)), None)
    return units.unit(row, era.day) if row else None
