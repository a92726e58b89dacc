"""Which documents the story cites (placeholder)."""

from __future__ import annotations

from reportgen.extract.scope import Scope
from reportgen.model import Article, Directive


def find_directives(article: Article, scope: Scope) -> tuple[Directive, ...]:
    return ()
