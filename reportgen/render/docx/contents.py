"""The list of contents: a field with its entries written in, so that Word has no cause to ask; F9 works it out anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reportgen.render.docx.fields import field_code, field_mark
from reportgen.render.docx.writer import Writer, heading_anchor
from reportgen.vietnamese.roman import roman

_CODE = 'TOC \\o "1-2" \\h \\z \\u'

Entry = tuple[int, int, str, int]
"""A heading: its place among all headings, its level, its words, its page."""


def contents(writer: Writer, title: str, entries: Sequence[Entry]) -> bool:
    """Writes the list of `entries` under `title`, at the end of what is written so far; False where there are none."""
    if not entries:
        return False
    writer.line(title, "TOC Heading")
    for number, (place, level, words, page) in zip(_numbers(writer, entries), entries, strict=True):
        paragraph = writer.paragraph(f"TOC {level}")
        if place == entries[0][0]:
            field_mark(paragraph.add_run()._r, "begin")
            field_code(paragraph.add_run()._r, _CODE)
            field_mark(paragraph.add_run()._r, "separate")
        _entry(paragraph, number + words, heading_anchor(place), str(page))
        if place == entries[-1][0]:
            field_mark(paragraph.add_run()._r, "end")
    return True


def _numbers(writer: Writer, entries: Sequence[Entry]) -> Iterator[str]:
    """The numbers that the styles of the headings give them; none where they give none."""
    numbered = {level: bool(writer.styles[f"heading {level}"].element.xpath("w:pPr/w:numPr")) for level in (1, 2)}
    part = item = 0
    for _, level, *_ in entries:
        part, item = (part + 1, 0) if level == 1 else (part, item + 1)
        yield (f"{roman(part)}. " if level == 1 else f"{item}. ") if numbered[level] else ""


def _entry(paragraph: Any, words: str, bookmark: str, page: str) -> None:
    """A line that leads to its heading: words, leader, page."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    link.set(qn("w:history"), "1")
    runs = [paragraph.add_run(words), paragraph.add_run("\t"), *(paragraph.add_run() for _ in range(5))]
    field_mark(runs[2]._r, "begin")
    field_code(runs[3]._r, f"PAGEREF {bookmark} \\h")
    field_mark(runs[4]._r, "separate")
    runs[5].text = page
    field_mark(runs[6]._r, "end")
    paragraph._p.append(link)
    for run in runs:
        link.append(run._r)
