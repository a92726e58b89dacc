"""Unplaced: what the articles say without a unit that is certain. It is in no brief, and the reader is told so."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.brief.evidence import sentence_of
from reportgen.brief.home import facts, home
from reportgen.model import Directive, Extraction, Unplaced


def unplaced(extractions: Iterable[Extraction]) -> tuple[Unplaced, ...]:
    """The facts that have no home, by article, each with its sentence; the same whatever the order of `extractions`."""
    found = []
    for extraction in sorted(extractions, key=lambda x: x.article.source.path):
        for fact in facts(extraction):
            if home(extraction, fact) is None:
                span = min(fact.mentions) if isinstance(fact, Directive) else fact.span
                sentence, paragraph = sentence_of(extraction.article, span)
                found.append(Unplaced(fact, extraction.article.id, paragraph, extraction.article.words(sentence)))
    return tuple(found)
