"""Measures: which actions the story reports, by whom, as statements that stand alone.

sentence --frames--> Statement --clauses--> Clause --weigh--> measure or not --themes, statements--> Measure
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.extract.measures.clauses import clause_of, takes_actor
from reportgen.extract.measures.frames import statement_of
from reportgen.extract.measures.plans import Plan
from reportgen.extract.measures.statements import Actor, standing
from reportgen.extract.measures.themes import theme_of
from reportgen.extract.measures.weigh import Seen, is_measure
from reportgen.extract.scope import Scope
from reportgen.model import Article, Block, Directive, Measure, Metric
from reportgen.text import Span
from reportgen.vietnamese.fold import fold

__all__ = ["find_measures"]

_TOLD = frozenset({"lead", "paragraph", "quote"})


def find_measures(
    article: Article, scope: Scope, directives: tuple[Directive, ...], metrics: tuple[Metric, ...]
) -> tuple[Measure, ...]:
    """The measures of `article`, in reading order, one a sentence."""
    folded = fold(article.text.string)
    return tuple(m for block in article.blocks if block.kind in _TOLD for m in _in_block(article, folded, scope, block))


def _in_block(article: Article, folded: str, scope: Scope, block: Block) -> Iterator[Measure]:
    string = article.text.string
    actor: Actor | None = None
    plan = Plan()
    for sentence in block.sentences:
        statement = statement_of(folded, sentence)
        view = scope.at(statement.span.start)
        names = [fold(place.name) for place in view.path] if view else []
        clause = clause_of(string, folded, statement.span, names)
        acting = Span(clause.start, clause.act.end if clause.act else statement.span.end)
        status = plan.status(folded, statement.span, acting)
        if clause.actor:
            actor = Actor(clause.actor.of(string), scope.at(clause.actor.start))
        seen = Seen(folded, sentence, statement, clause, block.kind, status, carried=actor is not None)
        if not is_measure(seen):
            continue
        where = scope.at(clause.actor.start if clause.actor else statement.span.start)
        if (
            clause.kind != "acted"
            and actor
            and not (takes_actor(folded, statement.span, clause) or actor.unit == where)
        ):
            actor = None  # the story has turned to somebody else
        text = standing(string, folded, statement, clause, actor)
        yield Measure(
            span=statement.span,
            text=text,
            theme=theme_of(statement.span.of(folded)),
            actor=actor.words if actor else None,
            status=status,
            locality=where,
        )
