"""What a brief shows by themes and limits: nothing else changes, nothing is lost without being counted."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from story import Story, unit

from reportgen.brief import brief, choose
from reportgen.build import Settings, build
from reportgen.errors import UnknownTheme
from reportgen.model import Brief, Limits, Section
from reportgen.render.markdown import render_markdown
from reportgen.render.themes import themes_called
from reportgen.verify import Originals, verify

XA = unit("tỉnh An > huyện Bình > xã Cam")
HUYEN = unit("tỉnh An > huyện Bình")


def told() -> Brief:
    s = Story(
        "a",
        HUYEN,
        "Huyện mở 3 lớp theo Kế hoạch số 5.",
        "Huyện giám sát 7 chi bộ theo Quy định số 9.",
        "Huyện cử 20 cán bộ đi học.",
        "Xã xây 2 cầu.",
        "Huyện mời giảng viên.",
        published="2024-03-01",
    )
    facts: list[Any] = [
        s.measure("Huyện mở 3 lớp theo Kế hoạch số 5", HUYEN, actor="Huyện"),
        s.measure("Huyện mời giảng viên", HUYEN),
        s.measure("Huyện cử 20 cán bộ đi học", HUYEN, status="planned"),
        s.measure("Huyện giám sát 7 chi bộ theo Quy định số 9", HUYEN, theme="inspection", actor="Huyện"),
        s.measure("Xã xây 2 cầu", XA, theme="economy"),
        s.metric("3 lớp", HUYEN, 3),
        s.metric("7 chi bộ", HUYEN, 7, unit="chi bộ", indicator="giám sát"),
        s.metric("20 cán bộ", HUYEN, 20, unit="cán bộ", indicator="cử đi học"),
        s.metric("2 cầu", XA, 2, unit="cầu", indicator="xây"),
        s.directive("Kế hoạch số 5", HUYEN, "Kế hoạch", "5"),
        s.directive("Quy định số 9", HUYEN, "Quy định", "9"),
    ]
    (made,) = brief([s.facts(*facts)])
    return made


def shown(section: Section) -> tuple[list[str], list[int], list[str | None]]:
    lines = [line.measure.text for group in (*section.adopted, *section.planned) for line in group.lines]
    return lines, [int(row.metric.value) for row in section.figures], [r.directive.number for r in section.directives]


LESSONS, GUESTS, SENT = "Huyện mở 3 lớp theo Kế hoạch số 5", "Huyện mời giảng viên", "Huyện cử 20 cán bộ đi học"
WATCHED = "Huyện giám sát 7 chi bộ theo Quy định số 9"
CHOICES = [
    ((), Limits(), ([LESSONS, GUESTS, WATCHED, SENT], [3, 7, 20], ["5", "9"]), 1, (0, 0, 0)),
    (("training",), Limits(), ([LESSONS, GUESTS, SENT], [3, 20], ["5"]), 0, (0, 0, 0)),
    (("inspection",), Limits(), ([WATCHED], [7], ["9"]), 0, (0, 0, 0)),
    (("training", "inspection"), Limits(), ([LESSONS, GUESTS, WATCHED, SENT], [3, 7, 20], ["5", "9"]), 0, (0, 0, 0)),
    (("economy",), Limits(), ([], [], []), 1, (0, 0, 0)),
    (("security",), Limits(), ([], [], []), 0, (0, 0, 0)),
    ((), Limits(measures=1), ([LESSONS, WATCHED, SENT], [3, 7, 20], ["5", "9"]), 1, (1, 0, 0)),
    ((), Limits(metrics=1, directives=1), ([LESSONS, GUESTS, WATCHED, SENT], [3], ["5"]), 1, (0, 2, 1)),
    (("training",), Limits(1, 1, 1), ([LESSONS, SENT], [3], ["5"]), 0, (1, 1, 0)),
    ((), Limits(9, 9, 9), ([LESSONS, GUESTS, WATCHED, SENT], [3, 7, 20], ["5", "9"]), 1, (0, 0, 0)),
]


@pytest.mark.parametrize(("themes", "limits", "own", "below", "more"), CHOICES)
def test_what_is_shown_and_how_much_more_there_is(
    themes: tuple[str, ...], limits: Limits, own: Any, below: int, more: tuple[int, int, int]
) -> None:
    chosen = choose(told(), themes, limits)
    assert shown(chosen.own) == own
    assert len([s for s in chosen.below if not s.empty]) == below
    assert (chosen.own.more_measures, chosen.own.more_metrics, chosen.own.more_directives) == more
    assert chosen.themes == themes


def test_the_summary_is_made_before_the_cut() -> None:
    assert choose(told(), (), Limits(1, 1, 1)).summary == told().summary
    assert [m.measure.theme for m in told().summary.measures] == ["training", "inspection"]
    assert [m.measure.theme for m in choose(told(), ("inspection",)).summary.measures] == ["inspection"]


def test_of_figures_those_that_more_articles_give_stay_in_their_order() -> None:
    whole = told()
    first, second, third = whole.own.metrics
    weighed = replace(whole, own=replace(whole.own, metrics=(first, replace(second, sources=2), third)))
    assert shown(choose(weighed, (), Limits(metrics=1)).own)[1] == [7]
    assert shown(choose(weighed, (), Limits(metrics=2)).own)[1] == [3, 7]


WORDS = [
    ("vi", ("training", "inspection"), "Lĩnh vực được chọn: Đào tạo, bồi dưỡng; Kiểm tra, giám sát, kỷ luật."),
    ("en", ("training",), "Themes chosen: Training."),
    ("vi", ("security",), "Các bài báo không nêu biện pháp nào thuộc lĩnh vực được chọn đủ chắc chắn để trích."),
    ("vi", (), "Ngoài ra còn 1 biện pháp, 2 số liệu, 1 văn bản khác, xem tệp facts.jsonl."),
    ("en", (), "Not shown here but in the file facts.jsonl: 1 measure(s), 2 metric(s), 1 directive(s)."),
]


@pytest.mark.parametrize(("lang", "themes", "words"), WORDS)
def test_the_brief_says_what_was_chosen(lang: str, themes: tuple[str, ...], words: str) -> None:
    assert words in render_markdown(choose(told(), themes, Limits(1, 1, 1)), lang).replace("\\", "")
    assert words not in render_markdown(told(), lang).replace("\\", "")


NAMES = [
    (["training"], ("training",)),
    (["Inspection", "training", "TRAINING"], ("training", "inspection")),
    (["Đào tạo, bồi dưỡng"], ("training",)),
    (["kiểm tra, giám sát,  kỷ luật"], ("inspection",)),
    (["Defence, security, internal affairs"], ("security",)),
    ([], ()),
]


@pytest.mark.parametrize(("names", "themes"), NAMES)
def test_themes_are_called_by_name_and_by_heading(names: list[str], themes: tuple[str, ...]) -> None:
    assert themes_called(names) == themes


def test_an_unknown_theme_is_one_line() -> None:
    with pytest.raises(UnknownTheme, match=r"'trainings'; there are leadership, .*evaluation") as e:
        themes_called(["training", "trainings"])
    assert "\n" not in str(e.value)


ARTICLE = """Xã Vân Hồ nâng cao chất lượng chi bộ

