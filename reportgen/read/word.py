"""A Word file (.docx) to a Source: paragraphs, tables and footnotes in reading order; headings are known by their style."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reportgen.errors import Unreadable, Unsupported
from reportgen.model import Mark, MarkKind, Source
from reportgen.read.compose import Composer, plain

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LIMIT = 100_000_000
"""Bytes up to which the parts of the package are unpacked: a small file may unpack to gigabytes."""

_STYLES: tuple[tuple[re.Pattern[str], MarkKind], ...] = (
    (re.compile(r"title|tiêu đề chính|tên bài"), "title"),
    (re.compile(r"heading ?\d|tiêu đề|đề mục|đầu đề ?\d"), "heading"),
    (re.compile(r"caption|chú thích"), "caption"),
    (re.compile(r"(?:intense )?quote|trích dẫn|block text"), "quote"),
    (re.compile(r"list (?:bullet|number|paragraph).*"), "item"),
)
_DAMAGED = "open it in Word and save it again as .docx, or as plain text (.txt, UTF-8)"


def read_word(name: str, path: str, data: bytes) -> Source:
    """The document in the bytes `data`. What was deleted while changes were tracked is no part of it.

    Raises Unreadable for a damaged package, Unsupported for one that is no Word document or unpacks to more than any article.
    """
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > _LIMIT:
                raise Unsupported(
                    path, "unpacked it is larger than an article can be", "split it into one file an article"
                )
            if "word/document.xml" not in package.namelist():
                raise Unsupported(path, "this archive is no Word document", "unpack it and name the files inside")
        document = docx.Document(io.BytesIO(data))
    except Unsupported:
        raise
    except Exception as e:  # whatever the parser of a damaged package comes upon
        raise Unreadable(path, "this Word file is damaged", _DAMAGED) from e
    return _Reader(document).source(name, path)


class _Reader:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._kinds = dict(_style_kinds(document))
        self._first_level = frozenset(_first_level(document))
        self._notes = dict(_footnotes(document))
        self._page = Composer()
        self._tops: list[int] = []  # numbers of the marks of headings of the first level

    def source(self, name: str, path: str) -> Source:
        for node in _flow(self._document.element.body):
            if node.tag == f"{_W}tbl":
                self._table(node)
            else:
                self._paragraph(node)
        marks = self._page.marks
        if len(self._tops) == 1 and not any(mark.kind == "title" for mark in marks):
            marks[self._tops[0]] = Mark("title", marks[self._tops[0]].span)
        return self._page.source(name, path, "docx")

    def _paragraph(self, node: Any) -> None:
        kind, before = self._kind(node), len(self._page.marks)
        for at, line in enumerate(_words(node).split("\n")):
            self._page.add(line, kind, near=at > 0)
        if self._style(node) in self._first_level and len(self._page.marks) > before:
            self._tops.append(before)
        for box in _boxes(node):
            self._paragraph(box)
        for reference in node.iter(f"{_W}footnoteReference"):
            for note in self._notes.get(reference.get(f"{_W}id"), ()):
                self._page.add(note)

    def _kind(self, node: Any) -> MarkKind | None:
        properties = node.find(f"{_W}pPr")
        if properties is None:
            return None
        kind = self._kinds.get(self._style(node))
        if kind is None and properties.find(f"{_W}outlineLvl") is not None:
            return "heading"
        return kind or ("item" if properties.find(f"{_W}numPr") is not None else None)

    @staticmethod
    def _style(node: Any) -> str:
        style = node.find(f"{_W}pPr/{_W}pStyle")
        return style.get(f"{_W}val") or "" if style is not None else ""

    def _table(self, node: Any) -> None:
        rows = [list(_cells(row)) for row in node.iter(f"{_W}tr") if _nearest_table(row) is node]
        wide = max((len(row) for row in rows), default=0)
        if wide < 2 or len(rows) < 2 or any(_paragraphs(cell) > 3 for row in rows for cell, _ in row):
            for part in node.iter(f"{_W}p"):  # it lays the page out
                self._paragraph(part)
            return
        grid: list[list[tuple[str, bool]]] = []
        for row in rows:
            line: list[tuple[str, bool]] = []
            for cell, across in row:
                goes_on = cell.find(f"{_W}tcPr/{_W}vMerge")
                above = grid[-1][len(line)] if grid and len(line) < len(grid[-1]) else ("", False)
                if goes_on is not None and goes_on.get(f"{_W}val", "continue") == "continue":
                    line += [above] * across
                else:
                    words = plain(" ".join(_words(p) for p in cell.iter(f"{_W}p")))
                    line += [(words, False)] * across
            grid.append(line)
        self._page.table(grid)


def _flow(body: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, those inside content controls and kept insertions too."""
    for node in body if body is not None else ():
        if node.tag in (f"{_W}p", f"{_W}tbl"):
            yield node
        elif node.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag", f"{_W}customXml"):
            yield from _flow(node)


