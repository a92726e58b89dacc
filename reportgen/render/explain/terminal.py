"""The facts of an article for a terminal: each with the line of its source, and marks under its words.

metric: 187 đảng viên
  indicator: kết nạp · period: năm 2021
  3 | … trong năm 2021 đã kết nạp 187 đảng viên, vượt chỉ tiêu …
    |                             ~~~~~~~~~~~~~
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.model import Extraction
from reportgen.render.explain.marked import Marked, marked
from reportgen.text import Span

WIDTH = 100
_BEFORE = 32
"""Characters of a source line before the words, where it is cut."""


def explain_lines(extraction: Extraction, lang: str, words: Mapping[str, Any]) -> Iterator[str]:
    """The article's facts, lines without line ends; what could harm a terminal is left out."""
    article = extraction.article
    yield _shown(article.title or str(words["untitled"]))
    for fact in marked(extraction, lang, words):
        yield ""
        yield _shown(f"{words['explain'][fact.kind]}: {fact.says}")
        if fact.fields:
            yield "  " + " · ".join(_shown(f"{words['explain']['field'][key]}: {value}") for key, value in fact.fields)
        for span in fact.spans:
            yield from _source(extraction, fact, span)
    if not (extraction.measures or extraction.metrics or extraction.directives):
        yield ""
        yield str(words["nothing"])


def _source(extraction: Extraction, fact: Marked, span: Span) -> Iterator[str]:
    """The line of the text in which `span` begins, numbered, cut around the words, and the marks below."""
    string = extraction.article.text.string
    start = string.rfind("\n", 0, span.start) + 1
    end = string.find("\n", span.start)
    end = len(string) if end < 0 else end
    number = str(string.count("\n", 0, start) + 1)
    left = max(start, span.start - _BEFORE)
    if left > start:  # cut at a blank
        left = string.find(" ", left - 1, span.start) + 1 or left
    right = min(end, left + WIDTH)
    if right < end:
        right = max(string.rfind(" ", span.start + 1, right), min(span.end, right))
    before = ("… " if left > start else "") + string[left : span.start]
    said = string[span.start : min(span.end, right)]
    after = string[min(span.end, right) : right] + (" …" if right < end else "")
    yield f"  {number} | {_shown(before)}{_shown(said)}{_shown(after)}"
    yield f"  {' ' * len(number)} | {' ' * _width(_shown(before))}{'~' * max(1, _width(_shown(said)))}"


def _shown(words: str) -> str:
    """`words` on one line without control and direction characters; blanks at the ends stay."""
    return "".join(" " if c in "\t\r\n\u00a0" else c for c in words if c in "\t\r\n" or _printable(c))


def _printable(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}


def _width(words: str) -> int:
    """How many columns `words` take: marks that sit on a letter take none."""
    return sum(not unicodedata.combining(c) for c in words)
