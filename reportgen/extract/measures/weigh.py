"""Weighing: whether a sentence tells a measure, by named rules, the first that applies."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reportgen.extract.measures.clauses import Clause, is_outcome, results_in
from reportgen.extract.measures.frames import Statement
from reportgen.model import Status
from reportgen.text import Span


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules look at."""

    folded: str
    sentence: Span
    statement: Statement
    clause: Clause
    block: str
    status: Status
    carried: bool  # an actor was named before in the paragraph

    @property
    def words(self) -> str:
        return self.statement.span.of(self.folded)

    @property
    def head(self) -> str:
        return self.words[:160]


def is_measure(seen: Seen) -> bool:
    """True where a body of the locality acts, by the first rule that decides."""
    for _, rule in RULES:
        decided = rule(seen)
        if decided is not None:
            return decided
    return False


def _too_short(s: Seen) -> bool | None:
    return False if len(s.words.split()) < 6 else None


def _no_act(s: Seen) -> bool | None:
    return False if s.clause.kind == "none" else None


def _outcome(s: Seen) -> bool | None:
    """"Nhờ đó, năng lực được nâng lên": what came of it, unless a body is said to act again."""
    if is_outcome(s.folded, s.sentence) or is_outcome(s.folded, s.statement.span):
        return False
    return None


_STATE = re.compile(
    r"^(?:[^,]{0,80},[ ])?(?:hiện nay|hiện tại|hiện|đến nay|tính đến)?[^,]{0,60}(?<!\w)(?:có|còn|đạt|là|chiếm|gồm)[ ](?:trên |gần |hơn |khoảng )?\d"
)


def _state(s: Seen) -> bool | None:
    """"Chi bộ hiện có 24 đảng viên": a state in figures."""
    return False if _STATE.match(s.head) and s.clause.kind != "acted" else None


_OPINION = re.compile(r"(?<!\w)(?:tôi|chúng tôi|chúng ta|bà con|người dân|nhân dân|gia đình tôi|ai cũng|theo tôi|mọi người)(?!\w)")


def _opinion(s: Seen) -> bool | None:
    return False if _OPINION.search(s.head[:60]) and s.clause.kind != "acted" else None


def _announcement(s: Seen) -> bool | None:
    return None


def _results(s: Seen) -> bool | None:
    if s.clause.act is None:
        return False
    before = s.folded[s.statement.span.start : s.clause.act.start]
    if s.clause.kind == "passive" and results_in(s.folded, s.statement.span) > 1:
        return False
    if s.clause.kind != "acted" and results_in(before, Span(0, len(before))):
        return False
    return None


def _acted(s: Seen) -> bool | None:
    return True if s.clause.kind == "acted" else None


def _elided(s: Seen) -> bool | None:
    if s.clause.kind == "elided":
        return s.carried or s.status == "planned" or s.statement.reported
    return None


def _passive(s: Seen) -> bool | None:
    return s.clause.kind == "passive"


RULES: tuple[tuple[str, Callable[[Seen], bool | None]], ...] = (
    ("too short", _too_short),
    ("no act", _no_act),
    ("outcome", _outcome),
    ("state", _state),
    ("opinion", _opinion),
    ("results", _results),
    ("acted", _acted),
    ("elided", _elided),
    ("passive", _passive),
)
