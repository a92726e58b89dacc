"""What is one fact told twice and what is two: cases from `merging.toml`, each in both orders of the articles."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from story import Story, unit

from reportgen.brief import brief
from reportgen.brief.wording import wording
from reportgen.model import Extraction, Section

DISTRICT = unit("tỉnh An > huyện Bình")
CASES = tomllib.loads((Path(__file__).parent / "merging.toml").read_text(encoding="utf-8"))


def own(*found: Extraction) -> Section:
    (b,) = brief(found)
    assert all(row.marks for row in (*b.own.figures, *b.own.directives))
    return b.own


def names(swapped: bool) -> tuple[str, str]:
    return ("b", "a") if swapped else ("a", "b")


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("case", CASES["measure"], ids=lambda c: f"{c['one'][:40]}…")
def test_measures(case: dict[str, Any], swapped: bool) -> None:
    found = []
    for name, words, actor in zip(
        names(swapped), (case["one"], case["other"]), case.get("actors", [None, None]), strict=True
    ):
        story = Story(name, DISTRICT, words + ".")
        found.append(story.facts(story.measure(words, DISTRICT, actor=actor)))
    lines = [line for group in own(*found).adopted for line in group.lines]
    assert [len(line.marks) for line in lines] == ([2] if case["same"] else [1, 1])


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("case", CASES["metric"], ids=lambda c: f"{c['one']} {c['other']}")
def test_metrics(case: dict[str, Any], swapped: bool) -> None:
    found = []
    for name, (value, counted, indicator, period) in zip(names(swapped), (case["one"], case["other"]), strict=True):
        story = Story(name, DISTRICT, f"Bài {name}: {indicator} {value} {counted}.")
        period = None if period == "-" else period
        metric = story.metric(f"{value} {counted}", DISTRICT, value, unit=counted, indicator=indicator, period=period)
        found.append(story.facts(metric))
    section = own(*found)
    assert sorted(len(row.marks) for row in section.figures) == ([2] if case["same"] else [1, 1])


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("case", CASES["document"], ids=lambda c: f"{c['one']} {c['other']}")
def test_documents(case: dict[str, Any], swapped: bool) -> None:
    found = []
    for name, fields in zip(names(swapped), (case["one"], case["other"]), strict=True):
        story = Story(name, DISTRICT, f"Văn bản nêu trong bài {name}.")
        found.append(story.facts(story.directive("Văn bản", DISTRICT, "Kế hoạch", **fields)))
    rows = own(*found).directives
    assert [row.sources for row in rows] == ([2] if case["same"] else [1, 1])
    for kind in ("dates", "numbers"):
        readings = getattr(rows[0], kind)
        assert sorted(r.value for r in readings) == case.get(kind, [])
        assert all(r.sources == 1 and len(r.marks) == 1 for r in readings)


def test_within_one_article_only_equal_words_are_one_act() -> None:
    words = "Mở 12 lớp cho 480 cấp ủy viên cơ sở của huyện", "Đã mở 12 lớp cho 480 cấp ủy viên cơ sở trong huyện ta"
    story = Story("a", DISTRICT, f"{words[0]}.", f"{words[1]}.")
    section = own(story.facts(*(story.measure(w, DISTRICT) for w in words)))
    assert len(section.adopted[0].lines) == 2


def test_a_chain_of_small_differences_ties_nothing_together() -> None:
    figures = ["12 lớp cho 480 người, 7 xã", "12 lớp cho 480 người", "12 lớp cho 480 người, 9 xã"]
    found = []
    for name, f in zip("abc", figures, strict=True):
        words = f"Huyện ủy mở {f} học nghiệp vụ công tác đảng cơ sở"
        story = Story(name, DISTRICT, words + ".")
        found.append(story.facts(story.measure(words, DISTRICT)))
    marks = [line.marks for group in own(*found).adopted for line in group.lines]
    assert sorted(map(len, marks)) == [1, 2]


def test_the_line_says_it_in_the_most_concrete_words() -> None:
    told = (
        "Huyện ủy mở 12 lớp cho 480 cấp ủy viên cơ sở",
        "Huyện ủy mở 12 lớp cho 480 cấp ủy viên cơ sở, kinh phí 350 triệu đồng",
    )
    found = []
    for name, words in zip("ab", told, strict=True):
        story = Story(name, DISTRICT, words + ".")
        found.append(story.facts(story.measure(words, DISTRICT)))
    (line,) = own(*found).adopted[0].lines
    assert line.measure.text == told[1]
    assert line.marks == (1, 2)


def test_a_wording_writes_short_forms_out_and_numbers_as_values() -> None:
    one, other = wording("UBND TP mở 02 lớp, 4.134 người"), wording("Ủy ban nhân dân thành phố mở 2 lớp, 4134 người")
    assert one.content == other.content
    assert one.anchors == other.anchors == {"4134"}
