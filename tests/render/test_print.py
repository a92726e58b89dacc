"""What a printed and an edited brief owe their reader: contents with the right pages, bookmarks, tags, comments, own styles."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from made import brief, long_brief, made_of
from openxml_audit import OpenXmlValidator
from pdf_text import runs, text

from reportgen.render.html import LONG
from reportgen.render.markdown import render_markdown
from reportgen.render.office import LAYOUTS, Layout

REFERENCES = sorted((Path(__file__).parent / "references").glob("*.docx"))


def outline(pdf: pikepdf.Pdf) -> list[tuple[str, int]]:
    """The bookmarks in order, with the page that each leads to."""
    numbers = {page.objgen: n for n, page in enumerate(pdf.pages, start=1)}
    found: list[tuple[str, int]] = []

    def walk(items: Any) -> None:
        for item in items:
            found.append((item.title, numbers[item.destination[0].objgen]))
            walk(item.children)

    with pdf.open_outline() as root:
        walk(root.root)
    return found


def package(data: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        return files.read(f"word/{part}.xml").decode()


def entries(data: bytes) -> list[tuple[str, int]]:
    """The entries of the contents of a DOCX, with their pages."""
    document = Document(io.BytesIO(data))
    lines = [p._p for p in document.paragraphs if p.style and p.style.name.lower().startswith("toc ")]
    texts = [line.xpath(".//w:t/text()") for line in lines[1:]]
    return [("".join(words), int(page)) for *words, page in texts]


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_contents_of_a_long_brief_name_the_pages_of_the_print(name: str) -> None:
    made = made_of(long_brief(), "docx", "pdf", layout=Layout(name))
    with pikepdf.open(io.BytesIO(made["pdf"])) as pdf:
        assert len(pdf.pages) > LONG
        marked = outline(pdf)
    listed = entries(made["docx"])
    assert len(listed) > 20
    assert [entry for entry in marked[1:] if not re.match(r"[a-z]\) ", entry[0])] == listed
    assert listed[0][0] == "I. Tóm tắt"
    assert max(page for _, page in listed) > LONG
    printed = text(made["pdf"])
    assert "Mục lục" in printed
    assert "TOC \\o" in package(made["docx"], "document")
    assert "updateFields" not in package(made["docx"], "settings")


def test_a_short_brief_has_no_contents() -> None:
    made = made_of(brief(), "docx", "pdf")
    assert entries(made["docx"]) == []
    assert "Mục lục" not in text(made["pdf"])


def tags(pdf: pikepdf.Pdf) -> Counter[str]:
    count: Counter[str] = Counter()

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            count[str(node.get("/S", ""))] += 1
            walk(node.get("/K", pikepdf.Array()))

    walk(pdf.Root.StructTreeRoot.K)
    return count


@pytest.mark.parametrize("archive", [False, True])
def test_a_pdf_is_tagged_with_its_fonts_in_it(archive: bool) -> None:
    with pikepdf.open(io.BytesIO(made_of(brief(), "pdf", layout=Layout(archive=archive))["pdf"])) as pdf:
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        found = tags(pdf)
        assert found["/TH"] == 3 + 4 + 4
        assert found["/Caption"] == found["/Table"] == found["/THead"] == 3
        assert (found["/H1"], found["/H2"], found["/L"]) == (1, 8, 4)
        metadata = pdf.Root.Metadata.read_bytes().decode()
        variant = 'pdfaid:part="3" pdfaid:conformance="A"' if archive else 'pdfuaid:part="1"'
        assert variant in metadata
        assert ("/OutputIntents" in pdf.Root) == archive
        assert "/JavaScript" not in pdf.Root.get("/Names", {})
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                assert (
                    "/FontFile2" in font.DescendantFonts[0].FontDescriptor
                    or "/FontFile3" in font.DescendantFonts[0].FontDescriptor
                )
                assert "/ToUnicode" in font


def test_bookmarks_carry_the_numbers_of_the_headings() -> None:
    with pikepdf.open(io.BytesIO(made_of(brief(), "pdf")["pdf"])) as pdf:
        titles = [title for title, _ in outline(pdf)]
    assert titles[:4] == [
        "Huyện Bình Sen, tỉnh An Hải",
        "I. Tóm tắt",
        "II. Biện pháp đã triển khai",
        "1. Đào tạo, bồi dưỡng",
    ]


def test_a_note_stands_on_the_page_that_cites_it() -> None:
    printed = runs(made_of(long_brief(), "pdf")["pdf"])
    notes = {m[1]: run.page for run in printed if (m := re.match(r"\[(\d+)\] $", run.words)) and run.size == 10}
    marks: dict[str, int] = {}
    for run in printed:
        if run.size == 9 and (m := re.fullmatch(r"\u2060?\[(\d+)\]", run.words)):
            marks.setdefault(m[1], run.page)
    assert set(notes) == set(marks) == {"1", "2", "3"}
    assert all(notes[number] - marks[number] in {0, 1} for number in notes)


def test_sources_as_comments() -> None:
    plain = made_of(brief(), "docx")["docx"]
    assert "comment" not in package(plain, "document")
    document = Document(io.BytesIO(made_of(brief(), "docx", layout=Layout(comments=True))["docx"]))
    said = [comment.text for comment in document.comments]
    story = render_markdown(brief(), "vi").split("[^1]: ")[0]
    assert len(said) == story.count("[^") == 13
    assert "Bài 1, đoạn 2: “Đảng ủy mở 3 lớp cho 90 người (2)”" in said
    assert {comment.timestamp for comment in document.comments} == {None}
    assert {comment.author for comment in document.comments} == {"reportgen"}
    for paragraph in document.element.body.iter(
        qn("w:p")
    ):  # LibreOffice mixes up notes that come behind a comment's mark
        marks = [e.tag for e in paragraph.iter(qn("w:footnoteReference"), qn("w:commentReference"))]
        assert marks == sorted(marks, reverse=True)


@pytest.mark.parametrize("name", ["plain", "party"])
@pytest.mark.parametrize("reference", REFERENCES, ids=lambda path: path.stem)
def test_a_brief_in_the_users_own_document(tmp_path: Path, reference: Path, name: str) -> None:
    (tmp_path / "reference.docx").write_bytes(reference.read_bytes())
    path = tmp_path / "brief.docx"
    path.write_bytes(made_of(brief(), "docx", layout=Layout(name), templates=tmp_path)["docx"])
    theirs, ours = Document(str(reference)), Document(str(path))
    assert "mẫu" not in " ".join(p.text for p in ours.paragraphs).lower()
    for section in ("left_margin", "right_margin", "top_margin", "page_width", "page_height"):
        assert getattr(ours.sections[0], section) == getattr(theirs.sections[0], section)
    assert ours.sections[0].header._element.xml == theirs.sections[0].header._element.xml
    kept = {style.name: style.element.xml for style in ours.styles}
    for style in theirs.styles:
        assert kept[style.name] == style.element.xml
    names = Counter(name for name in zipfile.ZipFile(path).namelist())
    assert [name for name, count in names.items() if count > 1] == []
    assert {m.description for m in OpenXmlValidator().validate(path).errors} <= {
        m.description for m in OpenXmlValidator().validate(reference).errors
    }
    assert [p.style.name for p in ours.paragraphs if p.text == "Tóm tắt"] == ["Heading 1"]


def test_the_logo_of_the_users_document_is_kept(tmp_path: Path) -> None:
    branded = next(path for path in REFERENCES if path.stem == "branded")
    (tmp_path / "reference.docx").write_bytes(branded.read_bytes())
    data = made_of(brief(), "docx", templates=tmp_path)["docx"]
    with zipfile.ZipFile(io.BytesIO(data)) as ours, zipfile.ZipFile(branded) as theirs:
        logo = [name for name in theirs.namelist() if name.startswith("word/media/")]
        assert logo
        assert [ours.read(name) for name in logo] == [theirs.read(name) for name in logo]


def test_nobody_knows_the_pages_of_a_users_own_document(tmp_path: Path) -> None:
    (tmp_path / "reference.docx").write_bytes(REFERENCES[0].read_bytes())
    assert entries(made_of(long_brief(), "docx", templates=tmp_path)["docx"]) == []


def test_the_title_stands_in_the_footer() -> None:
    document = Document(io.BytesIO(made_of(brief(), "docx")["docx"]))
    assert "Huyện Bình Sen, tỉnh An Hải" in "".join(document.sections[0].footer._element.itertext())
