"""Measures: which actions the story reports, by whom, as statements that stand alone.

sentence --frames--> Statement --clauses--> Clause --course--> who acts --weigh--> measure or not --themes, statements--> Measure
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from reportgen.extract.measures.antecedents import is_open, issuer_of, named
from reportgen.extract.measures.clauses import Clause, clause_of, takes_actor
from reportgen.extract.measures.course import Course
from reportgen.extract.measures.details import date_of, directives_in, metrics_in
from reportgen.extract.measures.frames import Statement, statement_of
from reportgen.extract.measures.outcomes import blamed
from reportgen.extract.measures.parts import parts_of
from reportgen.extract.measures.plans import Plan
from reportgen.extract.measures.seen import Seen
from reportgen.extract.measures.sessions import SESSION
from reportgen.extract.measures.speakers import central, speaking_body
from reportgen.extract.measures.statements import Actor, again, standing
from reportgen.extract.measures.themes import theme_of
from reportgen.extract.measures.voices import is_owed
from reportgen.extract.measures.weigh import is_measure
from reportgen.extract.scope import Scope
from reportgen.model import Article, Block, Directive, Measure, Metric, Status, Unit
from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

__all__ = ["find_measures"]

_ACTORS = table("reportgen.extract.measures", "actors.toml")
_ACTS = table("reportgen.extract.measures", "acts.toml")
_OFFICE = re.compile(rf"(?:đồng chí[ ])?{alternation(_ACTORS['offices'])}(?!\w)")
_HOLDER = re.compile(rf"{starting(_ACTORS['offices'])}(?!\w)")
_PROPOSING = frozenset(_ACTS["proposing"])
_ASKING = _PROPOSING.union(_ACTS["asking"])
_ORDERS: dict[str, str] = _ACTS["orders"]
_HANDS = frozenset({"trao", "công bố", "trao tặng"})
_INSPECTOR = re.compile(rf"{alternation(_ACTORS['inspectors'])}(?!\w)")
_BLAMED = re.compile(
    r"[ ,]*(?:(?:đã|cũng|phải|còn)[ ])*(?:chịu trách nhiệm|bị|vi phạm|sai phạm|thiếu|buông lỏng|có vi phạm)(?!\w)"
)
_PROPOSALS = frozenset({"kiến nghị", "đề nghị"})
_DECISIONS = frozenset(_ACTS["decisions"])
_ASKED = re.compile(rf"(?P<asks>{alternation(_ACTS['asking'])})$")
_DONE = re.compile(r"(?<!\w)(?:đã|vừa)(?!\w)")
_TOLD = frozenset({"lead", "paragraph", "quote"})


def find_measures(
    article: Article, scope: Scope, directives: tuple[Directive, ...], metrics: tuple[Metric, ...]
) -> tuple[Measure, ...]:
    """The measures of `article`, in reading order: one a sentence, or one an act; without a locality those of unplaced bodies."""
    story = _Story(article, article.folded, scope, directives, metrics)
    found: list[Measure] = []
    course = Course()
    for block in article.blocks:
        if block.kind in _TOLD:
            here, course = story.paragraph(block, course)
            found += here
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Story:
    article: Article
    folded: str
    scope: Scope
    directives: tuple[Directive, ...]
    metrics: tuple[Metric, ...]

    def paragraph(self, block: Block, course: Course) -> tuple[list[Measure], Course]:
        """The measures of a paragraph, and the course behind it."""
        string, folded = self.article.text.string, self.folded
        places = {unit for unit in {*self.scope.units, self.scope.principal} if unit}
        units = {fold(place.name) for unit in places for place in unit.path}
        plan = Plan(ahead=course.tasks)
        statements = [statement_of(string, folded, sentence) for sentence in block.sentences]
        speakers = [s.speaker for s in statements if s.speaker] + ([block.speaker] if block.speaker else [])
        official = any(_HOLDER.search(speaker.of(folded)) for speaker in speakers)
        found: list[Measure] = []
        for sentence, statement in zip(block.sentences, statements, strict=True):
            view = self.scope.at(statement.span.start)
            names = [fold(place.name) for place in view.path] if view else []
            if official:
                names.append("chúng tôi")
            clause = clause_of(string, folded, statement.span, names)
            acting = Span(clause.start, clause.act.end if clause.act else statement.span.end)
            status = plan.status(folded, statement.span, acting)
            course = self._speaker(course.at(folded, sentence, clause), statement, clause, view, units)
            if course.actor and SESSION.match(fold(course.actor.words)) and clause.act_words not in _DECISIONS:
                course = Course()  # a session only decides
            carried = course.actor is not None
            where = self.scope.at(clause.actor.start if clause.actor else statement.span.start)
            course = self._actor(course, clause, where)
            actor = course.actor
            asks = actor.asks if actor else None
            if asks and asks not in _PROPOSING and not _DONE.search(folded, statement.span.start, acting.end):
                status = "planned"
            seen = Seen(
                folded,
                sentence,
                statement,
                clause,
                status,
                carried,
                by_person=clause.actor is not None and _OFFICE.match(clause.actor.of(folded)) is not None,
                proposed=asks in _PROPOSING,
                others=course.others,
            )
            if clause.kind == "acted" and seen.by_person and blamed(seen) is False:
                course = Course()  # "Ông A, Phó chủ tịch UBND huyện, ký sai … Kiểm điểm …": not he does
            if not is_measure(seen) or (actor and is_open(actor.words)):
                continue
            if not clause.actor and actor and not (takes_actor(folded, statement.span, clause) or actor.unit == where):
                actor, course = None, Course()  # the story has turned to somebody else
            found += self._told(statement, clause, actor, where, status, block.span)
        return found, course.next_paragraph(folded, block.sentences[-1] if block.sentences else None)

    def _speaker(
        self, course: Course, statement: Statement, clause: Clause, view: Unit | None, units: Collection[str]
    ) -> Course:
        """The course behind who reports a statement: what he leaves unsaid, his body does."""
        speaker = statement.speaker
        if speaker is None or not (statement.reported or clause.kind == "elided"):
            return course
        string, folded = self.article.text.string, self.folded
        if central(string, folded, speaker):
            return Course(others=True)
        body = speaking_body(string, folded, speaker, units)
        asks = _ASKED.search(folded, speaker.start, speaker.end) if clause.kind == "elided" else None
        if body:
            return Course(Actor(body.of(string).strip(), view))
        if asks and course.actor:
            return replace(
                course, actor=replace(course.actor, asks=asks["asks"])
            )  # "Phải xem xét lại …”, ông A yêu cầu"
        before = speaker.start < statement.span.start and clause.kind == "elided"
        return Course() if before or _HOLDER.search(speaker.of(folded)) else course

    def _actor(self, course: Course, clause: Clause, where: Unit | None) -> Course:
        """The course behind who is said to act in a clause."""
        if clause.kind == "centre":
            return Course(others=True)
        if clause.actor is None or (clause.kind == "none" and (course.actor or course.others)):
            return course
        if course.others and is_owed(self.folded, clause):
            return course
        if clause.kind == "none" and _BLAMED.match(self.folded, clause.actor.end):
            return Course()  # "Ông A, Chủ tịch UBND huyện, chịu trách nhiệm … Đề nghị kiểm điểm …": not he does
        words = clause.act_words or ""
        office = _OFFICE.match(clause.actor.of(self.folded)) is not None
        asks = words if office and words in _ASKING else None
        proposes = _INSPECTOR.match(clause.actor.of(self.folded)) is not None and words in _PROPOSALS
        orders = _ORDERS.get(words) if asks is None and (office or proposes) else None
        issuer = issuer_of(self.article.text.string, self.folded, clause) if words in _HANDS else None
        name = named(self.article.text.string, self.folded, clause.actor, where, course.actor)
        return Course(Actor(name, where, asks, orders, issuer))

    def _told(
        self,
        statement: Statement,
        clause: Clause,
        actor: Actor | None,
        where: Unit | None,
        status: Status,
        around: Span,
    ) -> Iterator[Measure]:
        """The measures that a statement tells, one an act."""
        string, folded = self.article.text.string, self.folded
        whole = [statement.span]
        first, *further = parts_of(folded, statement.span, clause) if actor and not actor.asks else whole
        told = replace(statement, span=first)
        texts = [
            standing(string, folded, told, clause, actor),
            *(again(string, part, clause, actor) for part in further if actor),
        ]
        act = clause.act.end if clause.act else statement.span.end
        for part, text in zip([first, *further], texts, strict=True):
            yield Measure(
                span=part,
                text=text,
                theme=theme_of(part.of(folded), act - part.start, around.of(folded)),
                actor=actor.words if actor else None,
                status=status,
                locality=where,
                date=date_of(string, folded, statement.span, clause, self.directives, self.article.published),
                directives=directives_in(part, self.directives),
                metrics=metrics_in(part, self.metrics),
            )
