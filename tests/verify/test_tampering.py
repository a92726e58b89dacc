"""Whatever is changed in an output that a build wrote is found, and what is named is what was changed."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest

from reportgen.build import Settings, build
from reportgen.errors import ProofError
from reportgen.render.office import Layout
from reportgen.verify import Originals, briefs_in, verify

ARTICLES = {
    "van-ho": """Xã Vân Hồ nâng cao chất lượng chi bộ

Năm 2021, Đảng ủy xã Vân Hồ, huyện Vân Hồ, tỉnh Sơn La ban hành Kế hoạch số 12-KH/ĐU ngày 5/3/2021 \
về mở lớp bồi dưỡng cho 24 bí thư chi bộ.

Đảng ủy xã đã tổ chức 2 lớp tập huấn cho 48 đảng viên. Đảng ủy xã đã phân công 15 cấp ủy viên dự sinh hoạt ở bản.

Tỷ lệ hộ nghèo năm 2019 là 21,4%, năm 2020 là 17,8%.

MINH AN
""",
    "chieng": """Xã Vân Hồ chăm lo đảng viên mới

Đảng ủy xã Vân Hồ, huyện Vân Hồ, tỉnh Sơn La đã kết nạp 9 đảng viên ở bản Pa Cốp trong năm 2022.

HÀ LINH
""",
}
STEM = "son-la/van-ho/van-ho/van-ho"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles and a brief with a chart in all formats; the DOCX has comments."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "in").mkdir()
    for name, words in ARTICLES.items():
        (folder / "in" / f"{name}.txt").write_text(words, encoding="utf-8")
    built = build([folder / "in"], Settings(folder / "out", layout=Layout(comments=True)))
    assert built.problems == ()
    assert (folder / "out" / f"{STEM}.ty-le-ho-ngheo.svg").is_file()
    assert problems(folder, "md", "docx", "pdf") == []
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "made"))


def problems(folder: Path, *formats: str) -> list[str]:
    originals = Originals([folder / "in"])
    paths, missing = briefs_in([folder / "out"])
    chosen = [path for path in paths if path.suffix[1:] in formats]
    return [*missing, *(problem for path in chosen for problem in verify(path, originals).problems)]


# ---------------------------------------------------------------- Markdown


def other(old: str, new: str, count: int = 1) -> Callable[[str], str]:
    def changed(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, count)

    return changed


def without(line: str) -> Callable[[str], str]:
    """Takes away the line that has these words."""

    def changed(text: str) -> str:
        (found,) = re.findall(rf"^.*{re.escape(line)}.*\n", text, re.M)
        return text.replace(found, "")

    return changed


def turned(first: str, second: str) -> Callable[[str], str]:
    """The lines with these words in each other's place."""

    def changed(text: str) -> str:
        (one,), (two,) = (re.findall(rf"^.*{re.escape(words)}.*$", text, re.M) for words in (first, second))
        return text.replace(one, "\0").replace(two, one).replace("\0", two)

    return changed


def in_part(name: str, change: Callable[[str], str]) -> Callable[[str], str]:
    """Changes what stands under the heading `name` alone."""

    def changed(text: str) -> str:
        before, heading, after = text.partition(f"## {name}\n")
        assert heading
        return before + heading + change(after)

    return changed


MARKDOWN: dict[str, tuple[Callable[[str], str], str]] = {
    "a figure": (in_part("Biện pháp đã triển khai", other("2 lớp", "3 lớp")), "3 lớp"),
    "a figure of the title": (other("# Xã Vân Hồ", "# Xã Vân Hồ 2"), "Xã Vân Hồ 2"),
    "a figure of the front matter": (other("articles: 2", "articles: 20"), "articles: 20"),
    "a figure of the summary": (in_part("Tóm tắt", lambda part: re.sub(r"(?<![\[^\d])\d+", "7391", part, count=1)), "7391"),
    "the number of articles": (other("từ 2 bài", "từ 9 bài"), "9 bài"),
    "a quote": (other("“Đảng ủy xã đã tổ chức", "“Huyện ủy đã tổ chức"), "Huyện ủy đã tổ chức"),
    "a line more": (other("\n- Đảng ủy xã đã", "\n- Đảng ủy xã xây cầu.[^1]\n- Đảng ủy xã đã"), "xây cầu"),
    "a line less": (without("- Đảng ủy xã đã phân công"), "phân công 15"),
    "a source less": (without("tệp chieng"), "chieng"),
    "a mark": (lambda text: re.sub(r"(- Đảng ủy xã đã phân công .*)\[\^\d\]", r"\1[^1]", text), "phân công"),
    "lines turned": (turned("- Đảng ủy xã đã phân công", "- Đảng ủy xã đã tổ chức"), "stands elsewhere"),
    "what a picture shows": (other("![Tỷ lệ hộ nghèo: năm 2019 21,4%", "![Tỷ lệ hộ nghèo: năm 2019 11,4%"), "năm 2019 11,4%"),
    "a picture less": (without("!["), "picture “Tỷ lệ hộ nghèo"),
    "a picture more": (other("\n## Nguồn", "\n![Bản đồ](https://x.example/a.png)\n\n## Nguồn"), "Bản đồ"),
}  # fmt: skip


