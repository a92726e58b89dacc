"""Provinces without a level word that stand beside each other, and districts beside their province.

list = province [":" figure] sep province …       "(Hà Nam, Tây Ninh)", "Hà Giang: 136 xã, Cao Bằng: 118 xã"
pair = district link province                     "Hải Hậu, Nam Định", "Đà Lạt (Lâm Đồng)"

One name alone may be a person's, a street's or a dish's; beside each other they are places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.extract.localities.bare import part_of_a_name
from reportgen.extract.localities.era import Era
from reportgen.extract.localities.lexicon import ABOVE_LINK, WRITTEN_BEFORE
from reportgen.extract.localities.mentions import REACH, Mention, level_at, not_here
from reportgen.extract.localities.names import Name, names
from reportgen.extract.localities.resolve import Resolved
from reportgen.gazetteer import Gazetteer, Row
from reportgen.model import Article
from reportgen.text import Span
from reportgen.vietnamese.letters import UPPER

_COUNTED = re.compile(r"[ \u00a0]?:[ \u00a0]?\d")
_FIGURE = r"(?:[ \u00a0]?:?[ \u00a0]?\d[\d.,]*[^,;.:()\n\d]{0,30})?"
_NEXT = re.compile(rf"{_FIGURE}[ \u00a0]?(?:,[ \u00a0]?và|[,;]|và)[ \u00a0]")
_CHAIN = re.compile(rf"[{UPPER}][\w'’]*[ \u00a0]?,[ \u00a0]$")  # an address: "trú số 5 Hoa Mai, Cẩm Lệ, Đà Nẵng"


def listed_provinces(
    article: Article,
    folded: str,
    named: Sequence[Name],
    found: Sequence[Resolved],
    era: Era,
    units: Gazetteer,
    *,
    counted: bool,
) -> Iterator[Resolved]:
    """The bare provinces of `article` beside another one; only those with figures of their own where `counted`."""
    known = {r.span.start: r.span for r in found if len(r.unit.path) == 1}
    new: dict[Span, list[tuple[Span, Row]]] = {}
    for name in named:
        if not name.provinces or any(name.span.overlaps(r.span) for r in found):
            continue
        if row := _province(article.text.string, folded, name, era):
            new.setdefault(name.within, []).append((name.span, row))
    for block, provinces in new.items():
        spans = sorted([span for span, _ in provinces] + [s for s in known.values() if block.covers(s)])
        beside = {s for a, b in pairwise(spans) if _NEXT.fullmatch(folded, a.end, b.start) for s in (a, b)}
        for span, row in provinces:
            if span in beside and (not counted or _COUNTED.match(folded, span.end)):
                yield Resolved(span, units.unit(row, era.day), Mention(span.start, span, row.level))


def districts_beside(
    article: Article, folded: str, named: Sequence[Name], found: Sequence[Resolved], era: Era, units: Gazetteer
) -> Iterator[Resolved]:
    """The bare districts of `article` before the name of their province, where it has one of that name."""
    string = article.text.string
    for name in named:
        span = name.span
        link = ABOVE_LINK.match(folded, span.end) if name.districts and not name.provinces else None
        if not link or level_at(string, folded, link.end()) or any(span.overlaps(r.span) for r in found):
            continue
        written = WRITTEN_BEFORE.search(folded, max(0, span.start - REACH), span.start)
        if written or _CHAIN.search(string, max(0, span.start - REACH), span.start):
            continue
        if _away(folded, span) or part_of_a_name(string, folded, span, name.within):
            continue
        rest = Span(link.end(), name.within.end)
        after = (n for n in names(string, [rest], units) if n.span.start == rest.start)
        above = next((row for n in after if (row := _province(string, folded, n, era))), None)
        if above is None:
            continue
        inside = {r.code: r for r in name.districts if era.holds(r) and units.top(r, era.day).code == above.code}
        if len(inside) == 1:
            unit = units.unit(next(iter(inside.values())), era.day)
            yield Resolved(span, unit, Mention(span.start, span, unit.level), (units.unit(above, era.day),))


def _province(string: str, folded: str, name: Name, era: Era) -> Row | None:
    """The province that `name` means where it stands, None for the name of another thing and for a home or an address."""
    rows = [r for r in name.provinces if era.holds(r)]
    if not rows or _away(folded, name.span) or part_of_a_name(string, folded, name.span, name.within):
        return None
    return next((r for r in rows if not r.today), rows[0])


def _away(folded: str, span: Span) -> bool:
    return not_here(folded, max(0, span.start - REACH), span.start)
