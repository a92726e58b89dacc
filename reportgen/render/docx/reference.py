"""Makes the reference documents of the three layouts, which hold the styles, the page, header and footer of the DOCX.

    python -m reportgen.render.docx.reference templates

The shipped files are what this makes from `reference.toml`, to the byte. A user changes a file in Word, not this program.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportgen.render.docx.package import zipped

FONT = "Times New Roman"
LAYOUTS = ("plain", "party", "state")

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_PARTS = ("styles", "settings", "numbering", "footnotes", "fontTable", "header1", "header2", "footer1")

_BUILTIN = frozenset({
    "Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Body Text", "List Bullet", "List Number", "Caption",
    "TOC Heading", "TOC 1", "TOC 2", "header", "footer", "footnote text", "annotation text",
})  # fmt: skip
_SPELT = {"Heading": "heading", "Caption": "caption", "TOC": "toc", "List": "List"}
"""How Word spells the first word of its own styles inside the file; all others as they are shown."""

_CHARACTERS = {
    "Strong": "<w:b/><w:bCs/>",
    "Emphasis": "<w:i/><w:iCs/>",
    "footnote reference": '<w:vertAlign w:val="superscript"/>',
    "annotation reference": '<w:sz w:val="16"/><w:szCs w:val="16"/>',
    "Hyperlink": '<w:color w:val="0000C0"/><w:u w:val="single"/>',
    "Placeholder Text": '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>',  # what is still to be filled in
}

_TABLE_STYLES = """
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>
<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="LetterheadTable"><w:name w:val="Letterhead Table"/>
<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="BriefTable"><w:name w:val="Brief Table"/>
<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>
<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>
<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/><w:vAlign w:val="center"/></w:tcPr></w:tblStylePr></w:style>
""".format(
    borders="".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="555555"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
)

_LEVEL = (
    '<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}<w:suff w:val="{suff}"/>'
    '<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
)
_HANGING = '<w:ind w:left="397" w:hanging="397"/>'
_HEADINGS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
_LISTS = {
    2: ("bullet", "–", "tab", '<w:ind w:left="397" w:hanging="284"/>'),
    3: ("decimal", "%1.", "tab", '<w:ind w:left="454" w:hanging="454"/>'),
    4: ("bullet", "-", "space", ""),  # official documents: a line starts with "- " and runs on under it
    5: ("decimal", "%1.", "space", ""),
}


def make(layout: str) -> bytes:
    """The reference document of `layout`: "plain", "party" or "state"."""
    table = tomllib.loads((Path(__file__).parent / "reference.toml").read_text(encoding="utf-8"))
    form = table[layout]
    styles = {**table["styles"], **form.get("styles", {})}
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{part.rstrip("12")}+xml"/>' for part in _PARTS
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{part.rstrip("12")}" Target="{part}.xml"/>'
        for n, part in enumerate(_PARTS, start=1)
    )
    head = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{head}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/theme/theme1.xml" ContentType="{_THEME_TYPE}"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{head}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{head}/relationships">{relations}'
        f'<Relationship Id="rId99" Type="{_OFFICE}/theme" Target="theme/theme1.xml"/></Relationships>',
        "word/theme/theme1.xml": _theme(),
        "word/fontTable.xml": f'<w:fonts {_W}><w:font w:name="{FONT}"><w:panose1 w:val="02020603050405020304"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>',
        "word/document.xml": f"<w:document {_W} {_R}><w:body>{_section(form)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_W}>{_defaults(styles)}{_styles(styles)}</w:styles>",
        "word/settings.xml": f'<w:settings {_W}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>',
        "word/numbering.xml": f"<w:numbering {_W}>{_numbering(styles)}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{SEPARATORS}</w:footnotes>",
        **{f"word/{name}.xml": xml for name, xml in _edges(form).items()},
    }
    return zipped({name: (_HEAD + xml).encode("utf-8") for name, xml in parts.items()})


def _theme() -> str:
    """The theme that Word expects to find: black, white and the font; no style refers to it."""
    roles = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": "333333",
        "lt2": "EEEEEE",
        "hlink": "0000C0",
        "folHlink": "600060",
    }
    roles |= {f"accent{n}": "555555" for n in range(1, 7)}
    order = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    colours = "".join(f'<a:{role}><a:srgbClr val="{roles[role]}"/></a:{role}>' for role in order)
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="reportgen"><a:themeElements>'
        f'<a:clrScheme name="reportgen">{colours}</a:clrScheme><a:fontScheme name="reportgen"><a:majorFont>{font}</a:majorFont>'
        f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="reportgen"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>"
        f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def style_id(name: str) -> str:
    """The identifier of a style: its name without blanks, as Word makes it."""
    return "".join(word[:1].upper() + word[1:] for word in name.replace("annotation", "comment").split())


def _twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


def _defaults(styles: Mapping[str, Any]) -> str:
    """The fonts and the language that hold where no style says otherwise, without theme fonts."""
    fonts = " ".join(f'w:{kind}="{FONT}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    size = styles["Normal"]["size"] * 2
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )


def _styles(styles: Mapping[str, Any]) -> str:
    made = [_paragraph_style(name, row) for name, row in styles.items()]
    made.append(
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )
    for name, run in _CHARACTERS.items():
        made.append(
            f'<w:style w:type="character" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{run}</w:rPr></w:style>'
        )
    return "".join(made) + _TABLE_STYLES


def _paragraph_style(name: str, row: Mapping[str, Any]) -> str:
    """A paragraph style; the order of the elements is that of the schema."""
    first = name.split()[0]
    spelt = name.replace(first, _SPELT.get(first, first), 1) if name != "TOC Heading" else name
    kind = 'w:default="1" ' if name == "Normal" else "" if name in _BUILTIN else 'w:customStyle="1" '
    head = f'<w:style w:type="paragraph" {kind}w:styleId="{style_id(name)}"><w:name w:val="{spelt}"/>'
    if name != "Normal":
        head += f'<w:basedOn w:val="{style_id(row.get("base", "Normal"))}"/>'
    after = row.get("next", "Body Text" if "level" in row else None)
    head += f'<w:next w:val="{style_id(after)}"/>' if after else ""
    return f"{head}<w:qFormat/><w:pPr>{_paragraph(row)}</w:pPr><w:rPr>{_run(row)}</w:rPr></w:style>"


def _paragraph(row: Mapping[str, Any]) -> str:
    keep = "<w:keepNext/>" if row.get("keep") or "level" in row else ""
    if "level" in row:
        keep += f'<w:numPr><w:ilvl w:val="{row["level"] - 1}"/><w:numId w:val="1"/></w:numPr>'
    elif "list" in row:
        keep += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{row["list"]}"/></w:numPr>'
    if row.get("rule"):
        keep += '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    if "contents" in row:
        keep += f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{_twips(CONTENTS_WIDTH)}"/></w:tabs>'
    spacing = "".join(f' w:{side}="{row[side] * 20}"' for side in ("before", "after") if side in row)
    match str(row.get("line", "")).split():
        case ["exact", points]:
            spacing += f' w:line="{int(points) * 20}" w:lineRule="exact"'
        case [multiple]:
            spacing += f' w:line="{round(float(multiple) * 240)}" w:lineRule="auto"'
    out = keep + (f"<w:spacing{spacing}/>" if spacing else "")
    if "inset" in row:
        out += f'<w:ind w:left="{_twips(row["inset"])}" w:right="{_twips(row["inset"])}" w:firstLine="0"/>'
    elif "first" in row:
        out += f'<w:ind w:left="0" w:firstLine="{_twips(row["first"])}"/>'
    elif row.get("contents"):
        out += f'<w:ind w:left="{_twips(row["contents"])}"/>'
    out += f'<w:jc w:val="{row["align"]}"/>' if "align" in row else ""
    return out + (f'<w:outlineLvl w:val="{row["level"] - 1}"/>' if "level" in row else "")


CONTENTS_WIDTH = 162
"""Where the page numbers of the contents stand, in mm from the left margin."""


def _run(row: Mapping[str, Any]) -> str:
    out = "".join(
        f"<w:{tag}/>"
        for key, tags in (("bold", "b bCs"), ("italic", "i iCs"), ("caps", "caps"))
        if row.get(key)
        for tag in tags.split()
    )
    if "size" in row:
        out += f'<w:sz w:val="{row["size"] * 2}"/><w:szCs w:val="{row["size"] * 2}"/>'
    return out + ('<w:u w:val="single"/>' if row.get("underline") else "")


def _numbering(styles: Mapping[str, Any]) -> str:
    """Headings I. 1. a), and the lists; headings in official layouts are indented like a first line, by their style."""
    hanging = "" if "first" in styles["Heading 1"] else _HANGING
    headings = "".join(
        _LEVEL.format(
            at=at, form=form, style=f'<w:pStyle w:val="Heading{at + 1}"/>', suff="space", text=text,
            indent="" if not hanging else '<w:ind w:left="0" w:firstLine="0"/>',
        )
        for at, (form, text) in enumerate(_HEADINGS)
    )  # fmt: skip
    made = f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{headings}</w:abstractNum>'
    for number, (form, text, suff, indent) in _LISTS.items():
        level = _LEVEL.format(at=0, form=form, style="", suff=suff, text=text, indent=indent)
        made += (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        )
    numbers = (1, *_LISTS)
    return made + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in numbers)


def _section(form: Mapping[str, Any]) -> str:
    top, bottom, left, right = map(_twips, form["margins"])
    references = "".join(
        f'<w:{edge}Reference w:type="{kind}" r:id="rId{1 + _PARTS.index(part)}"/>'
        for edge, kind, part in (
            ("header", "default", "header1"), ("header", "first", "header2"), ("footer", "default", "footer1"),
        )
    )  # fmt: skip
    first = "<w:titlePg/>" if form.get("number_at_top") else ""
    edge = _twips(10)
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{_twips(210)}" w:h="{_twips(297)}"/><w:pgMar w:top="{top}" w:right="{right}" '
        f'w:bottom="{bottom}" w:left="{left}" w:header="{edge}" w:footer="{edge}" w:gutter="0"/>{first}</w:sectPr>'
    )


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _edges(form: Mapping[str, Any]) -> dict[str, str]:
    """Header and footer: the number at the top in official documents, the title and "page/pages" at the foot in plain ones."""
    width = _twips(210 - form["margins"][2] - form["margins"][3])
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    plain = (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{tab}</w:pPr>{_field("TITLE")}<w:r><w:tab/></w:r>{_field("PAGE")}'
        f"<w:r><w:t>/</w:t></w:r>{_field('NUMPAGES')}</w:p>"
    )
    header, footer = (
        '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{}</w:p>',
        '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>',
    )
    top = form.get("number_at_top")
    return {
        "header1": f"<w:hdr {_W}>{header.format(_field('PAGE') if top else '')}</w:hdr>",
        "header2": f"<w:hdr {_W}>{header.format('')}</w:hdr>",
        "footer1": f"<w:ftr {_W}>{footer if top else plain}</w:ftr>",
    }


if __name__ == "__main__":
    for layout in LAYOUTS:
        name = "reference.docx" if layout == "plain" else f"reference-{layout}.docx"
        (Path(sys.argv[1]) / name).write_bytes(make(layout))
