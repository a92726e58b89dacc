"""Little articles: a headline and paragraphs, without going through the parser."""

from __future__ import annotations

import datetime as dt
from typing import Any

from reportgen.model import Article, Block, Source
from reportgen.parse.sentences import sentences
from reportgen.text import Span, Text
from reportgen.vietnamese.fold import fold


def page(case: dict[str, Any]) -> Article:
    """The article of a case: `title`, `text` (a paragraph a line; "[caption] …" is a caption), `published`, `newspaper`."""
    title, lines = case.get("title", ""), case["text"].strip().split("\n")
    string, blocks = title, []
    for line in filter(None, lines):
        kind = "caption" if line.startswith("[caption] ") else "paragraph"
        words = line.removeprefix("[caption] ")
        start = len(string) + 1
        string += "\n" + words
        span = Span(start, len(string))
        blocks.append(Block(kind, span, sentences(string, span)))
    spans = (Span(0, len(title)),) if title else ()
    day: dt.date | None = case.get("published")
    source = Source("page", "page.txt", string, "utf-8")
    return Article(
        source, Text.raw(string), fold(string), title or None, spans, day, case.get("newspaper"), (), tuple(blocks)
    )
