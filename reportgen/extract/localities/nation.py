"""Stories of the whole country: sessions of the National Assembly, conferences of ministries, decisions on officials of many provinces.

They name provinces by the way. A unit that such a story touches on is not what it reports on, and its figures are not that unit's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.extract.localities.home import BODIES, LEAD
from reportgen.extract.localities.lexicon import DATA
from reportgen.extract.localities.resolve import Resolved
from reportgen.model import Article, Place, Unit
from reportgen.text import Span
from reportgen.vietnamese.patterns import starting

_WORD = re.compile(rf"{starting(DATA['nation']['words'])}(?!\w)")
_CITED = re.compile(rf"{starting(DATA['nation']['cited_by'])}[ \u00a0]$")
_LABEL = re.compile(r"[ \u00a0]?:")
_OPENS = re.compile(r"(?:\A|[.!?…”\"\n][ \u00a0]?)\Z")
_MANY = 3
_AGAINST = 3  # so many words of the country's bodies for each of the unit's outweigh it,
_IN_LEAD = 4  # so many where the lead names the unit
_LEAST = 6  # fewer say nothing
_LONG = 2000  # characters of a story of which one mention tells nothing


def labels(folded: str, found: Sequence[Resolved]) -> frozenset[Place]:
    """The provinces that open a piece of news each: "Đà Nẵng: Ngày 2/7, …"."""
    opens = (r for r in found if len(r.unit.path) == 1 and _LABEL.match(folded, r.span.end))
    return frozenset(r.unit.path[0] for r in opens if _OPENS.search(folded, max(0, r.span.start - 2), r.span.start))


def national(article: Article, folded: str, found: Sequence[Resolved], main: Unit) -> bool:
    """True when the story is the country's rather than that of `main`: its bodies are named far more often, and no headline names `main`.

    Bodies that are only cited ("Chỉ thị 05 của Bộ Chính trị") do not count. `found` are all mentions.
    """
    own = [r for r in found if r.unit.under(main)]
    if any(title.covers(r.span) for r in own for title in article.title_spans):
        return False
    if len(labels(folded, found)) >= _MANY:
        return True  # news of many provinces one by one
    spans = [b.span for b in article.blocks if b.kind != "caption"]
    bodies = BODIES.get(main.level) if len(main.path) == 1 else None
    said = [m.span() for s in spans for m in (bodies.finditer(folded, s.start, s.end) if bodies else ())]
    local = len(own) + sum(not any(r.span.start <= end + 1 and start <= r.span.end for r in own) for start, end in said)
    lead = Span(spans[0].start, spans[0].start + LEAD) if spans else None
    if lead and any(lead.covers(r.span) for r in own):
        against = _IN_LEAD
    elif local == 1 and spans and spans[-1].end - spans[0].start > _LONG:
        return True  # one example far down a long story
    else:
        against = _AGAINST
    words = (m.start() for s in spans for m in _WORD.finditer(folded, s.start, s.end))
    country = sum(_CITED.search(folded, max(0, at - 12), at) is None for at in words)
    return country >= max(_LEAST, against * local)
