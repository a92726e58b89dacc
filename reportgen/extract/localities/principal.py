"""The one unit that an article reports on.

The deepest unit that the headline names; else the one that the story speaks of most: its mentions, three for one in the lead, and
half of what is said without a name of its level ("Huyện ủy", "toàn huyện"). Where the other parts of a unit together come near
the part that is named most, the story is about the unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportgen.extract.localities.generic import generic, means
from reportgen.extract.localities.home import LEAD
from reportgen.extract.localities.resolve import Resolved, in_order
from reportgen.model import Article, Place, Unit
from reportgen.text import Span
from reportgen.vietnamese.fold import fold

_LEAD_WEIGHT = 3.0
_GENERIC_WEIGHT = 0.5
_MOST = 2  # what is said without a name makes a weight at most so many times as much
_CLEAR = 3.0  # a unit named so many times more often than the province of the headline is what the story is about
_MANY = 2
_CLEAR_OF_KICKER = 1.5  # the same where the headline names the province only to say where: "Nghệ An: …"
_NEAR = 0.6  # what has so much of the first one's weight comes near it


def principal(article: Article, folded: str, found: Sequence[Resolved]) -> Unit | None:
    """The unit that `article` as a whole reports on, None where none is found."""
    found = in_order(r for r in found if not r.mention.below)
    headline = Counter(r.unit for r in found if any(span.covers(r.span) for span in article.title_spans))
    named = _named(article, found)
    if headline:
        depth = max(len(u.path) for u in headline)
        told = {u: named[u] + 1 for u in headline if len(u.path) == depth}
        clear = _CLEAR_OF_KICKER if _kicker(article, folded, found) else _CLEAR
        below = [
            u for u in named if depth == 1 and any(u != h and u.under(h) and named[u] >= clear * told[h] for h in told)
        ]
        if not below:  # "Nghệ An: …" over a story of one of its districts says little
            named = told | {u: 0.0 for u in named if len(u.path) < depth}
    if not named:
        return None
    most = sorted(named.values())
    told_apart = len(most) == 1 or most[-1] > _MOST * most[-2]  # whatever is said without a name
    weights = named if told_apart else _with_generic(article, folded, named, [r.span for r in found])
    at = {r.unit: r.span.start for r in reversed(found)}
    first = max(weights, key=lambda u: (weights[u], -at[u]))
    first = _above_several(first, named)
    return None if not headline and len(first.path) == 1 and _of_many(first, named) else first


def _kicker(article: Article, folded: str, found: Sequence[Resolved]) -> bool:
    """True when the headline opens with the province and a colon, as papers of the whole country say where a story plays."""
    starts = {title.start for title in article.title_spans}
    opens = (r for r in found if r.span.start in starts and len(r.unit.path) == 1)
    words = ((r.span.of(folded), folded[r.span.end :].lstrip(), r.unit) for r in opens)
    return any(rest.startswith(":") and said in (fold(unit.name), fold(unit.label)) for said, rest, unit in words)


def _of_many(first: Unit, named: dict[Unit, float]) -> bool:
    """True when several other provinces come near `first`: the story is about none of them alone."""
    weights: dict[Place, float] = {}
    for unit, weight in named.items():
        weights[unit.path[0]] = weights.get(unit.path[0], 0.0) + weight
    return sum(weight >= _NEAR * weights[first.path[0]] for weight in weights.values()) > _MANY


def _above_several(first: Unit, named: dict[Unit, float]) -> Unit:
    """`first`, or the unit above it that the story names and whose other parts come near the part in which `first` lies."""
    for depth in range(len(first.path) - 1, 0, -1):
        above = next((u for u in named if u.path == first.path[:depth]), None)
        if above is None:
            continue
        inside = {u: weight for u, weight in named.items() if u.under(above) and u != above}
        own = sum(weight for u, weight in inside.items() if u.path[: depth + 1] == first.path[: depth + 1])
        if sum(inside.values()) - own >= _NEAR * own:
            return above
    return first


def _named(article: Article, found: Sequence[Resolved]) -> dict[Unit, float]:
    """How much the story names each unit; captions tell only where nothing else does."""
    lead = _lead(article)
    weights: dict[Unit, float] = {}
    for r in found:
        weight = _LEAD_WEIGHT if lead and lead.covers(r.span) else 0.1 if r.mention.caption else 1.0
        weights[r.unit] = weights.get(r.unit, 0.0) + weight
    return weights


def _lead(article: Article) -> Span | None:
    story = [b.span for b in article.blocks if b.kind != "caption"]
    return Span(story[0].start, min(story[0].end, story[0].start + LEAD)) if story else None


def _with_generic(article: Article, folded: str, named: dict[Unit, float], taken: Sequence[Span]) -> dict[Unit, float]:
    """`named` with what is said without a name added to the most named unit of the level, up to `_MOST` times the weight."""
    weights = dict(named)
    spans = [b.span for b in article.blocks if b.kind != "caption"]
    starts = {span.start for span in taken}  # a level word or a body goes with the name after it
    bare = (x for span in spans for x in generic(folded, span) if starts.isdisjoint((x[0].start, x[0].end + 1)))
    said = Counter((kind, where.of(folded)) for where, kind in bare)
    for (kind, words), n in said.items():
        same = [u for u in named if means(kind, words, u.level, len(u.path)) and named[u]]
        if same:
            weights[max(same, key=lambda u: named[u])] += _GENERIC_WEIGHT * n
    return {unit: min(weight, _MOST * named[unit]) for unit, weight in weights.items()}