def _words(paragraph: Any) -> str:
    """The words of a paragraph; a line break in it is a line end. Text boxes stand for themselves."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        match node.tag:
            case t if t == f"{_W}t":
                parts.append(node.text or "")
            case t if t in (f"{_W}br", f"{_W}cr"):
                parts.append("\n" if node.get(f"{_W}type") in (None, "textWrapping") else " ")
            case t if t == f"{_W}tab":
                parts.append(" ")
            case t if t == f"{_W}noBreakHyphen":
                parts.append("-")
            case t if t in (f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}pPr", f"{_W}rPr", _FALLBACK):
                pass
            case _:
                waiting += reversed(node)
    return "".join(parts)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The paragraphs of text boxes that hang on a paragraph; each is stored twice, for newer and older programs."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield from box.iter(f"{_W}p")


def _cells(row: Any) -> Iterator[tuple[Any, int]]:
    for cell in row.iter(f"{_W}tc"):
        if cell.getparent() is row or cell.getparent().tag == f"{_W}sdtContent":
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            across = span.get(f"{_W}val", "1") if span is not None else "1"
            yield cell, max(1, min(int(across) if across.isdigit() else 1, 40))


def _nearest_table(row: Any) -> Any:
    return next((above for above in row.iterancestors() if above.tag == f"{_W}tbl"), None)


def _paragraphs(cell: Any) -> int:
    return sum(1 for p in cell.iter(f"{_W}p") if _words(p).strip())


def _style_kinds(document: Document) -> Iterator[tuple[str, MarkKind]]:
    """By a style's identifier what its name, or that of a style it is based on, says that it is for."""
    for style in document.styles.element.iter(f"{_W}style"):
        at, steps = style, 0
        while at is not None and steps < 10:
            name = at.find(f"{_W}name")
            words = (name.get(f"{_W}val") or "").casefold() if name is not None else ""
            kind = next((kind for pattern, kind in _STYLES if pattern.fullmatch(words)), None)
            if kind:
                yield style.get(f"{_W}styleId"), kind
                break
            base = at.find(f"{_W}basedOn")
            at = document.styles.element.get_by_id(base.get(f"{_W}val")) if base is not None else None
            steps += 1


def _first_level(document: Document) -> Iterator[str]:
    """The identifiers of the style of headings of the first level: where it stands once, it is the headline."""
    for style in document.styles.element.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None and (name.get(f"{_W}val") or "").casefold() in ("heading 1", "tiêu đề 1"):
            yield style.get(f"{_W}styleId") or ""


def _footnotes(document: Document) -> Iterator[tuple[str, list[str]]]:
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes") and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            for note in root.iter(f"{_W}footnote"):
                if note.get(f"{_W}type") in (None, "normal"):
                    yield note.get(f"{_W}id"), [_words(p) for p in note.iter(f"{_W}p")]
