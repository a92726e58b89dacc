"""The heading block and the signature block of official documents, as tables without lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml.ns import qn

from reportgen.render.docx.writer import Writer
from reportgen.render.letterhead import Letterhead, Words

_LEFT = 65 / 165
"""The share of the left column: organ and recipients left, national title and signature right."""


def head(writer: Writer, words: Letterhead, layout: str) -> None:
    """The heading block, the kind of document; its title follows with the text."""
    left, right = _columns(writer)
    _put(writer, left, words.parent, "Parent Organ")
    _put(writer, left, words.organisation, "Issuing Organ")
    writer.line("*" if layout == "party" else "", "Organ Rule", left)
    _put(writer, left, words.number, "Number Line")
    writer.line(words.national, "National Title", right)
    if words.motto:
        writer.line(words.motto, "Motto", right)
    writer.line("", "National Rule", right)
    _put(writer, right, words.place_and_date, "Place and Date")
    _finish(left, right)
    writer.line(words.kind, "Document Kind")


def signature(writer: Writer, words: Letterhead) -> None:
    """The recipients and the signature, on one page, which is not theirs alone."""
    if (paragraphs := writer.document.paragraphs)[-1:]:
        paragraphs[-1].paragraph_format.keep_with_next = True
    left, right = _columns(writer)
    writer.line(words.recipients_head, "Recipients Heading", left)
    for name in words.recipients:
        _put(writer, left, name, "Recipients")
    _put(writer, right, words.authority, "Signature Authority")
    _put(writer, right, words.post, "Signature Post")
    _put(writer, right, words.signer, "Signature Name")
    _finish(left, right)


def _columns(writer: Writer) -> tuple[Any, Any]:
    body = writer.document.element.body
    if len(body) > 1 and body[-2].tag == qn("w:tbl"):  # Word makes one table of two that touch
        writer.line("", "Body Text")
    table = writer.document.add_table(rows=1, cols=2, style=writer.styles["letterhead table"])
    table.autofit = False
    row = table.rows[0]
    widths = int(writer.room * _LEFT), int(writer.room * (1 - _LEFT))
    for column, cell, width in zip(table.columns, row.cells, widths, strict=True):
        column.width = cell.width = width
    left, right = row.cells
    return left, right


def _put(writer: Writer, cell: Any, words: Words, style: str) -> None:
    paragraph = writer.line(words.words, style, cell)
    if words.open:
        for run in paragraph.runs:
            run.style = writer.styles["placeholder text"]


def _finish(*cells: Any) -> None:
    """Takes away the empty paragraph with which a new cell starts."""
    for cell in cells:
        first: Sequence[Any] = cell.paragraphs
        first[0]._p.getparent().remove(first[0]._p)
