"""Localities side by side: what each does, counts and rests on, every cell with its sources."""

import dataclasses
import re
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path, PurePosixPath

import pytest
from story import Story, unit

from reportgen.brief import brief, compare, documents
from reportgen.build import Settings, build
from reportgen.errors import UnknownLocality, UsageError
from reportgen.model import THEMES, Comparison, Extraction, Relation
from reportgen.render import render_comparison
from reportgen.text import Span

BINH, SEN = unit("tỉnh An > huyện Bình"), unit("tỉnh An > huyện Sen")
FORESTS = {"unit": "%", "indicator": "độ che phủ rừng"}
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ROW = re.compile(r"^\| (?P<name>[^|]*) \|(?P<cells>.*)\|$", re.M)


def told() -> list[Extraction]:
    a = Story(
        "a",
        BINH,
        "Huyện ủy mở 3 lớp bồi dưỡng.",
        "Huyện ủy sẽ mở 2 lớp [^9] | <b>mới</b>.",
        "Độ che phủ rừng đạt 41% năm 2020.",
        "Huyện ủy thực hiện Chỉ thị 05-CT/TW.",
        published="2021-02-03",
    )
    b = Story(
        "b",
        SEN,
        "Huyện ủy kiểm tra 4 chi bộ.",
        "Tỷ lệ che phủ 50%.",
        "Độ che phủ rừng đạt 38% năm 2021, mục tiêu 45%.",
        "Báo cáo nhắc đến Chỉ thị 05-CT/TW và Nghị quyết 02-NQ/TU.",
    )
    instruction = ("Chỉ thị", "05")
    of_a = a.facts(
        a.measure("Huyện ủy mở 3 lớp bồi dưỡng.", BINH),
        a.measure("Huyện ủy sẽ mở 2 lớp [^9] | <b>mới</b>.", BINH, status="planned"),
        a.metric("41%", BINH, 41, period="2020", **FORESTS),
        a.metric("3 lớp", BINH, 3, period="2021"),
        a.directive("Chỉ thị 05-CT/TW", BINH, *instruction, symbol="05-CT/TW"),
    )
    of_b = b.facts(
        b.measure("Huyện ủy kiểm tra 4 chi bộ.", SEN, theme="inspection"),
        b.metric("38%", SEN, 38, period="2021", **FORESTS),
        b.metric("45%", SEN, 45, period="2021", **FORESTS | {"target": True}),
        b.metric("4 chi bộ", SEN, 4, period="2021"),
        b.metric("50%", SEN, 50, **FORESTS),
        b.directive("Chỉ thị 05-CT/TW", SEN, *instruction, symbol="05-CT/TW"),
        b.directive("Nghị quyết 02-NQ/TU", SEN, "Nghị quyết", "02", symbol="02-NQ/TU"),
    )
    carries = Relation("implements", None, "Huyện ủy", 0, Span(0, 1))
    return [dataclasses.replace(of_a, relations=(carries,)), of_b]


def compared(extractions: Sequence[Extraction]) -> Comparison:
    return compare(brief(extractions), documents(extractions))


def page(comparison: Comparison, lang: str = "vi") -> str:
    stems = {BINH: PurePosixPath("an/binh/binh")}
    return render_comparison(comparison, stems, ("md",), lang)


def rows(words: str) -> dict[str, list[str]]:
    return {m["name"]: [c.strip() for c in re.split(r"(?<!\\)\|", m["cells"])] for m in ROW.finditer(words)}


def test_the_page_says_what_each_does_counts_and_rests_on() -> None:
    words = page(compared(told()))
    table = rows(words)
    assert table["Lĩnh vực"] == ["Huyện Bình", "Huyện Sen"]
    link = "(an/binh/binh.md)"
    assert table["Đào tạo, bồi dưỡng"] == [f"[1 đã triển khai]{link}[^1]; [1 thời gian tới]{link}[^2]", ""]
    assert table["Kiểm tra, giám sát, kỷ luật"] == ["", "1 đã triển khai[^3]"]
    assert table["Độ che phủ rừng"] == ["41% (năm 2020)[^4]", "38% (năm 2021)[^5]"]
    assert table["Chỉ thị số 05-CT/TW"] == ["triển khai (Huyện ủy)[^6]", "viện dẫn[^7]"]
    assert table["Nghị quyết số 02-NQ/TU"] == ["", "viện dẫn[^7]"]
    assert "- Huyện Bình (1 bài báo): Lãnh đạo, chỉ đạo; " in words
    assert "Mở" not in table, "what any locality can open says nothing beside another's"
    assert "[^2]: “Title of a”, Báo, 03/02/2021, đoạn 1: “Huyện ủy sẽ mở 2 lớp &#91;&#94;9&#93; " in words
    assert "<b>" not in words


