"""clean: a Source's text repaired, with the map back. The only stage that changes length."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.clean.characters import blanks, composed, d_stroke, emphasis, entities, invisible, line_ends
from reportgen.clean.legacy import legacy_font
from reportgen.clean.mojibake import mojibake
from reportgen.model import Source
from reportgen.text import Text

__all__ = ["REPAIRS", "clean"]

REPAIRS: tuple[tuple[str, Callable[[Text], Text]], ...] = (
    ("UTF-8 read as Windows-1252", mojibake),  # before line ends: it uses U+0085, one of them, as a letter
    ("line ends", line_ends),
    ("old fonts VNI and TCVN3", legacy_font),  # before Ð becomes Đ and soft hyphens go: TCVN3 uses both as letters
    ("entities", entities),
    ("line ends out of entities", line_ends),
    ("invisible characters", invisible),
    ("emphasis", emphasis),
    ("letters composed", composed),
    ("Đ", d_stroke),
    ("blanks", blanks),
)
"""The repairs in their order, each a Text to a Text."""


def clean(source: Source) -> Text:
    """The text of `source`, repaired; every character still knows the range of the source it came from.

    >>> clean(Source("a", "a.txt", "TCCS\\u00d0\\r\\nxa\\u0303  Ba", "utf-8")).string
    'TCCSĐ\\nxã Ba'
    """
    text = Text.raw(source.text)
    for _, repair in REPAIRS:
        text = repair(text)
    return text
