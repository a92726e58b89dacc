"""Measures: which actions the story reports, by whom, as statements that stand alone.

sentence --frames--> Statement --clauses--> Clause --weigh--> measure or not --themes, statements--> Measure
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.extract.measures.clauses import clause_of, takes_actor
from reportgen.extract.measures.details import date_of, directives_in, metrics_in
from reportgen.extract.measures.frames import Statement, statement_of
from reportgen.extract.measures.parts import parts_of
from reportgen.extract.measures.plans import Plan
from reportgen.extract.measures.speakers import speaking_body
from reportgen.extract.measures.statements import Actor, again, named, standing
from reportgen.extract.measures.themes import theme_of
from reportgen.extract.measures.weigh import Seen, is_measure
from reportgen.extract.scope import Scope
from reportgen.model import Article, Block, Directive, Measure, Metric
from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

__all__ = ["find_measures"]

_ACTORS = table("reportgen.extract.measures", "actors.toml")
_OFFICE = re.compile(rf"(?:đồng chí[ ])?{alternation(_ACTORS['offices'])}(?!\w)")
_HOLDER = re.compile(rf"{starting(_ACTORS['offices'])}(?!\w)")
_ASKING = frozenset(table("reportgen.extract.measures", "acts.toml")["asking"])
_PROPOSING = frozenset(table("reportgen.extract.measures", "acts.toml")["proposing"])
_DONE = re.compile(r"(?<!\w)(?:đã|vừa)(?!\w)")
_TOLD = frozenset({"lead", "paragraph", "quote"})


def find_measures(
    article: Article, scope: Scope, directives: tuple[Directive, ...], metrics: tuple[Metric, ...]
) -> tuple[Measure, ...]:
    """The measures of `article`, in reading order: one a sentence, or one an act."""
    folded = fold(article.text.string)
    return tuple(
        m
        for block in article.blocks
        if block.kind in _TOLD
        for m in _in_block(article, folded, scope, block, directives, metrics)
    )


def _in_block(
    article: Article,
    folded: str,
    scope: Scope,
    block: Block,
    directives: tuple[Directive, ...],
    metrics: tuple[Metric, ...],
) -> Iterator[Measure]:
    string = article.text.string
    actor: Actor | None = None
    units = {fold(place.name) for unit in {*scope.units, scope.principal} if unit for place in unit.path}
    plan = Plan()
    statements = [statement_of(string, folded, sentence) for sentence in block.sentences]
    speakers = [s.speaker for s in statements if s.speaker] + ([block.speaker] if block.speaker else [])
    official = any(_HOLDER.search(speaker.of(folded)) for speaker in speakers)
    for sentence, statement in zip(block.sentences, statements, strict=True):
        view = scope.at(statement.span.start)
        names = [fold(place.name) for place in view.path] if view else []
        if official:
            names.append("chúng tôi")
        clause = clause_of(string, folded, statement.span, names)
        acting = Span(clause.start, clause.act.end if clause.act else statement.span.end)
        status = plan.status(folded, statement.span, acting)
        if statement.speaker and (statement.reported or clause.kind == "elided"):
            body = speaking_body(
                string, folded, statement.speaker, units
            )  # what a speaker leaves unsaid, his body does
            before = statement.speaker.start < statement.span.start and clause.kind == "elided"
            if body or _HOLDER.search(statement.speaker.of(folded)) or before:
                actor = Actor(body.of(string).strip(), view) if body else None
        carried = actor is not None
        where = scope.at(clause.actor.start if clause.actor else statement.span.start)
        if clause.actor and not (actor and clause.kind == "none"):
            asks = (
                clause.act_words
                if clause.act_words in _ASKING | _PROPOSING and _OFFICE.match(clause.actor.of(folded))
                else None
            )
            actor = Actor(named(clause.actor.of(string), where, actor), where, asks)
        proposed = actor is not None and actor.asks in _PROPOSING
        if actor and actor.asks and not proposed and not _DONE.search(folded, statement.span.start, acting.end):
            status = "planned"
        person = clause.actor is not None and _OFFICE.match(clause.actor.of(folded)) is not None
        seen = Seen(folded, sentence, statement, clause, block.kind, status, carried, person, proposed)
        if not is_measure(seen):
            continue
        if not clause.actor and actor and not (takes_actor(folded, statement.span, clause) or actor.unit == where):
            actor = None  # the story has turned to somebody else
        first, *further = parts_of(folded, statement.span, clause) if actor and not actor.asks else [statement.span]
        told = Statement(first, statement.reported, statement.speaker)
        texts = [
            standing(string, folded, told, clause, actor),
            *(again(string, part, clause, actor) for part in further if actor),
        ]
        for part, text in zip([first, *further], texts, strict=True):
            yield Measure(
                span=part,
                text=text,
                theme=theme_of(part.of(folded), acting.end - part.start),
                actor=actor.words if actor else None,
                status=status,
                locality=where,
                date=date_of(string, folded, statement.span, clause, directives, article.published),
                directives=directives_in(part, directives),
                metrics=metrics_in(part, metrics),
            )
