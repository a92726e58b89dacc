"""The one unit that an article reports on.

The deepest unit that the headline names; else the unit that the story speaks of most, where a mention in the lead counts for three
and a body that acts ("Huyện ủy Vân Hồ", or "huyện" alone for the one district of the story) counts with the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportgen.extract.localities.resolve import Resolved
from reportgen.model import Article, Unit
from reportgen.text import Span

_GENERIC = {
    1: re.compile(r"(?<![\w])(?:tỉnh|tỉnh ủy|thành phố|thành ủy|tp)(?!\w)"),
    2: re.compile(r"(?<![\w])(?:huyện|huyện ủy|quận|quận ủy|thị xã|thị ủy|thành phố|thành ủy|tp)(?!\w)"),
    3: re.compile(r"(?<![\w])(?:đảng ủy|toàn xã|toàn phường|xã|phường|thị trấn)(?!\w)"),
}
_LEAD = 3
_HEADLINE = 1000


def principal(article: Article, folded: str, found: Sequence[Resolved]) -> Unit | None:
    """The unit that `article` as a whole reports on, None where none is found."""
    units = list(dict.fromkeys(r.unit for r in found if len(r.unit.path) <= 3 and not r.mention.away))
    if not units:
        return None
    lead = next((b.span for b in article.blocks if b.kind != "caption"), None)
    score: Counter[Unit] = Counter()
    for r in found:
        if r.unit not in units:
            continue
        if any(span.covers(r.span) for span in article.title_spans):
            score[r.unit] += _HEADLINE
        elif r.mention.caption:
            score[r.unit] += 0
        else:
            score[r.unit] += 1 + (r.span.start < _opening(lead)) * _LEAD if lead else 1
    headline = [u for u in units if score[u] >= _HEADLINE]
    if headline:
        return max(headline, key=lambda u: (len(u.path), score[u]))
    return max(units, key=lambda u: (_weight(u, units, score, folded), len(u.path)))


def _opening(lead: Span) -> int:
    return min(lead.end, lead.start + 600)


def _weight(unit: Unit, units: list[Unit], score: Counter[Unit], folded: str) -> float:
    own = score[unit]
    depth = len(unit.path)
    same = [u for u in units if len(u.path) == depth]
    if score[unit] == max(score[u] for u in same):
        level = unit.level
        own += len(re.findall(rf"(?<!\w){level}(?! +(?:ủy )?[^\W\d_]*[A-Z])(?!\w)", folded)) // 2
    return own
