"""Which administrative units the story is about.

Mentions with a level word are found (`mentions`), each is resolved by the whole article (`resolve`) as of the story's day (`era`),
bare names follow once a unit is named in full (`bare`) or stand beside each other (`listed`), and one unit is the principal one
(`principal`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportgen.extract.localities.bare import bare_mentions, headline_provinces
from reportgen.extract.localities.candidates import candidates
from reportgen.extract.localities.era import era_of
from reportgen.extract.localities.home import home_bodies, home_rows
from reportgen.extract.localities.lexicon import ABOVE_LINK
from reportgen.extract.localities.listed import districts_beside, listed_provinces
from reportgen.extract.localities.mentions import Mention, find_mentions
from reportgen.extract.localities.names import names
from reportgen.extract.localities.nation import labels, national
from reportgen.extract.localities.principal import principal
from reportgen.extract.localities.resolve import Resolved, Resolver, in_order
from reportgen.extract.localities.villages import villages, villages_of
from reportgen.gazetteer import COMMUNE_LEVELS, Gazetteer, gazetteer
from reportgen.model import Article, Locality, Place, Unit
from reportgen.text import Span

__all__ = ["find_localities"]

_OFTEN = 3  # so many mentions make a place of another province one of the story's


def find_localities(article: Article, units: Gazetteer | None = None) -> tuple[Locality, ...]:
    """The units that `article` is about or where something in it happened, in the order of their first mention.

    One is the principal one, but in stories of the whole country none. Units that only follow from a path are not among them.
    """
    units = units or gazetteer()
    string, folded = article.text.string, article.folded
    mentions = _mentions(article, string, folded)
    era = era_of(article, folded, mentions)
    home = home_rows(article, units)
    resolver = Resolver(string, units, era, frozenset(row.code for row in home))
    found = resolver.resolve(candidates(string, folded, mentions, era, units))
    found, away = _at_home(found, folded)
    story = [b.span for b in article.blocks if b.kind != "caption"]
    named = tuple(names(string, story, units))
    found += list(headline_provinces(article, folded, era, units, found))
    found += list(villages(string, folded, mentions, found))
    found += list(districts_beside(article, folded, named, found, era, units))
    spans = [(span, False) for span in article.title_spans]
    spans += [(b.span, b.kind == "caption") for b in article.blocks]
    found += bare_mentions(string, folded, spans, found, away)
    bodies = list(home_bodies(article, folded, home, era, units, found))
    main = principal(article, folded, [*found, *bodies])
    if main and national(article, folded, [*found, *bodies], main):
        main = None
    found += [r for r in bodies if r.unit == main]
    if main and main.level in COMMUNE_LEVELS:
        above = next(r.above for r in found if r.unit == main)
        found += list(villages_of(string, folded, mentions, found, main, above))
    found = _here(article, folded, found, main)
    found += list(listed_provinces(article, folded, named, found, era, units, counted=main is not None))
    return _localities(found, main)


def _at_home(found: Sequence[Resolved], folded: str) -> tuple[list[Resolved], list[Span]]:
    """`found` without homes, birthplaces and addresses nor the units above them ("ngụ xã X, huyện Y"), and where those are."""
    kept: list[Resolved] = []
    away: list[Span] = []
    for r in found:
        link = ABOVE_LINK.match(folded, away[-1].end) if away else None
        if r.mention.away or (link and link.end() == r.span.start):
            away.append(r.span)
        else:
            kept.append(r)
    return kept, away


def _here(article: Article, folded: str, found: Sequence[Resolved], main: Unit | None) -> list[Resolved]:
    """`found` without the units of other provinces that a story of `main` only touches on: guests, models to learn from, careers."""
    if main is None or all(r.unit.path[0] == main.path[0] for r in found):
        return list(found)
    headline = {r.unit for r in found if any(span.covers(r.span) for span in article.title_spans)}
    often = {top for top, times in _phrases(folded, found).items() if times >= _OFTEN}
    near = often | labels(folded, found) | {main.path[0]}
    return [r for r in found if r.unit.path[0] in near or r.unit in headline]


def _phrases(folded: str, found: Sequence[Resolved]) -> Counter[Place]:
    """How often each province is spoken of: "xã X, huyện Y (tỉnh Z)" is once."""
    times: Counter[Place] = Counter()
    last: Resolved | None = None
    for r in in_order(found):
        link = ABOVE_LINK.match(folded, last.span.end) if last and last.unit.under(r.unit) else None
        if not link or link.end() != r.span.start:
            times[r.unit.path[0]] += 1
        last = r
    return times


def _mentions(article: Article, string: str, folded: str) -> list[Mention]:
    found = [m for span in article.title_spans for m in find_mentions(string, folded, span)]
    for block in article.blocks:
        found += find_mentions(string, folded, block.span, caption=block.kind == "caption")
    return found


def _localities(found: Sequence[Resolved], main: Unit | None) -> tuple[Locality, ...]:
    mentions: dict[Unit, list[Span]] = {}
    for r in in_order(found):
        mentions.setdefault(r.unit, []).append(r.span)
    return tuple(Locality(unit, unit == main, tuple(spans)) for unit, spans in mentions.items())
