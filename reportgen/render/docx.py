"""A Brief as DOCX: the Markdown's tokens as paragraphs and tables in the styles of `reference.docx`."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from markdown_it.token import Token

from reportgen.errors import TemplateError
from reportgen.model import Brief
from reportgen.render.markdown import unit_title
from reportgen.render.templates import labels, template_file
from reportgen.render.tokens import column_shares, table_rows, tokens
from reportgen.render.unbroken import pieces

_STYLES = ("Heading 1", "Heading 2", "Heading 3", "Heading 4", "Body Text", "Subtitle", "List Bullet", "List Number")
_MORE_STYLES = ("Table Text", "Brief Table", "endnote text", "endnote reference")


def render_docx(brief: Brief, markdown: str, lang: str = "vi", templates: Path | None = None) -> bytes:
    """The DOCX of `brief`, whose Markdown is `markdown`; TemplateError where the reference document lacks a style."""
    from reportgen.render.package import write_package

    reference = template_file("reference.docx", templates)
    document = _open(reference)
    writer = _Writer(document, reference)
    writer.line(str(labels(lang, templates)["kind"]), "Subtitle")
    writer.blocks(tokens(markdown))
    return write_package(document, lang, unit_title(brief.unit))


@cache
def _bytes(path: Path, stamp: float) -> bytes:
    return path.read_bytes()


def _open(path: Path) -> Any:
    from docx import Document

    try:
        return Document(io.BytesIO(_bytes(path, path.stat().st_mtime)))
    except Exception as e:
        raise TemplateError(f"{path}: not a Word document ({e}); save it as .docx") from e


class _Writer:
    """Puts tokens into a document, block by block."""

    def __init__(self, document: Any, reference: Path) -> None:
        self.document = document
        self.numbers = 0
        names = {style.name: style for style in document.styles}
        by_lower = {name.lower(): style for name, style in names.items() if name}
        missing = [name for name in (*_STYLES, *_MORE_STYLES) if name.lower() not in by_lower]
        if missing:
            raise TemplateError(f"{reference}: lacks the style {missing[0]!r}; add it, or start from the shipped file")
        self.styles = {name: by_lower[name.lower()] for name in (*_STYLES, *_MORE_STYLES)}

    def line(self, words: str, style: str) -> None:
        """A paragraph of plain words."""
        self.document.add_paragraph(words, style=self.styles[style])

    def blocks(self, stream: Sequence[Token]) -> None:
        """The block tokens, in order."""
        style = "Body Text"
        list_number: int | None = None
        note: Token | None = None
        at = iter(stream)
        for token in at:
            match token.type:
                case "heading_open":
                    style = f"Heading {min(int(token.tag[1]), 4)}"
                case "bullet_list_open":
                    style = "List Bullet"
                case "ordered_list_open":
                    style, list_number = "List Number", self._new_list()
                case "heading_close" | "bullet_list_close" | "ordered_list_close" | "footnote_block_close":
                    style, list_number = "Body Text", None
                case "footnote_open":
                    style, note = "endnote text", token
                case "table_open":
                    self._table(table_rows(at))
                case "inline":
                    paragraph = self.document.add_paragraph(style=self.styles[style])
                    if list_number is not None:
                        _set_number(paragraph, list_number)
                    if note is not None:
                        self._anchor(paragraph, note.meta["id"] + 1)
                        note = None
                    self._inline(paragraph, token.children or [])

    def _table(self, rows: list[list[Token]]) -> None:
        table = self.document.add_table(rows=len(rows), cols=len(rows[0]), style=self.styles["Brief Table"])
        table.autofit = False
        section = self.document.sections[0]
        room = section.page_width - section.left_margin - section.right_margin
        widths = [int(room * share) for share in column_shares(rows)]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
            _keep_row(row, head=number == 0)
            for cell, inline, width in zip(row.cells, cells, widths, strict=True):
                cell.width = width
                paragraph = cell.paragraphs[0]
                paragraph.style = self.styles["Table Text"]
                self._inline(paragraph, inline.children or [])

    def _inline(self, paragraph: Any, children: Sequence[Token]) -> None:
        bold = italic = 0
        for token in children:
            match token.type:
                case "text" | "code_inline":
                    for unbroken, piece in pieces(token.content):
                        run = paragraph.add_run()
                        run.bold, run.italic = bool(bold) or None, bool(italic) or None
                        _put(run, piece, unbroken=unbroken)
                case "softbreak" | "hardbreak":
                    paragraph.add_run(" ")
                case "strong_open" | "strong_close":
                    bold += 1 if token.nesting > 0 else -1
                case "em_open" | "em_close":
                    italic += 1 if token.nesting > 0 else -1
                case "footnote_ref":
                    self._mark(paragraph, token.meta["id"] + 1)

    def _mark(self, paragraph: Any, number: int) -> None:
        """The mark [n], a link to its note."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"note_{number}")
        link.set(qn("w:history"), "1")
        run = paragraph.add_run(f"[{number}]", style=self.styles["endnote reference"])
        link.append(run._r)
        paragraph._p.append(link)

    def _anchor(self, paragraph: Any, number: int) -> None:
        """The number of a note, with the bookmark that its marks lead to."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(number))
        start.set(qn("w:name"), f"note_{number}")
        paragraph._p.append(start)
        paragraph.add_run(f"[{number}] ")
        paragraph._p.append(end)

    def _new_list(self) -> int:
        """A numbering of its own for a numbered list, so that each starts at 1."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        numbering = self.document.part.numbering_part.element
        pPr = self.styles["List Number"].element.pPr  # noqa: N806
        of_style = pPr.numPr.numId.val if pPr is not None and pPr.numPr is not None else None
        abstract = next((n.abstractNumId.val for n in numbering.num_lst if n.numId == of_style), 0)
        number = 1 + max((n.numId for n in numbering.num_lst), default=0)
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return number


def _set_number(paragraph: Any, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _put(run: Any, words: str, *, unbroken: bool) -> None:
    """`words` in `run`; where they must stay on one line, with Word's no-break hyphen for "-"."""
    from docx.oxml import OxmlElement

    if not unbroken or "-" not in words:
        run.text = words
        return
    for k, part in enumerate(words.split("-")):
        if k:
            run._r.append(OxmlElement("w:noBreakHyphen"))
        if part:
            run._r.add_t(part)


def _keep_row(row: Any, *, head: bool) -> None:
    """A row that does not break over pages; the first is repeated on each."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
