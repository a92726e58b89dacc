"""Repeats: a page prints its lead or a caption twice; the story says it once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reportgen.parse.lines import Line
from reportgen.parse.newspapers import opening_mark

_SHORTEST = 6  # words: shorter lines may well come twice in a story ("Giai đoạn 2")


def once(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` with each repeated one kept once: the fuller copy, and of equal copies the later.

    >>> from reportgen.parse.lines import lines as read
    >>> page = "Xã Tân An đã có nhiều cách làm hay\\nXã Tân An đã có nhiều cách làm hay và mới.\\nMột việc khác."
    >>> [line.words for line in once(read(page))]
    ['Xã Tân An đã có nhiều cách làm hay và mới.', 'Một việc khác.']
    """
    keys = [_key(line) for line in lines]
    in_order = sorted((key, i) for i, key in enumerate(keys))
    return tuple(
        line for i, line in enumerate(lines) if line.count < _SHORTEST or not _said_elsewhere(keys[i], i, in_order)
    )


def _said_elsewhere(key: str, at: int, in_order: Sequence[tuple[str, int]]) -> bool:
    """True when a line says what line number `at` says: all that begin with `key` stand together in the order of keys."""
    here = bisect_left(in_order, (key, -1))
    while here < len(in_order) and in_order[here][0].startswith(key):
        other, number = in_order[here]
        if number != at and _says(other, key, number > at):
            return True
        here += 1
    return False


def _key(line: Line) -> str:
    cut = opening_mark(line.words)[1]
    return " ".join(line.folded[cut:].split()).strip(' .…"“”-–*')


def _says(other: str, key: str, later: bool) -> bool:
    """True when `other` says what `key` says: the same words, or these and more after them."""
    return (later and other == key) or (len(other) > len(key) and other.startswith(key) and len(other) < 1.6 * len(key))
