"""Villages and quarters below the commune: "chi bộ thôn Đoài, xã X" with their commune beside them, or in the story of a commune.

Only where something of the village's own is told: its cell, its people, what happens in it; never somebody's home or post.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reportgen.extract.localities.lexicon import ABOVE_LINK, BETWEEN, DATA, ENDS, LEVEL, MANY, SURNAMES
from reportgen.extract.localities.mentions import Mention
from reportgen.extract.localities.resolve import Resolved
from reportgen.gazetteer import COMMUNE_LEVELS
from reportgen.model import Place, Unit
from reportgen.text import Span
from reportgen.vietnamese.patterns import starting

_OWN = re.compile(rf"(?:^|[.;:,\n“(][ \u00a0]*|{starting(DATA['below']['own'])}[ \u00a0]+)$")
_PLACED = re.compile(rf"{starting(DATA['below']['placed'])}[ \u00a0]+$")
_ANOTHER = re.compile(rf"{starting(DATA['below']['not_after'])}[ \u00a0]+$")
_SOMEBODY = re.compile(rf"{starting(DATA['below']['people'])}(?!\w)")
_REACH = 60


def villages(string: str, folded: str, mentions: Sequence[Mention], found: Sequence[Resolved]) -> Iterator[Resolved]:
    """The villages among `mentions` whose commune stands beside them in `found`, or beside the last of their list."""
    communes = {r.span.start: r for r in found if r.unit.level in COMMUNE_LEVELS}
    beside: Resolved | None = None
    last = None
    for mention in reversed([m for m in mentions if m.below]):
        link = ABOVE_LINK.match(folded, mention.run.end)
        if link and link.end() in communes:
            beside = communes[link.end()]
        elif not (last and last.listed and BETWEEN.match(folded, mention.run.end, last.start)):
            beside = None
        last = mention
        if beside and _own(string, folded, mention):
            yield _village(string, mention, beside.unit, beside.above)


def villages_of(
    string: str,
    folded: str,
    mentions: Sequence[Mention],
    found: Sequence[Resolved],
    main: Unit,
    above: tuple[Unit, ...],
) -> Iterator[Resolved]:
    """The villages that a story of the commune `main` names without it: twice, or in a list, or where something happens."""
    taken = {r.span.start for r in found}
    open_ones = [m for m in mentions if m.below and m.start not in taken]
    times = Counter(_name(string, m) for m in open_ones)
    for mention in open_ones:
        start = max(0, mention.start - _REACH)
        counted = BETWEEN.match(folded, mention.run.end) and folded[mention.run.end + 1].isdigit()
        placed = _PLACED.search(folded, start, mention.start) or MANY.search(folded, start, mention.start)
        if not _own(string, folded, mention, anywhere=bool(counted or placed or times[_name(string, mention)] > 1)):
            continue
        link = ABOVE_LINK.match(folded, mention.run.end)
        if link and LEVEL.match(folded, link.end()):  # of a commune that is not certain
            continue
        if " " in _name(string, mention) or ENDS.match(folded, mention.run.end):  # not "khu Di tích", "xóm Công giáo"
            yield _village(string, mention, main, above)


def _own(string: str, folded: str, mention: Mention, *, anywhere: bool = False) -> bool:
    """True when something of the village's own is told."""
    if mention.away or mention.caption or (string[mention.start : mention.run.end].isupper() and not mention.listed):
        return False
    before = folded[max(0, mention.start - _REACH) : mention.start]
    if _ANOTHER.search(before):
        return False
    told = anywhere or mention.listed or _OWN.search(before)
    return bool(told) and not _SOMEBODY.search(before.rpartition(".")[2])


def _village(string: str, mention: Mention, commune: Unit, above: tuple[Unit, ...]) -> Resolved:
    name = _name(string, mention)
    unit = Unit((*commune.path, Place(mention.level, name)))
    return Resolved(Span(mention.start, mention.run.start + len(name)), unit, mention, (*above, commune))


def _name(string: str, mention: Mention) -> str:
    """The name without a person's that follows it: "1" in "khu phố 1 Nguyễn Văn Mùi"."""
    words = string[mention.run.start : mention.run.end].replace("\u00a0", " ").split(" ")
    person = next((n for n in range(1, len(words) - 1) if words[n] in SURNAMES), len(words))
    return " ".join(words[:person])
