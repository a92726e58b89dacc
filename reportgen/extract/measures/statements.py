"""Statements: a measure told in a line that stands alone, in the words of the source.

The actor comes first where the sentence leaves it unsaid; frames and connecting words are gone; nothing is added.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.extract.measures.clauses import Clause, takes_actor
from reportgen.extract.measures.frames import Statement
from reportgen.model import Unit
from reportgen.vietnamese.fold import fold


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as the article says it."""

    words: str
    unit: Unit | None


def standing(string: str, folded: str, statement: Statement, clause: Clause, actor: Actor | None) -> str:
    """The statement as a sentence: capital first letter, full stop, the actor before an act that has none.

    The actor stands where the clause of the act begins: "Đối với các chi bộ, Đảng ủy phải chú trọng …".
    """
    start, end = statement.span.start, statement.span.end
    words = string[start:end]
    if actor and takes_actor(folded, statement.span, clause) and clause.act and clause.act.start - clause.start < 40:
        cut = clause.start - start
        rest = words[cut:]
        if not folded.startswith(fold(actor.words), clause.start):
            words = f"{words[:cut]}{actor.words} {rest[:1].lower()}{rest[1:]}"
    words = " ".join(words.split()).rstrip(" ;,:")
    words = words[:1].upper() + words[1:]
    if words.count("“") > words.count("”"):
        words += "”"
    elif words.count("”") > words.count("“"):
        words = words.replace("”", "", 1)
    return words if words[-1:] in ".!?…" else words + "."
