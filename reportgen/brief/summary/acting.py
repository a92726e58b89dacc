"""Acting: which body acts in a measure's statement, and with what verb.

statement = [ adjunct , "," ] , body , { adverb } , act , … ;     "Năm 2020, Huyện ủy đã mở 12 lớp …"
          | thing , "được" , body , act , … ;                     "22 chi bộ đã được Thành ủy lựa chọn …"
          | [ when , "," ] , [ "đã" ] , act , … figure … ;        "Đã kết nạp 21 đảng viên …"
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reportgen.brief.wording import wording
from reportgen.model import Measure
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_ACTS = table("reportgen.extract.measures", "acts.toml")
_SOFT = frozenset(table("reportgen.brief.summary", "fit.toml")["soft"])
_ADVERBS = rf"(?:{alternation(set(_ACTS['adverbs']) - {'phải'})}[ ,]+)*"
_KNOWN = re.compile(rf"[ ,]*{_ADVERBS}(?P<act>{alternation([*_ACTS['strong'], *_ACTS['asking']])})(?!\w)")
_OTHER = re.compile(
    rf"[ ,]*(?:đã|đang|sẽ)[ ]{_ADVERBS}(?!(?:{alternation([*_ACTS['inert'], 'phải', 'cần'])})(?!\w))(?P<act>\w+)"
)
_ELIDED = re.compile(
    r"(?:[^,]{0,60},[ ])?(?:(?:tại|ở)[ ][^,]{3,40}[ ](?=đã[ ]))?(?:đã[ ])?"
    rf"(?P<act>{alternation(set(_ACTS['hard']) - _SOFT)})(?!\w)"
)
_ADJUNCT = re.compile(rf"(?:{alternation([*_ACTS['adjuncts'], *_ACTS['when'], *_ACTS['light']])}|\d)(?!\w)")
_WHEN = re.compile(r"(?:.*\d|.*(?<!\w)(?:nay|qua|tới|năm|tháng|kỳ|hiện))$")
_BY = re.compile(r"(?<!\w)(?:được|do|bị)(?: chính)?$")

_OBJECT = 2
"""Words that stand behind the verb at least: "Chủ tịch UBND tỉnh ký." what?"""

_THING = 70
"""Characters that stand before "được" at most, so that it is one thing that is meant."""


@dataclass(frozen=True, slots=True)
class Acting:
    """The verb, folded. `certain`: it is one of the tables; `passive`: who acts stands behind "được"."""

    verb: str
    certain: bool
    passive: bool = False


@lru_cache(maxsize=50_000)
def acting(measure: Measure) -> Acting | None:
    """What the statement says that is done; None where it does not say plainly who does it."""
    folded, actor = fold(measure.text), fold(measure.actor or "")
    at = folded.find(actor) if actor else -1
    if at < 0:
        m = _ELIDED.match(folded)
        return Acting(m["act"], certain=True) if m and wording(measure.text).anchors else None
    before = folded[:at].rstrip()
    passive = bool(_BY.search(before))
    if passive and (len(before) > _THING or ";" in before):
        return None
    if before and not passive and not (_ADJUNCT.match(before) and (before[-1] in ",:" or _WHEN.match(before))):
        return None
    if folded.startswith(" lại ", at + len(actor)):
        return None  # against what was to be expected, which was told before
    for pattern in (_KNOWN, _OTHER):
        if (m := pattern.match(folded, at + len(actor))) and (passive or len(folded[m.end() :].split()) >= _OBJECT):
            return Acting(m["act"], pattern is _KNOWN, passive)
    return None
