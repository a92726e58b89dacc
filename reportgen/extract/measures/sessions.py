"""Sessions: what a session or congress decides, and who acts right behind the words for one.

session  = ( "kỳ họp" | "hội nghị" | … ) , { which | name } , { adverb } , decision ;     ("Kỳ họp HĐND tỉnh sẽ xem xét …")
occasion = ( "tại" | "trong" ) , ( "kỳ họp" | "buổi lễ" | … ) , name , [ "," ] , head , deed ;
"""

from __future__ import annotations

import re

from reportgen.extract.measures.heads import ADVERBS, deed_at
from reportgen.extract.measures.names import is_beyond, next_word
from reportgen.extract.measures.reading import Clause, Reading
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_ACTORS = table("reportgen.extract.measures", "actors.toml")
_ACTS = table("reportgen.extract.measures", "acts.toml")
SESSION = re.compile(rf"{alternation(_ACTORS['sessions'])}(?!\w)")
"""A session at the head of a clause."""
_WHICH = re.compile(rf"[ ,]*(?:{alternation(_ACTORS['which_session'])}(?!\w)|[\d/.-]+(?!\w)|\([^()]{{2,40}}\))")
_DECIDES = re.compile(rf"[ ](?:{ADVERBS}(?!\w)[ ])*?(?P<act>{alternation(_ACTS['decisions'])})(?!\w)")
_OCCASION = re.compile(
    rf"(?:cũng[ ])?(?:tại|trong)[ ]{alternation([*_ACTORS['sessions'], *_ACTORS['occasions']])}(?!\w)[^,;:“\"]*"
)
_HEAD = re.compile(rf"(?<= ){alternation([*_ACTORS['organs'], *_ACTORS['offices']])}(?!\w)")
_OF = re.compile(r"(?<!\w)(?:của|với|do|và|cùng|về|bởi|giữa|có|gồm|cho|là)[ ](?:lãnh đạo[ ])?$")
_NATION = re.compile(rf"{starting(_ACTORS['central'])}(?!\w)")


def by_session(r: Reading) -> Clause | None:
    """A decision told of the session that took it: "Kỳ họp HĐND tỉnh sẽ xem xét …", "Hội nghị thống nhất …"."""
    for start in r.starts[:2]:
        session = SESSION.match(r.folded, start, r.end)
        at = session.end() if session else r.end
        while word := _WHICH.match(r.folded, at, r.end) or next_word(r.string, r.folded, at, r.end):
            if _DECIDES.match(r.folded, at, r.end):
                break
            at = word.end()
        act, who = _DECIDES.match(r.folded, at, r.end), Span(start, at)
        if act and not _NATION.search(who.of(r.folded)) and not is_beyond(r.string, r.folded, who):
            return Clause("acted", start, who, Span(*act.span("act")), act["act"])
    return None


def behind_occasion(r: Reading) -> int | None:
    """Where a body's clause begins behind an occasion without a comma: "Tại kỳ họp thứ 5 [HĐND huyện thông qua …]"."""
    occasion = _OCCASION.match(r.folded, r.span.start, r.end)
    for head in _HEAD.finditer(r.folded, r.span.start, occasion.end()) if occasion else ():
        if _OF.search(r.folded, r.span.start, head.start()):
            continue
        deed = deed_at(r.string, r.folded, head.start(), r.end, r.names)
        if deed and deed.act and "," not in r.folded[head.start() : deed.act.start]:
            return head.start()
    return None
