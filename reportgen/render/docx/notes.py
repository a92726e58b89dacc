"""Notes: the sentence behind a line stands at the foot of the page where it is first cited, or at the end; later marks refer to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import PartFactory, XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from markdown_it.token import Token

from reportgen.render.docx.fields import bookmarked, complex_field, styled_run
from reportgen.render.docx.reference import SEPARATORS

PartFactory.part_type_for[CONTENT_TYPE.WML_FOOTNOTES] = XmlPart
PartFactory.part_type_for[CONTENT_TYPE.WML_ENDNOTES] = XmlPart


class Notes:
    """The footnotes of one document, or its endnotes. Word numbers them in the order of their marks, which is the order of ours."""

    def __init__(
        self, document: Any, styles: Mapping[str, Any], notes: Mapping[int, Token], *, at_end: bool = False
    ) -> None:
        self._document, self._styles, self._notes = document, styles, notes
        self._kind = "endnote" if at_end else "footnote"
        self._element = _endnotes(document) if at_end else _footnotes(document)
        self._first = 1 + max(0, *(int(note.get(qn("w:id"))) for note in self._element))
        self._written: set[int] = set()

    def mark(self, paragraph: Any, number: int, write: Any) -> None:
        """The mark of note `number` at the end of `paragraph`; `write` puts inline tokens into a paragraph."""
        style = self._styles["footnote reference"]
        styled_run(paragraph, style, "[")
        if number in self._written or number not in self._notes:
            complex_field(paragraph, f"NOTEREF _Note{number} \\h", str(number), style)
        else:
            run = styled_run(paragraph, style)
            reference = OxmlElement(f"w:{self._kind}Reference")
            reference.set(qn("w:id"), str(self._first + number - 1))
            run._r.append(reference)
            bookmarked(paragraph, f"_Note{number}", number, run._r)
            self._written.add(number)
            self._write(number, write)
        styled_run(paragraph, style, "]")

    def words(self, number: int) -> tuple[str, list[str]]:
        """What note `number` quotes, as plain words, and the remarks of people behind it, which stand out by their emphasis."""
        quoted, remarks = "", list[str]()
        emphasis = 0
        for token in self._notes[number].children or []:
            emphasis += token.nesting if token.type in {"em_open", "em_close"} else 0
            if token.type == "em_open":
                remarks.append("")
            elif token.type in {"text", "code_inline"} and emphasis:
                remarks[-1] += token.content
            elif token.type in {"text", "code_inline"}:
                quoted += token.content
        return quoted.strip(), remarks

    def _write(self, number: int, write: Any) -> None:
        note = parse_xml(f'<w:{self._kind} {nsdecls("w")} w:id="{self._first + number - 1}"><w:p/></w:{self._kind}>')
        self._element.append(note)
        paragraph = Paragraph(note[0], self._document._body)
        paragraph._p.style = self._styles["footnote text"].style_id
        styled_run(paragraph, self._styles["footnote reference"])._r.append(OxmlElement(f"w:{self._kind}Ref"))
        paragraph.add_run(" ")
        write(paragraph, [t for t in self._notes[number].children or [] if t.type != "footnote_anchor"])


def _footnotes(document: Any) -> Any:
    """The root of the document's footnotes, made with its separators where the reference document has none."""
    return _part(document, "footnotes", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, SEPARATORS)


def _endnotes(document: Any) -> Any:
    """The root of the document's endnotes, numbered as footnotes are: Word numbers them i, ii, iii unless it is told."""
    numbered = parse_xml(f'<w:endnotePr {nsdecls("w")}><w:numFmt w:val="decimal"/></w:endnotePr>')
    section = document.sections[-1]._sectPr
    for old in section.findall(qn("w:endnotePr")):
        section.remove(old)
    before = [child for child in section if child.tag in {qn(f"w:{name}") for name in _BEFORE}]
    section.insert(len(before), numbered)
    settings = document.settings.element
    after = settings.find(qn("w:footnotePr"))
    if after is not None and settings.find(qn("w:endnotePr")) is None:
        after.addnext(
            parse_xml(f'<w:endnotePr {nsdecls("w")}><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>')
        )
    separators = SEPARATORS.replace("w:footnote", "w:endnote")
    return _part(document, "endnotes", CONTENT_TYPE.WML_ENDNOTES, RELATIONSHIP_TYPE.ENDNOTES, separators)


_BEFORE = ("headerReference", "footerReference", "footnotePr")
"""What stands before the numbering of endnotes in the properties of a section."""


def _part(document: Any, name: str, content: str, relation_type: str, separators: str) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype == relation_type:
            return relation.target_part.element
    root = parse_xml(f"<w:{name} {nsdecls('w')}>{separators}</w:{name}>")
    part = XmlPart(PackURI(f"/word/{name}.xml"), content, root, document.part.package)
    document.part.relate_to(part, relation_type)
    return root
