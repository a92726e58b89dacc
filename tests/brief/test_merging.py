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
        kind = case.get("type", ["Kế hoạch", "Kế hoạch"])[len(found)]
        found.append(story.facts(story.directive("Văn bản", DISTRICT, kind, **fields)))
    rows = own(*found).directives
    assert [row.sources for row in rows] == ([2] if case["same"] else [1, 1])
    for kind in ("dates", "numbers"):
        readings = getattr(rows[0], kind)
        assert sorted(r.value for r in readings) == case.get(kind, [])
        assert all(r.sources == 1 and len(r.marks) == 1 for r in readings)


EVENT = (
    "Mưa lớn trong hai ngày cuối tuần làm nước sông dâng nhanh, nhiều tuyến đường liên xã bị chia cắt.",
    "Lãnh đạo huyện cùng các ngành đã xuống từng thôn để nắm tình hình và bàn cách khắc phục với bà con.",
    "Đến chiều qua, điện và nước sạch được cấp lại cho hầu hết các khu dân cư ở vùng trũng.",
    "Theo dự báo, những ngày tới trời còn mưa rải rác nên địa phương vẫn cử người trực ở các điểm xung yếu.",
)


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("case", CASES["event"]["measure"], ids=lambda c: f"{c['one'][:40]}…")
def test_measures_of_one_event(case: dict[str, Any], swapped: bool) -> None:
    found = []
    for name, words, actor in zip(
        names(swapped), (case["one"], case["other"]), case.get("actors", [None, None]), strict=True
    ):
        story = Story(name, DISTRICT, *EVENT, words + ".")
        found.append(story.facts(story.measure(words, DISTRICT, actor=actor)))
    lines = [line for group in own(*found).adopted for line in group.lines]
    assert [len(line.marks) for line in lines] == ([2] if case["same"] else [1, 1])


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("case", CASES["event"]["metric"], ids=lambda c: f"{c['one']} {c['other']}")
def test_metrics_of_one_event(case: dict[str, Any], swapped: bool) -> None:
    found = [
        figure(Story(name, DISTRICT, *EVENT, told(*fields)), *fields)
        for name, fields in zip(names(swapped), (case["one"], case["other"]), strict=True)
    ]
    assert sorted(len(row.marks) for row in own(*found).figures) == ([2] if case["same"] else [1, 1])


def told(value: float, counted: str, indicator: str, period: str) -> str:
    return f"Trong {period}, {indicator}: {value} {counted}."


def figure(story: Story, *facts: Any) -> Extraction:
    """The extraction of `story` with a figure for each four of `facts`: value, unit, indicator, period."""
    found = []
    for value, counted, indicator, period in zip(*[iter(facts)] * 4, strict=True):
        more = {"unit": counted, "indicator": indicator, "period": None if period == "-" else period}
        found.append(story.metric(f"{indicator}: {value} {counted}", DISTRICT, value, **more))
    return story.facts(*found)


def test_the_exact_figure_is_shown_for_the_rounded_one() -> None:
    exact, rounded = (213600000, "đồng", "chi sai quy định", "-"), (213000000, "đồng", "chi sai quy định", "-")
    found = [figure(Story(n, DISTRICT, *EVENT, told(*f)), *f) for n, f in zip("ab", (rounded, exact), strict=True)]
    (row,) = own(*found).metrics
    assert row.metric.value == exact[0]


def test_a_year_later_the_same_words_are_of_another_event() -> None:
    fact = (27, "người", "được cứu hộ", "-")
    found = [
        figure(Story(name, DISTRICT, *EVENT, told(*fact), published=day), *fact)
        for name, day in (("a", "2019-10-02"), ("b", "2020-10-02"))
    ]
    other = Story("b", DISTRICT, *EVENT, "Đã có người dân được cứu hộ: 27 người.", published="2020-10-02")
    found[1] = other.facts(other.metric("27 người", DISTRICT, 27, unit="người", indicator="người dân"))
    assert [len(row.marks) for row in own(*found).figures] == [1, 1]


def test_far_apart_in_one_article_a_figure_is_told_again_and_beside_each_other_two_are_two() -> None:
    one, again = (1245, "hộ", "sơ tán", "-"), (1245, "hộ", "rời vùng ngập", "-")
    far = Story("a", DISTRICT, told(*one), *EVENT, told(*again))
    assert [len(row.marks) for row in own(figure(far, *one, *again)).figures] == [2]
    near = Story("a", DISTRICT, *EVENT, told(*one), told(*again))
    assert [len(row.marks) for row in own(figure(near, *one, *again)).figures] == [1, 1]


def test_an_amount_that_a_sentence_gives_to_two_things_is_told_by_its_words() -> None:
    words = "Huyện cách chức: 15 người, khai trừ: 15 người."
    both = (15, "người", "cách chức", "-"), (15, "người", "khai trừ", "-")
    found = []
    for name in "ab":
        story = Story(name, DISTRICT, *EVENT, words)
        found.append(figure(story, *both[0], *both[1]))
    assert [(row.metric.indicator, len(row.marks)) for row in own(*found).figures] == [
        ("cách chức", 2),
        ("khai trừ", 2),
    ]


def test_within_one_article_an_act_is_told_again_only_in_much_the_same_words() -> None:
    words = (
        "Huyện đã mở 12 lớp nghề cho 480 lao động nông thôn ở Cam Lộc",
        "Huyện mở 12 lớp nghề cho 480 lao động nông thôn ở xã Cam Lộc, dạy trong ba tháng",
        "Huyện cấp giấy chứng nhận cho 480 lao động nông thôn ở Cam Lộc học 12 lớp",
    )
    story = Story("a", DISTRICT, f"{words[0]}.", *EVENT, f"{words[1]}.", *EVENT, f"{words[2]}.")
    section = own(story.facts(*(story.measure(w, DISTRICT, actor=w.split()[0]) for w in words)))
    assert sorted(len(line.marks) for line in section.adopted[0].lines) == [1, 2]


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
