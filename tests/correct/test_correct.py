"""Corrections hold while their words stand: articles are edited, moved, reprinted, renamed and written in other encodings."""

from __future__ import annotations

import re
import tomllib
import unicodedata
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reportgen.build import Settings, build, corrected, extract_all
from reportgen.correct import Checked, corrections_in
from reportgen.correct.anchors import around, find, text_of
from reportgen.model import Anchor, Extraction
from reportgen.read import discover
from reportgen.render.office import Layout
from reportgen.verify import Originals, briefs_in, verify

STORY = """Xã Vân Hồ nâng cao chất lượng chi bộ

Năm 2021, Đảng ủy xã Vân Hồ, huyện Vân Hồ, tỉnh Sơn La ban hành Kế hoạch số 12-KH/ĐU ngày 5/3/2021 \
về mở lớp bồi dưỡng cho 24 bí thư chi bộ.

Đảng ủy xã đã tổ chức 2 lớp tập huấn cho 48 đảng viên. Đảng ủy xã phân công 15 cấp ủy viên dự sinh hoạt ở bản.

Toàn xã hiện có 310 hộ trồng mận theo hướng an toàn, bán được giá hơn trước.
"""

CORRECTIONS = """
[[correction]]
do = "reject"
kind = "metric"
article = "van-ho"
before = "tập huấn cho "
words = "48 đảng viên"
after = ". Đảng ủy xã phân công"
by = "Lò Văn An"
when = 2026-03-04
why = "Số của cụm, không phải của xã"

[[correction]]
do = "edit"
kind = "metric"
article = "van-ho"
before = "mở lớp bồi dưỡng cho "
words = "24 bí thư chi bộ"
set = { value = 25, indicator = "được bồi dưỡng" }
by = "Lò Văn An"
when = 2026-03-04
why = "Danh sách có 25 người"

[[correction]]
do = "add"
kind = "measure"
article = "van-ho"
before = "hiện có 310 hộ "
words = "trồng mận theo hướng an toàn"
after = ", bán được giá"
set = { theme = "economy", text = "Xã hướng dẫn 310 hộ trồng mận theo hướng an toàn" }
by = "Lò Văn An"
when = 2026-03-05
why = "Việc của xã, bài nói gọn"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "corrections").mkdir(parents=True)
    (tmp_path / "in" / "van-ho.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "in" / "corrections" / "a.toml").write_text(CORRECTIONS, encoding="utf-8")
    return tmp_path / "in"


def outcome(folder: Path) -> tuple[list[Extraction], list[Checked]]:
    extractions = [x for x in extract_all(discover([folder])) if not isinstance(x, str)]
    found, checked, wrong = corrected(extractions, [folder])
    assert wrong == []
    return found, checked


def outcomes(folder: Path) -> list[str]:
    return [c.outcome for c in outcome(folder)[1]]


def test_reject_edit_and_add(folder: Path) -> None:
    before = next(x for x in extract_all(discover([folder])) if not isinstance(x, str))
    assert {m.value for m in before.metrics} >= {24, 48}
    (after,), checked = outcome(folder)
    assert [c.outcome for c in checked] == ["applied"] * 3
    values = {m.value: m for m in after.metrics}
    assert 48 not in values
    assert 24 not in values
    assert values[Decimal(25)].indicator == "được bồi dưỡng"
    added = next(m for m in after.measures if m.theme == "economy")
    assert added.text == "Xã hướng dẫn 310 hộ trồng mận theo hướng an toàn"
    assert after.article.words(added.span) == "trồng mận theo hướng an toàn"
    assert added.locality == after.principal
    assert [applied.correction.do for applied in after.corrections] == ["reject", "edit", "add"]


def edited(path: Path) -> None:
    words = (
        path.read_text(encoding="utf-8").replace("Đảng ủy xã phân công", "Cấp ủy phân công").replace(", bán", "; bán")
    )
    path.write_text(words.replace("về mở lớp", "về việc mở lớp"), encoding="utf-8")


def moved(path: Path) -> None:
    head, *paragraphs = path.read_text(encoding="utf-8").split("\n\n")
    first, *rest = paragraphs
    path.write_text("\n\n".join([head, first, *reversed(rest), "Bài và ảnh: Minh An"]), encoding="utf-8")


def other_lines(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").replace(" tập huấn cho ", "  tập huấn\u00a0cho ").encode())


def decomposed(path: Path) -> None:
    path.write_text(unicodedata.normalize("NFD", path.read_text(encoding="utf-8")), encoding="utf-8")


def other_encoding(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").replace("\n", "\r\n").encode("utf-16"))


def saved_page(path: Path) -> None:
    title, *paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
    body = f"<h1>{title}</h1><article>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</article>"
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body>{body}</body></html>"
    path.with_suffix(".html").write_text(page, encoding="utf-8")
    path.unlink()


@pytest.mark.parametrize(
    "change", [edited, moved, other_lines, decomposed, other_encoding, saved_page], ids=lambda f: f.__name__
)
def test_corrections_hold_when_the_article_changes(folder: Path, change: Callable[[Path], None]) -> None:
    change(folder / "van-ho.txt")
    (after,), checked = outcome(folder)
    assert [c.outcome for c in checked] == ["applied"] * 3, [c.note for c in checked]
    assert {m.value for m in after.metrics} & {24, 48} == set()


def test_an_article_of_another_name_is_found_again(folder: Path) -> None:
    (folder / "van-ho.txt").rename(folder / "bai-1.txt")
    (after,), checked = outcome(folder)
    # the second entry quotes nothing behind its words, which is enough because what stands before is long
    assert [c.outcome for c in checked] == ["found again"] * 3
    assert all("bai-1" in c.note for c in checked)
    assert {m.value for m in after.metrics} & {24, 48} == set()


def test_a_reprint_is_corrected_too(folder: Path) -> None:
    reprint = STORY.replace("Xã Vân Hồ nâng cao chất lượng chi bộ", "Chuyện ở Vân Hồ") + "\n\nTheo một tờ báo khác.\n"
    (folder / "lai.txt").write_text(reprint, encoding="utf-8")
    found, checked = outcome(folder)
    assert [c.outcome for c in checked] == ["applied"] * 3
    assert len(found) == 2
    for extraction in found:
        assert {m.value for m in extraction.metrics} & {24, 48} == set()
        assert len(extraction.corrections) == 3


def test_words_that_are_gone_are_reported(folder: Path) -> None:
    path = folder / "van-ho.txt"
    path.write_text(STORY.replace("48 đảng viên", "50 đảng viên"), encoding="utf-8")
    assert outcomes(folder) == ["orphaned", "applied", "applied"]
    built = build([folder], Settings(folder.parent / "out", formats=("md",)))
    assert any("entry 1: orphaned" in line for line in built.problems)
    rest = (folder.parent / "out" / "unplaced.md").read_text("utf-8")
    assert "## Hiệu đính, ghi chú chưa dùng được (1)" in rest
    assert (
        "- Bỏ theo Lò Văn An, 04/3/2026, “48 đảng viên”: Số của cụm, không phải của xã. (tệp van-ho; câu được dẫn không còn"
        in rest
    )


def test_what_the_program_reads_so_by_itself_is_no_longer_needed(folder: Path) -> None:
    (now,), _ = outcome(folder)
    entries = CORRECTIONS.replace('words = "48 đảng viên"', 'words = "tập huấn"').replace(
        'set = { value = 25, indicator = "được bồi dưỡng" }', "set = { value = 24 }"
    )
    (folder / "corrections" / "a.toml").write_text(entries, encoding="utf-8")
    assert now.metrics
    assert outcomes(folder)[:2] == ["no longer needed", "no longer needed"]


def test_words_in_two_places_are_ambiguous(folder: Path) -> None:
    entry = CORRECTIONS.split("[[correction]]")[1]
    short = entry.replace('before = "tập huấn cho "\n', "").replace('after = ". Đảng ủy xã phân công"\n', "")
    (folder / "corrections" / "a.toml").write_text(
        "[[correction]]" + short.replace("48 đảng viên", "Đảng ủy xã"), encoding="utf-8"
    )
    assert outcomes(folder) == ["ambiguous"]


def test_merging_makes_two_wordings_one_line(folder: Path, tmp_path: Path) -> None:
    other = STORY.replace(
        "Đảng ủy xã phân công 15 cấp ủy viên dự sinh hoạt ở bản.",
        "Mười lăm ủy viên được Đảng ủy xã cử về bản họp chi bộ.",
    )
    (folder / "khac.txt").write_text(other.replace("nâng cao chất lượng", "đổi mới"), encoding="utf-8")
    merge = """
