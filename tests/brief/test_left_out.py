"""What is not certain enough for a brief is told, with its sentence and how much it is; nothing of a build is lost."""

import json
from pathlib import Path

from story import Story, unit

from reportgen.brief import brief, choose, left_out
from reportgen.build import Settings, build
from reportgen.render import render_left_out

DISTRICT = unit("tỉnh An > huyện Bình")
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def test_a_fact_without_a_unit_is_unplaced_with_its_sentence() -> None:
    s = Story("a", None, "Ở đâu đó mở 3 lớp [^1].", "Lại mở lớp.")
    placed = Story("b", DISTRICT, "Huyện mở 2 lớp.")
    extractions = [
        placed.facts(placed.metric("2 lớp", None, 2)),
        s.facts(s.metric("3 lớp", None, 3), s.measure("Lại mở lớp.", None)),
    ]
    found = left_out(extractions, brief(extractions))
    assert {(u.why, u.unit) for u in found} == {("unplaced", None)}
    assert [(u.article, u.paragraph, u.words) for u in found] == [
        ("a", 1, "Lại mở lớp."),
        ("a", 1, "Ở đâu đó mở 3 lớp [^1]."),
    ]
    page = render_left_out(found, (), 2, 1234)
    assert "Từ 2 bài báo lấy được 1.234 thông tin; 2 thông tin dưới đây" in page
    assert "## Chưa rõ thuộc địa phương nào (2)" in page
    assert "| Mở: 3 lớp | tệp a, đoạn 1 | “Ở đâu đó mở 3 lớp &#91;&#94;1&#93;.” |" in page
    assert "| Lại mở lớp. | tệp a, đoạn 1 | “Lại mở lớp.” |" in page


GENERAL = "Huyện ủy triển khai nhiều giải pháp đồng bộ"


def test_general_phrases_and_figures_of_what_is_not_said_are_told_with_their_unit() -> None:
    s = Story("a", DISTRICT, f"{GENERAL}.", "Huyện ủy mở 3 lớp cho 40 bí thư.", "Có 12 xã.")
    extraction = s.facts(
        s.measure(GENERAL, DISTRICT),
        s.measure("Huyện ủy mở 3 lớp cho 40 bí thư", DISTRICT),
        s.metric("12 xã", DISTRICT, 12, unit="xã", indicator=None),
    )
    (b,) = brief([extraction])
    assert [line.measure.text for group in b.own.adopted for line in group.lines] == ["Huyện ủy mở 3 lớp cho 40 bí thư"]
    found = left_out([extraction], [b])
    assert [(u.why, u.unit, u.words) for u in found] == [
        ("general", DISTRICT, f"{GENERAL}."),
        ("bare", DISTRICT, "Có 12 xã."),
    ]
    page = render_left_out(found, (), 1, 3)
    assert "## Biện pháp nêu chung chung (1)" in page
    assert f"| Huyện Bình, tỉnh An | {GENERAL} | tệp a, đoạn 1 | “{GENERAL}.” |" in page
    assert "## Số liệu không rõ nội dung (1)" in page
    assert left_out([extraction], [choose(b, ["economy"])]) == ()


def test_every_fact_of_a_build_is_in_facts_jsonl(tmp_path: Path) -> None:
    built = build(SEEDS, Settings(tmp_path, formats=("md",)))
    lines = (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == built.articles
    assert sum(len(json.loads(line)["measures"]) for line in lines) > 20
    rest = (tmp_path / "unplaced.md").read_text(encoding="utf-8")
    assert f"Từ {built.articles} bài báo" in rest
