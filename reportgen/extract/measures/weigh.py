"""Weighing: whether a sentence tells a measure, by named rules, the first that decides.

The rules stand by idea: `forms` (the form of the sentence), `voices` (who says it), `outcomes` (results, states, judgements).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reportgen.extract.measures import forms, outcomes, voices
from reportgen.extract.measures.seen import Seen
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_ACTS = table("reportgen.extract.measures", "acts.toml")
_BUSY = re.compile(rf"{alternation(_ACTS['tenses'])}(?!\w)")
_HARD = re.compile(rf"{starting(_ACTS['hard'])}(?!\w)")


def is_measure(seen: Seen) -> bool:
    """True where a body of the locality acts, by the first rule that decides."""
    for _, rule in RULES:
        decided = rule(seen)
        if decided is not None:
            return decided
    return False


def _acted(s: Seen) -> bool | None:
    return True if s.clause.kind == "acted" else None


def _elided(s: Seen) -> bool | None:
    """An act without an actor: believed where one is in view, where it is told by a speaker or planned, or is a hard act."""
    if s.clause.kind != "elided" or s.clause.act is None:
        return None
    if s.carried or s.status == "planned" or s.statement.reported or _BUSY.match(s.words):
        return True
    return bool(_HARD.search(s.folded, s.statement.span.start, s.clause.act.end))


def _passive(s: Seen) -> bool | None:
    return s.clause.kind == "passive"


RULES: tuple[tuple[str, Callable[[Seen], bool | None]], ...] = (
    ("too short", forms.too_short),
    ("no act", forms.no_act),
    ("pointing", forms.pointing),
    ("told by the centre", voices.told_by_the_centre),
    ("asking", forms.asking),
    ("conditional", forms.conditional),
    ("spoken", voices.spoken),
    ("owed", voices.owed),
    ("drawback", outcomes.drawback),
    ("counted", outcomes.counted),
    ("blamed", outcomes.blamed),
    ("wish", voices.wish),
    ("fragment", forms.fragment),
    ("heading", forms.heading),
    ("never", forms.never),
    ("broken quote", forms.broken_quote),
    ("outcome", outcomes.outcome),
    ("state", outcomes.state),
    ("assessed", outcomes.assessed),
    ("which", outcomes.which),
    ("held to be", outcomes.held_to_be),
    ("opinion", voices.opinion),
    ("result", outcomes.result),
    ("acted", _acted),
    ("elided", _elided),
    ("passive", _passive),
)
