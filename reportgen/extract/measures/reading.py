"""Reading: a statement with what the rules of clauses look at, found once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.extract.measures.heads import ACT, ADVERBS
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_ACTS = table("reportgen.extract.measures", "acts.toml")
_ADJUNCT = re.compile(rf"(?:{alternation(_ACTS['adjuncts'])}|\d+)(?!\w)")
_DELEGATING = re.compile(rf"(?:{ADVERBS}[ ])*?{alternation(_ACTS['delegating'])}(?!\w)")
_SEGMENT = re.compile(r"(?:[,;:…]|[ ][–-])[ ]")
_REACH = 420  # characters of a statement in which its first act is looked for


@dataclass(frozen=True, slots=True)
class Clause:
    """What a statement says of acting.

    `kind`: acted (a body acts), elided (an act whose actor is left unsaid), passive, centre and other (somebody else acts), none.
    `start` is where the clause of the act begins, behind the adjuncts; `actor` is where the acting body stands.
    """

    kind: str
    start: int
    actor: Span | None = None
    act: Span | None = None
    act_words: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement at `span`. `names` are folded names of units that act by name alone ("Quỳnh Lưu đã chỉ đạo …").

    `starts`: where a clause may begin, the start and behind each comma, semicolon, colon or ellipsis outside quotation marks;
    `opening`: the act that opens it; `adjunct`: an adjunct opens it; `delegating`: it opens by telling others to act.
    """

    string: str
    folded: str
    span: Span
    names: Sequence[str]
    starts: tuple[int, ...]
    opening: re.Match[str] | None
    adjunct: bool
    delegating: bool

    @property
    def end(self) -> int:
        return self.span.end

    @property
    def reach(self) -> int:
        """Where the search for the first act ends."""
        return min(self.span.end, self.span.start + _REACH)

    def quoted(self, at: int) -> bool:
        """True inside quotation marks or brackets: what is quoted there is a title or a slogan."""
        before = self.folded[self.span.start : at]
        odd = before.count('"') % 2 == 1
        return odd or before.count("“") > before.count("”") or before.count("(") > before.count(")")


def reading(string: str, folded: str, span: Span, names: Sequence[str] = ()) -> Reading:
    """The statement at `span`, read."""
    bare = Reading(string, folded, span, names, (span.start,), None, False, False)
    found = [m.end() for m in _SEGMENT.finditer(folded, span.start, bare.reach)]
    return Reading(
        string,
        folded,
        span,
        names,
        (span.start, *(at for at in found if not bare.quoted(at))),
        ACT.match(folded, span.start, span.end),
        _ADJUNCT.match(folded, span.start) is not None,
        _DELEGATING.match(folded, span.start) is not None,
    )
