"""Series, disputes and doubts: figures meet only where they are certainly of one thing."""

import itertools
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from story import Story, unit

from reportgen.brief import brief
from reportgen.brief.doubts import doubt
from reportgen.brief.standing import core
from reportgen.model import Extraction, Section

DISTRICT = unit("tỉnh An > huyện Bình")
CASES = tomllib.loads((Path(__file__).parent / "figures.toml").read_text(encoding="utf-8"))["case"]


def stories(told: list[str]) -> list[Extraction]:
    """One article a letter, all its figures in one sentence."""
    by_article: dict[str, list[tuple[str, str, str, str]]] = {}
    for line in told:
        left, indicator = line.split(": ")
        article, period, value, counted = left.split(" ", 3)
        by_article.setdefault(article, []).append((period, value, counted, indicator))
    found = []
    for name, figures in by_article.items():
        words = [f"{indicator} {value} {counted} ({period})" for period, value, counted, indicator in figures]
        story = Story(name, DISTRICT, f"Bài {name}: " + ", ".join(words) + ".")
        metrics = [
            story.metric(w, DISTRICT, int(value), unit=counted, indicator=indicator, period=None if p == "-" else p)
            for w, (p, value, counted, indicator) in zip(words, figures, strict=True)
        ]
        found.append(story.facts(*metrics))
    return found


def values(rows: Any) -> list[list[Decimal]]:
    return [[row.metric.value for row in group] for group in rows]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_series_and_disputes(case: dict[str, Any]) -> None:
    told = stories(case["told"])
    seen = set()
    for order in itertools.permutations(told):
        (b,) = brief(order)
        own: Section = b.own
        assert values(s.points for s in own.series) == case["series"]
        assert values(d.readings for d in own.disputes) == case["disputes"]
        given = sorted(row.metric.value for row in own.figures)
        assert set(given) == {Decimal(line.split(" ")[2]) for line in case["told"]}, "a figure is lost"
        assert all(row.marks for row in own.figures)
        seen.add(repr(b))
    assert len(seen) == 1


def test_each_reading_knows_how_many_articles_give_it() -> None:
    (b,) = brief(stories(CASES[2]["told"]))
    assert [(r.metric.value, r.sources, len(r.marks)) for r in b.own.disputes[0].readings] == [(187, 2, 2), (178, 1, 1)]


def test_a_copy_of_an_article_is_no_second_source() -> None:
    one = stories(["a 2021 187 đảng viên: kết nạp"])[0]
    source = one.article.source
    copy = Story("copy", DISTRICT, source.text)
    (b,) = brief([one, copy.facts(copy.metric("kết nạp 187 đảng viên (2021)", DISTRICT, 187, unit="đảng viên",
                                              indicator="kết nạp", period="2021"))])  # fmt: skip
    assert [(r.sources, r.marks) for r in b.own.metrics] == [(1, (1, 2))]


DOUBTS = [
    # value, of, unit, indicator, what is wrong
    (105, None, "%", "tỷ lệ hộ dùng nước sạch", "share"),
    (105, None, "%", "thu ngân sách", None),
    (105, None, "%", "tỷ lệ thu ngân sách so với dự toán", None),
    (95, None, "%", "tỷ lệ hộ dùng nước sạch", None),
    (21, 19, "xã", "đạt chuẩn", "part"),
    (19, 21, "xã", "đạt chuẩn", None),
    (56, None, "đồng/người/năm", "thu nhập bình quân đầu người", "scale"),
    (56_000_000, None, "đồng/người/năm", "thu nhập bình quân đầu người", None),
    (56_000_000_000, None, "đồng/người/năm", "thu nhập bình quân đầu người", "scale"),
    (4_500_000, None, "đồng/người/tháng", "thu nhập bình quân đầu người", None),
]


@pytest.mark.parametrize(("value", "of", "counted", "indicator", "wrong"), DOUBTS)
def test_what_cannot_be_is_flagged(value: int, of: int | None, counted: str, indicator: str, wrong: str | None) -> None:
    story = Story("a", DISTRICT, "Số liệu.")
    of_ = Decimal(of) if of else None
    metric = story.metric("Số liệu", DISTRICT, value, of=of_, unit=counted, indicator=indicator)
    assert doubt(metric) == wrong
    (b,) = brief([story.facts(metric)])
    assert [(r.metric.value, r.doubt) for r in b.own.metrics] == [(value, wrong)]


def test_a_sum_a_thousand_times_another_is_flagged_and_not_mended() -> None:
    told = ["a 2021 850000000 đồng: thu ngân sách", "b 2021 850000000000 đồng: thu ngân sách"]
    (b,) = brief(stories(told))
    assert [(int(r.metric.value), r.doubt) for r in b.own.disputes[0].readings] == [
        (850_000_000, "scale"),
        (850_000_000_000, "scale"),
    ]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Tỉ lệ hộ nghèo của huyện năm 2021", "tỷ lệ hộ nghèo"),
        ("năm 2020 kết nạp được", "kết nạp"),
        ("Thu ngân sách trên địa bàn", "thu ngân sách"),
        ("thu nhập bình quân đầu người năm 2015", "thu nhập bình quân đầu người"),
    ],
)
def test_the_core_of_an_indicator(said: str, meant: str) -> None:
    assert core(said) == meant


def test_what_lies_ahead_of_its_article_is_no_point_of_a_course() -> None:
    words = [f"năm {year} tỷ lệ hộ nghèo {value}%" for year, value in ((2015, 12), (2016, 9), (2018, 5))]
    story = Story("a", DISTRICT, f"Theo kế hoạch, {', '.join(words)}.", published="2016-12-02")
    poor: dict[str, Any] = {"unit": "%", "indicator": "tỷ lệ hộ nghèo"}
    years = zip(words, ("2015", "2016", "2018"), (12, 9, 5), strict=True)
    (b,) = brief([story.facts(*(story.metric(w, DISTRICT, value, period=year, **poor) for w, year, value in years))])
    assert values(s.points for s in b.own.series) == [[12, 9]]
    assert [r.metric.value for r in b.own.metrics] == [5]
