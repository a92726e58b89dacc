"""Several briefs on one page: one list of sources and of notes, and for each brief what its marks become there."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from reportgen.model import Brief, Citation, Remark, SourceArticle


@dataclasses.dataclass(frozen=True, slots=True)
class Shifted:
    """A brief with its numbers on the page."""

    brief: Brief
    articles: tuple[int, ...]  # for the brief's articles their numbers in the page's list, from 1
    numbers: tuple[int, ...]  # for the brief's marks from 1 those of the page

    def marks(self, marks: Sequence[int]) -> tuple[int, ...]:
        """The marks on the page, ascending."""
        return tuple(sorted({self.numbers[mark - 1] for mark in marks}))

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What people put right or noted of the brief, with the marks of the page."""
        return tuple(dataclasses.replace(r, mark=self.numbers[r.mark - 1]) for r in self.brief.remarks)


def on_one_page(briefs: Sequence[Brief]) -> tuple[list[Shifted], tuple[SourceArticle, ...], tuple[Citation, ...]]:
    """The briefs with marks that count on from one to the next, their articles, their notes; what two of them cite is there once."""
    shifted: list[Shifted] = []
    articles: dict[str, int] = {}
    sources: list[SourceArticle] = []
    notes: dict[tuple[object, ...], Citation] = {}
    for brief in briefs:
        for article in brief.articles:
            if article.path not in articles:
                articles[article.path] = len(sources)
                sources.append(article)
        at = [articles[article.path] for article in brief.articles]
        numbers = []
        for c in brief.citations:
            moved = dataclasses.replace(c, number=len(notes) + 1, article=at[c.article])
            numbers.append(notes.setdefault((moved.article, c.span), moved).number)
        shifted.append(Shifted(brief, tuple(n + 1 for n in at), tuple(numbers)))
    return shifted, tuple(sources), tuple(notes.values())
