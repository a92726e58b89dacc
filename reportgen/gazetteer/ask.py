"""Asking for a unit by its typed name: which one it is, where it lies, and what became of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reportgen.gazetteer.key import key
from reportgen.gazetteer.lookup import Gazetteer, Row
from reportgen.model import Unit
from reportgen.vietnamese.fold import fold

_LEVELS = ("thị trấn", "thành phố", "thị xã", "đặc khu", "phường", "huyện", "quận", "tỉnh", "xã")


@dataclass(frozen=True, slots=True)
class Answer:
    """One unit that a name can mean. `became` are the units of today that its ground belongs to."""

    row: Row
    unit: Unit
    became: tuple[Unit, ...]

    @property
    def divided(self) -> bool:
        """True where the ground of one commune went to several units of today."""
        return self.row.tier == "commune" and len(self.became) > 1


def ask(units: Gazetteer, name: str, within: str | None = None, day: dt.date | None = None) -> tuple[Answer, ...]:
    """The units that `name` can mean, by path: with its level word ("xã Liên Hòa") or without, inside `within`, on `day`.

    >>> from reportgen.gazetteer import gazetteer
    >>> [answer.unit.full for answer in ask(gazetteer(), "huyện Vân Hồ")]
    ['tỉnh Sơn La > huyện Vân Hồ']
    """
    level, bare = split_level(name)
    rows = [r for r in units.find(bare, day=day) if level is None or r.level == level]
    if within:
        parent_level, parent = split_level(within)
        rows = [r for r in rows if any(_is(a, parent_level, parent) for a in units.ancestors(r))]
    answers = [Answer(r, units.unit(r, day), _became(units, r)) for r in rows]
    return tuple(sorted(answers, key=lambda a: (a.unit.full, a.row.since, a.row.until)))


def split_level(name: str) -> tuple[str | None, str]:
    """A typed name as level word and bare name.

    >>> split_level("Thị trấn Đồng Mỏ"), split_level("Sơn La")
    (('thị trấn', 'Đồng Mỏ'), (None, 'Sơn La'))
    """
    name = " ".join(name.split())
    small = fold(name)
    for level in _LEVELS:
        if small.startswith(level + " "):
            return level, name[len(level) + 1 :]
    return None, name


def _is(row: Row, level: str | None, name: str) -> bool:
    return key(row.name) == key(name) and (level is None or row.level == level)


def _became(units: Gazetteer, row: Row) -> tuple[Unit, ...]:
    return () if row.today else tuple(units.unit(heir) for heir in units.successors(row))
