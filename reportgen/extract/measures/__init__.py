"""Which actions the story reports (placeholder)."""

from __future__ import annotations

from reportgen.extract.scope import Scope
from reportgen.model import Article, Directive, Measure, Metric


def find_measures(
    article: Article, scope: Scope, directives: tuple[Directive, ...], metrics: tuple[Metric, ...]
) -> tuple[Measure, ...]:
    return ()
