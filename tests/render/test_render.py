"""A brief in three formats: the same lines in each, hostile text inert, figures and dates as a reader expects them."""

import dataclasses
import html
import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import BELOW, HOSTILE, OTHER, UNIT, brief, made_of
from markdown_it import MarkdownIt
from pikepdf import Pdf

from reportgen.errors import TemplateError, UsageError
from reportgen.model import (
    Carrying,
    Directive,
    Dispute,
    Metric,
    MetricRow,
    Place,
    Series,
    Summary,
    Unit,
)
from reportgen.model import Document as DocumentRow
from reportgen.render import FORMATS, render, render_documents, render_index
from reportgen.render import format as form
from reportgen.render.docx import reference
from reportgen.render.escape import escape, plain
from reportgen.render.html import render_html
from reportgen.render.markdown import render_markdown
from reportgen.render.office import LAYOUTS, Layout
from reportgen.render.paths import brief_stems, slug
from reportgen.render.templates import labels, reference_files
from reportgen.text import Span

HERE = Path(__file__).parent


def docx_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(f"word/{part}.xml").decode() for part in ("document", "footnotes")]
    return "\n".join(html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", part))) for part in parts)


def letters(words: str) -> str:
    """The words without blanks, marks of layout and hyphens (Word keeps no-break hyphens as elements)."""
    return re.sub(r"[\s\u2060\u2011-]+", "", words)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_markdown_is_what_it_was(lang: str) -> None:
    golden = HERE / f"brief.{lang}.md"
    assert render_markdown(brief(), lang) == golden.read_text(encoding="utf-8")


def test_a_course_and_a_dispute_are_one_row_each_and_a_doubt_is_said() -> None:
    def row(year: str, value: int, mark: int, **more: Any) -> MetricRow:
        return MetricRow(
            metric(value=Decimal(value), unit="đảng viên", indicator="kết nạp", period=year, locality=UNIT),
            (mark,),
            **more,
        )

    plain_brief = brief()
    own = dataclasses.replace(
        plain_brief.own,
        series=(Series("kết nạp", "đảng viên", UNIT, (row("2019", 120, 1), row("2020", 131, 2))),),
        disputes=(Dispute((row("2021", 187, 3, sources=2), row("2021", 178, 1, sources=1, doubt="scale"))),),
        metrics=(),
    )
    words = render_markdown(dataclasses.replace(plain_brief, own=own, summary=Summary()))
    rows = [re.sub(r"\[\^\d\]", "^", line) for line in words.splitlines() if line.startswith("| Kết nạp")]
    assert rows == [
        "| Kết nạp | năm 2019: 120 đảng viên^; năm 2020: 131 đảng viên^ | 2019–2020 |",
        "| Kết nạp | 2 nguồn: 187 đảng viên^; 1 nguồn: 178 đảng viên^ (cần kiểm tra: có thể nhầm đơn vị triệu, tỷ) "
        "| năm 2021 |",
    ]


def test_the_index_is_what_it_was() -> None:
    index = render_index([(brief(), brief_stems([UNIT])[UNIT])], FORMATS)
    assert index == (HERE / "index.md").read_text(encoding="utf-8")


def page_of_documents(lang: str) -> str:
    above = Directive("Chỉ thị", "08", "08-CT/TU", "2018-03-01", "Tỉnh ủy An Hải", None, None, HOSTILE, False, ())
    plan = Directive("Kế hoạch", "80", "80-KH/HU", "2018-03-13", "Huyện ủy Bình Sen", None, None, None, True, ())
    found = (
        DocumentRow(above, (), (Carrying(UNIT, None, plan), Carrying(BELOW, "Đảng ủy xã", None)), (OTHER,), 12),
        DocumentRow(plan, (UNIT,), (), (), None),
    )
    return render_documents(found, brief_stems([UNIT]), FORMATS, lang)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_of_documents_is_what_it_was(lang: str) -> None:
    assert page_of_documents(lang) == (HERE / f"documents.{lang}.md").read_text(encoding="utf-8")


def shown(markdown: str) -> list[str]:
    """The pieces of text that a reader of the Markdown sees, in any order, without marks."""
    md = MarkdownIt("commonmark", {"html": False}).enable("table")
    body = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    body = re.sub(r"\[\^\d+\](: )?", " \u2060 ", body)
    pieces = []
    for token in md.parse(body):
        for child in token.children or []:
            if child.type == "text":
                pieces += [p for p in child.content.split("\u2060") if p.strip()]
    return pieces


@pytest.mark.parametrize("words", ["Đảng ủy mở 3 lớp cho 90 người", HOSTILE], ids=["plain", "hostile"])
def test_what_is_in_one_format_is_in_all_three(words: str) -> None:
    made = made_of(brief(words))
    markdown = made["md"].decode()
    docx = letters(docx_text(made["docx"]))
    page = letters(re.sub(r"<[^>]+>", "", render_html(brief(words), markdown, "vi", None)))
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        page = page.replace(entity, char)
    pieces = shown(markdown)
    assert len(pieces) > 30
    for piece in pieces:
        assert letters(piece) in docx, piece
        assert letters(piece) in page, piece


def test_two_renderings_give_the_same_bytes() -> None:
    assert list(render(brief(), FORMATS, "vi", None)) == list(render(brief(), FORMATS, "vi", None))


def test_the_pdf_is_tagged_titled_and_in_its_language() -> None:
    data = made_of(brief(), "pdf")["pdf"]
    with Pdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "vi"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.docinfo["/Title"]) == "Huyện Bình Sen, tỉnh An Hải"
        fonts = {str(f.BaseFont) for page in pdf.pages for f in page.Resources.Font.values()}
    assert fonts
    assert all("Liberation" in f or "Tinos" in f or "Times" in f for f in fonts), fonts


