"""Headings of lists: what the line before a list leaves to the figures of its items.

list = heading ":" , { item } ;     item = ( "-" | "+" | "•" | "*" ) , sentence
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.extract.metrics.aims import is_target
from reportgen.extract.metrics.phrases import left_phrase
from reportgen.model import Block
from reportgen.text import Span

_ITEM = re.compile(r"[ ]*[-–+•*][ \u00a0]?(?=\w)")
_CUT = re.compile(r".*[.;:!?…](?=\s)", re.DOTALL)
_MOST = 8  # words of a heading that an indicator can bear


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a list: its words (empty where they say nothing of figures), its period, and whether it aims."""

    words: str
    period: str | None
    target: bool


def is_item(folded: str, block: Span) -> bool:
    """True where a paragraph is an item of a list."""
    return _ITEM.match(folded, block.start, block.end) is not None


def heading_of(string: str, folded: str, block: Block, period: str | None) -> Heading | None:
    """What a paragraph that ends in a colon leaves to the list behind it; None for any other. `period` is its frame."""
    said = block.span.of(string).rstrip()
    if not said.endswith(":"):
        return None
    last = _CUT.sub("", said[:-1])
    words = left_phrase(last)
    target = is_target(folded[block.span.start : block.span.end])
    return Heading(words if len(words.split()) <= _MOST else "", period, target)
