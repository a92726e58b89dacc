"""Course: who acts and who speaks in a story, carried from sentence to sentence and on into the next paragraphs.

A body that acted is carried within its paragraph. What somebody asks for goes on in the paragraphs behind, as long as these open
with acts of nobody ("Chủ tịch UBND tỉnh yêu cầu: … / Tăng cường kiểm tra …"), and so does a list that a colon opens. What a body of
the centre says or asks is none of the locality's, until one of the locality acts or speaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reportgen.extract.measures.reading import Clause
from reportgen.extract.measures.statements import Actor
from reportgen.text import Span
from reportgen.vietnamese.tables import table

_ACTS = table("reportgen.extract.measures", "acts.toml")
_OWN = frozenset([*_ACTS["delegating"], *_ACTS["issuing"], *_ACTS["decisions"], *_ACTS["gifts"]])
_POSTS = frozenset(table("reportgen.extract.measures", "themes.toml")["acts"]["personnel"])
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

    def at(self, folded: str, sentence: Span, clause: Clause) -> Course:
        """What holds for a sentence: what was inherited only while acts of nobody follow, none of them done; and whether such
        an act is what was ordered: "Chủ tịch UBND tỉnh chỉ đạo … Thu hồi đủ số tiền …"."""
        open_ended = clause.kind == "elided" and not _DONE.search(folded, sentence.start, sentence.end)
        if self.inherited and not open_ended:
            return Course(None, self.others)
        if self.actor and self.actor.issuer is not None and clause.kind == "elided" and clause.act_words in _POSTS:
            # "Bí thư Tỉnh ủy trao các quyết định của Ban Bí thư … Chuẩn y ông A giữ chức …": not he does
            return Course(Actor(self.actor.issuer, self.actor.unit) if self.actor.issuer else None)
        if self.actor is None or self.actor.orders is None:
            return self
        ordered = open_ended and clause.act_words not in _OWN
        return replace(self, actor=replace(self.actor, asks=self.actor.orders if ordered else None))
