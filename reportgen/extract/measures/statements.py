"""Statements: a measure told in a line that stands alone, in the words of the source.

    statement = [ when , "," ] , actor , act , … , "." ;

The actor comes first where the sentence leaves it unsaid; frames, connecting words, asides and convictions before the actor
("Xác định cán bộ là gốc, …") are gone; nothing is added but the name that a pronoun stands for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.extract.measures.clauses import Clause, takes_actor
from reportgen.extract.measures.frames import Statement
from reportgen.extract.measures.heads import HEAD, OFFICE
from reportgen.model import Unit
from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_ACTORS = table("reportgen.extract.measures", "actors.toml")
_ACTS = table("reportgen.extract.measures", "acts.toml")
_COMMON = re.compile(rf"(?:{alternation([*_ACTORS['determiners'], *_ACTORS['levels'], 'lãnh đạo'])})(?![ ]ủy)(?!\w)")
"""What an actor begins with that has a small letter within a sentence."""
_CONNECTIVES = frozenset(_ACTS["connectives"])
_ASKING = frozenset(_ACTS["asking"])
_ASIDE = re.compile(rf"{alternation(_ACTS['asides'])}(?!\w)")
_WHEN = re.compile(rf"(?:{alternation(_ACTS['when'])}|\d)(?!\w)")
_POINTING = re.compile(r"(?<!\w)(?:này|đó|ấy|nêu trên|nói trên|kể trên|như trên|(?<!cấp )trên)$")
_ANTECEDENT = re.compile(
    r"(?<!\w)(?:nhiệm vụ|việc|nội dung|vấn đề|mục tiêu|chủ trương|phong trào|mô hình|chương trình|đề án|hoạt động)[ ](?:này|đó|trên)(?!\w)"
)
"""Words that mean something told before: where they stand behind the act, the openings before it may tell what."""
_BARE = 4  # words of a purpose that says nothing by itself
_LONG = 45  # characters of what says when or where; longer ones say more
_COMMAND = re.compile(rf"{starting(_ACTS['delegating'])}(?!\w)")
_TOLD = re.compile(rf"{starting(_ACTORS['reports'])}$")
_ALSO = re.compile(r"(?<!vẫn )(?<!\w)(?:cũng|còn)[ ]")
_COMMA = re.compile(r"^[ ]*,[ ]*")  # "ông A, Chủ tịch UBND xã B, ban hành …"
_TOO = re.compile(r"(?<!\w)cũng[ ](?=được|bị|đã|đang|sẽ)")
_TENSE = re.compile(r"(?<!\w)(?:đã|sẽ|đang)(?!\w)")
_TRAIL = re.compile(r"(?:[ ,;:]|\.{2,}|…|/\.?|\.)+$")
_BEFORE_ACT = 40  # characters between the start of a clause and its act before which an actor is put in


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as the article says it."""

    words: str
    unit: Unit | None
    asks: str | None = None  # "yêu cầu", where what follows is what the actor asks others to do
    orders: str | None = None  # "chỉ đạo", where what follows may be what the actor told others to do
    issuer: str | None = None  # whose decisions the actor hands over or makes known, "" where it is not told


