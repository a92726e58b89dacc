"""Which pieces of a page are its story: those that a content extractor keeps, and near them what it loses.

The extractor (Resiliparse) finds where the story is by the shape of the page. It loses captions, lists, tables, bylines,
and what stands between the headline and the first paragraph; these are taken where they stand among what it keeps.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.read.html.pieces import Piece
from reportgen.read.html.words import SITE

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

_OPEN, _CLOSE = "\ue000", "\ue001"
_NUMBER = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_DEEPEST = 1000  # elements in each other; a page nested deeper takes the extractor minutes
_PARAGRAPH = 15  # words that make a piece a paragraph
_ENOUGH = 30  # words without which nothing was found
_MOST = 0.8  # so much of the story stands in its container
_ABOVE = 8  # pieces over the first paragraph among which headline, date and kicker stand
_LEAST = {"paragraph": _PARAGRAPH, "item": 5}  # words of what is taken back; shorter items are buttons of a player
_HEAD = ("date", "lead", "author")


def story(tree: HTMLTree, found: Sequence[Piece]) -> list[Piece]:
    """The pieces of `found` that tell the story, in order, with what belongs to it around them."""
    kept = _extracted(tree, found)
    if sum(found[i].count for i in kept) < _ENOUGH:
        kept = {i for i, piece in enumerate(found) if not piece.outside and not piece.linked_mostly}
    told = [i for i in sorted(kept) if found[i].count >= _PARAGRAPH and not found[i].linked_mostly]
    if not told:
        return [found[i] for i in sorted(kept)]
    inside = _container([found[i] for i in told])
    told = [i for i in told if _within(found[i], inside)]
    first, last = told[0], told[-1]
    return [piece for i, piece in enumerate(found) if _belongs(piece, i, i in kept, first, last, inside)]


def _belongs(piece: Piece, at: int, kept: bool, first: int, last: int, inside: tuple[int, ...]) -> bool:
    """True for what the extractor keeps where the story is, and for what it loses there and right above it."""
    # What is called a box around the whole story ("sidebar-1") is none.
    outside = piece.outside > (len(inside) if _within(piece, inside) else 0)
    if at < first:
        headline = piece.role == "title" and not SITE.search(piece.words.casefold())
        if piece.linked_mostly:
            return kept and headline
        near = first - at <= _ABOVE
        if kept:
            return near or headline or _within(piece, inside)
        return not outside and (headline or (near and (piece.role in _HEAD or piece.kind == "caption")))
    if not _within(piece, inside):
        return piece.role == "author" and at - last <= _ABOVE
    if kept:
        return True
    if outside or piece.linked_mostly:
        return False
    if at > last:
        return piece.role == "author" or piece.kind == "caption"
    least = _LEAST.get(piece.kind or "paragraph", 1)
    return piece.grid is not None or piece.count >= least


def _within(piece: Piece, inside: tuple[int, ...]) -> bool:
    return piece.path[: len(inside)] == inside


def _container(told: Sequence[Piece]) -> tuple[int, ...]:
    """The path of the innermost element that most of the words of the paragraphs stand in."""
    total = sum(piece.count for piece in told)
    inside: tuple[int, ...] = ()
    while True:
        weights: Counter[int] = Counter()
        for piece in told:
            if len(piece.path) > len(inside) and piece.path[: len(inside)] == inside:
                weights[piece.path[len(inside)]] += piece.count
        heaviest = max(weights.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
        if heaviest[1] < _MOST * total:
            return inside
        inside = (*inside, heaviest[0])


def _extracted(tree: HTMLTree, found: Sequence[Piece]) -> set[int]:
    """The numbers of the pieces that the extractor keeps: each is marked in the page, and the marks that come out are read."""
    from resiliparse.extract.html2text import extract_plain_text

    if any(len(piece.path) > _DEEPEST for piece in found):
        return set()
    before = [(piece.first, piece.first.value) for piece in found if piece.grid is None]
    try:
        for number, piece in enumerate(found):
            if piece.grid is None:
                piece.first.value = f"{_OPEN}{number}{_CLOSE} {piece.first.value}"
        text = extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False, post_meta=True)
    finally:
        for node, words in before:
            node.value = words or ""
    return {int(m[1]) for m in _NUMBER.finditer(text) if int(m[1]) < len(found)}