def test_a_target_stands_beside_targets_only_and_without_a_period_nothing_does() -> None:
    (row,) = compared(told()).figures
    assert [[f.row.metric.value for f in cell] for cell in row.cells] == [[41], [38]]


def test_what_no_article_tells_is_silent() -> None:
    found = compared(told())
    assert found.silent == (
        tuple(t for t in THEMES if t != "training"),
        tuple(t for t in THEMES if t != "inspection"),
    )


def test_a_number_of_two_provinces_is_two_rows() -> None:
    bo = unit("tỉnh Bo > huyện Cát")
    stories = [Story(name, where, "Nghị quyết 02-NQ/TU.") for name, where in (("a", BINH), ("b", bo))]
    cited = [
        s.facts(s.directive("Nghị quyết 02-NQ/TU", s.about, "Nghị quyết", "02", symbol="02-NQ/TU")) for s in stories
    ]
    assert [[len(c.marks) for c in row.cells] for row in compared(cited).documents] == [[1, 0], [0, 1]]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_cell_that_says_something_has_its_note(lang: str) -> None:
    words = page(compared(told()), lang)
    story, _, notes = words.partition("\n[^1]:")
    numbers = set(re.findall(r"^\[\^(\d+)\]:", "[^1]:" + notes, re.M))
    assert set(re.findall(r"\[\^(\d+)\]", story)) == numbers != set()
    body = story.split("\n## ", 1)[1]
    cells = [c for row in rows(body).values() for c in row]
    assert {c for c in cells if not re.search(r"\[\^\d+\]", c)} == {"Huyện Bình", "Huyện Sen", "---", ""}
    assert len(cells) > 10


def test_a_decree_that_carries_out_a_law_is_not_the_localitys_doing() -> None:
    s, other = Story("a", BINH, "Nghị định 34/2016/NĐ-CP thi hành Chỉ thị 05-CT/TW."), Story("b", SEN, "Không.")
    facts = s.facts(
        s.directive("Chỉ thị 05-CT/TW", BINH, "Chỉ thị", "05", symbol="05-CT/TW"),
        s.directive("Nghị định 34/2016/NĐ-CP", BINH, "Nghị định", "34", symbol="34/2016/NĐ-CP"),
    )
    facts = dataclasses.replace(facts, relations=(Relation("implements", 1, None, 0, Span(0, 1)),))
    found = compared([facts, other.facts(other.measure("Không.", SEN))])
    assert [bool(d.carried) for d in documents([facts])] == [True, False]
    assert [[c.carried for c in row.cells] for row in found.documents] == [[(), ()], [(), ()]]


def test_the_order_of_files_does_not_matter() -> None:
    assert len({page(compared(list(order))) for order in permutations(told())}) == 1


def test_a_build_writes_the_page_in_the_order_asked_for(tmp_path: Path) -> None:
    asked = ("thị xã Nghi Sơn", "TP. Cẩm Phả")
    for place, files in (("a", SEEDS), ("b", SEEDS[::-1])):
        build(files, Settings(tmp_path / place, formats=("md",), compare=asked, localities=asked[:1]))
    words = (tmp_path / "a" / "compare.md").read_text(encoding="utf-8")
    assert words == (tmp_path / "b" / "compare.md").read_text(encoding="utf-8")
    assert "| Lĩnh vực | Thị xã Nghi Sơn | Thành phố Cẩm Phả |" in words
    links = set(re.findall(r"\]\(([^)]+)\)", words))
    assert links == {"thanh-hoa/nghi-son/nghi-son.md"}, "only to briefs that are there"
    assert (tmp_path / "a" / "thanh-hoa/nghi-son/nghi-son.md").exists()


@pytest.mark.parametrize(
    ("asked", "formats", "error", "says"),
    [
        (("thị xã Nghi Sơn", "huyện Không Có"), ("md",), UnknownLocality, "no article reports on 'huyện Không Có'"),
        (("thị xã Nghi Sơn",), ("md",), UsageError, "nothing to compare thị xã Nghi Sơn with"),
        (("Nghi Sơn", "TX. Nghi Sơn"), ("md",), UsageError, "two localities or more"),
        (("thị xã Nghi Sơn", "Cẩm Phả"), ("site",), UsageError, "build the site without it"),
    ],
)
def test_what_cannot_be_compared_is_said(
    tmp_path: Path, asked: tuple[str, ...], formats: tuple[str, ...], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=re.escape(says)):
        build(SEEDS, Settings(tmp_path / "out", formats=formats, compare=asked))
    assert not (tmp_path / "out").exists()
