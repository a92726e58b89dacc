"""Tables: where a source's tables stand in the repaired string."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model import Cell, Source, Table
from reportgen.text import Text


def tables(text: Text, source: Source) -> tuple[Table, ...]:
    """The tables of `source`, with spans in `text`; those in which repairing left no word are dropped."""
    found = [
        Table(
            tuple(tuple(Cell(text.here(cell.span), cell.head) for cell in row) for row in table.rows),
            text.here(table.caption) if table.caption else None,
        )
        for table in source.tables
    ]
    return tuple(table for table in found if any(c.isalnum() for c in table.span.of(text.string)))


def without(string: str, found: Sequence[Table]) -> str:
    """`string` with line ends in place of every table, so that all offsets stay and no line of a table is a paragraph.

    >>> from reportgen.text import Span
    >>> grid = Table(((Cell(Span(3, 5), True), Cell(Span(6, 7), False)),))
    >>> without("Xã\\nhộ\\t8\\nHết", [grid])
    'Xã\\n\\n\\n\\n\\n\\nHết'
    """
    for table in found:
        for span in [table.span, *([table.caption] if table.caption else [])]:
            string = string[: span.start] + "\n" * len(span) + string[span.end :]
    return string