@pytest.mark.parametrize("change", MARKDOWN)
def test_a_changed_markdown(folder: Path, change: str) -> None:
    page = folder / "out" / f"{STEM}.md"
    tamper, named = MARKDOWN[change]
    page.write_text(tamper(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    assert any(named in problem for problem in problems(folder, "md"))


def test_a_changed_picture_beside_the_markdown(folder: Path) -> None:
    chart = folder / "out" / f"{STEM}.ty-le-ho-ngheo.svg"
    chart.write_bytes(chart.read_bytes().replace(b"</svg>", b"<path d='M0 0h9'/></svg>"))
    assert problems(folder, "md") == ["the picture is another: “Tỷ lệ hộ nghèo: năm 2019 21,4%; năm 2020 17,8%”"]
    chart.unlink()
    assert problems(folder, "md") == ["the picture is not there: “Tỷ lệ hộ nghèo: năm 2019 21,4%; năm 2020 17,8%”"]


def test_a_markdown_without_its_evidence(folder: Path) -> None:
    (folder / "out" / f"{STEM}.evidence.json").unlink()
    with pytest.raises(ProofError, match="is not beside it"):
        problems(folder, "md")


def test_an_article_that_is_gone(folder: Path) -> None:
    (folder / "in" / "chieng.txt").unlink()
    for form in ("md", "docx", "pdf"):
        assert any("chieng" in problem and "not in the folder" in problem for problem in problems(folder, form)), form


# ---------------------------------------------------------------- DOCX


def parts(path: Path, change: dict[str, Callable[[str], str]]) -> None:
    """Changes parts of a package."""
    with zipfile.ZipFile(path) as old:
        entries = [(entry, old.read(entry)) for entry in old.infolist()]
    changed = 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry, data in entries:
            how = next((c for name, c in change.items() if entry.filename == name), None)
            changed += how is not None
            new.writestr(entry, how(data.decode("utf-8")) if how else data)
    assert changed == len(change)


def paragraph(words: str, change: Callable[[str], str]) -> Callable[[str], str]:
    """Changes the last paragraph that has these words: the summary says some of them, too."""

    def changed(xml: str) -> str:
        *_, found = (p for p in re.findall(r"<w:p>.*?</w:p>|<w:p .*?</w:p>", xml, re.S) if words in p)
        return xml.replace(found, change(found))

    return changed


ACTED = "Đảng ủy xã đã phân công"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
FORMULA = f'<m:oMath xmlns:m="{MATHS}"><m:r><m:t>+ 7</m:t></m:r></m:oMath>'
QUOTED = "“Đảng ủy xã đã tổ chức"
DOCX: dict[str, tuple[dict[str, Callable[[str], str]], str]] = {
    "a figure": ({"word/document.xml": paragraph(ACTED, other("15 cấp", "16 cấp"))}, "16 cấp"),
    "a figure of the title": ({"word/document.xml": other("Xã Vân Hồ, huyện", "Xã Vân Hồ 2, huyện")}, "Xã Vân Hồ 2"),
    "the title of its properties": ({"docProps/core.xml": other("Xã Vân Hồ", "Xã Vân Hồ 2")}, "title is another: Xã Vân Hồ 2"),
    "a quote": ({"word/footnotes.xml": other(QUOTED, "“Huyện ủy đã tổ chức")}, "Huyện ủy đã tổ chức"),
    "a line more": ({"word/document.xml": paragraph(ACTED, lambda p: p + p.replace("15", "16"))}, "16 cấp"),
    "a line less": ({"word/document.xml": paragraph(ACTED, lambda p: "")}, "phân công 15"),
    "a hidden line": (
        {"word/document.xml": paragraph(ACTED, lambda p: re.sub("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", p))},
        "phân công 15",
    ),
    "a formula": ({"word/document.xml": paragraph(ACTED, other("</w:p>", f"{FORMULA}</w:p>"))}, "+ 7"),
    "a source less": ({"word/document.xml": paragraph("tệp chieng", lambda p: "")}, "chieng"),
    "a line of the footer": (
        {"word/footer1.xml": other("</w:p>", "</w:p><w:p><w:r><w:t>Đã duyệt</w:t></w:r></w:p>")},
        "Đã duyệt",
    ),
    "a comment": ({"word/comments.xml": other(QUOTED, "“Huyện ủy đã tổ chức")}, "Huyện ủy đã tổ chức"),
    "what a picture shows": ({"word/document.xml": other('descr="Tỷ lệ hộ nghèo: năm 2019 21,4%', 'descr="Tỷ lệ 1%')}, "Tỷ lệ 1%"),
    "a picture less": ({"word/document.xml": lambda xml: re.sub("<w:drawing>.*?</w:drawing>", "", xml, flags=re.S)}, "picture “Tỷ lệ"),
}  # fmt: skip


@pytest.mark.parametrize("change", DOCX)
def test_a_changed_docx(folder: Path, change: str) -> None:
    tamper, named = DOCX[change]
    parts(folder / "out" / f"{STEM}.docx", tamper)
    assert any(named in problem for problem in problems(folder, "docx"))


def test_notes_turned_in_a_docx(folder: Path) -> None:
    """Each note is there, but the lines lead to each other's."""

    def turn(xml: str) -> str:
        one, two = (f'<w:footnoteReference w:id="{n}"/>' for n in (1, 2))
        assert one in xml
        assert two in xml
        return xml.replace(one, "\0").replace(two, one).replace("\0", two)

    parts(folder / "out" / f"{STEM}.docx", {"word/document.xml": turn})
    assert any("stands elsewhere" in problem for problem in problems(folder, "docx"))


def test_a_changed_picture_of_a_docx(folder: Path) -> None:
    path = folder / "out" / f"{STEM}.docx"
    with zipfile.ZipFile(path) as old:
        entries = [(entry, old.read(entry)) for entry in old.infolist()]
    with zipfile.ZipFile(path, "w") as new:
        for entry, data in entries:
            new.writestr(entry, data + b"\0" if entry.filename.startswith("word/media/") else data)
    assert problems(folder, "docx") == ["the picture is another: “Tỷ lệ hộ nghèo: năm 2019 21,4%; năm 2020 17,8%”"]


def test_the_open_places_of_an_official_docx_are_for_the_pen(made: Path, tmp_path: Path) -> None:
    """Whoever signs fills in the heading block; what is written anywhere else is found as ever."""
    build([made / "in"], Settings(tmp_path / "out", formats=("docx",), layout=Layout("state")))
    path = tmp_path / "out" / f"{STEM}.docx"
    by_hand = {"[cơ quan ban hành]": "UBND xã Vân Hồ", "[chức vụ người ký]": "Chủ tịch", "[họ và tên]": "Lò Văn An"}

    def filled(xml: str) -> str:
        for place, words in by_hand.items():
            xml = other(place, words)(xml)
        return xml

    parts(path, {"word/document.xml": filled})
    verified = verify(path, Originals([made / "in"]))
    assert verified.problems == ()
    assert verified.remarks == tuple(f"filled in by hand: {words}" for words in by_hand.values())
    parts(path, {"word/document.xml": paragraph(ACTED, other("15 cấp", "16 cấp"))})
    assert any("16 cấp" in problem for problem in verify(path, Originals([made / "in"])).problems)


# ---------------------------------------------------------------- PDF


def figures(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure" and "/Alt" in o)


def described(pdf: pikepdf.Pdf) -> None:
    (figure,) = figures(pdf)
    figure.Alt = pikepdf.String(str(figure.Alt).replace("21,4", "11,4"))


def drawn_over(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pikepdf.Stream(pdf, b"0 0 90 90 re f"))


def other_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo.Title = pikepdf.String("Xã Vân Hồ 2")


def page_less(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


PDF: dict[str, tuple[Callable[[pikepdf.Pdf], None], str]] = {
    "what a picture shows": (described, "11,4"),
    "the title of its properties": (other_title, "title is another: Xã Vân Hồ 2"),
    "a drawing": (drawn_over, "page 1 is drawn otherwise"),
    "a page less": (page_less, "in the evidence"),
}


@pytest.mark.parametrize("change", PDF)
def test_a_changed_pdf(folder: Path, change: str) -> None:
    path = folder / "out" / f"{STEM}.pdf"
    tamper, named = PDF[change]
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        tamper(pdf)
        pdf.save(path)
    assert any(named in problem for problem in problems(folder, "pdf"))


def test_a_pdf_that_is_only_saved_again_holds(folder: Path) -> None:
    path = folder / "out" / f"{STEM}.pdf"
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, compress_streams=False)
    assert problems(folder, "pdf") == []
