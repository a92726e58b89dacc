"""Weighing: whether a sentence tells a measure, by named rules, the first that applies."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reportgen.extract.measures.clauses import Clause, is_outcome, results_in
from reportgen.extract.measures.frames import Statement
from reportgen.model import Status
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table


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


def _never(s: Seen) -> bool | None:
    """ "Việc này giúp …", "Được biết, …": sentences of these openings tell of acts, but no act."""
    if s.clause.kind == "acted" and s.clause.start > s.statement.span.start:
        return None  # "Theo báo cáo …, cấp ủy các cấp đã kiểm tra …"
    return False if _NEVER.match(s.words) else None


def _broken_quote(s: Seen) -> bool | None:
    """The end of a quotation that began in a sentence before: a slogan, not an act."""
    return False if s.words.count("”") > s.words.count("“") and s.clause.kind != "acted" else None


def _outcome(s: Seen) -> bool | None:
    """ "Nhờ đó, năng lực được nâng lên": what came of it, unless a body is said to act again."""
    opened = is_outcome(s.folded, s.sentence) or is_outcome(s.folded, s.statement.span)
    if not opened:
        return None
    acts = s.clause.kind == "acted" and s.clause.act is not None
    acts = acts and not results_in(s.folded, Span(s.statement.span.start, s.clause.act.end if s.clause.act else 0))
    return None if acts and _AGAIN.match(s.folded, s.sentence.start) else False


def _state(s: Seen) -> bool | None:
    """ "Chi bộ hiện có 24 đảng viên": a state in figures."""
    m = _STATE.match(s.head)
    if not m:
        return None
    return False if s.clause.act is None or s.statement.span.start + m.end() <= s.clause.act.start else None


def _assessed(s: Seen) -> bool | None:
    """ "Đảng bộ được cấp trên đánh giá …": the body is the one that is judged."""
    if s.clause.act is None or s.clause.act_words not in {
        "đánh giá",
        "xếp loại",
        "công nhận",
        "phân loại",
        "tặng",
        "khen thưởng",
    }:
        return None
    return False if re.search(r"(?<!\w)được(?!\w)", s.folded[s.statement.span.start : s.clause.act.start]) else None


def _held_to_be(s: Seen) -> bool | None:
    """ "Các cấp ủy đều xác định … là điều kiện tiên quyết": a conviction."""
    if s.clause.act is None or s.clause.act_words != "xác định":
        return None
    rest = s.folded[s.clause.act.end : s.statement.span.end]
    return False if re.search(r"(?<!\w)là(?!\w)", rest) and not re.search(r"(?<!\w)được(?!\w)", rest) else None


def _opinion(s: Seen) -> bool | None:
    return False if _OPINION.search(s.head[:60]) and s.clause.kind != "acted" else None


def _results(s: Seen) -> bool | None:
    """Where the subject or the predicate before the act is a result, what is told is one."""
    if s.clause.act is None:
        return False
    before = Span(s.statement.span.start, s.clause.act.start)
    if s.clause.kind == "passive" and results_in(s.folded, s.statement.span):
        return False
    if s.clause.kind == "elided" and results_in(s.folded, before):
        return False
    return None


def _acted(s: Seen) -> bool | None:
    return True if s.clause.kind == "acted" else None


def _elided(s: Seen) -> bool | None:
    """An act without an actor: believed where one is in view, where it is told by a speaker or planned, or is a hard act."""
    if s.clause.kind != "elided":
        return None
    if s.carried or s.status == "planned" or s.statement.reported:
        return True
    return bool(
        _HARD.search(s.folded, s.statement.span.start, s.clause.act.end if s.clause.act else s.statement.span.end)
    )


def _passive(s: Seen) -> bool | None:
    return s.clause.kind == "passive"


_ACTS = table("reportgen.extract.measures", "acts.toml")
_NEVER = re.compile(rf"{alternation(_ACTS['never'])}(?!\w)")
_HARD = re.compile(rf"(?<!\w){alternation(_ACTS['hard'])}(?!\w)")
_AGAIN = re.compile(r"(?:từ đó|qua đó|do vậy|do đó|thông qua|trên cơ sở đó)(?!\w)")
_STATE = re.compile(
    r"(?:[^,]{0,80},[ ])?(?:hiện nay|hiện tại|hiện|đến nay|tính đến)?[^,]{0,60}(?<!\w)(?:có|còn|đạt|là|chiếm|gồm)[ ]"
    r"(?:trên |gần |hơn |khoảng )?\d"
)
_OPINION = re.compile(
    r"(?<!\w)(?:tôi|chúng tôi|chúng ta|bà con|người dân|nhân dân|gia đình tôi|ai cũng|theo tôi|mọi người)(?!\w)"
)

RULES: tuple[tuple[str, Callable[[Seen], bool | None]], ...] = (
    ("too short", _too_short),
    ("no act", _no_act),
    ("never", _never),
    ("broken quote", _broken_quote),
    ("outcome", _outcome),
    ("state", _state),
    ("assessed", _assessed),
    ("held to be", _held_to_be),
    ("opinion", _opinion),
    ("results", _results),
    ("acted", _acted),
    ("elided", _elided),
    ("passive", _passive),
)