def test_the_docx_is_sound_and_styled() -> None:
    data = made_of(brief(), "docx")["docx"]
    document = Document(io.BytesIO(data))
    styles = {p.style.name for p in document.paragraphs if p.style}
    assert {"Title", "Heading 1", "Heading 2", "Heading 3", "Body Text", "List Bullet", "List Number"} <= styles
    assert document.core_properties.title == "Huyện Bình Sen, tỉnh An Hải"
    for table in document.tables:
        assert "tblHeader" in table.rows[0]._tr.xml
        assert all("cantSplit" in row._tr.xml for row in table.rows)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        xml = package.read("word/document.xml").decode()
        notes = package.read("word/footnotes.xml").decode()
        assert 'w:val="vi-VN"' in package.read("word/styles.xml").decode()
    numbers = re.findall(r'<w:footnoteReference w:id="(\d+)"', xml)
    assert numbers == ["1", "2", "3"]
    assert set(numbers) < set(re.findall(r'<w:footnote [^>]*w:id="(-?\d+)"', notes))
    referred = set(re.findall(r"NOTEREF (\w+)", xml))
    assert referred
    assert referred <= set(re.findall(r'<w:bookmarkStart[^>]*w:name="(\w+)"', xml))
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert captions == [
        "Bảng 1. Số liệu – Huyện Bình Sen",
        "Bảng 2. Văn bản được viện dẫn – Huyện Bình Sen",
        "Bảng 3. Văn bản do địa phương ban hành – Huyện Bình Sen",
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_docx_has_no_findings(tmp_path: Path, name: str) -> None:
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "brief.docx"
    layout = Layout(name, comments=True)
    path.write_bytes(made_of(brief(HOSTILE), "docx", layout=layout)["docx"])
    result = OpenXmlValidator().validate(path)
    assert result.is_valid, result.errors


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_shipped_reference_document_is_what_the_script_makes(name: str) -> None:
    assert reference.make(name) == reference_files(name, None)[1].read_bytes()


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(alphabet=st.sampled_from("ab1 \\`*_[]<>|{}~^$&@!#+-=:.()\n\"'/đ"), max_size=40))
def test_escaped_text_shows_as_itself(words: str) -> None:
    md = MarkdownIt("commonmark", {"html": False}).enable("table")
    wanted = plain(words)
    for frame in ("{}", "# {}", "- {}", "x {} y"):
        tokens = md.parse(frame.format(escape(words)) if wanted else "")
        text = "".join(c.content for t in tokens for c in t.children or [] if c.type == "text")
        assert not any(
            c.type in {"html_inline", "link_open", "code_inline", "em_open"} for t in tokens for c in t.children or []
        )
        if wanted:
            assert wanted in text.replace("x " + wanted, wanted)
    row = md.parse(f"| a | b |\n| --- | --- |\n| {escape(words)} | z |\n")
    cells = [t.content for t in row if t.type == "inline"]
    assert len(cells) == 4


def test_labels_of_both_languages_have_the_same_keys() -> None:
    def keys(words: object, prefix: str = "") -> set[str]:
        if not isinstance(words, dict):
            return {prefix}
        return {k for name, value in words.items() for k in keys(value, f"{prefix}/{name}")}

    assert keys(labels("vi", None)) == keys(labels("en", None))


def test_a_users_own_template_is_used_and_the_rest_is_the_shipped(tmp_path: Path) -> None:
    (tmp_path / "brief.md.j2").write_text("# {{ brief.unit.label }}\n\n{{ label.summary }}\n", encoding="utf-8")
    assert render_markdown(brief(), "vi", tmp_path) == "# huyện Bình Sen\n\nTóm tắt\n"


BROKEN = {
    "syntax": ("# {{ brief.unit\n", "line 1"),
    "a name that is not there": ("x\n\n{{ nothing }}\n", "nothing"),
    "a forbidden attribute": ("{{ brief.__class__.__mro__ }}\n", "brief.md.j2"),
    "a fault while rendering": ("\n{{ 1 / 0 }}\n", "line 2"),
}


@pytest.mark.parametrize("case", sorted(BROKEN))
def test_a_broken_template_is_one_line_with_its_place(tmp_path: Path, case: str) -> None:
    template, said = BROKEN[case]
    (tmp_path / "brief.md.j2").write_text(template, encoding="utf-8")
    with pytest.raises(TemplateError) as e:
        render_markdown(brief(), "vi", tmp_path)
    assert said in str(e.value)
    assert "brief.md.j2" in str(e.value)
    assert "\n" not in str(e.value)