Năm 2021, Đảng ủy xã Vân Hồ, huyện Vân Hồ, tỉnh Sơn La ban hành Kế hoạch số 12-KH/ĐU ngày 5/3/2021 \
về mở lớp bồi dưỡng cho 24 bí thư chi bộ.

Đảng ủy xã đã tổ chức 2 lớp tập huấn cho 48 đảng viên. Đảng ủy xã kiểm tra 6 chi bộ, giám sát 4 đảng viên.

MINH AN
"""


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    ("themes", "limits"),
    [
        (("Đào tạo, bồi dưỡng",), Limits()),
        ((), Limits(1, 1, 1)),
        (("inspection",), Limits(metrics=1)),
        (("security",), Limits()),
    ],
)
def test_what_is_chosen_verifies_and_every_fact_stands_in_the_file_of_facts(
    tmp_path: Path, lang: str, themes: tuple[str, ...], limits: Limits
) -> None:
    articles, out = tmp_path / "articles", tmp_path / "out"
    articles.mkdir()
    (articles / "van-ho.txt").write_text(ARTICLE, encoding="utf-8")
    build([articles], Settings(out, formats=("md", "docx"), lang=lang, jobs=1))
    facts, whole = (out / "facts.jsonl").read_bytes(), (out / "son-la/van-ho/van-ho/van-ho.md").read_bytes()
    asked = Settings(out, formats=("md", "docx"), lang=lang, jobs=1, themes=themes, limits=limits)
    build([articles], asked)
    assert (out / "facts.jsonl").read_bytes() == facts
    assert (out / "son-la/van-ho/van-ho/van-ho.md").read_bytes() != whole
    for ending in ("md", "docx"):
        assert verify(out / f"son-la/van-ho/van-ho/van-ho.{ending}", Originals([articles])).problems == ()
    assert build([articles], replace(asked, check=True)).problems == ()
    assert build([articles], replace(asked, themes=(), limits=Limits(), check=True)).problems != ()
