"""Localities side by side: what each does, counts and rests on, every cell with its sources."""

from __future__ import annotations

import dataclasses
import re
from itertools import permutations

import pytest
from story import Story, unit
from two import BINH, SEN, compared, page, told

from reportgen.brief import brief, choose, compare, documents
from reportgen.model import THEMES, Limits, Relation
from reportgen.text import Span

ROW = re.compile(r"^\| (?P<name>[^|]*) \|(?P<cells>.*)\|$", re.M)


def rows(words: str, heading: str) -> dict[str, list[str]]:
    """The rows of the table under `heading`, by their first cells."""
    part = words.split(f"# {heading}\n", 1)[1].split("\n#", 1)[0]
    return {m["name"]: [c.strip() for c in re.split(r"(?<!\\)\|", m["cells"])] for m in ROW.finditer(part)}


def test_the_page_says_what_each_does_counts_and_rests_on() -> None:
    words = page(compared(told()))
    counts = rows(words, "Biện pháp theo lĩnh vực")
    assert counts["Lĩnh vực"] == ["Huyện Bình", "Huyện Sen"]
    link = "(an/binh/binh.md)"
    assert counts["Đào tạo, bồi dưỡng"] == [f"[1 đã triển khai]{link}[^1]; [1 thời gian tới]{link}[^2]", ""]
    assert counts["Kiểm tra, giám sát, kỷ luật"] == ["", "1 đã triển khai[^3]"]
    said = rows(words, "Một số biện pháp theo lĩnh vực")
    hostile = "Huyện ủy sẽ mở 2 lớp &#91;&#94;9&#93; &#124; &#60;b&#62;mới&#60;/b&#62;."
    assert said["Đào tạo, bồi dưỡng"] == [f"Huyện ủy mở 3 lớp bồi dưỡng.[^1] Thời gian tới: {hostile}[^2]", ""]
    assert said["Kiểm tra, giám sát, kỷ luật"] == ["", "Huyện ủy kiểm tra 4 chi bộ.[^3]"]
    figures = rows(words, "Chỉ tiêu có số liệu ở từ hai địa phương trở lên")
    assert figures["Độ che phủ rừng"] == ["41% (năm 2020)[^4]", "38% (năm 2021)[^5]"]
    alone = rows(words, "Số liệu nổi bật riêng của từng địa phương")
    target = "Độ che phủ rừng: mục tiêu: 45%[^5] (năm 2021); Độ che phủ rừng: 50%[^6]"
    assert alone["Huyện Sen"] == [target], "standing indicators, where there are any"
    assert alone["Huyện Bình"] == ["Mở: 3 lớp[^1] (năm 2021)"]
    common = rows(words, "Văn bản cấp trên được triển khai hoặc cùng viện dẫn")
    assert common["Chỉ thị số 05-CT/TW"] == ["triển khai (Huyện ủy)[^7]", "viện dẫn[^8]"]
    assert "- **Huyện Bình**: Kế hoạch số 12-KH/HU[^9]." in words
    assert "- **Huyện Sen**: Nghị quyết số 02-NQ/TU[^8]." in words
    assert "\n1. “Title of a”, Báo, 03/02/2021; tệp a.\n2. “Title of b”, Báo; tệp b.\n" in words
    assert f"[^2]: Bài 1, đoạn 1: “{hostile}”" in words
    assert "<b>" not in words


def test_it_says_what_it_is_drawn_from() -> None:
    words = page(compared(told()))
    assert rows(words, "Phạm vi tổng hợp") == {
        "Địa phương": ["Bài báo (số thứ tự ở phần Nguồn)", "Ngày đăng"],
        "---": ["---", "---"],
        "[Huyện Bình, tỉnh An](an/binh/binh.md)": ["1 (số 1)", "03/02/2021"],
        "Huyện Sen, tỉnh An": ["1 (số 2)", "1 bài không ghi ngày đăng"],
    }
    assert "Tổng hợp từ 2 bài báo, đăng ngày 03/02/2021 (1 bài không ghi ngày đăng)." in words


def test_a_target_stands_beside_targets_only_and_without_a_period_nothing_does() -> None:
    (row,) = compared(told()).figures
    assert [[f.row.metric.value for f in cell] for cell in row.cells] == [[41], [38]]


def test_what_no_article_tells_is_silent() -> None:
    found = compared(told())
    assert [u.silent for u in found.units] == [("inspection",), ("training",)]
    assert found.silent == tuple(t for t in THEMES if t not in {"training", "inspection"})
    words = page(found)
    assert "- Huyện Bình (địa phương khác có nêu): Kiểm tra, giám sát, kỷ luật.\n" in words
    assert "- Tất cả các địa phương: Lãnh đạo, chỉ đạo; " in words


def test_of_chosen_themes_there_is_nothing_else_in_it() -> None:
    extractions = told()
    chosen = [choose(b, ("training", "members")) for b in brief(extractions)]
    found = compare(chosen, documents(extractions))
    assert [row.theme for row in found.themes] == ["training"]
    assert (found.silent, [u.silent for u in found.units]) == (("members",), [(), ("training",)])
    assert found.figures == ()
    assert [row.metric.indicator for u in found.units for row in u.figures.figures] == ["mở"]
    words = page(found)
    assert "Lĩnh vực được chọn: Đào tạo, bồi dưỡng; Phát triển, quản lý đảng viên." in words
    assert "Kiểm tra" not in words.partition("## Nguồn")[0]


