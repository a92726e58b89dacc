"""Antecedents: the name that a short or pointing word for a body stands for.

"địa phương này" is the unit in view, "đơn vị này" the body that acted before, "Sở" the "Sở Xây dựng An Hải" that was named before
in the story. Words that mean nothing certain stay as they are.
"""

from __future__ import annotations

import re

from reportgen.extract.measures.heads import ACT, HEAD
from reportgen.extract.measures.names import is_beyond, is_whole, name_end
from reportgen.extract.measures.reading import Clause
from reportgen.extract.measures.statements import Actor
from reportgen.model import Unit
from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_ACTORS = table("reportgen.extract.measures", "actors.toml")
_ACTS = table("reportgen.extract.measures", "acts.toml")
_VIEWED = frozenset({"địa phương", "địa phương này", "nơi đây", "chúng tôi"})  # whatever unit is in view
_LEVELS = frozenset(word.split()[0] for word in _ACTORS["levels"])
_HERE = frozenset(_ACTORS["here"])
_SAME = frozenset(_ACTORS["same"])
_SHORT = re.compile(rf"(?P<head>{alternation(_ACTORS['short'])})(?:[ ](?:này|đó|trên))?")
_FULL = {head: re.compile(rf"{starting([head])}(?=[ ]\w)") for head in _ACTORS["short"]}
_DECISION = re.compile(r"[ ](?:các[ ]|những[ ])?(?:quyết định|nghị quyết)(?:[ ](?!của)[^ ,;:.]+){0,4}?[ ]của[ ]")
_HELD = re.compile(rf"(?<!\w)(?:{alternation(_ACTORS['offices'])}|trưởng|phó)[ ]$")
_WHOLE = re.compile(rf"(?:toàn|cả)[ ](?={alternation(_ACTORS['levels'])}(?!\w))")
_PRESENT = re.compile(r",?[ ](?:và[ ])?các đại biểu$")
_WORD = re.compile(r"[ ]\w")
_NEXT = re.compile(
    rf"[ ](?:{ACT.pattern.replace('?P<act>', '?:')}|{alternation([*_ACTS['states'], *_ACTS['adverbs'], *_ACTORS['reports']])}(?!\w)|và[ ])"
)  # what may stand behind a name: what its body does or is


def named(string: str, folded: str, span: Span, unit: Unit | None, before: Actor | None) -> str:
    """The actor at `span`, by its name where it is told by a pronoun or in short. `before`: who acted before."""
    span = _apart(folded, span)
    words = span.of(folded)
    if words in _HERE and unit and not (words.split()[0] in _LEVELS and fold(unit.path[-1].level) not in words):
        return unit.label  # but "phường này" is no xã
    if words in _SAME and before and before.unit == unit and before.words.lower() not in _HERE | _SAME:
        return before.words
    short = _SHORT.fullmatch(words)
    return (short and _full(string, folded, short["head"], span.start)) or span.of(string)


def _apart(folded: str, span: Span) -> Span:
    """The name without what says that all of the body is meant, or who else was there: "[toàn] tỉnh", "HĐND tỉnh[, các đại biểu]"."""
    whole, present = _WHOLE.match(folded, span.start, span.end), _PRESENT.search(folded, span.start, span.end)
    return Span(whole.end() if whole else span.start, present.start() if present else span.end)


def is_open(words: str) -> bool:
    """True where an actor's words only point, to a unit that is not the one in view: "phường này" in a story of a xã."""
    return fold(words) in _HERE and fold(words) not in _VIEWED


def issuer_of(string: str, folded: str, clause: Clause) -> str:
    """Whose decisions are handed over or made known behind the act of `clause`, "" where no body of the locality is named."""
    at = clause.act.end if clause.act else clause.start
    of = _DECISION.match(folded, at)
    head = HEAD.match(folded, of.end()) if of else None
    if head is None:
        return ""
    body = Span(head.start("who"), name_end(string, folded, head.end(), len(folded)))
    return "" if is_beyond(string, folded, body) else body.of(string)


def _full(string: str, folded: str, head: str, end: int) -> str | None:
    """The name with this head that the story tells before `end`: "Sở Xây dựng An Hải" for "sở". None where it tells several."""
    names = {name for m in _FULL[head].finditer(folded, 0, end) if (name := _name(string, folded, m, end))}
    shortest = min(names, key=len, default=None)
    return shortest if shortest and all(name.startswith(shortest) for name in names) else None


def _name(string: str, folded: str, head: re.Match[str], end: int) -> str | None:
    """The full name that begins at `head`, None where it is none, breaks off or goes over into the name of who holds an office."""
    if not string[head.start()].isupper() or _HELD.search(folded, 0, head.start()):
        return None
    at = name_end(string, folded, head.end(), end)
    goes_on = _WORD.match(folded, at, end) and not _NEXT.match(folded, at, end)
    named = string[head.end() + 1 : head.end() + 2].isupper() and is_whole(folded[head.start() : at])
    return string[head.start() : at] if named and not goes_on else None
