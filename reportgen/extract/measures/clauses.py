"""Clauses: who acts and how, in the statement of a sentence.

    statement = { adjunct , "," } , [ actor ] , { adverb } , act , … ;

Adjuncts that open a statement ("Để …,", "Thực hiện Nghị quyết …,", "Năm 2018,") are passed over in search of the actor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_ACTORS = table("reportgen.extract.measures", "actors.toml")
_ACTS = table("reportgen.extract.measures", "acts.toml")
_ADVERBS = alternation(_ACTS["adverbs"])
_STRONG = alternation(_ACTS["strong"])
_BODY = re.compile(
    rf"(?P<before>(?:(?:{alternation(_ACTS['frames'])})(?!\w)[^,;:.]{{0,40}}?[ ])?(?:{alternation(_ACTORS['determiners'])}[ ])*)"
    rf"(?P<body>{alternation(_ACTORS['bodies'])})(?!\w)"
)
_ORGAN = re.compile(rf"{alternation(_ACTORS['organs'])}(?!\w)")
_ACT = re.compile(rf"(?:{_ADVERBS}(?!\w)[ ,]*)*(?P<act>{_STRONG})(?!\w)")
_COMPLEMENT = re.compile(rf"(?<!\w){alternation(_ACTS['prepositions'])}[ ]$")
_STATE = re.compile(rf"{alternation(_ACTS['states'])}(?!\w)")
_ADVERB = re.compile(rf"{_ADVERBS}(?!\w)")
_CENTRAL = re.compile(rf"(?:{alternation(_ACTORS['determiners'])}[ ])*{alternation(_ACTORS['central'])}(?!\w)")
_JOINED = re.compile(
    rf"[ ,]*(?:{alternation([*_ACTORS['bodies'], *_ACTORS['joins']])}(?!\w)|\d+(?!\w)|\([^()]{{2,16}}\))"
)
_WORD = re.compile(r"[ ,.]*(?:[\w’'-]+|\([^()]{2,16}\))")
_PASSIVE = re.compile(rf"(?<!\w)được[ ](?:[\w]+[ ]){{0,3}}?(?P<act>{alternation(_ACTS['passive'])})(?!\w)")
_DONE = re.compile(
    rf"(?:(?:(?:trong|năm|tháng|quý|đến|từ|ngay)[ ][^,;:]{{1,40}}[ ])?đã[ ]|(?:về|trong)[ ](?:lĩnh vực|công tác)[ ][^,;:]{{1,40}}?[ ])"
    rf"(?:{_ADVERBS}(?!\w)[ ])*(?P<act>{_STRONG})(?!\w)"
)
_NOUN = re.compile(rf"[^,;]{{0,70}}?(?<!\w)được[ ](?:[\w]+[ ]){{0,2}}?{alternation(_ACTS['passive'])}(?!\w)")
_RESULT = re.compile(rf"(?<!\w){alternation(_ACTS['results'])}(?!\w)")
_OUTCOME = re.compile(rf"[“\" ]*{alternation(_ACTS['outcome_openings'])}(?!\w)")
_ADJUNCT = re.compile(rf"(?:{alternation(_ACTS['adjuncts'])}|\d+)(?!\w)")
_SEGMENT = re.compile(r"(?:,|:|…|[ ]–)[ ]")
_REACH = 420  # characters of a statement in which its first act is looked for
_SHORT = 60  # characters of an opening that is taken for an adjunct, whatever its words ("Dịp này,")
_STRANGE = 4  # words in an actor's name that are neither capitalised nor in the tables
_NAME_WORDS = 22  # words between a body and its act
_LIGHT = re.compile(rf"{alternation(_ACTS['light'])}(?!\w)[^,;:]*,[ ]")


@dataclass(frozen=True, slots=True)
class Clause:
    """What a statement says of acting.

    `kind`: acted (a body acts), elided (an act whose actor is left unsaid), passive, none. `start` is where the clause of
    the act begins, behind the adjuncts; `actor` is where the acting body stands.
    """

    kind: str
    start: int
    actor: Span | None = None
    act: Span | None = None
    act_words: str | None = None


def clause_of(string: str, folded: str, span: Span, names: Sequence[str] = ()) -> Clause:
    """The first act in the statement at `span`, with its actor. `names` are folded names of units that act by name alone
    ("Quỳnh Lưu đã chỉ đạo …")."""
    starts = _segments(folded, span)
    opening, adjunct = _ACT.match(folded, span.start, span.end), _ADJUNCT.match(folded, span.start)
    for start in starts:
        acted = _acted(string, folded, start, span.end, names)
        if not acted or not acted.actor:
            continue
        near = start == span.start or adjunct or (not opening and start - span.start <= _SHORT)
        if near or (not opening and _ORGAN.match(folded, acted.actor.start)):
            return acted  # behind an act or a subject of its own only an organ is believed to be a further subject
    if opening and _NOUN.match(folded, span.start, span.end):
        opening = None  # "Quy hoạch cán bộ được xây dựng": a noun here
    elided = opening or _DONE.match(folded, span.start, span.end)
    if elided and not _RESULT.match(folded, span.start):
        return Clause("elided", span.start, None, Span(*elided.span("act")), elided["act"])
    for start in starts[1:]:
        later = _ACT.match(folded, start, span.end)
        if later and adjunct and (later.start("act") > start or not _LIGHT.match(folded, span.start, span.end)):
            return Clause("elided", start, None, Span(*later.span("act")), later["act"])
    passive = _PASSIVE.search(folded, span.start, min(span.end, span.start + 240))
    if passive and not _RESULT.search(folded, max(span.start, passive.start() - 8), passive.end()):
        return Clause("passive", span.start, None, Span(*passive.span("act")), passive["act"])
    return Clause("none", span.start)


def _segments(folded: str, span: Span) -> list[int]:
    """Where a clause may begin: the start, and behind each comma, colon or ellipsis."""
    end = min(span.end, span.start + _REACH)
    found = [m.end() for m in _SEGMENT.finditer(folded, span.start, end)]
    return [span.start, *(at for at in found if not _quoted(folded, span.start, at))]


def _quoted(folded: str, start: int, at: int) -> bool:
    """True inside quotation marks: what is quoted there is a title or a slogan."""
    before = folded[start:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _acted(string: str, folded: str, start: int, end: int, names: Sequence[str]) -> Clause | None:
    """The clause at `start` where it begins with a body that acts: body, name, adverbs, act, with no other verb between.

    The name goes on over capitalised words, further bodies and the words that join them; a few other words may stand in
    it ("các đồng chí đảng ủy viên …"), none right behind a body of one syllable ("ban đầu", "khối lượng").
    """
    body = _BODY.match(folded, start, end)
    name = next((n for n in names if folded.startswith(n + " ", start)), None)
    if not body and not name:
        return None
    begins, at = (body.start("body"), body.end()) if body else (start, start + len(name or ""))
    if _CENTRAL.match(folded, begins, end) or _COMPLEMENT.search(folded, start, begins):
        return None
    strange, allowed = 0, _STRANGE if " " in folded[begins:at] else 0
    for _ in range(_NAME_WORDS):
        begin = at
        while begin < end and folded[begin] in " ,":
            begin += 1
        act = _ACT.match(folded, begin, end)
        if act and begin > at:
            return Clause("acted", start, Span(begins, at), Span(*act.span("act")), act["act"])
        if _STATE.match(folded, begin, end) or _ADVERB.match(folded, begin, end):
            return None  # "đã đến thăm": a verb, but no act
        word = _JOINED.match(folded, at, end) or _WORD.match(folded, at, end)
        if not word:
            return None
        if word.re is _WORD and not string[word.end() - len(word[0].lstrip(" ,.")) : word.end()][:1].isupper():
            strange += 1
            if strange > allowed:
                return None
        elif word.re is _JOINED and " " in word[0].strip(" ,"):
            allowed = _STRANGE
        at = word.end()
    return None


def takes_actor(folded: str, span: Span, clause: Clause) -> bool:
    """True where an actor that was named before can be put before the act: the act opens the statement, or stands behind
    one light adjunct ("Đối với các chi bộ, …"). Elsewhere too much stands in between to be sure whose act it is."""
    if clause.kind != "elided" or clause.act is None:
        return False
    if clause.start == span.start:
        return True
    light = _LIGHT.match(folded, span.start, span.end)
    return light is not None and light.end() == clause.start and clause.act.start > clause.start


def is_outcome(folded: str, span: Span) -> bool:
    """True where the sentence opens as one that tells what came of something ("Nhờ đó, …")."""
    return bool(_OUTCOME.match(folded, span.start, span.end))


def results_in(folded: str, span: Span) -> int:
    """How many words of result, state or praise stand in `span`."""
    return sum(1 for _ in _RESULT.finditer(folded, span.start, span.end))
