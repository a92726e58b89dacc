"""The summary: what of a whole brief weighs most, for three to six sentences.

    what was done       documents issued, acts
    what it came to     courses over the years, figures
    what it rests on    documents cited
    what is planned     an act that lies ahead, or what is aimed at

Nothing is in it that does not stand alone in a sentence, no two facts that say the same thing, and nothing in dispute or doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from reportgen.brief.summary import acts, documents, figures
from reportgen.brief.summary.weight import Weighing
from reportgen.model import Citation, Section, SourceArticle, Summary

__all__ = ["summarise"]

_LEAST, _MOST = 3, 6
"""Sentences, where there is enough that carries them."""

_ACTS = 3
"""Acts at most, so that they do not crowd out what came of them."""


def summarise(
    own: Section, below: Iterable[Section], citations: Sequence[Citation], articles: Sequence[SourceArticle]
) -> Summary:
    """The summary of a brief that is made of `own` and of the units `below`."""
    sections = (own, *below)
    weighing = Weighing(own.unit, citations, articles)
    rows = list(chain.from_iterable(section.directives for section in sections))
    issued = documents.issued(rows, weighing)
    courses = figures.courses(own, weighing)
    done, still = acts.done(sections, weighing, issued, courses)
    done = done[:_ACTS]
    planned = acts.planned(sections, weighing, done)
    reached = figures.reached(own, weighing, courses, (*done, *planned))
    aims = () if planned else figures.aims(own, weighing, done)
    cited = tuple(row for row in documents.cited(rows, weighing) if not acts.names((*done, *planned), row))
    others = bool(issued) + bool(courses or reached) + bool(cited) + bool(planned or aims)
    done = done[: _MOST - others]
    filled = (*done, *still[: max(0, _LEAST - others - len(done))])
    return Summary(issued, filled, courses, reached, cited, planned, aims)
