"""Anchors: where quoted words stand in an article, whatever became of its line breaks, its encoding and the text around."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from reportgen.model import Anchor, Article
from reportgen.text import Span
from reportgen.vietnamese.fold import fold

_ENOUGH = 24
"""So many letters of words and context together are no chance: they are looked for in other articles, too."""


@dataclass(frozen=True, slots=True)
class Text:
    """The letters and figures of an article, folded, each with its place in the repaired text."""

    letters: str
    places: tuple[int, ...]


def text_of(article: Article) -> Text:
    """The article's text as anchors are looked for in it."""
    return _text(article.text.string)


@lru_cache(maxsize=4096)
def _text(string: str) -> Text:
    folded = fold(string)
    kept = [k for k, char in enumerate(folded) if char.isalnum()]
    return Text("".join(folded[k] for k in kept), tuple(kept))


def find(anchor: Anchor, text: Text, *, whole: bool = False) -> list[Span]:
    """The places of the anchor's words in `text`, those whose surroundings are most like its own; none, one, or several.

    With `whole` only places whose surroundings are just the anchor's, and enough of them to be no chance.
    """
    words, before, after = (_plain(x) for x in (anchor.words, anchor.before, anchor.after))
    if not words or (whole and len(words) + len(before) + len(after) < _ENOUGH):
        return []
    found: list[tuple[int, Span]] = []
    at = text.letters.find(words)
    while at >= 0:
        end = at + len(words)
        left = _same(before[::-1], text.letters[max(0, at - len(before)) : at][::-1])
        right = _same(after, text.letters[end : end + len(after)])
        if not whole or (left == len(before) and right == len(after)):
            found.append((left + right, Span(text.places[at], text.places[end - 1] + 1)))
        at = text.letters.find(words, at + 1)
    best = max((score for score, _ in found), default=0)
    return [span for score, span in found if score == best]


def _plain(words: str) -> str:
    return "".join(char for char in fold(unicodedata.normalize("NFC", words)) if char.isalnum())


def _same(a: str, b: str) -> int:
    """How many characters two texts begin with in common."""
    return next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def around(article: Article, span: Span, width: int = 40) -> Anchor:
    """The anchor of the words in `span`, with some `width` letters before and behind, cut at blanks."""
    string = article.text.string
    before = string[max(0, span.start - width) : span.start]
    after = string[span.end : span.end + width]
    if span.start > width:
        before = re.sub(r"^\S*\s", "", before)
    if span.end + width < len(string):
        after = re.sub(r"\s\S*$", "", after)
    one_line = (" ".join(x.split()) for x in (before, article.words(span), after))
    before, words, after = one_line
    return Anchor(article.id, words, before, after)
