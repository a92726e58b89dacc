"""Scope: whose fact each fact is.

A story is about one unit, the principal one, and turns for some sentences to units under it. For each sentence these rules are tried
in order; the first that answers names the unit:

1. who speaks (`speech`): "Đồng chí X, Bí thư Đảng ủy phường Y, cho biết: …", the attribution line of a pull-quote, and later
   "ông X nhấn mạnh" give phường Y, for this sentence and those that follow in the paragraph;
2. the subject (`subject`): a unit, its body or organ that opens the sentence or a clause ("…, Thành ủy lựa chọn …"),
   a person with a post in it ("Ông X, Phó Chủ tịch UBND xã Y, tặng …"), or the place that opens it ("Tại xã Z, …"); a clause with a
   subject of its own has its own unit;
3. a turn: many units at once ("Các xã …", "Tại 11 xã …"), or a body of the country ("Thủ tướng …"), lead back to the principal unit;
4. what was carried from the sentence before; a new paragraph starts with the principal unit.

A body or level word without a name (`references`: "Đảng ủy", "Huyện ủy", "toàn xã") means the unit of its level in view: the one
carried, the principal one or the unit above it, else the last one named. Of several units in a list the unit above them all is meant.
Units above the principal one never take over: what a province does in a story about a commune is told for the commune. A
village's facts go to its commune. Figures given for another unit by the way (`asides`: "xã A (18 tiêu chí)", "A 36,8 tỷ đồng,
B 25,4 tỷ đồng", "thôn C 146 ha") go to that unit.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from reportgen.extract.scope.reader import Reader
from reportgen.extract.scope.references import COUNTRY, References
from reportgen.model import Article, Locality, Unit

__all__ = ["Scope", "find_scope"]


@dataclass(frozen=True, slots=True)
class Scope:
    """Answers, for any place in the story, which unit the words there speak of. `units[i]` holds from `starts[i]` on."""

    principal: Unit | None
    starts: tuple[int, ...] = ()
    units: tuple[Unit | None, ...] = ()

    def at(self, offset: int) -> Unit | None:
        """The unit in view at `offset` of the repaired text; the principal one before the story, None where none is known."""
        i = bisect_right(self.starts, offset) - 1
        return self.units[i] if i >= 0 else self.principal


def find_scope(article: Article, localities: tuple[Locality, ...]) -> Scope:
    """The scope of `article`, given the units found in it.

    A story without a principal unit is the country's; only what is said of a unit there is that unit's.
    """
    main = next((x.unit for x in localities if x.principal), None)
    if not localities:
        return Scope(None)
    if main and all(main.under(place.unit) for place in localities):
        return Scope(main, (0,), (main,))  # what lies above never takes over
    references = References.of(article.folded, article.blocks, localities)
    known = {place.unit.path: place.unit for place in localities}
    starts: list[int] = []
    units: list[Unit | None] = []
    last: Unit | None = None
    for start, unit in sorted(Reader(article, article.folded, main or COUNTRY, references).regions().items()):
        if unit is not last:
            starts.append(start)
            units.append(known.get(unit.path, unit) if unit.path else None)
        last = unit
    return Scope(main, tuple(starts), tuple(units))
