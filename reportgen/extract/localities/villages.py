"""Villages and quarters below the commune: "chi bộ thôn Đoài, xã X" once their commune is named beside them.

Only where something of the village's own is told: its cell, its people, what happens in it; never somebody's home or post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.extract.localities.lexicon import ABOVE_LINK, DATA
from reportgen.extract.localities.mentions import Mention
from reportgen.extract.localities.resolve import Resolved
from reportgen.gazetteer import COMMUNE_LEVELS
from reportgen.model import Place, Unit
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation

_OWN = re.compile(rf"(?:^|[.;:,\n“(][ \u00a0]*|(?<!\w){alternation(DATA['below']['own'])}[ \u00a0]+)$")
_SOMEBODY = re.compile(rf"(?<!\w){alternation(DATA['below']['people'])}(?!\w)")
_REACH = 60


def villages(string: str, folded: str, mentions: Sequence[Mention], found: Sequence[Resolved]) -> Iterator[Resolved]:
    """The villages among `mentions` whose commune stands beside them in `found`."""
    communes = {r.span.start: r for r in found if r.unit.level in COMMUNE_LEVELS}
    for mention in mentions:
        if not mention.below or mention.away or mention.caption or string[mention.start : mention.run.end].isupper():
            continue
        link = ABOVE_LINK.match(folded, mention.run.end)
        commune = communes.get(link.end()) if link else None
        before = folded[max(0, mention.start - _REACH) : mention.start]
        if commune and _OWN.search(before) and not _SOMEBODY.search(before.rpartition(".")[2]):
            name = string[mention.run.start : mention.run.end].replace("\u00a0", " ")
            unit = Unit((*commune.unit.path, Place(mention.level, name)))
            yield Resolved(Span(mention.start, mention.run.end), unit, mention, (*commune.above, commune.unit))
