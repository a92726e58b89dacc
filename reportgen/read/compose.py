"""The text of a file that is no plain text, put together piece by piece, with marks and tables where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.model import Cell, Given, Mark, MarkKind, Source, Table
from reportgen.text import Span

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")

Grid = Sequence[Sequence[tuple[str, bool]]]
"""Rows of cells: the words, and whether the cell names a row or a column."""


def plain(words: str) -> str:
    r"""`words` as one line, with one space for each run of blanks; a no-break space stays what it is.

    >>> plain("  Xã\n\tTân An ")
    'Xã Tân An'
    """
    return _BLANKS.sub(" ", words).strip(" \u00a0\u200b\ufeff")


_FIGURE = re.compile(r"[+-]?\d[\d.,]*\s*%?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _headed(rows: list[list[tuple[str, bool]]]) -> list[list[tuple[str, bool]]]:
    """The rows of a table; where no cell is said to be a head, the first row is where it has words or years over figures."""
    if any(head for row in rows for _, head in row) or len(rows) < 2:
        return rows
    names = all(not _FIGURE.fullmatch(words) or _YEAR.fullmatch(words) for words, _ in rows[0])
    figures = any(_FIGURE.fullmatch(words) for row in rows[1:] for words, _ in row)
    return [[(words, names and figures) for words, _ in rows[0]], *rows[1:]]


@dataclass(slots=True)
class Composer:
    """Collects pieces in reading order; `source` gives the whole."""

    parts: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, kind: MarkKind | None = None, near: bool = False) -> None:
        """One more line, if it has words; `near`: it was only broken off from the line before, not a new paragraph.
        Where the words hold line ends of their own, these stay."""
        words = "\n".join(line for part in words.split("\n") if (line := plain(part)))
        if not words:
            return
        self._gap(1 if near else 2)
        if kind:
            self.marks.append(Mark(kind, Span(self.length, self.length + len(words))))
        self._put(words)

    def table(self, grid: Grid, caption: str | None = None) -> None:
        """A table, one line a row; rows are filled up to one length. Without a word in it there is none."""
        width = max((len(row) for row in grid), default=0)
        rows = [[(plain(words), head) for words, head in row] + [("", False)] * (width - len(row)) for row in grid]
        rows = _headed([row for row in rows if any(words for words, _ in row)])
        if not rows:
            return
        title = plain(caption or "")
        over: Span | None = None
        if title:
            self._gap(2)
            over = Span(self.length, self.length + len(title))
            self._put(title)
        self._gap(1 if title else 2)
        cells: list[tuple[Cell, ...]] = []
        for at, row in enumerate(rows):
            if at:
                self._put("\n")
            line: list[Cell] = []
            for column, (words, head) in enumerate(row):
                if column:
                    self._put("\t")
                line.append(Cell(Span(self.length, self.length + len(words)), head))
                self._put(words)
            cells.append(tuple(line))
        self.tables.append(Table(tuple(cells), over))

    def source(self, name: str, path: str, encoding: str, given: Given | None = None, parsed: bool = False) -> Source:
        """All that was collected, as the source of a file."""
        text = "".join(self.parts) + "\n" * bool(self.parts)
        return Source(name, path, text, encoding, tuple(self.tables), tuple(self.marks), given or Given(), parsed)

    def _gap(self, lines: int) -> None:
        if self.parts:
            self._put("\n" * lines)

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)