[[correction]]
do = "merge"
kind = "measure"
article = "khac"
words = "được Đảng ủy xã cử về bản họp chi bộ"
with = { article = "van-ho", words = "phân công 15 cấp ủy viên dự sinh hoạt ở bản" }
by = "Lò Văn An"
when = 2026-03-05
why = "Một việc"
"""
    (folder / "corrections" / "a.toml").write_text(merge, encoding="utf-8")
    extractions, checked = outcome(folder)
    assert [c.outcome for c in checked] == ["applied"], checked[0].note
    texts = [m.text for x in extractions for m in x.measures if "cấp ủy viên dự sinh hoạt" in m.text]
    assert len(texts) == 2
    assert len(set(texts)) == 1
    build([folder], Settings(tmp_path / "out", formats=("md",)))
    (page,) = (tmp_path / "out").rglob("van-ho.md")
    assert verify(page, Originals([folder])).problems == ()
    assert "Gộp theo Lò Văn An, 05/3/2026, về “được Đảng ủy xã cử về bản họp chi bộ”: Một việc." in page.read_text(
        "utf-8"
    )


NOTES = """
[[correction]]
do = "comment"
kind = "measure"
article = "van-ho"
words = "phân công 15 cấp ủy viên"
by = "Nguyễn *Văn* An <b>"
when = 2026-03-04
why = "Chờ xã báo lại [^9], xem http://a.example *"

