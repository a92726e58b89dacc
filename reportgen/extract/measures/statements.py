"""Statements: a measure told in a line that stands alone, in the words of the source.

The actor comes first where the sentence leaves it unsaid; frames and connecting words are gone; nothing is added.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.extract.measures.clauses import Clause
from reportgen.extract.measures.frames import Statement
from reportgen.model import Unit
from reportgen.text import Span
from reportgen.vietnamese.fold import fold


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as the article says it."""

    words: str
    unit: Unit | None


def standing(
    string: str, folded: str, sentence: Span, statement: Statement, clause: Clause, actor: Actor | None
) -> str:
    """The statement as a sentence: capital first letter, full stop, the actor before an act that has none."""
    words = " ".join(statement.span.of(string).split()).rstrip(" ;,:")
    if clause.kind == "elided" and actor and clause.act and clause.act.start - statement.span.start < 40:
        words = f"{actor.words} {words[:1].lower()}{words[1:]}"
    words = words[:1].upper() + words[1:]
    if words.count("“") > words.count("”"):
        words += "”"
    elif words.count("”") > words.count("“"):
        words = words.replace("”", "", 1)
    return words if fold(words[-1:]) in ".!?…" or words.endswith("...") else words + "."
