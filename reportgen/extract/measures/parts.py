"""Parts: the several acts that one sentence tells of one body.

    statement = part , { ";" , [ connective ] , part } ;

"Huyện ủy đã mở 7 lớp …; cử 21 đồng chí …" is two measures. A part is one where it opens with an act, nothing was announced
with a colon before it, no "trong đó" breaks the act before down, and the act before it tells nobody else to act: behind
"chỉ đạo các xã …;" the next act may be the others'.
"""

from __future__ import annotations

import re

from reportgen.extract.measures.heads import ACT, ADVERBS
from reportgen.extract.measures.reading import Clause
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_ACTS = table("reportgen.extract.measures", "acts.toml")
_DELEGATING = frozenset(_ACTS["delegating"])
_APART = frozenset(_ACTS["apart"])
_AND = re.compile(rf"(?:(?:{alternation(_ACTS['connectives'])})[ ,]+)?")
_TELLS = re.compile(rf"(?:{ADVERBS}[ ])*?{alternation(_ACTS['delegating'])}(?!\w)")


def parts_of(folded: str, span: Span, clause: Clause) -> list[Span]:
    """The parts of the statement at `span`, the first with the clause; just one where it tells one act."""
    if clause.act is None or ":" in folded[span.start : span.end] or '"' in folded[span.start : span.end]:
        return [span]
    cuts: list[tuple[int, int]] = []
    before = folded[clause.act.start : clause.act.end]
    delegated = before in _DELEGATING or _TELLS.match(folded, clause.act.start) is not None
    for m in re.finditer(r";[ ]+", folded[clause.act.end : span.end]):
        at = clause.act.end + m.end()
        begin = _AND.match(folded, at)
        if begin and begin[0].startswith("trong đó"):
            break  # what follows says more of the act before
        act = ACT.match(folded, begin.end() if begin else at, span.end)
        if not act or _quoted(folded, span.start, at):
            continue
        if act["act"] in _APART and (not delegated or act["act"] == before):
            cuts.append((clause.act.end + m.start(), begin.end() if begin else at))
            delegated, before = delegated or act["act"] in _DELEGATING, act["act"]
    starts, ends = [span.start, *(b for _, b in cuts)], [*(e for e, _ in cuts), span.end]
    return [Span(s, e) for s, e in zip(starts, ends, strict=True)]


def _quoted(folded: str, start: int, at: int) -> bool:
    before = folded[start:at]
    return before.count("“") > before.count("”") or before.count("(") > before.count(")")
