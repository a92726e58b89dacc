"""Course: who acts and who speaks in a story, carried from sentence to sentence and on into the next paragraphs.

A body that acted is carried within its paragraph. What somebody asks for goes on in the paragraphs behind, as long as these open
with acts of nobody ("Chủ tịch UBND tỉnh yêu cầu: … / Tăng cường kiểm tra …"), and so does a list that a colon opens. What a body of
the centre says or asks is none of the locality's, until one of the locality acts or speaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.extract.measures.statements import Actor
from reportgen.text import Span

_TASKS = re.compile(r"(?<!\w)(?:nhiệm vụ|giải pháp|nội dung|mục tiêu|yêu cầu|đề nghị|kiến nghị|trọng tâm|việc)(?!\w)")
_DONE = re.compile(r"(?<!\w)(?:đã|vừa)(?!\w)")


@dataclass(frozen=True, slots=True)
class Course:
    """`actor`: who acted last; `others`: what is told is what the centre says or asks; `inherited`: the actor is one of a
    paragraph before; `tasks`: the list that a paragraph before opened tells what is to be done."""

    actor: Actor | None = None
    others: bool = False
    inherited: bool = False
    tasks: bool = False

    def next_paragraph(self, folded: str, last: Span | None) -> Course:
        """What is carried out of a paragraph, `last` its last sentence."""
        opens = last is not None and folded[last.start : last.end].rstrip().endswith(":")
        goes_on = opens or (self.actor is not None and (self.inherited or self.actor.asks is not None))
        tasks = bool(
            last and _TASKS.search(folded, last.start, last.end) and not _DONE.search(folded, last.start, last.end)
        )
        return Course(self.actor if goes_on else None, self.others, True, tasks if opens else self.tasks and goes_on)

    def at(self, folded: str, span: Span, kind: str) -> Course:
        """What holds for the statement at `span`: what was inherited only while acts of nobody follow, none of them done."""
        if not self.inherited or (kind == "elided" and not _DONE.search(folded, span.start, span.end)):
            return self
        return Course(None, self.others)
