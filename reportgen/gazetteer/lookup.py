"""Looking up administrative units by name, level and time.

The table is read when the first name is looked up, never at import; a row is parsed when it is asked for.
"""

from __future__ import annotations

import datetime as dt
import gzip
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

from reportgen.errors import TableError
from reportgen.gazetteer.key import key
from reportgen.model import Place, Unit
from reportgen.vietnamese.tables import table

Tier = Literal["province", "district", "commune"]

_EARLY_2025 = dt.date(2025, 1, 1)
_EVE = dt.date(2025, 6, 30)  # of the reform

COMMUNES = "# communes"
"""The line of the table between provinces and districts, and communes."""

COMMUNE_LEVELS = frozenset({"xã", "phường", "thị trấn", "đặc khu"})

REFORM = "2025-07-01"
"""Since then there are two levels: province and commune."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One unit while it bore one level, name and parent. Dates are ISO, "" where nothing is known. There is one object for each.

    `since` is the first day and `until` the first day no more, as bounds: it may have begun later or ended earlier.
    """

    level: str
    name: str
    code: str
    above: str  # the parent's code; codes are reused, so only together with time
    since: str
    until: str
    heirs: tuple[str, ...]  # codes of the units since the reform that its ground belongs to
    tier: Tier
    today: bool  # of the two-level map since 1/7/2025

    @property
    def last(self) -> dt.date | None:
        """The last day on which it may have stood before the changes of 2025, None for a unit of today."""
        return None if self.today else min(dt.date.fromisoformat(self.until), _EARLY_2025) - dt.timedelta(days=1)

    def on(self, day: dt.date | None) -> bool:
        """True when the unit may have existed on `day`; any day will do for None."""
        return day is None or (self.since <= day.isoformat() and (not self.until or day.isoformat() < self.until))


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """All units through time. `find` by name, `chain` up to the province, `successors` to the map of today."""

    upper: tuple[str, ...]  # provinces and districts, by key
    communes: tuple[str, ...]  # by key
    codes: dict[str, list[int]]  # where in `upper`
    openings: frozenset[str]  # what the keys of `upper` begin with, one word and two: a cheap test before `find`
    aliases: dict[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All units through time."""
        return tuple(map(_row, (*self.upper, *self.communes)))

    def find(self, name: str, tier: Tier | None = None, day: dt.date | None = None) -> tuple[Row, ...]:
        """The units called `name` in `tier`, those that may have existed on `day`.

        >>> from reportgen.gazetteer import gazetteer
        >>> [(r.level, r.code) for r in gazetteer().find("Tĩnh Gia", "district")]
        [('huyện', '407')]
        """
        rows = _found(self, name, tier)
        return rows if day is None else tuple(r for r in rows if r.on(day))

    def coded(self, code: str, day: dt.date | None = None, *, today: bool | None = None) -> tuple[Row, ...]:
        """The units that bore `code`, the latest first; `today` chooses between the map since the reform and before."""
        lines = (
            (self.communes[i] for i in _commune_codes(self).get(code, ()))
            if len(code) == 5
            else (self.upper[i] for i in self.codes.get(code, ()))
        )
        rows = [r for r in map(_row, lines) if r.on(day) and (today is None or r.today == today)]
        return tuple(sorted(rows, key=lambda r: (r.until or "9999", r.since), reverse=True))

    def provinces(self) -> tuple[Row, ...]:
        """All provinces that have a code, in the order of their codes."""
        return tuple(r for code in sorted(self.codes) if len(code) == 2 for r in self.coded(code))

    def parents(self, row: Row, day: dt.date | None = None) -> tuple[Row, ...]:
        """The units that `row` may have stood under; first that of `day`, or of its last day before the changes of 2025."""
        return _parents(self, row, day)

    def ancestors(self, row: Row) -> frozenset[Row]:
        """All units that `row` may have stood under, at any time."""
        return _ancestors(self, row)

    def chain(self, row: Row, day: dt.date | None = None, prefer: Set[Row] = frozenset()) -> tuple[Row, ...]:
        """`row` and the units above it as of `day`, the province first; where several are possible, one of `prefer`."""
        chain = [row]
        while chain[0].above and (above := self.parents(chain[0], day)):
            chain.insert(0, next((r for r in above if r in prefer), above[0]))
        return tuple(chain)

    def top(self, row: Row, day: dt.date | None = None) -> Row:
        """The province of `row` as of `day`."""
        return _top(self, row, day)

    def unit(self, row: Row, day: dt.date | None = None, level: str | None = None) -> Unit:
        """The unit of `row` with its path as of `day`; `level` where the story calls it by another level word.

        >>> from reportgen.gazetteer import gazetteer
        >>> g = gazetteer()
        >>> g.unit(g.find("Đồng Mỏ", "commune")[0]).full
        'tỉnh Lạng Sơn > huyện Chi Lăng > thị trấn Đồng Mỏ'
        """
        *above, last = (Place(r.level, r.name) for r in self.chain(row, day))
        return Unit((*above, Place(level or last.level, last.name)), row.code or None)

    def same(self, one: str, other: str) -> bool:
        """True when both are spellings of one name ("HCM" and "Hồ Chí Minh", "Hoà Bình" and "Hòa Bình")."""
        keys = (key(one), key(other))
        return len({self.aliases.get(k, k) for k in keys}) == 1

    def became(self, row: Row) -> tuple[Unit, ...]:
        """The units of today on the ground of `row`, none for one of today; those of a district are those of its communes."""
        if row.today:
            return ()
        heirs = self.successors(row)
        if row.tier == "district" and not heirs:
            inside = (_row(line) for line in self.communes if line.split("\t", 5)[4] == row.code)
            heirs = tuple(h for r in inside if not r.today and r.on(row.last) for h in self.successors(r))
        found = {heir.code: self.unit(heir) for heir in heirs}
        return tuple(sorted(found.values(), key=lambda unit: unit.full))

    def predecessors(self, row: Row) -> tuple[Row, ...]:
        """The units of the last day before the reform whose ground `row` of today has, whole or in part; none for another."""
        if not row.today:
            return ()
        rows = (
            self.provinces()
            if row.tier == "province"
            else (_row(x) for x in self.communes if row.code in x.rpartition("\t")[2])
        )
        return tuple(r for r in rows if not r.today and r.on(_EVE) and row.code in r.heirs)

    def successors(self, row: Row) -> tuple[Row, ...]:
        """The units of today that the ground of `row` belongs to: several where it was divided, none where unknown."""
        if row.today:
            return (row,)
        return tuple(heir for code in row.heirs for heir in self.coded(code, today=True))


@lru_cache(maxsize=8192)
def _found(units: Gazetteer, name: str, tier: Tier | None) -> tuple[Row, ...]:
    known = key(name)
    known = units.aliases.get(known, known)
    upper = (units.upper,) if tier != "commune" else ()
    communes = (units.communes,) if tier in (None, "commune") else ()
    rows = (row for part in (*upper, *communes) for row in _called(part, known))
    return tuple(r for r in rows if tier is None or r.tier == tier)


@lru_cache(maxsize=8192)
def _parents(units: Gazetteer, row: Row, day: dt.date | None) -> tuple[Row, ...]:
    rows = (r for r in units.coded(row.above, today=row.today) if r.tier != row.tier)
    when = day or row.last
    return tuple(sorted(rows, key=lambda r: not r.on(when)))


@lru_cache(maxsize=8192)
def _top(units: Gazetteer, row: Row, day: dt.date | None) -> Row:
    return units.chain(row, day)[0]


@lru_cache(maxsize=4096)
def _ancestors(units: Gazetteer, row: Row) -> frozenset[Row]:
    parents = units.parents(row)
    return frozenset(parents).union(*(_ancestors(units, parent) for parent in parents))


@cache
def _row(line: str) -> Row:
    _, level, name, code, above, since, until, heirs = line.split("\t")
    tier: Tier = "province" if not above else "commune" if len(code) == 5 else "district"
    return Row(level, name, code, above, since, until, tuple(heirs.split()), tier, since >= REFORM)


def _called(part: Sequence[str], name: str) -> Iterator[Row]:
    """The rows of `part` whose key is `name`."""
    start = name + "\t"
    for i in range(bisect_left(part, start), len(part)):
        if not part[i].startswith(start):
            return
        yield _row(part[i])


def _by_code(part: Sequence[str]) -> dict[str, list[int]]:
    codes: dict[str, list[int]] = {}
    for i, line in enumerate(part):
        codes.setdefault(line.split("\t", 4)[3], []).append(i)
    codes.pop("", None)
    return codes


@lru_cache(maxsize=2)
def _commune_codes(units: Gazetteer) -> dict[str, list[int]]:
    """Where each commune code stands; made only when successors are asked for."""
    return _by_code(units.communes)


def build(text: str, aliases: dict[str, str]) -> Gazetteer:
    """The gazetteer of a table (see `reportgen.gazetteer.compile`); ValueError where it is malformed."""
    upper, found, communes = text.partition(f"\n{COMMUNES}\n")
    if not found:
        raise ValueError(f"no line {COMMUNES!r}")
    above = tuple(line for line in upper.split("\n") if line and line[0] != "#")
    try:
        codes = _by_code(above)
    except IndexError:
        raise ValueError("a row lacks columns") from None
    known = {key(a): key(b) for a, b in aliases.items()}
    words = (line.partition("\t")[0].split(" ") for line in (*above, *known))
    openings = frozenset(" ".join(one[:n]) for one in words for n in (1, 2))
    return Gazetteer(above, tuple(communes.rstrip("\n").split("\n")), codes, openings, known)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the package, read once; TableError where its table is missing or malformed."""
    try:
        packed = resources.files("reportgen.gazetteer").joinpath("units.tsv.gz").read_bytes()
        return build(gzip.decompress(packed).decode(), table("reportgen.gazetteer", "older.toml")["aliases"])
    except (OSError, EOFError, ValueError, KeyError) as e:
        raise TableError(f"reportgen.gazetteer/units.tsv.gz: {e}") from e
