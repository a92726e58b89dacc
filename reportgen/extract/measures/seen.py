"""Seen: what the rules that weigh a sentence look at."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.extract.measures.frames import Statement
from reportgen.extract.measures.reading import Clause
from reportgen.model import Status
from reportgen.text import Span


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence with its statement, the clause found in it and what the story told before."""

    folded: str
    sentence: Span
    statement: Statement
    clause: Clause
    status: Status
    carried: bool  # an actor was named before in the paragraph
    by_person: bool = False  # an office holder acts
    proposed: bool = False  # the actor named before is an office holder who proposes
    others: bool = False  # what is told is what the centre says or asks

    @property
    def words(self) -> str:
        """The statement."""
        return self.statement.span.of(self.folded)

    @property
    def before(self) -> str:
        """The statement up to its act, all of it where it has none."""
        act = self.clause.act
        return self.folded[self.statement.span.start : act.start if act else self.statement.span.end]

    @property
    def behind(self) -> str:
        """The statement behind its act."""
        act = self.clause.act
        return self.folded[act.end : self.statement.span.end] if act else ""