[[correction]]
do = "comment"
kind = "directive"
article = "van-ho"
words = "Kế hoạch số 12-KH/ĐU"
by = "Trần Thị Bình"
when = 2026-03-07
why = "Đã có bản gốc"
"""


def noted(folder: Path) -> None:
    (folder / "corrections" / "a.toml").write_text(CORRECTIONS + NOTES, encoding="utf-8")


def test_a_brief_says_what_people_put_right_and_noted(folder: Path, tmp_path: Path) -> None:
    """In the line that there is something, in the note of its sentence who says what, as the office's word."""
    noted(folder)
    built = build([folder], Settings(tmp_path / "out", formats=("md",)))
    assert built.problems == ()
    page = next((tmp_path / "out").rglob("van-ho.md")).read_text("utf-8")
    for line in (
        r"^\| Được bồi dưỡng \| 25 bí thư chi bộ\[\^1\] \(đã hiệu đính\) \|",
        r"^- Xã hướng dẫn 310 hộ trồng mận theo hướng an toàn\.\[\^\d\] \(bổ sung\)$",
        r"^- Đảng ủy xã phân công 15 .*\[\^\d\] \(có ghi chú\)$",
        r"^\| Kế hoạch số 12-KH/ĐU\[\^1\] \(có ghi chú\) \|",
        r"^\[\^1\]: .*” \*Hiệu đính của Lò Văn An, 04/3/2026, về “24 bí thư chi bộ”: Danh sách có 25 người\.\* "
        r"\*Ghi chú của Trần Thị Bình, 07/3/2026, về “Kế hoạch số 12-KH/ĐU”: Đã có bản gốc\.\*$",
        r"^\[\^\d\]: .*” \*Bổ sung của Lò Văn An, 05/3/2026, từ “trồng mận theo hướng an toàn”: Việc của xã, bài nói gọn\.\*$",
    ):
        assert re.search(line, page, re.M), line
    assert "48 đảng viên" not in page.split("## Số liệu")[1].split("## Nguồn")[0]


@pytest.mark.parametrize("layout", [Layout(comments=True), Layout("party")], ids=str)
def test_a_corrected_brief_verifies_in_every_format(folder: Path, tmp_path: Path, layout: Layout) -> None:
    noted(folder)
    build([folder], Settings(tmp_path / "out", formats=("md", "docx", "pdf"), layout=layout))
    paths, _ = briefs_in([tmp_path / "out"])
    assert len(paths) == 3
    for path in paths:
        verified = verify(path, Originals([folder]))
        assert verified.problems == ()
        assert [line.split(" of ")[0] for line in verified.remarks] == ["2 corrections", "2 notes"]


def test_a_site_says_it_too(folder: Path, tmp_path: Path) -> None:
    noted(folder)
    build([folder], Settings(tmp_path / "site", formats=("site",)))
    paths, _ = briefs_in([tmp_path / "site"])
    assert [p for path in paths for p in verify(path, Originals([folder])).problems] == []
    theme = (tmp_path / "site" / "docs" / "themes" / "economy.md").read_text("utf-8")
    assert "(bổ sung)" in theme
    assert "Bổ sung của Lò Văn An" in theme


