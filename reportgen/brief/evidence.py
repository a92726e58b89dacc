"""Evidence: the sentences behind the lines of one brief, numbered as the brief is read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from reportgen.model import Article, Citation, Extraction, SourceArticle
from reportgen.text import Span


class Evidence:
    """Collects citations while a brief is put together; a sentence has one mark however many lines rest on it."""

    def __init__(self) -> None:
        self._articles: dict[str, int] = {}
        self._sources: list[SourceArticle] = []
        self._numbers: dict[tuple[int, Span], int] = {}
        self._citations: list[Citation] = []

    def article(self, article: Article) -> int:
        """The index of `article` in the brief's list of sources, where it is put if it is new."""
        if article.source.path not in self._articles:
            self._articles[article.source.path] = len(self._sources)
            self._sources.append(_source_article(article))
        return self._articles[article.source.path]

    def marks(self, places: Iterable[tuple[Extraction, Span]]) -> tuple[int, ...]:
        """The numbers of the sentences that hold `places` (spans in the repaired text), ascending."""
        return tuple(sorted({self._mark(extraction.article, span) for extraction, span in places}))

    def _mark(self, article: Article, span: Span) -> int:
        index = self.article(article)
        sentence, paragraph = sentence_of(article, span)
        key = index, sentence
        if key not in self._numbers:
            self._numbers[key] = number = len(self._citations) + 1
            self._citations.append(
                Citation(
                    number, index, paragraph, article.origin(sentence), article.quote(sentence), article.words(sentence)
                )
            )
        return self._numbers[key]

    @property
    def articles(self) -> tuple[SourceArticle, ...]:
        return tuple(self._sources)

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(self._citations)


def sentence_of(article: Article, span: Span) -> tuple[Span, int]:
    """The whole sentences in which `span` lies, and the number of their paragraph (0: the headline).

    A span in a table stands for its row, under the paragraph before the table; one outside every sentence (an attribution
    line, a headline) for itself.
    """
    for number, block in enumerate(article.blocks, start=1):
        if block.span.overlaps(span):
            touched = [s for s in block.sentences if s.overlaps(span)]
            if touched:
                return Span(touched[0].start, touched[-1].end), number
            return span, number
    for table in article.tables:
        for row in table.rows:
            if any(cell.span.overlaps(span) for cell in row):
                before = sum(block.span.start < row[0].span.start for block in article.blocks)
                return Span(min(c.span.start for c in row), max(c.span.end for c in row)), before
    return next((t for t in article.title_spans if t.overlaps(span)), span), 0


def _source_article(article: Article) -> SourceArticle:
    return SourceArticle(
        id=article.id,
        path=article.source.path,
        title=article.title,
        newspaper=article.newspaper,
        published=article.published,
        authors=article.authors,
        sha256=hashlib.sha256(article.source.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
