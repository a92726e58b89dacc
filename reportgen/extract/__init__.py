"""extract: an Article to an Extraction (facts with their spans)."""

from __future__ import annotations

from reportgen.extract.directives import find_directives
from reportgen.extract.directives.relations import find_relations
from reportgen.extract.localities import find_localities
from reportgen.extract.measures import find_measures
from reportgen.extract.measures.names import is_local
from reportgen.extract.metrics import find_metrics
from reportgen.extract.scope import find_scope
from reportgen.model import Article, Extraction
from reportgen.vietnamese.fold import fold

__all__ = ["extract"]


def extract(article: Article) -> Extraction:
    """All facts of `article`: where, which documents, which figures, which actions, how the documents relate."""
    localities = find_localities(article)
    scope = find_scope(article, localities)
    directives = find_directives(article, scope)
    metrics = find_metrics(article, scope, directives)
    measures = find_measures(article, scope, directives, metrics)
    relations = find_relations(article, directives, measures)
    placed = tuple(measure for measure in measures if measure.locality or is_local(fold(measure.actor or "")))
    return Extraction(article, localities, directives, metrics, placed, relations)
