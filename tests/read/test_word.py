"""Word files: paragraphs, tables and footnotes in their order, styles, tracked changes, and packages that are none."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reportgen.clean import clean
from reportgen.errors import Unreadable, Unsupported
from reportgen.model import Source
from reportgen.parse import parse
from reportgen.read import read


def saved(document: Document, tmp_path: Path) -> Source:
    document.save(str(tmp_path / "bai.docx"))
    return read(tmp_path / "bai.docx")


def story() -> Document:
    document = docx.Document()
    document.add_paragraph("Tân An giao việc khó cho từng chi bộ", style="Title")
    document.add_paragraph("Thứ bảy, 14/09/2019")
    document.add_paragraph("Năm 2018, Đảng ủy xã Tân An cử 12 đồng chí xuống giúp các chi bộ thôn làm đường.")
    document.add_paragraph("Những việc đã làm", style="Heading 2")
    document.add_paragraph("Cán bộ xã xuống thôn nghe dân bàn", style="Caption")
    document.add_paragraph("Mỗi chi bộ chọn một việc dân bức xúc nhất để làm trước.", style="List Bullet")
    table = document.add_table(rows=3, cols=3)
    for row, words in zip(
        table.rows, [("Thôn", "Năm 2017", "Năm 2018"), ("Hạ", "4", "9"), ("Thượng", "2", "")], strict=True
    ):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    table.cell(1, 0).merge(table.cell(2, 0))
    document.add_paragraph("Đến nay, 9/9 chi bộ thôn của xã đã hoàn thành việc đăng ký với Đảng ủy xã.")
    document.add_paragraph("Lò Mai")
    return document


def test_story(tmp_path: Path) -> None:
    source = saved(story(), tmp_path)
    found = parse(clean(source), source)
    assert (found.title, str(found.published), found.authors) == (
        "Tân An giao việc khó cho từng chi bộ",
        "2019-09-14",
        ("Lò Mai",),
    )
    assert [b.kind for b in found.blocks] == ["lead", "heading", "caption", "paragraph", "paragraph"]
    (table,) = found.tables
    assert [[found.words(c.span) for c in row] for row in table.rows] == [
        ["Thôn", "Năm 2017", "Năm 2018"],
        ["Hạ Thượng", "4", "9"],
        ["Hạ Thượng", "2", ""],
    ]
    assert all(c.head for c in table.rows[0])
    assert source.encoding == "docx"


def test_the_only_heading_of_the_first_level_is_the_headline(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Xây dựng Đảng")
    document.add_paragraph("Tân An giao việc khó cho từng chi bộ", style="Heading 1")
    document.add_paragraph("Năm 2018, Đảng ủy xã Tân An cử 12 đồng chí xuống giúp các chi bộ thôn làm đường.")
    document.add_paragraph("Những việc đã làm", style="Heading 2")
    document.add_paragraph("Đến nay, 9/9 chi bộ thôn của xã đã hoàn thành việc đăng ký với Đảng ủy xã.")
    source = saved(document, tmp_path)
    assert parse(clean(source), source).title == "Tân An giao việc khó cho từng chi bộ"


def test_breaks_and_tracked_changes(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Xã Tân An")
    paragraph.add_run().add_break()
    paragraph.add_run("họp bàn")
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>tám</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")}><w:r><w:t xml:space="preserve"> chín</w:t></w:r></w:ins>'))
    paragraph.add_run("\tviệc")
    assert saved(document, tmp_path).text == "Xã Tân An\nhọp bàn chín việc\n"


def test_a_table_that_lays_out_is_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "ĐẢNG BỘ HUYỆN TÂN HỒNG"
    table.cell(0, 1).text = "ĐẢNG CỘNG SẢN VIỆT NAM"
    document.add_paragraph("Năm 2018, xã Tân An họp bàn.")
    source = saved(document, tmp_path)
    assert source.tables == ()
    assert source.text.startswith("ĐẢNG BỘ HUYỆN TÂN HỒNG\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nNăm")


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The package `data` with one part put in or changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


FOOTNOTES = (
    '<w:footnotes {}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Số liệu của Đảng ủy xã.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def test_footnotes_follow_their_paragraph(tmp_path: Path) -> None:
    document = docx.Document()
    first = document.add_paragraph("Xã có 12 chi bộ")
    first._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'))
    document.add_paragraph("Hết.")
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    blob = FOOTNOTES.format(nsdecls("w")).encode()
    part = Part(PackURI("/word/footnotes.xml"), kind, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert saved(document, tmp_path).text == "Xã có 12 chi bộ\n\nSố liệu của Đảng ủy xã.\n\nHết.\n"


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        (lambda data: data[: len(data) // 2], Unreadable, "damaged"),
        (lambda data: with_part(data, "word/document.xml", b"<a"), Unreadable, "damaged"),
        (lambda data: with_part(data, "word/a.bin", bytes(120_000_000)), Unsupported, "larger than an article"),
    ],
    ids=["cut off", "no XML", "unpacks to too much"],
)
def test_no_word_file(tmp_path: Path, change: object, error: type[Exception], says: str) -> None:
    out = io.BytesIO()
    story().save(out)
    (tmp_path / "a.docx").write_bytes(change(out.getvalue()))  # type: ignore[operator]
    with pytest.raises(error, match=says):
        read(tmp_path / "a.docx")


def test_an_archive_that_is_no_word_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("bai.txt", "Xã Tân An")
    with pytest.raises(Unsupported, match="no Word document"):
        read(tmp_path / "a.docx")
