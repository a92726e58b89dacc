"""The Markdown of a brief as tokens, from which the PDF and the DOCX are made."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

_ONE_LINE = 20  # characters up to which a cell should stand on one line
_MARK = re.compile(r"\[\^\d+\]")


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, footnotes and front matter; raw HTML is never let through."""
    return MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin).use(front_matter_plugin)


def tokens(markdown: str) -> list[Token]:
    """The block tokens of `markdown`, without its front matter."""
    return [t for t in parser().parse(markdown) if t.type != "front_matter"]


def table_rows(stream: Iterator[Token]) -> list[list[Token]]:
    """The inline tokens of a table's cells, row by row; `stream`, behind `table_open`, is read to the table's end."""
    rows: list[list[Token]] = []
    for token in stream:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    return rows


def column_shares(rows: Sequence[Sequence[Token]]) -> list[float]:
    """How wide each column of a table should be, as shares of 1.

    A column gets room by the root of its longest cell, so that a long subject does not squeeze dates and numbers into
    broken words, and never less than its longest word needs.
    """
    weights = []
    for column in zip(*rows, strict=True):
        cells = [_MARK.sub("", cell.content) for cell in column]
        longest_word = max((len(word) for cell in cells for word in cell.split()), default=1)
        longest = max(map(len, cells))
        weights.append(max(math.sqrt(longest), longest_word * 0.55, min(longest, _ONE_LINE) * 0.3, 3.5))
    return [weight / sum(weights) for weight in weights]
