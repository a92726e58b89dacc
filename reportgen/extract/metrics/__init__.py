"""Which figures the story gives (placeholder)."""

from __future__ import annotations

from reportgen.extract.scope import Scope
from reportgen.model import Article, Directive, Metric


def find_metrics(article: Article, scope: Scope, directives: tuple[Directive, ...]) -> tuple[Metric, ...]:
    return ()