def test_a_correction_that_nobody_made_is_found(folder: Path, tmp_path: Path) -> None:
    """Taken away, or made to say something else: the brief speaks for itself no more."""
    noted(folder)
    build([folder], Settings(tmp_path / "out", formats=("md",)))
    (page,) = (tmp_path / "out").rglob("van-ho.md")
    file = folder / "corrections" / "a.toml"
    elsewhere = tmp_path / "kept"
    elsewhere.mkdir()
    (elsewhere / "a.toml").write_text(file.read_text("utf-8"), encoding="utf-8")
    file.write_text(file.read_text("utf-8").replace("Danh sách có 25 người", "Danh sách có 26 người"), encoding="utf-8")
    (problem,) = verify(page, Originals([folder])).problems
    assert problem.startswith("Lò Văn An, 2026-03-04, “24 bí thư chi bộ”: no correction")
    assert verify(page, Originals([folder], elsewhere)).problems == ()


def test_the_comments_of_a_docx_are_those_of_their_people(folder: Path, tmp_path: Path) -> None:
    noted(folder)
    build([folder], Settings(tmp_path / "out", formats=("docx",), layout=Layout(comments=True)))
    with zipfile.ZipFile(next((tmp_path / "out").rglob("van-ho.docx"))) as package:
        comments = ElementTree.fromstring(package.read("word/comments.xml"))
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    said = {
        (c.get(f"{word}author"), c.get(f"{word}date"), "".join(t.text or "" for t in c.iter(f"{word}t")))
        for c in comments
    }
    day = "2026-03-07T00:00:00Z"
    assert (
        "Trần Thị Bình",
        day,
        "Ghi chú của Trần Thị Bình, 07/3/2026, về “Kế hoạch số 12-KH/ĐU”: Đã có bản gốc.",
    ) in said
    assert {author for author, _, _ in said} == {"reportgen", "Trần Thị Bình", "Lò Văn An", "Nguyễn *Văn* An <b>"}
    assert all(date is None and "Ghi chú" not in words for author, date, words in said if author == "reportgen")


WRONG = {
    "not TOML": ("[[correction", "not readable as TOML"),
    "nothing in it": ("# nothing", "no corrections"),
    "unknown key": ('[[correction]]\nverb = "x"', "'verb'"),
    "unknown act": ('[[correction]]\ndo = "remove"', "'remove'"),
    "unknown kind": ('[[correction]]\ndo = "reject"\nkind = "fact"', "'fact'"),
    "nobody answers": ('[[correction]]\ndo = "reject"\nkind = "metric"', "by and why"),
    "no day": ('[[correction]]\ndo="reject"\nkind="metric"\nby="a"\nwhy="b"', "2026-01-31"),
    "no such field": (CORRECTIONS.split("[[correction]]")[2].replace("value = 25", "valeu = 25"), "'valeu'"),
    "no number": (CORRECTIONS.split("[[correction]]")[2].replace("value = 25", 'value = "x"'), "'x'"),
    "no period": (CORRECTIONS.split("[[correction]]")[2].replace("value = 25", 'period = "năm 21"'), "năm 21"),
    "no theme": (CORRECTIONS.split("[[correction]]")[3].replace('"economy"', '"kinh tế"'), "kinh tế"),
    "no anchor": (CORRECTIONS.split("[[correction]]")[1].replace('words = "48 đảng viên"', ""), "which words"),
}


@pytest.mark.parametrize("case", sorted(WRONG))
def test_a_wrong_entry_is_one_line_and_the_others_go_on(folder: Path, case: str) -> None:
    words, said = WRONG[case]
    if not words.lstrip().startswith(("[[", "#")):
        words = "[[correction]]" + words
    (folder / "corrections" / "b.toml").write_text(words, encoding="utf-8")
    found, (problem,) = corrections_in([folder / "corrections"])
    assert len(found) == 3
    assert said in problem
    assert "b.toml" in problem


def test_the_anchor_of_words_finds_them_again(folder: Path) -> None:
    (extraction,), _ = outcome(folder)
    text = text_of(extraction.article)
    for fact in (*extraction.metrics, *extraction.measures):
        (found,) = find(around(extraction.article, fact.span), text)
        assert found.start == fact.span.start
        assert extraction.article.words(found) == extraction.article.words(fact.span).rstrip(".")
    assert find(Anchor("van-ho", "…"), text) == []


def test_the_example_of_the_format_reads(tmp_path: Path) -> None:
    import reportgen.correct.read as read

    example = (read.__doc__ or "").split("\n\n")[1]
    assert tomllib.loads(example)
    (tmp_path / "a.toml").write_text(example, encoding="utf-8")
    found, problems = corrections_in([tmp_path])
    assert problems == []
    assert [c.do for c in found] == ["edit"]