def test_limits_bound_what_is_told_and_never_what_is_counted() -> None:
    s = Story("a", BINH, *(f"Huyện ủy mở {n} lớp bồi dưỡng." for n in range(3, 8)), "Kế hoạch 12-KH/HU và 13-KH/HU.")
    plans = [
        s.directive(f"{n}-KH/HU", BINH, "Kế hoạch", str(n), symbol=f"{n}-KH/HU", issued_here=True) for n in (12, 13)
    ]
    classes = [s.measure(f"Huyện ủy mở {n} lớp bồi dưỡng.", BINH, actor="Huyện ủy") for n in range(3, 8)]
    figures = [s.metric(f"{n} lớp", BINH, n, unit="con", indicator=f"đàn bò {n}", period="2020") for n in range(3, 8)]
    extractions = [s.facts(*classes, *plans, *figures), told()[1]]
    whole, cut = (compared(extractions, limits) for limits in (Limits(), Limits(measures=1, metrics=2, directives=1)))
    for found in (whole, cut):
        assert "5 đã triển khai" in page(found)
    told_of = [rows(page(found), "Một số biện pháp theo lĩnh vực")["Đào tạo, bồi dưỡng"][0] for found in (whole, cut)]
    assert [words.count("Huyện ủy mở") for words in told_of] == [2, 1]
    assert [len(found.units[0].figures.figures) for found in (whole, cut)] == [3, 2]
    assert [len(found.units[0].issued) for found in (whole, cut)] == [2, 1]
    assert "Huyện Bình còn 1 văn bản khác, xem tệp facts.jsonl." in page(cut)
    assert "facts.jsonl" not in page(whole)


def test_a_number_of_two_provinces_is_two_documents() -> None:
    bo = unit("tỉnh Bo > huyện Cát")
    stories = [Story(name, where, "Nghị quyết 02-NQ/TU.") for name, where in (("a", BINH), ("b", bo))]
    cited = [
        s.facts(s.directive("Nghị quyết 02-NQ/TU", s.about, "Nghị quyết", "02", symbol="02-NQ/TU")) for s in stories
    ]
    found = compared(cited)
    assert found.documents == ()
    assert [len(u.cited) for u in found.units] == [1, 1]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_cell_that_says_something_has_its_note(lang: str) -> None:
    words = page(compared(told()), lang)
    story, _, notes = words.partition("\n[^1]:")
    numbers = set(re.findall(r"^\[\^(\d+)\]:", "[^1]:" + notes, re.M))
    assert set(re.findall(r"\[\^(\d+)\]", story)) == numbers != set()
    body = story.split("\n## ", 2)[2]
    lines = [[c.strip() for c in m["cells"].split("|")] for m in ROW.finditer(body)]
    cells = [c for head, row in zip([None, *lines], lines, strict=False) if head and "---" not in row for c in row]
    heads = {"Huyện Bình", "Huyện Sen", "Số liệu", "Figure", "---", ""}
    assert {c for c in cells if not re.search(r"\[\^\d+\]", c)} <= heads
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
    assert found.documents == ()
    assert [len(u.cited) for u in found.units] == [2, 0]


def test_the_order_of_files_does_not_matter() -> None:
    assert len({page(compared(list(order))) for order in permutations(told())}) == 1


@pytest.mark.parametrize(("count", "columns"), [(2, True), (3, True), (4, False), (6, False)])
def test_the_words_of_many_localities_stand_below_each_other(count: int, columns: bool) -> None:
    stories = [
        Story(f"s{n}", unit(f"tỉnh An > huyện Số {n}"), f"Huyện ủy mở {n + 2} lớp bồi dưỡng.") for n in range(count)
    ]
    words = page(
        compared(
            [
                s.facts(s.measure(f"Huyện ủy mở {n + 2} lớp bồi dưỡng.", s.about, actor="Huyện ủy"))
                for n, s in enumerate(stories)
            ]
        )
    )
    said = rows(words, "Một số biện pháp theo lĩnh vực")
    assert len(said["Lĩnh vực"]) == (count if columns else 2)
    assert all(f"Huyện ủy mở {n + 2} lớp bồi dưỡng.[^{n + 1}]" in words for n in range(count))


def test_what_cannot_be_read_alone_is_counted_with_its_source_and_not_told() -> None:
    s = Story("a", BINH, "Huyện ủy đã kiểm tra khu vực này.", "Huyện ủy kiểm tra 4 chi bộ trong năm.")
    pointing, clear = "Huyện ủy đã kiểm tra khu vực này.", "Huyện ủy kiểm tra 4 chi bộ trong năm."
    for sentences, cell in (((pointing, clear), f"{clear}[^1]"), ((pointing,), None)):
        acts = [s.measure(words, BINH, actor="Huyện ủy") for words in sentences]
        words = page(compared([s.facts(*acts), told()[1]]))
        counted = rows(words, "Biện pháp theo lĩnh vực")["Đào tạo, bồi dưỡng"][0]
        assert counted == f"[{len(acts)} đã triển khai](an/binh/binh.md)[^1]"
        assert rows(words, "Một số biện pháp theo lĩnh vực").get("Đào tạo, bồi dưỡng", [None])[0] == cell
