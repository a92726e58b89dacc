"""Opens a reference document: its own styles, header, footer and margins stay, its words go, missing styles come."""

from __future__ import annotations

import copy
import io
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

from reportgen.errors import TemplateError


def opened(own: Path, shipped: Path, title: str) -> Any:
    """The document at `own`, emptied, with all styles of `shipped`; TemplateError where it is no Word document."""
    try:
        document = Document(io.BytesIO(_bytes(own, own.stat().st_mtime)))
    except Exception as e:
        raise TemplateError(f"{own}: not a Word document ({e}); save it as .docx") from e
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    rels = document.part.package.rels
    for key in [k for k, r in rels.items() if r.reltype.endswith("/core-properties") and r.reltype != _PROPERTIES]:
        del rels[key]  # LibreOffice names the relation otherwise; the new properties would be a second part of one name
    if own != shipped:
        _complete(document, Document(io.BytesIO(_bytes(shipped, shipped.stat().st_mtime))))
    _fill_titles(document, title)
    return document


def lay_across(document: Any) -> None:
    """Turns the pages: what is bound at the left is bound at the top; the tabs at the right edge go with it."""
    section = document.sections[-1]
    if section.page_width >= section.page_height:
        return
    room = section.page_width - section.left_margin - section.right_margin
    section.page_width, section.page_height = section.page_height, section.page_width
    section.orientation = WD_ORIENT.LANDSCAPE
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        section.left_margin, section.top_margin, section.right_margin, section.bottom_margin,
    )  # fmt: skip
    wider = section.page_width - section.left_margin - section.right_margin - room
    edges = [
        r.target_part.element
        for r in document.part.rels.values()
        if r.reltype.rsplit("/", 1)[1] in {"header", "footer"}
    ]
    for element in (document.styles.element, *edges):
        for tab in element.iter(qn("w:tab")):
            if tab.get(qn("w:val")) == "right":
                tab.set(qn("w:pos"), str(int(tab.get(qn("w:pos"))) + int(wider / _TWIP)))


_TWIP = 635
"""In EMU."""

_PROPERTIES = RELATIONSHIP_TYPE.CORE_PROPERTIES


@cache
def _bytes(path: Path, stamp: float) -> bytes:
    return path.read_bytes()


def _fill_titles(document: Any, title: str) -> None:
    """Writes the title into the TITLE fields of header and footer, which Word works out only on demand."""
    for relation in document.part.rels.values():
        if relation.reltype.rsplit("/", 1)[1] not in {"header", "footer"}:
            continue
        for field in relation.target_part.element.iter(qn("w:fldSimple")):
            if field.get(qn("w:instr"), "").split()[:1] == ["TITLE"]:
                texts = list(field.iter(qn("w:t")))
                for text in texts:
                    text.text = title if text is texts[0] else ""


def _complete(document: Any, shipped: Any) -> None:
    """Adds the styles of `shipped` that `document` has not, with the lists that they number by."""
    ours, theirs = document.styles.element, shipped.styles.element
    there = {style.name_val.lower(): style.styleId for style in ours.style_lst if style.name_val}
    taken = {style.styleId for style in ours.style_lst}
    missing, renamed = [], {}
    for style in theirs.style_lst:
        known = there.get(style.name_val.lower())
        if known is None:
            missing.append(copy.deepcopy(style))
            known = _free(style.styleId, taken)
            taken.add(known)
        renamed[style.styleId] = known
    for style in missing:
        style.set(qn("w:styleId"), renamed[style.styleId])
        style.attrib.pop(qn("w:default"), None)
        for kind in ("w:basedOn", "w:next", "w:link"):
            for element in style.findall(qn(kind)):
                element.set(qn("w:val"), renamed[element.get(qn("w:val"))])
        ours.append(style)
    _number(document, shipped, [n for style in missing for n in style.iter(qn("w:numId"))], renamed)


def _free(wanted: str, taken: set[str]) -> str:
    """`wanted`, with a number behind it where it is taken."""
    return next(name for name in (wanted, *(f"{wanted}{n}" for n in range(2, 999))) if name not in taken)


def _number(document: Any, shipped: Any, used: Sequence[Any], renamed: Mapping[str, str]) -> None:
    """Copies the numberings that the elements `used` name from `shipped` into `document`, under numbers that are free."""
    ours, theirs = _numbering(document), shipped.part.numbering_part.element
    abstract = 1 + max((int(a.get(qn("w:abstractNumId"))) for a in ours.findall(qn("w:abstractNum"))), default=0)
    number = 1 + max((n.numId for n in ours.num_lst), default=0)
    new: dict[str, str] = {}
    for element in used:
        old = element.get(qn("w:val"))
        if old not in new:
            of = next(str(n.abstractNumId.val) for n in theirs.num_lst if str(n.numId) == old)
            made = copy.deepcopy(
                next(a for a in theirs.findall(qn("w:abstractNum")) if a.get(qn("w:abstractNumId")) == of)
            )
            made.set(qn("w:abstractNumId"), str(abstract))
            for style in made.iter(qn("w:pStyle")):
                style.set(qn("w:val"), renamed[style.get(qn("w:val"))])
            first = ours.find(qn("w:num"))
            ours.append(made) if first is None else first.addprevious(made)
            ours.append(
                parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>')
            )
            new[old] = str(number)
            abstract, number = abstract + 1, number + 1
        element.set(qn("w:val"), new[old])


def _numbering(document: Any) -> Any:
    """The root of the document's numberings, made where it has none."""
    part = document.part
    if not any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in part.rels.values()):
        root = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        name = PackURI("/word/numbering.xml")
        made = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, root, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return part.numbering_part.element
