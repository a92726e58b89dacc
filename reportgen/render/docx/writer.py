"""Puts tokens into a document, block by block: headings, paragraphs, lists, tables with their captions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from markdown_it.token import Token

from reportgen.render.charts import Pictures, picture
from reportgen.render.docx.fields import bookmarked, complex_field
from reportgen.render.docx.inline import Inline, Person
from reportgen.render.docx.notes import Notes
from reportgen.render.docx.picture import put_chart
from reportgen.render.tokens import Page, table_rows
from reportgen.render.tokens import widths as shares

_HEADINGS = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2"}
"""The styles of headings by their tag; a deeper one is a "Heading 3"."""

_NUMBERED = re.compile(r"(?P<word>\D+) (?P<number>\d+)(?P<rest>\. .*)", re.S)
"""A caption: "Biểu đồ 1. Kết nạp (đảng viên)"."""

_HEAD_LOOK = '<w:tblLook {} w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'


_BELOW_TABLE = Pt(7)

HEADING_IDS = 10_000
"""Bookmarks of headings count from here, those of notes from 1."""


def heading_anchor(place: int) -> str:
    """The bookmark of the heading at `place` among all headings."""
    return f"_Toc{place:06d}"


class Writer:
    """Writes one page of Markdown into a document whose styles are all there."""

    def __init__(
        self,
        document: Any,
        page: Page,
        table_word: str,
        *,
        title_rule: str | None = None,
        comments: bool = False,
        pictures: Pictures = (),
        people: Mapping[str, Person] = MappingProxyType({}),
        endnotes: bool = False,
    ) -> None:
        self.document = document
        self.page = page
        self.styles = {style.name.lower(): style for style in document.styles if style.name}
        notes = Notes(document, self.styles, page.notes, at_end=endnotes)
        self.inline = Inline(document, self.styles, notes, comments=comments, people=people)
        self._table_word, self._title_rule = table_word, title_rule
        self._pictures = pictures
        self._tables = self._headings = 0

    def paragraph(self, style: str, within: Any = None) -> Any:
        """A new paragraph in `style`, at the end of the document or of a cell."""
        paragraph = (within or self.document).add_paragraph()
        paragraph._p.style = self.styles[style.lower()].style_id  # by name python-docx would look through all styles
        return paragraph

    def line(self, words: str, style: str, within: Any = None) -> Any:
        """A paragraph of plain words."""
        paragraph = self.paragraph(style, within)
        if words:
            paragraph.add_run(words)
        return paragraph

    def blocks(self, before_parts: Callable[[], bool] = lambda: False) -> None:
        """All blocks of the page, in order; `before_parts` is called where the first part starts, which is on a new page if it says so."""
        style, after_title, parts, new_page = "Body Text", False, False, False
        list_number: int | None = None
        at = iter(self.page.story)
        for token in at:
            match token.type:
                case "heading_open":
                    if token.tag != "h1" and not parts:
                        parts, new_page = True, before_parts()
                    style = _HEADINGS.get(token.tag, "Heading 3")
                case "bullet_list_open":
                    style = "List Bullet"
                case "ordered_list_open":
                    style, list_number = "List Number", self._new_list()
                case "heading_close":
                    if token.tag == "h1" and self._title_rule is not None:
                        self.line(self._title_rule, "Title Rule")
                    style, after_title = ("Subtitle", True) if token.tag == "h1" else ("Body Text", False)
                case "bullet_list_close" | "ordered_list_close":
                    style, list_number = "Body Text", None
                case "table_open":
                    self._table(at)
                case "paragraph_open" if token.attrGet("class") == "caption":
                    self._chart(at)
                case "inline":
                    table = self.document.tables[-1] if style == "Body Text" and self._below_table() else None
                    paragraph = self.paragraph(style)
                    if table is not None:
                        paragraph.paragraph_format.space_before = _BELOW_TABLE
                        for cell in table.rows[-1].cells:  # not alone on the next page
                            cell.paragraphs[-1].paragraph_format.keep_with_next = True
                    if list_number is not None:
                        _set_number(paragraph, list_number)
                    self.inline.write(paragraph, token.children or [])
                    if style in _HEADINGS.values() or style == "Heading 3":
                        self._anchor(paragraph)
                        if new_page:
                            paragraph.paragraph_format.page_break_before, new_page = True, False
                    if after_title:
                        style, after_title = "Body Text", False

    def _below_table(self) -> bool:
        body = self.document.element.body
        return len(body) > 1 and body[-2].tag == qn("w:tbl")

    def _anchor(self, paragraph: Any) -> None:
        """The bookmark that the list of contents leads to, round the words of a heading."""
        place, self._headings = self._headings, self._headings + 1
        runs = paragraph._p.r_lst
        if runs:
            bookmarked(paragraph, heading_anchor(place), HEADING_IDS + place, runs[0], runs[-1])

    def _table(self, stream: Iterator[Token]) -> None:
        rows = table_rows(stream)
        caption = self.page.captions[self._tables]
        self._tables += 1
        above = self.line(f"{self._table_word} ", "Caption")
        complex_field(above, f"SEQ {self._table_word} \\* ARABIC", str(self._tables))
        above.add_run(f". {caption}")
        table = self.document.add_table(rows=len(rows), cols=len(rows[0]), style=self.styles["brief table"])
        table.autofit = False
        properties = table._tbl.tblPr
        for look in properties.xpath("./w:tblLook"):
            properties.remove(look)
        properties.append(parse_xml(_HEAD_LOOK.format(nsdecls("w"))))
        described = OxmlElement("w:tblCaption")
        described.set(qn("w:val"), caption)
        properties.append(described)
        widths = [int(self.room * share) for share in shares(rows, self.page)]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
            _keep_row(row, head=number == 0)
            for cell, inline, width in zip(row.cells, cells, widths, strict=True):
                cell.width = width
                paragraph = cell.paragraphs[0]
                paragraph._p.style = self.styles["table text" if number else "table heading"].style_id
                self.inline.write(paragraph, inline.children or [])

    def _chart(self, stream: Iterator[Token]) -> None:
        """A caption, whose number Word counts, and the picture under it."""
        caption = next(stream)
        children = list(caption.children or [])
        above = self.paragraph("Caption")
        if children and (numbered := _NUMBERED.fullmatch(children[0].content)):
            above.add_run(f"{numbered['word']} ")
            complex_field(above, f"SEQ {numbered['word'].replace(' ', '_')} \\* ARABIC", numbered["number"])
            children[0] = children[0].copy(content=numbered["rest"])
        self.inline.write(above, children)
        (image,) = next(token for token in stream if token.type == "inline").children or []
        chart = picture(str(image.attrGet("src")), self._pictures)
        if chart is None:
            self.line(image.content, "Figure")
        else:
            put_chart(self.paragraph("Figure"), chart, self.room)

    @property
    def room(self) -> int:
        """The width between the margins, in EMU."""
        section = self.document.sections[-1]
        return int(section.page_width - section.left_margin - section.right_margin)

    def _new_list(self) -> int:
        """A numbering of its own for a numbered list, so that each starts at 1."""
        numbering = self.document.part.numbering_part.element
        properties = self.styles["list number"].element.pPr
        of_style = properties.numPr.numId.val if properties is not None and properties.numPr is not None else None
        abstract = next((n.abstractNumId.val for n in numbering.num_lst if n.numId == of_style), 0)
        number = 1 + max((n.numId for n in numbering.num_lst), default=0)
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return int(number)


def _set_number(paragraph: Any, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _keep_row(row: Any, *, head: bool) -> None:
    """A row that does not break over pages; the first is repeated on each."""
    properties = row._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    if head:
        properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
