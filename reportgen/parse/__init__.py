"""parse: a Text to an Article, the story alone with its headline, date, paper and authors."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportgen.model import Article, Source, Table
from reportgen.parse.blocks import blocks
from reportgen.parse.byline import Byline, byline, byline_line, glued
from reportgen.parse.dateline import dateline, published
from reportgen.parse.furniture import furniture, story_lines
from reportgen.parse.headline import headline
from reportgen.parse.lines import Line, lines
from reportgen.parse.marked import Marked, as_given
from reportgen.parse.metadata import metadata
from reportgen.parse.newspapers import below_keywords, opening_mark, paper_line, publisher
from reportgen.parse.repeats import once
from reportgen.parse.tables import tables, without
from reportgen.text import Text
from reportgen.vietnamese.fold import fold

__all__ = ["parse"]

_FOOT_WORDS = 25  # below the byline a shorter line is no story any more
_MOST = 0.6  # so much of the page is above its foot
_TAIL = 8  # lines from the end among which a byline is looked for


def parse(text: Text, source: Source) -> Article:
    """The article on the page `text` that was read from `source`.

    Dates of the page come first, so that no furniture rule takes them; then furniture goes, then headline, bylines,
    marks of papers and repeats are taken out of what is left, which is the story.
    """
    grids, marked = tables(text, source), Marked(text, source)
    if source.parsed:
        return _given(text, source, grids, marked)
    found, page = metadata(lines(without(text.string, grids)))
    pictures = _after_pictures(page)
    kinds = [furniture(line) for line in page]
    papers = [below_keywords(page, [kind is not None and kind.name == "keywords" for kind in kinds])]
    if papers[0]:
        page = page[:-1]
    page = _above_foot_date(page)
    date, page = published([found.date, *page] if found.date else page)
    page = story_lines(page)
    papers, page = _take_papers(papers, page)
    head, page = headline(page, marked.title(text.string) or found.title) if _has_lines(text.string) else (None, page)
    authors, paper, taken_from, page = _take_bylines(page)
    mark, page = _take_marks(page)
    story = once(page)
    names = [mark, *papers, head.paper if head else None, paper, publisher(source.given.newspaper)]
    names += [publisher(found.address.words) if found.address else None, taken_from]
    return Article(
        source,
        text,
        fold(text.string),
        head.title if head else None,
        head.spans if head else (),
        source.given.published or date,
        next((name for name in names if name), None),
        authors or _signed(source),
        blocks(text.string, story, pictures, marked.kind),
        grids,
    )


def _given(text: Text, source: Source, grids: tuple[Table, ...], marked: Marked) -> Article:
    """The article of a source that is parsed already."""
    given, title = source.given, marked.title(text.string)
    spans = (title.span,) if title else ()
    found = as_given(text.string, marked)
    return Article(
        source,
        text,
        fold(text.string),
        title.words if title else None,
        spans,
        given.published,
        given.newspaper,
        given.authors,
        found,
        grids,
    )


def _signed(source: Source) -> tuple[str, ...]:
    """The persons among the authors that a page's metadata names; often it is the paper itself."""
    found = (byline(name) for name in source.given.authors)
    return tuple(dict.fromkeys(name for hit in found if hit for name in hit.names))


def _has_lines(string: str) -> bool:
    """False for a text that is one line: what its first words are, headline or heading, nobody can tell."""
    return "\n" in string.strip()


def _after_pictures(page: Sequence[Line]) -> frozenset[int]:
    """The starts of lines before which "[img]" keeps the place of a picture."""
    return frozenset(
        following.span.start
        for line, following in pairwise(page)
        if line.folded.strip("[]!() ") in {"img", "image", "ảnh"} and line.words[0] in "[!("
    )


def _above_foot_date(page: Sequence[Line]) -> tuple[Line, ...]:
    """The page without the short lines under a dateline that stands below the story: the section, the keywords."""
    total, past = sum(len(line.words) for line in page), 0
    for i, line in enumerate(page):
        past += len(line.words)
        if past > _MOST * total and dateline(line):
            return tuple(line for j, line in enumerate(page) if j <= i or line.count >= _FOOT_WORDS or line.stopped)
    return tuple(page)


def _take_papers(papers: list[str | None], page: Sequence[Line]) -> tuple[list[str | None], tuple[Line, ...]]:
    """The papers named in lines of their own, and the page without those lines."""
    kept: list[Line] = []
    for line in page:
        if paper := paper_line(line):
            papers = [*papers, paper]
        else:
            kept.append(line)
    return papers, tuple(kept)


def _take_bylines(page: Sequence[Line]) -> tuple[tuple[str, ...], str | None, str | None, tuple[Line, ...]]:
    """The authors, a paper named beside them, one that the story was taken from, and the page without bylines and what
    stands below the last one."""
    found: list[Byline] = []
    top = {i: hit for i in range(min(3, len(page))) if (hit := byline_line(page[i])) and len(page) > 3}
    tail = {
        i: hit for i in range(max(1, len(page) - _TAIL), len(page)) if (hit := byline_line(page[i])) and i not in top
    }
    kept: list[Line] = []
    below = False
    for i, line in enumerate(page):
        if hit := top.get(i) or tail.get(i):
            found.append(hit)
            below = below or i in tail
        elif not below or line.count >= _FOOT_WORDS:
            kept.append(line)
    if kept:
        kept[-1], hit = glued(kept[-1])
        found += [hit] if hit else []
    authors = dict.fromkeys(name for hit in found for name in hit.names)
    paper = next((hit.paper for hit in found if hit.paper), None)
    return tuple(authors), paper, next((hit.source for hit in found if hit.source), None), tuple(kept)


def _take_marks(page: Sequence[Line]) -> tuple[str | None, tuple[Line, ...]]:
    """The paper whose mark opens one of the first lines, and the page with the marks cut off."""
    paper: str | None = None
    kept: list[Line] = []
    for i, line in enumerate(page):
        name, length = opening_mark(line.words) if i < 4 or line.words[0] in "(" else (None, 0)
        if length and line.count > 8 and (name or i == 0):
            paper = paper or name
            line = line.cut(length, len(line.words))
        kept.append(line)
    return paper, tuple(kept)
