"""Provinces without a level word that stand beside each other, and districts beside their province.

list = province [":" figure] sep province …       "(Hà Nam, Tây Ninh)", "Hà Giang: 136 xã, Cao Bằng: 118 xã"
pair = district link province                     "Hải Hậu, Nam Định", "Đà Lạt (Lâm Đồng)"

One name alone may be a person's, a street's or a dish's; beside each other they are places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.extract.localities.bare import name_runs, part_of_a_name
from reportgen.extract.localities.era import Era
from reportgen.extract.localities.lexicon import ABOVE_LINK, NOT_HERE, WRITTEN_BEFORE
from reportgen.extract.localities.mentions import Mention, level_at
from reportgen.extract.localities.resolve import Resolved
from reportgen.gazetteer import Gazetteer, Row
from reportgen.model import Article
from reportgen.text import Span
from reportgen.vietnamese.letters import UPPER

_COUNTED = re.compile(r"[ \u00a0]?:[ \u00a0]?\d")
_FIGURE = r"(?:[ \u00a0]?:?[ \u00a0]?\d[\d.,]*[^,;.:()\n\d]{0,30})?"
_NEXT = re.compile(rf"{_FIGURE}[ \u00a0]?(?:,[ \u00a0]?và|[,;]|và)[ \u00a0]")
_CHAIN = re.compile(rf"[{UPPER}][\w'’]*[ \u00a0]?,[ \u00a0]$")  # an address: "trú số 5 Hoa Mai, Cẩm Lệ, Đà Nẵng"
_REACH = 70


def listed_provinces(
    article: Article, folded: str, found: Sequence[Resolved], era: Era, units: Gazetteer, *, counted: bool
) -> Iterator[Resolved]:
    """The bare provinces of `article` beside another one; only those with figures of their own where `counted`."""
    string = article.text.string
    known = {r.span.start: r.span for r in found if len(r.unit.path) == 1}
    for block in article.blocks:
        if block.kind == "caption":
            continue
        new = list(_provinces(string, folded, block.span, found, era, units))
        spans = sorted([span for span, _ in new] + [s for s in known.values() if block.span.covers(s)])
        beside = {s for a, b in pairwise(spans) if _NEXT.fullmatch(folded, a.end, b.start) for s in (a, b)}
        for span, row in new:
            if counted and not _COUNTED.match(folded, span.end):
                continue
            if span in beside:
                yield Resolved(span, units.unit(row, era.day), Mention(span.start, span, row.level))


def districts_beside(
    article: Article, folded: str, found: Sequence[Resolved], era: Era, units: Gazetteer
) -> Iterator[Resolved]:
    """The bare districts of `article` before the name of their province, where it has one of that name."""
    string = article.text.string
    for block in article.blocks:
        if block.kind == "caption":
            continue
        for span in name_runs(string, block.span):
            link = ABOVE_LINK.match(folded, span.end)
            rows = units.find(span.of(string), "district") if link and not level_at(string, folded, link.end()) else ()
            if not rows or units.find(span.of(string), "province") or any(span.overlaps(r.span) for r in found):
                continue
            written = WRITTEN_BEFORE.search(folded, max(0, span.start - _REACH), span.start)
            if written or _CHAIN.search(string, max(0, span.start - _REACH), span.start):
                continue
            if _away(folded, span) or part_of_a_name(string, folded, span, block.span):
                continue
            rest = Span(link.end() if link else span.end, block.span.end)
            above = next(
                (row for s, row in _provinces(string, folded, rest, (), era, units) if s.start == rest.start), None
            )
            inside = {r.code: r for r in rows if era.holds(r) and above and units.top(r, era.day).code == above.code}
            if len(inside) == 1 and above:
                unit = units.unit(next(iter(inside.values())), era.day)
                yield Resolved(span, unit, Mention(span.start, span, unit.level), (units.unit(above, era.day),))


def _provinces(
    string: str, folded: str, span: Span, found: Sequence[Resolved], era: Era, units: Gazetteer
) -> Iterator[tuple[Span, Row]]:
    for here in name_runs(string, span):
        rows = [r for r in units.find(here.of(string), "province") if era.holds(r)]
        if not rows or _away(folded, here) or any(here.overlaps(r.span) for r in found):
            continue
        if not part_of_a_name(string, folded, here, span):
            yield here, next((r for r in rows if not r.today), rows[0])


def _away(folded: str, span: Span) -> bool:
    return NOT_HERE.search(folded, max(0, span.start - _REACH), span.start) is not None
