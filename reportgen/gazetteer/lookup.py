"""Looking up administrative units by name, level and time.

The table is read when the first name is looked up, never at import; a row is parsed when it is asked for.
"""

from __future__ import annotations

import datetime as dt
import gzip
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Literal

from reportgen.errors import TableError
from reportgen.gazetteer.key import key
from reportgen.model import Place, Unit
from reportgen.vietnamese.tables import table

Tier = Literal["province", "district", "commune"]

_EARLY_2025 = dt.date(2025, 1, 1)

COMMUNE_LEVELS = frozenset({"xã", "phường", "thị trấn", "đặc khu"})

REFORM = "2025-07-01"
"""Since then there are two levels: province and commune."""


@dataclass(frozen=True, slots=True)
class Row:
    """One unit while it bore one level, name and parent. Dates are ISO, "" where nothing is known.

    `since` is the first day and `until` the first day no more, as bounds: it may have begun later or ended earlier.
    """

    level: str
    name: str
    code: str
    above: str  # the parent's code; codes are reused, so only together with time
    since: str
    until: str
    heirs: tuple[str, ...]  # codes of the units since the reform that its ground belongs to

    @property
    def tier(self) -> Tier:
        if not self.above:
            return "province"
        return "commune" if len(self.code) == 5 else "district"

    @property
    def today(self) -> bool:
        """True for a unit of the two-level map since 1/7/2025."""
        return self.since >= REFORM

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

    lines: tuple[str, ...]
    by_key: dict[str, list[int]]
    by_code: dict[str, list[int]]
    aliases: dict[str, str] = field(default_factory=dict)

    def row(self, index: int) -> Row:
        return _row(self.lines[index])

    def find(self, name: str, tier: Tier | None = None, day: dt.date | None = None) -> tuple[Row, ...]:
        """The units called `name` in `tier`, those that may have existed on `day`.

        >>> from reportgen.gazetteer import gazetteer
        >>> [(r.level, r.code) for r in gazetteer().find("Tĩnh Gia", "district")]
        [('huyện', '407')]
        """
        found = self.by_key.get(key(name))
        if found is None and (alias := self.aliases.get(key(name))):
            found = self.by_key.get(alias)
        rows = (self.row(i) for i in found or ())
        return tuple(r for r in rows if (tier is None or r.tier == tier) and r.on(day))

    def knows(self, name: str) -> bool:
        """True when some unit bears `name`."""
        return key(name) in self.by_key or key(name) in self.aliases

    def coded(self, code: str, day: dt.date | None = None, *, today: bool | None = None) -> tuple[Row, ...]:
        """The units that bore `code`, the latest first; `today` chooses between the map since the reform and before."""
        rows = [self.row(i) for i in self.by_code.get(code, ())]
        rows = [r for r in rows if r.on(day) and (today is None or r.today == today)]
        return tuple(sorted(rows, key=lambda r: (r.until or "9999", r.since), reverse=True))

    def provinces(self) -> tuple[Row, ...]:
        """All provinces that have a code, in the order of their codes."""
        return tuple(r for code in sorted(self.by_code) if len(code) == 2 for r in self.coded(code))

    def parents(self, row: Row, day: dt.date | None = None) -> tuple[Row, ...]:
        """The units that `row` may have stood under; first that of `day`, or of its last day before the changes of 2025."""
        rows = (r for r in self.coded(row.above, today=row.today) if r.tier != row.tier)
        when = day or row.last
        return tuple(sorted(rows, key=lambda r: not r.on(when)))

    def ancestors(self, row: Row) -> frozenset[Row]:
        """All units that `row` may have stood under, at any time."""
        return _ancestors(self, row)

    def chain(self, row: Row, day: dt.date | None = None, prefer: Set[Row] = frozenset()) -> tuple[Row, ...]:
        """`row` and the units above it as of `day`, the province first; where several are possible, one of `prefer`."""
        chain = [row]
        while chain[0].above and (above := self.parents(chain[0], day)):
            chain.insert(0, next((r for r in above if r in prefer), above[0]))
        return tuple(chain)

    def unit(self, row: Row, day: dt.date | None = None, level: str | None = None) -> Unit:
        """The unit of `row` with its path as of `day`; `level` where the story calls it by another level word.

        >>> from reportgen.gazetteer import gazetteer
        >>> g = gazetteer()
        >>> g.unit(g.find("Đồng Mỏ", "commune")[0]).full
        'tỉnh Lạng Sơn > huyện Chi Lăng > thị trấn Đồng Mỏ'
        """
        *above, last = (Place(r.level, r.name) for r in self.chain(row, day))
        return Unit((*above, Place(level or last.level, last.name)), row.code or None)

    def successors(self, row: Row) -> tuple[Row, ...]:
        """The units of today that the ground of `row` belongs to: several where it was divided, none where unknown."""
        if row.today:
            return (row,)
        return tuple(heir for code in row.heirs for heir in self.coded(code, today=True))


@lru_cache(maxsize=4096)
def _ancestors(units: Gazetteer, row: Row) -> frozenset[Row]:
    parents = units.parents(row)
    return frozenset(parents).union(*(_ancestors(units, parent) for parent in parents))


@lru_cache(maxsize=8192)
def _row(line: str) -> Row:
    _, level, name, code, above, since, until, heirs = line.split("\t")
    return Row(level, name, code, above, since, until, tuple(heirs.split()))


def build(lines: Iterable[str], aliases: dict[str, str]) -> Gazetteer:
    """The gazetteer of table `lines` (see `reportgen.gazetteer.compile`)."""
    kept = tuple(line for line in lines if line and not line.startswith("#"))
    by_key: dict[str, list[int]] = {}
    by_code: dict[str, list[int]] = {}
    for i, line in enumerate(kept):
        name, _, _, code, _ = line.split("\t", 4)
        by_key.setdefault(name, []).append(i)
        if code:
            by_code.setdefault(code, []).append(i)
    return Gazetteer(kept, by_key, by_code, {key(a): key(b) for a, b in aliases.items()})


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the package, read once; TableError where its table is missing or malformed."""
    try:
        packed = resources.files("reportgen.gazetteer").joinpath("units.tsv.gz").read_bytes()
        return build(
            gzip.decompress(packed).decode().split("\n"), table("reportgen.gazetteer", "older.toml")["aliases"]
        )
    except (OSError, EOFError, ValueError, KeyError) as e:
        raise TableError(f"reportgen.gazetteer/units.tsv.gz: {e}") from e