def standing(string: str, folded: str, statement: Statement, clause: Clause, actor: Actor | None) -> str:
    """The statement as a sentence: capital first letter, full stop, the actor before an act that has none.

    The actor stands where the clause of the act begins: "Đối với các chi bộ, Đảng ủy phải chú trọng …".
    """
    span = statement.span
    if clause.kind == "acted" and clause.actor and clause.act and actor:
        before = Span(span.start, clause.start)
        points = _ANTECEDENT.search(folded, clause.act.end, span.end)
        opening = before.of(string) if points else _opening(string, folded, before)
        lead = string[clause.start : clause.actor.start]  # "Trong năm 2017 cấp ủy các cấp …"
        between = _ALSO.sub("", string[clause.actor.end : clause.act.start], count=1)
        if not opening and OFFICE.match(fold(actor.words)):
            between = _COMMA.sub(" ", between)
        words = f"{opening}{lead}{actor.words}{between}{string[clause.act.start : span.end]}"
    elif actor and takes_actor(folded, span, clause) and clause.act and clause.act.start - clause.start < _BEFORE_ACT:
        opening, rest = string[span.start : clause.start], string[clause.start : span.end]
        words = opening + rest
        if not folded.startswith(fold(actor.words), clause.start):
            cut = clause.act.start - clause.start
            rest = f"{rest[:1].lower()}{rest[1:]}"
            rest = _ALSO.sub("", rest[:cut], count=1) + rest[cut:]
            asks = f" {actor.asks}" if actor.asks and clause.act_words not in _ASKING else ""
            words = f"{opening}{_within(actor.words) if opening else actor.words}{asks} {rest}"
    else:
        words = _TOO.sub("", string[span.start : span.end], count=1)
    return _sentence(words)


def again(string: str, part: Span, clause: Clause, actor: Actor) -> str:
    """The statement of a further act of the same body, in the tense of the first: "Huyện ủy đã" and "cử 21 đồng chí …"."""
    words = string[part.start : part.end]
    start = clause.actor.end if clause.kind == "acted" and clause.actor else clause.start
    tense = _TENSE.search(fold(string[start : clause.act.start if clause.act else start]))
    said = f" {tense[0]}" if tense and not _TENSE.match(fold(words)) else ""
    return _sentence(f"{actor.words}{said} {words[:1].lower()}{words[1:]}")


def _opening(string: str, folded: str, before: Span) -> str:
    """What stands before the clause of the act and is kept: all of it, or behind an aside only what says when or where."""
    segments = [m.span() for m in re.finditer(r"[^,]+(?:,\s*|$)", string[before.start : before.end])]
    spans = [Span(before.start + a, before.start + b) for a, b in segments]
    spans = [s for s in spans if s.of(folded).strip(" ,") not in _CONNECTIVES]
    kept: list[Span] = []
    for span in reversed(spans):
        words = span.of(folded).rstrip(", ")
        if not _WHEN.match(words) or len(words) > _LONG or " của " in words or _aside(words):
            break
        kept.insert(0, span)
    rest = spans[: len(spans) - len(kept)]
    if not any(_commands(folded, s) for s in rest) and any(_aside(s.of(folded).rstrip(", ")) for s in rest):
        return "".join(s.of(string) for s in kept)
    return "".join(s.of(string) for s in spans)


def _commands(folded: str, segment: Span) -> bool:
    """True for an opening in which another body has something done ("…, UBND tỉnh chỉ đạo các sở, UBND huyện …"): what
    follows tells what it has done, however the act was read."""
    words = segment.of(folded).rstrip(", ")
    return bool(HEAD.match(folded, segment.start) and _COMMAND.search(words) and not _TOLD.search(words))


def _aside(words: str) -> bool:
    """True for an opening that says why or on what occasion, points to what was told before, or is a bare purpose
    ("Để sát sao,")."""
    bare = words.startswith("để ") and len(words.split()) <= _BARE
    return bare or bool(_ASIDE.match(words) or _POINTING.search(words))


def _within(words: str) -> str:
    """An actor that opened its own sentence, as it is written within one: "các chi bộ", but "Đảng ủy xã"."""
    return words[:1].lower() + words[1:] if _COMMON.match(words.lower()) and words[1:2].islower() else words


def _sentence(words: str) -> str:
    """`words` in the form of a sentence: blanks, quotation marks, capital letter, full stop."""
    words = " ".join(words.split())
    last = words[-1:] if words[-1:] in "!?" else "."
    words = _TRAIL.sub("", words.rstrip("!?")) or words
    words = words[:1].upper() + words[1:]
    if words.count("“") > words.count("”"):
        words += "”"
    elif words.count("”") > words.count("“"):
        words = words.replace("”", "", 1)
    if words.count('"') % 2:
        words += '"'
    return words + last