def test_no_such_folder_of_templates(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        render_markdown(brief(), "vi", tmp_path / "none")


def test_a_reference_document_of_another_kind_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "reference.docx").write_bytes(b"no zip")
    with pytest.raises(TemplateError, match=r"reference\.docx: not a Word document"):
        list(render(brief(), ("docx",), "vi", tmp_path))


def metric(**fields: object) -> Metric:
    blank: dict[str, object] = dict.fromkeys(
        ("to", "of", "unit", "bound", "change", "indicator", "period", "baseline", "locality")
    )
    return Metric(span=Span(0, 1), target=False, **(blank | fields))  # type: ignore[arg-type]


FIGURES = [
    ({"value": Decimal(8000), "unit": "đảng viên", "bound": ">"}, "trên 8.000 đảng viên", "over 8,000 đảng viên"),
    ({"value": Decimal(56000000), "unit": "đồng/người/năm"}, "56 triệu đồng/người/năm", "56 million đồng/người/năm"),
    ({"value": Decimal(895000000000), "unit": "đồng", "bound": "~"}, "khoảng 895 tỷ đồng", "about 895 billion đồng"),
    ({"value": Decimal("1.5"), "unit": "%"}, "1,5%", "1.5%"),
    ({"value": Decimal(19), "of": Decimal(21), "unit": "công chức"}, "19/21 công chức", "19/21 công chức"),
    ({"value": Decimal(1), "to": Decimal(2), "unit": "chi bộ"}, "1 đến 2 chi bộ", "1 to 2 chi bộ"),
    (
        {"value": Decimal(20), "unit": "%", "change": "+", "baseline": "năm 2017"},
        "tăng 20% so với năm 2017",
        "up by 20% compared with 2017",
    ),
    (
        {"value": Decimal(4), "unit": "vụ", "change": "-", "baseline": "cùng kỳ"},
        "giảm 4 vụ so với cùng kỳ",
        "down by 4 vụ compared with the same period",
    ),
    (
        {"value": Decimal(4000000), "to": Decimal(5500000), "unit": "đồng"},
        "4 đến 5,5 triệu đồng",
        "4 to 5.5 million đồng",
    ),
    (
        {"value": Decimal(800000), "to": Decimal(1000000), "unit": "đồng"},
        "800.000 đến 1 triệu đồng",
        "800,000 to 1 million đồng",
    ),
    ({"value": Decimal(2500000000), "unit": "USD"}, "2,5 tỷ USD", "2.5 billion USD"),
    ({"value": Decimal(1500000), "unit": "người"}, "1.500.000 người", "1,500,000 người"),
]


@pytest.mark.parametrize(("fields", "vi", "en"), FIGURES)
def test_figures(fields: dict[str, object], vi: str, en: str) -> None:
    for lang, wanted in (("vi", vi), ("en", en)):
        assert form.figure(metric(**fields), lang, labels(lang, None)["figures"]) == wanted


PERIODS = {
    "2018/..": ("từ năm 2018 đến nay", "since 2018"),
    "2015/2020": ("2015–2020", "2015–2020"),
    "2018-01/2018-06": ("6 tháng đầu năm 2018", "first half of 2018"),
    "2025-01/2025-03": ("quý I/2025", "Q1 2025"),
    "2021-06": ("tháng 6/2021", "June 2021"),
    "2022": ("năm 2022", "2022"),
    "2023-01/2023-08": ("8 tháng đầu năm 2023", "first 8 months of 2023"),
    "2023-03/2023-08": ("tháng 3/2023 – tháng 8/2023", "March 2023 – August 2023"),
    "2016-11-01/2016-11-30": ("ngày 01/11/2016 – ngày 30/11/2016", "1 November 2016 – 30 November 2016"),
    "2016-11-01": ("01/11/2016", "1 November 2016"),
    "2016-11-01/..": ("từ ngày 01/11/2016 đến nay", "since 1 November 2016"),
}


@pytest.mark.parametrize("edtf", PERIODS)
def test_periods(edtf: str) -> None:
    for lang, wanted in zip(("vi", "en"), PERIODS[edtf], strict=True):
        assert form.period(edtf, lang, labels(lang, None)["figures"]) == wanted


def test_units_of_one_name_do_not_collide() -> None:
    names = [
        "tỉnh:An",
        "tỉnh:An/huyện:Bình",
        "tỉnh:An/thị xã:Bình",
        "tỉnh:An/huyện:Bình/xã:Cam",
        "tỉnh:An/huyện:Bình/thị trấn:Cảm",
    ]
    units = [Unit(tuple(Place(*step.split(":")) for step in name.split("/"))) for name in names]
    stems = brief_stems(units)
    assert len({str(s) for s in stems.values()}) == len(units)
    assert str(stems[units[1]]) == "an/binh-huyen/binh-huyen"
    assert str(stems[units[4]]) == "an/binh-huyen/cam-thi-tran/cam-thi-tran"
    assert all(re.fullmatch(r"[a-z0-9/-]+", str(s)) for s in stems.values())
    assert slug("Đắk R’Lấp") == "dak-r-lap"
