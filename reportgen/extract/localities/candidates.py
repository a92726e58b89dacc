"""Candidates: for each mention the units that bear its name, and what the words beside it say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.extract.localities.era import Era
from reportgen.extract.localities.lexicon import ABOVE_LINK, NAMED, SURNAMES
from reportgen.extract.localities.mentions import Mention, level_at
from reportgen.gazetteer import Gazetteer, Row
from reportgen.gazetteer.levels import RANKS
from reportgen.text import Span

_STOP = re.compile(r"[ \u00a0]?[-–][ \u00a0]?|[ \u00a0]{1,2}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention with the units that it may mean; `above` are units that the words after it name as standing over it.

    `end` is where the name ends. `whole` is False where the run of capitals goes on: "Chủ tịch UBND quận Ba Đình Nguyễn Văn A";
    then `person` tells that what follows is a person's name.
    """

    mention: Mention
    end: int
    rows: tuple[Row, ...]
    whole: bool = True
    person: bool = False
    above: tuple[Row, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.mention.start, self.end)


def cuts(string: str, run: Span) -> Iterator[int]:
    """Where a name that starts with `run` may end, the longest first.

    >>> s = "Bà Rịa - Vũng Tàu"
    >>> [s[:end] for end in cuts(s, Span(0, len(s)))]
    ['Bà Rịa - Vũng Tàu', 'Bà Rịa - Vũng', 'Bà Rịa', 'Bà']
    """
    yield run.end
    for m in reversed(list(_STOP.finditer(string, run.start, run.end))):
        yield m.start()


def candidates(
    string: str, folded: str, mentions: Iterable[Mention], era: Era, gazetteer: Gazetteer
) -> tuple[Candidate, ...]:
    """The mentions whose name some unit of `era` bears, with all units that do, in the order of the text."""
    found: list[Candidate] = []
    for mention in mentions:
        if mention.below or mention.former:
            continue
        for end in cuts(string, mention.run):
            rows = _rows(mention, string[mention.run.start : end], era, gazetteer)
            if rows:
                rest = string[end : mention.run.end].lstrip(" \u00a0")
                whole = not rest or rest[0] in "-–" or rest[0].isdigit()
                found.append(Candidate(mention, end, rows, whole, not whole and _person(rest)))
                break
    return _beside(string, folded, found, era, gazetteer)


def _rows(mention: Mention, name: str, era: Era, gazetteer: Gazetteer) -> tuple[Row, ...]:
    rows = [r for tier in mention.tiers for r in gazetteer.find(name, tier) if era.holds(r)]
    if not rows:
        return ()
    levels = mention.levels
    strict = mention.listed or mention.level in {"tỉnh", "đặc khu"}
    if mention.level:
        rows = [r for r in rows if r.level in levels or not (strict or r.tier == "province")]
        rows = [r for r in rows if r.level in levels or _once(mention.level, r)]
    else:  # "UBND Điện Biên" is the province
        rows = [r for r in rows if r.tier == "province"] or rows
    if len({r.tier for r in rows}) == 2:  # thành phố Huế was a city of its province before it became one
        rows = [r for r in rows if r.on(era.day)] if era.day else [r for r in rows if r.tier == "district"]
    return tuple(rows)


def _once(level: str, row: Row) -> bool:
    """True when `row` may have been of `level` at another time: a unit rises, xã to thị trấn to phường, huyện to thị xã to thành phố."""
    ranks = RANKS["commune" if row.tier == "commune" else "district"]
    return level not in ranks or row.level not in ranks or ranks.index(level) < ranks.index(row.level)


def _person(rest: str) -> bool:
    """True when `rest` looks like the name of a person: a surname and another word."""
    words = rest.split()
    return len(words) >= 2 and words[0] in SURNAMES


def _beside(string: str, folded: str, found: list[Candidate], era: Era, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The candidates, each with the units that the words right after it name as standing over it."""
    at = {one.mention.start: i for i, one in enumerate(found)}
    for i in reversed(range(len(found))):
        one = found[i]
        link = ABOVE_LINK.match(folded, one.end)
        if link is None or not one.whole:
            continue
        near = at.get(link.end())
        rows: tuple[Row, ...] = ()
        if near is not None:
            rows = fits(found[near].rows, found[near].above, gazetteer)
        if near is None or found[near].mention.listed:
            rows += _bare(string, folded, link.end(), era, gazetteer)
        named, rows = rows, tuple(r for r in rows if any(r in gazetteer.ancestors(c) for c in one.rows))
        if named and not rows and near is not None and _contradicts(one.mention, found[near].mention):
            found[i] = Candidate(one.mention, one.end, (), one.whole, one.person)
        if rows:
            found[i] = Candidate(one.mention, one.end, one.rows, one.whole, one.person, rows)
    return tuple(found)


def _contradicts(one: Mention, after: Mention) -> bool:
    """True when `after` can only be the district of the commune `one`: "xã X, huyện Y" where no xã X ever lay in huyện Y."""
    return one.tiers == ("commune",) and "district" in after.tiers and not one.listed and not after.listed


def fits(rows: tuple[Row, ...], above: tuple[Row, ...], gazetteer: Gazetteer) -> tuple[Row, ...]:
    """Those of `rows` that stand under one of `above`, where any is given."""
    return tuple(r for r in rows if gazetteer.ancestors(r) & set(above)) if above else rows


def _bare(string: str, folded: str, start: int, era: Era, gazetteer: Gazetteer) -> tuple[Row, ...]:
    m = NAMED.match(string, start)
    if m is None or level_at(string, folded, start):
        return ()
    for end in cuts(string, Span(*m.span())):
        name = string[start:end]
        rows = [*gazetteer.find(name, "district"), *gazetteer.find(name, "province")]
        if rows:
            return tuple(r for r in rows if era.holds(r))
    return ()
