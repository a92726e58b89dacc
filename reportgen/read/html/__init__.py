"""A saved web page to a Source: the story's lines, what the page says of itself, its captions and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.model import Source
from reportgen.read.compose import Composer
from reportgen.read.html.charset import decoded
from reportgen.read.html.metadata import metadata
from reportgen.read.html.pieces import Piece, pieces
from reportgen.read.html.story import story

__all__ = ["read_html"]

TAGS = 300_000
"""So many tags a page may have; the longest of a newspaper's have some ten thousand."""

_SENTENCE = 8  # words of the shortest sentence that makes a page a story


def read_html(name: str, path: str, data: bytes) -> Source | None:
    """The page in the bytes `data`; None where it has no story: not a word outside its menus, or more tags than any page.

    Nothing is fetched and no script is run.
    """
    from resiliparse.parse.html import HTMLTree

    text, encoding = decoded(data)
    if text.count("<") > 2 * TAGS:
        return None
    tree = HTMLTree.parse(text)
    found = pieces(tree)
    kept = story(tree, found)
    given = metadata(tree, [piece.words for piece in found], [piece.words for piece in kept])
    if not any(
        piece.count >= _SENTENCE and piece.words.rstrip('”"’) ').endswith((".", "…", "!", "?")) for piece in kept
    ):
        return None
    page = Composer()
    if given.title and not any(piece.words == given.title for piece in kept):
        page.add(given.title, "title")
    named = False
    for i, piece in enumerate(kept):
        if piece.grid is not None:
            page.table(piece.grid, piece.words)
        elif not named and piece.words == given.title:
            page.add(piece.words, "title")
            named = True
        elif not (i and _goes_on(kept[i - 1], piece)):
            between = " " if piece.kind == "caption" else "\n"  # a quotation's last line names its speaker
            page.add(between.join(_lines(kept, i)), piece.kind, piece.near)
    return page.source(name, path, encoding, given)


def _goes_on(before: Piece, piece: Piece) -> bool:
    """True for the next line of one caption or quotation."""
    return piece.near and piece.kind in ("caption", "quote") and before.kind == piece.kind


def _lines(kept: Sequence[Piece], at: int) -> Iterator[str]:
    yield kept[at].words
    while at + 1 < len(kept) and _goes_on(kept[at], kept[at + 1]):
        at += 1
        yield kept[at].words
