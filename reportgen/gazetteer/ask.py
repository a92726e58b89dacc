"""Asking for a unit by its typed name: which one it is, where it lies, and what became of it."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.gazetteer.key import key
from reportgen.gazetteer.levels import split_level
from reportgen.gazetteer.lookup import Gazetteer, Row
from reportgen.model import Unit

_ALIKE = 0.88  # so like what was typed is worth a hint
_HINTS = 3
_FINAL_C = re.compile(r"c(?!\w)")


@dataclass(frozen=True, slots=True)
class Answer:
    """One unit that a name can mean. `became` are the units of today that its ground belongs to.

    `made_of` are the units whose ground makes up a unit of today; `unchanged` is True where that was the same unit.
    """

    row: Row
    unit: Unit
    became: tuple[Unit, ...]
    made_of: tuple[Unit, ...] = ()
    unchanged: bool = False

    @property
    def divided(self) -> bool:
        """True where the ground of one commune went to several units of today."""
        return self.row.tier == "commune" and len(self.became) > 1


def ask(units: Gazetteer, name: str, within: str | None = None, day: dt.date | None = None) -> tuple[Answer, ...]:
    """The units that `name` can mean, by path: with its level word ("xã Liên Hòa", "P.8") or without, inside `within`, on `day`.

    >>> from reportgen.gazetteer import gazetteer
    >>> [answer.unit.full for answer in ask(gazetteer(), "huyện Vân Hồ")]
    ['tỉnh Sơn La > huyện Vân Hồ']
    """
    level, bare = split_level(name)
    rows = [r for r in units.find(bare, day=day) if level is None or r.level == level]
    if within:
        parent_level, parent = split_level(within)
        rows = [r for r in rows if any(_is(a, parent_level, parent, units) for a in units.ancestors(r))]
    made_of = {r: units.predecessors(r) for r in rows}
    same = {made_of[r][0]: r for r in rows if _unchanged(r, made_of[r])}
    kept = [r for r in rows if r not in same]
    answers = [
        Answer(r, units.unit(r, day), units.became(r), tuple(map(units.unit, made_of[r])), r in same.values())
        for r in kept
    ]
    return tuple(sorted(answers, key=lambda a: (a.unit.full, a.row.since, a.row.until)))


def alike(units: Gazetteer, name: str) -> tuple[str, ...]:
    """Names of units that are written much like `name`, the likest first; marks do not count.

    >>> from reportgen.gazetteer import gazetteer
    >>> alike(gazetteer(), "Đac Lak"), alike(gazetteer(), "xã Liên Hoa")[0]
    (('Đắk Lắk',), 'Liên Hoa')
    """
    return closest(split_level(name)[1], (row.name for row in units.rows))


def closest(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that are written much like `name`, the likest first."""
    plain = _plain(name)
    known: dict[str, dict[str, None]] = {}
    for other in names:
        known.setdefault(_plain(other), {})[other] = None
    close = [plain] if plain in known else difflib.get_close_matches(plain, known, _HINTS, _ALIKE)
    return tuple(other for one in close for other in known[one])[:_HINTS]


def _plain(name: str) -> str:
    """`name` without marks and blanks, "Đắc Lắc" as "Đắk Lắk"."""
    bare = unicodedata.normalize("NFD", _FINAL_C.sub("k", key(name).replace("đ", "d")))
    return "".join(c for c in bare if c.isascii() and c.isalnum())


def _is(row: Row, level: str | None, name: str, units: Gazetteer) -> bool:
    return units.same(row.name, name) and (level is None or row.level == level)


def _unchanged(row: Row, made_of: tuple[Row, ...]) -> bool:
    """True for a province of today that is made of one province of its name."""
    return row.tier == "province" and [(r.level, r.name) for r in made_of] == [(row.level, row.name)]
