"""Which administrative units the story is about (placeholder)."""

from __future__ import annotations

from reportgen.model import Article, Locality


def find_localities(article: Article) -> tuple[Locality, ...]:
    return ()
