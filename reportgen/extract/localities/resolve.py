"""Which unit each mention means, told from the whole article.

What settles a name, in this order: the unit above, said beside it ("xã Tân Thành, TP. Cà Mau"); the districts that the story
names; the newspaper's province; the provinces that the story names; that only one unit of Việt Nam bears the name. The level
word chooses before all, and yields only to what stands beside or around ("thị xã X" in a story older than thành phố X).
A name that stays open is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportgen.extract.localities.candidates import Candidate, fits
from reportgen.extract.localities.era import Era
from reportgen.extract.localities.mentions import Mention
from reportgen.gazetteer import Gazetteer, Row, Tier
from reportgen.model import Place, Unit
from reportgen.text import Span

_CLEAR = 3  # so many times more often named is beyond doubt


@dataclass(frozen=True, slots=True)
class Resolved:
    """Words that mean `unit`; `above` are the units over it, the province first."""

    span: Span
    unit: Unit
    mention: Mention
    above: tuple[Unit, ...] = ()


def in_order(found: Iterable[Resolved]) -> list[Resolved]:
    """`found` in the order of the text."""
    return sorted(found, key=lambda r: (r.span.start, r.span.end))


@dataclass(frozen=True, slots=True)
class Context:
    """What the story and the page tell of where it plays: codes of provinces and districts, by how often they are named."""

    home: frozenset[str]  # the newspaper's province
    provinces: Counter[str]
    districts: Counter[Row]


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves the mentions of one article."""

    string: str
    gazetteer: Gazetteer
    era: Era
    home: frozenset[str]

    def resolve(self, candidates: Sequence[Candidate]) -> list[Resolved]:
        """The mentions whose unit is certain, in the order of the text."""
        found = self._trusted(candidates)
        settled: dict[int, Row] = {}
        for tier in ("province", "district", "commune", "district", "commune"):
            if len(settled) == len(found):
                break
            context = self._context(settled)
            for i, one in enumerate(found):
                if i not in settled and (row := self._settle(one, tier, context, found)):
                    settled[i] = row
        settled = self._agreed(self._repeated(found, settled))
        named = frozenset(settled.values())
        levels = {(row, found[i].mention.level) for i, row in settled.items()}
        units: dict[tuple[Row, str], tuple[Unit, ...]] = {}
        resolved = []
        for i, row in sorted(settled.items()):
            level = _level(found[i].mention, row, levels)
            if (row, level) not in units:
                units[row, level] = self._chain(row, level, named, levels)
            *above, unit = units[row, level]
            resolved.append(Resolved(found[i].span, unit, found[i].mention, tuple(above)))
        return resolved

    def _context(self, settled: dict[int, Row]) -> Context:
        provinces = Counter(row.code for row in settled.values() if row.tier == "province")
        districts = Counter(row for row in settled.values() if row.tier == "district")
        return Context(self.home, provinces, districts)

    def _name(self, one: Candidate) -> str:
        return self.string[one.mention.run.start : one.end]

    def _trusted(self, found: Sequence[Candidate]) -> list[Candidate]:
        """Those of `found` whose name surely ends where it was cut: at the end of the capitals, before a person's name,
        in words all of capitals, or as the story names the unit elsewhere.
        """
        if all(one.whole for one in found):
            return list(found)
        known = {self._name(one) for one in found if one.whole}
        return [
            one
            for one in found
            if one.whole
            or (one.person and " " in self._name(one))
            or self._name(one) in known
            or self._name(one).isupper()
        ]

    def _repeated(self, found: Sequence[Candidate], settled: dict[int, Row]) -> dict[int, Row]:
        """`settled` with the mentions that say again what the story has said in full."""
        if len(settled) == len(found):
            return settled
        said: dict[tuple[str, str], set[Row]] = {}
        for i, row in settled.items():
            said.setdefault((self._name(found[i]), found[i].mention.level), set()).add(row)
        again = dict(settled)
        for i, one in enumerate(found):
            rows = said.get((self._name(one), one.mention.level), set()) & set(one.rows)
            if i not in settled and len(rows) == 1 and not one.above:
                again[i] = rows.pop()
        return again

    def _agreed(self, settled: dict[int, Row]) -> dict[int, Row]:
        """`settled` with one row for each place: a story does not tell of one commune under two districts."""
        most: dict[tuple[str, ...], Row] = {}
        for row, _ in sorted(Counter(settled.values()).items(), key=lambda x: x[1]):
            most[row.code, row.level, row.name] = row
        return {i: most[row.code, row.level, row.name] for i, row in settled.items()}

    def _chain(self, row: Row, level: str, named: frozenset[Row], levels: set[tuple[Row, str]]) -> tuple[Unit, ...]:
        """The units from the province down to `row`, which the story calls `level`."""
        rows = self.gazetteer.chain(row, self.era.day, prefer=named)
        path = (*(Place(_said(r, levels), r.name) for r in rows[:-1]), Place(level, row.name))
        return tuple(Unit(path[: n + 1], r.code or None) for n, r in enumerate(rows))

    def _settle(self, one: Candidate, tier: Tier, context: Context, found: Sequence[Candidate]) -> Row | None:
        pool = [r for r in fits(one.rows, one.above, self.gazetteer) if r.tier == tier]
        if not pool:
            return None
        levels = one.mention.levels
        exact = [r for r in pool if r.level in levels]
        for rows in (exact,) if exact == pool else (exact, pool):
            places = self._places(rows)
            if len(places) == 1 and one.above:
                return places[0]
            if places and tier == "province":
                return places[0] if len(places) == 1 else None
            known = rows is exact or exact == pool
            if places and (row := self._by_context(one, tier, rows, context, found, exact=known)):
                return row
        return None

    def _places(self, rows: Sequence[Row]) -> Sequence[Row]:
        """`rows` with one for each place: of its names and codes through time that of the story's day, else the latest."""
        if len(rows) < 2:
            return rows
        mapped = ([r for r in rows if not r.today] or rows) if self.era.reformed is None else rows
        ordered = sorted(mapped, key=lambda r: (r.on(self.era.day), r.until or "9999", r.code))
        by_name = {(row.level, row.name, row.above): row for row in ordered}
        return tuple({(row.code, row.level, row.today): row for row in by_name.values()}.values())

    def _by_context(
        self,
        one: Candidate,
        tier: Tier,
        rows: Sequence[Row],
        context: Context,
        found: Sequence[Candidate],
        *,
        exact: bool,
    ) -> Row | None:
        if tier == "commune" and context.districts:
            inside = [r for r in rows if not self.gazetteer.ancestors(r).isdisjoint(context.districts)]
            if inside:
                return _clearest({r: self._named(r, context) for r in self._places(inside)})
            if one.mention.listed:
                return None
        rows = self._places(rows)
        at_home = {r: 1 for r in rows if self.top(r) in context.home}
        if at_home:
            return _clearest(at_home)
        named = {r: n for r in rows if (n := context.provinces[self.top(r)])}
        if named and not exact:  # a level word of another time is believed only where the story plays
            main = _clearest(dict(context.provinces))
            named = {r: n for r, n in named.items() if self.top(r) == main}
        if named:
            return _clearest(named)
        sure = one.whole or one.person or self._name(one).isupper()
        if not exact or len(rows) > 1 or one.mention.listed or not sure:
            return self._by_communes(rows, found) if tier == "district" and not context.home else None
        known = context.home | set(context.provinces) | {self.top(d) for d in context.districts}
        return rows[0] if tier == "district" or not known else None

    def _named(self, row: Row, context: Context) -> int:
        """How often the story names the district of `row`."""
        return sum(context.districts[d] for d in self.gazetteer.ancestors(row))

    def top(self, row: Row) -> str:
        """The code of the province of `row`."""
        return self.gazetteer.top(row, self.era.day).code

    def _by_communes(self, rows: Sequence[Row], found: Sequence[Candidate]) -> Row | None:
        """The one of `rows` under which most communes of the story lie: huyện Châu Thành with its xã."""
        votes: Counter[Row] = Counter()
        for other in found:
            if "commune" in other.mention.tiers:
                votes.update({d for c in other.rows for d in self.gazetteer.ancestors(c)} & set(rows))
        return _clearest(votes) if votes and max(votes.values()) >= 2 else None


def _level(mention: Mention, row: Row, levels: set[tuple[Row, str]]) -> str:
    """The level that `mention` gives `row`; one of another time yields to that of the table where the story says both."""
    table = row.tier == "province" or row.level in mention.also or (row, row.level) in levels
    return row.level if table else mention.level or row.level


def _said(row: Row, levels: set[tuple[Row, str]]) -> str:
    """The level of a unit above: that of the table, or the one that the story gives it alone ("thị xã" before it was a thành phố)."""
    said = {level for other, level in levels if other == row and level}
    return said.pop() if row.tier == "district" and len(said) == 1 else row.level


_Voted = TypeVar("_Voted")


def _clearest(votes: dict[_Voted, int]) -> _Voted | None:
    """What has most votes, None where another comes near it."""
    ranked = sorted(votes, key=lambda one: -votes[one])
    return ranked[0] if len(ranked) == 1 or votes[ranked[0]] >= _CLEAR * votes[ranked[1]] else None
