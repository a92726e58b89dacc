"""Makes `templates/reference.docx`: the styles, the page and the footer of the DOCX.

    python -m reportgen.render.reference templates/reference.docx

The shipped file is what this makes, to the byte. A user changes the file in Word, not this program.
Sizes follow Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, Times New Roman, body 13, margins 20, 20, 30, 18 mm.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

FONT = "Times New Roman"

_NUMBERING = """
<w:abstractNum xmlns:w="{w}" w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>
<w:abstractNum xmlns:w="{w}" w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="454" w:hanging="454"/></w:pPr></w:lvl></w:abstractNum>
<w:num xmlns:w="{w}" w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num xmlns:w="{w}" w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""

_TABLE_STYLE = """
<w:style xmlns:w="{w}" w:type="table" w:customStyle="1" w:styleId="BriefTable"><w:name w:val="Brief Table"/>
<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
<w:tblPr><w:tblBorders>
{borders}
</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>
<w:vAlign w:val="center"/></w:tcPr></w:tblStylePr></w:style>
"""

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="555555"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)

_LEFT_OUT = frozenset({"stylesWithEffects", "thumbnail", "customXml", "webSettings"})
"""Parts of python-docx's own template that a brief has no use for."""

_KEPT = frozenset({"Normal", "Default Paragraph Font", "Normal Table", "No List"})


def make() -> bytes:
    """The reference document."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.enum.text import WD_TAB_ALIGNMENT as TAB
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Mm, Pt, RGBColor

    from reportgen.render.package import write_package

    document = Document()
    namespace = nsdecls("w").split('"')[1]
    styles: Any = document.styles
    for old in list(styles):
        if old.name not in _KEPT:
            old.element.getparent().remove(old.element)
    for part in (document.part, document.part.package):
        for key in [k for k, rel in part.rels.items() if rel.reltype.rsplit("/", 1)[1] in _LEFT_OUT]:
            part.rels.pop(key)
    _defaults(styles.element, qn, parse_xml, namespace)
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for child in parse_xml(f"<w:x {nsdecls('w')}>{_NUMBERING.format(w=namespace)}</w:x>"):
        numbering.append(child)

    def style(name: str, kind: Any = WD_STYLE_TYPE.PARAGRAPH, base: str | None = "Normal", **more: Any) -> Any:
        made = styles.add_style(name, kind, builtin=name != "Table Text")
        if base:
            made.base_style = styles[base]
        made.quick_style = True
        for key in ("size", "bold", "italic", "superscript", "all_caps"):
            if key in more:
                setattr(made.font, key, more[key])
        if kind == WD_STYLE_TYPE.PARAGRAPH:
            form = made.paragraph_format
            form.space_before, form.space_after = Pt(more.get("before", 0)), Pt(more.get("after", 0))
            for key in ("alignment", "keep_with_next", "line_spacing", "widow_control"):
                if key in more:
                    setattr(form, key, more[key])
        return made

    normal = styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(13)
    normal.paragraph_format.space_after = Pt(0)
    style("Body Text", after=6, alignment=ALIGN.JUSTIFY, line_spacing=1.15)
    style("Subtitle", size=Pt(12), all_caps=True, alignment=ALIGN.CENTER, keep_with_next=True)
    heads: dict[str, dict[str, Any]] = {
        "Heading 1": {"size": Pt(17), "before": 2, "after": 8, "alignment": ALIGN.CENTER},
        "Heading 2": {"size": Pt(14), "before": 14, "after": 5},
        "Heading 3": {"size": Pt(13), "before": 9, "after": 4},
        "Heading 4": {"size": Pt(13), "before": 7, "after": 3, "italic": True},
    }
    for level, (name, form) in enumerate(heads.items()):
        made = style(name, bold=True, keep_with_next=True, **form)
        made.next_paragraph_style = styles["Body Text"]
        made.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>'))
    rule = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="6" w:color="000000"/></w:pBdr>'
    styles["Heading 1"].element.pPr.insert_element_before(
        parse_xml(rule), "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )
    for number, name in enumerate(("List Bullet", "List Number"), start=1):
        made = style(name, after=4, alignment=ALIGN.JUSTIFY, line_spacing=1.1)
        number_of = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        made.element.pPr.insert_element_before(
            parse_xml(number_of), "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
        )
    style("Table Text", size=Pt(11))
    style("Caption", size=Pt(12), italic=True, before=6, after=3, keep_with_next=True)
    style("endnote text", size=Pt(11), after=3, alignment=ALIGN.JUSTIFY)
    style("endnote reference", WD_STYLE_TYPE.CHARACTER, "Default Paragraph Font", superscript=True)
    style("header", size=Pt(10), italic=True)
    footer = style("footer", size=Pt(10))
    styles.element.append(parse_xml(_TABLE_STYLE.format(w=namespace, borders=_BORDERS)))
    for made in styles:
        if made.type in {WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER} and made.font.color.rgb is not None:
            made.font.color.rgb = RGBColor(0, 0, 0)

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(18)
    section.footer_distance = Mm(10)
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(162), TAB.RIGHT)
    line = section.footer.paragraphs[0]
    line.style = footer
    for part in ("TITLE", "\t", "PAGE", "/", "NUMPAGES"):
        if part.isupper():
            field = f'<w:fldSimple {nsdecls("w")} w:instr=" {part} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            line._p.append(parse_xml(field))
        else:
            line.add_run(part)
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")) + settings.findall(qn("w:themeFontLang")):
        settings.remove(old)
    compat = (
        f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    settings.insert_element_before(
        parse_xml(compat), "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:clrSchemeMapping",
        "w:doNotIncludeSubdocsInStats", "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator",
    )  # fmt: skip
    return write_package(document, "vi", "")


def _defaults(styles: Any, qn: Any, parse_xml: Any, namespace: str) -> None:
    """The fonts and the language that hold where no style says otherwise, without theme fonts."""
    old = styles.find(qn("w:docDefaults"))
    if old is not None:
        styles.remove(old)
    fonts = " ".join(f'w:{kind}="{FONT}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    styles.insert(
        0,
        parse_xml(
            f'<w:docDefaults xmlns:w="{namespace}"><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:sz w:val="26"/>'
            '<w:szCs w:val="26"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            "<w:pPrDefault/></w:docDefaults>"
        ),
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(make())
