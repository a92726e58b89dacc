"""Which unit each mention means, told from the whole article.

What settles a name, in this order: the unit above, said beside it ("xã Tân Thành, TP. Cà Mau"); the newspaper's province; the
provinces and districts that the story names; that only one unit of Việt Nam bears the name. A name that stays open is refused.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportgen.extract.localities.lexicon import ABOVE_LINK
from reportgen.extract.localities.mentions import Mention, cuts
from reportgen.gazetteer import Gazetteer, Row
from reportgen.model import Place, Unit
from reportgen.text import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention with the units that it may mean. `end` is where the name ends; `whole` is False where the run goes on."""

    mention: Mention
    end: int
    rows: tuple[Row, ...]
    whole: bool

    @property
    def span(self) -> Span:
        return Span(self.mention.start, self.end)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention and its unit. `row` is None for a unit that the gazetteer does not hold."""

    span: Span
    unit: Unit
    row: Row | None
    mention: Mention


@dataclass(slots=True)
class Resolver:
    """Resolves the mentions of one article; `province` is the newspaper's, `headline` the spans of the headline."""

    string: str
    folded: str
    gazetteer: Gazetteer
    day: dt.date | None
    reformed: bool | None
    province: Row | None
    lines: Sequence[Span] = ()
    _chains: dict[Row, tuple[Row, ...]] = field(default_factory=dict)

    def candidates(self, mentions: Iterable[Mention]) -> list[Candidate]:
        """The mentions that some unit bears the name of, with all units that do."""
        found = []
        for mention in mentions:
            if mention.below or mention.former:
                continue
            for end in cuts(self.string, mention.run):
                rows = self._rows(mention, self.string[mention.run.start : end])
                if rows:
                    rest = self.string[end : mention.run.end].lstrip(" \u00a0")
                    whole = not rest or rest[0] in "-–" or rest[0].isdigit()
                    found.append(Candidate(mention, end, rows, whole))
                    break
        return found

    def _rows(self, mention: Mention, name: str) -> tuple[Row, ...]:
        rows = [r for tier in mention.tiers for r in self.gazetteer.find(name, tier)]
        if self.reformed is not None:
            rows = [r for r in rows if r.today == self.reformed]
        standing = [r for r in rows if r.on(self.day)] or rows
        exact = [r for r in standing if r.level == mention.level] or [r for r in rows if r.level == mention.level]
        if not exact and mention.level in {"tỉnh", "đặc khu"}:
            return ()
        if not exact and "district" in mention.tiers:
            standing = [r for r in standing if r.tier == "district"]
        return tuple(dict.fromkeys(exact or standing))

    def chain(self, row: Row) -> tuple[Row, ...]:
        """`row` with the units above it, the province first."""
        if row not in self._chains:
            self._chains[row] = self.gazetteer.chain(row, self.day)
        return self._chains[row]

    def top(self, row: Row) -> str:
        """The code of the province of `row`."""
        return self.chain(row)[0].code

    def above(self, row: Row) -> set[Row]:
        """All units that `row` may have stood under."""
        found = set(self.gazetteer.parents(row, self.day))
        for parent in list(found):
            found |= set(self.gazetteer.parents(parent, self.day))
        return found

    def resolve(self, found: Sequence[Candidate]) -> list[Resolved]:
        """The mentions whose unit is certain, in the order of the text."""
        settled: dict[int, Row] = {}
        beside = self._beside(found)
        for i, one in enumerate(found):
            rows = self._fits(one, beside.get(i))
            if len(rows) == 1 and rows[0].tier == "province" and one.whole:
                settled[i] = rows[0]
        provinces = Counter(row.code for row in settled.values())
        for tier in ("district", "commune"):
            for _ in range(2):
                districts = Counter(row for i, row in settled.items() if row.tier == "district" for _ in range(1))
                for i, one in enumerate(found):
                    if i not in settled and (row := self._settle(one, tier, beside.get(i), provinces, districts, found)):
                        settled[i] = row
        names = {(row.tier, self.string[c.mention.run.start : c.end]) for i, row in settled.items() for c in (found[i],) if c.whole}
        return [
            self._resolved(one, settled[i])
            for i, one in enumerate(found)
            if i in settled and (one.whole or (settled[i].tier, self.string[one.mention.run.start : one.end]) in names or self._shouted(one))
        ]

    def _shouted(self, one: Candidate) -> bool:
        words = self.string[one.mention.run.start : one.mention.run.end]
        return words.isupper() and len(words) > len(self.string[one.mention.run.start : one.end])

    def _beside(self, found: Sequence[Candidate]) -> dict[int, tuple[Row, ...]]:
        """For each candidate the units that the words right after it name as standing above it."""
        beside: dict[int, tuple[Row, ...]] = {}
        starts = {one.mention.start: i for i, one in enumerate(found)}
        for i in reversed(range(len(found))):
            one = found[i]
            link = ABOVE_LINK.match(self.folded, one.end)
            if link is None:
                continue
            j = starts.get(link.end())
            rows: tuple[Row, ...] = ()
            if j is not None:
                rows = self._fits(found[j], beside.get(j))
            elif self.string[link.end() : link.end() + 1].isupper():
                rows = self._bare(link.end())
            rows = tuple(r for r in rows if any(r in self.above(c) for c in one.rows))
            if rows:
                beside[i] = rows
        return beside

    def _bare(self, start: int) -> tuple[Row, ...]:
        from reportgen.extract.localities.lexicon import NAMED

        m = NAMED.match(self.string, start)
        if m is None:
            return ()
        rows = [r for t in ("district", "province") for r in self.gazetteer.find(m[0], t)]  # type: ignore[arg-type]
        return tuple(r for r in rows if self.reformed is None or r.today == self.reformed)

    def _fits(self, one: Candidate, above: tuple[Row, ...] | None) -> tuple[Row, ...]:
        if not above:
            return self._one_place(one.rows)
        return self._one_place(tuple(r for r in one.rows if self.above(r) & set(above)))

    def _one_place(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """`rows` without the double of one place under another name or time: the one of the story's day, else the latest."""
        best: dict[tuple[str, bool], Row] = {}
        for row in rows:
            place = (row.code, row.today)
            if place not in best or (row.on(self.day), row.until or "9999") > (best[place].on(self.day), best[place].until or "9999"):
                best[place] = row
        return tuple(best.values())

    def _settle(
        self,
        one: Candidate,
        tier: str,
        above: tuple[Row, ...] | None,
        provinces: Counter[str],
        districts: Counter[Row],
        found: Sequence[Candidate],
    ) -> Row | None:
        rows = tuple(r for r in self._fits(one, above) if r.tier == tier or (tier == "district" and r.tier == "province"))
        if not rows:
            return None
        if len(rows) == 1 and above:
            return rows[0]
        if self.reformed is None and len({r.today for r in rows}) == 2:
            rows = tuple(r for r in rows if not r.today)
        home = self.province.code if self.province else None
        near = tuple(r for r in rows if self.top(r) == home) if home else ()
        if tier == "commune":
            inside = tuple(r for r in rows if any(d in self.above(r) for d in districts))
            if len(inside) == 1:
                return inside[0]
            if len(inside) > 1:
                ranked = sorted(inside, key=lambda r: -max(n for d, n in districts.items() if d in self.above(r)))
                first, second = (max(n for d, n in districts.items() if d in self.above(r)) for r in ranked[:2])
                return ranked[0] if first >= 3 * second else None
            if districts and one.mention.listed:
                return None
        if len(near) == 1:
            return near[0]
        if len(near) > 1:
            return None
        named = tuple(r for r in rows if self.top(r) in provinces)
        if len(named) == 1:
            return named[0]
        if len(named) > 1:
            ranked = sorted(named, key=lambda r: -provinces[self.top(r)])
            clear = provinces[self.top(ranked[0])] >= 3 * provinces[self.top(ranked[1])]
            return ranked[0] if clear and self.top(ranked[0]) != self.top(ranked[1]) else None
        if len(rows) == 1 and one.whole and not one.mention.listed:
            known = {home} if home else {self.top(d) for d in districts} | set(provinces)
            if tier == "district" or not known or self.top(rows[0]) in known:
                return rows[0]
        if tier == "district" and len(rows) > 1 and not provinces and not home:
            return self._by_communes(rows, found)
        return None

    def _by_communes(self, rows: tuple[Row, ...], found: Sequence[Candidate]) -> Row | None:
        """The one of `rows` under which most communes of the story lie: huyện Châu Thành with its xã."""
        votes = Counter({row: sum(any(row in self.above(c) for c in other.rows) for other in found if "commune" in other.mention.tiers) for row in rows})
        (first, n), *rest = votes.most_common(2)
        return first if n >= 2 and (not rest or rest[0][1] < n) else None

    def _resolved(self, one: Candidate, row: Row) -> Resolved:
        level = one.mention.level if one.mention.level != row.level and row.tier != "province" else None
        return Resolved(one.span, self.gazetteer.unit(row, self.day, level), row, one.mention)


def below(string: str, mention: Mention, commune: Unit) -> Resolved:
    """A village or quarter under `commune`."""
    name = string[mention.run.start : mention.run.end]
    return Resolved(Span(mention.start, mention.run.end), Unit((*commune.path, Place(mention.level, name))), None, mention)
