"""Which brief a fact is in, what is one line, in which order, with which marks."""

import itertools

import pytest
from story import Story, unit

from reportgen.brief import brief
from reportgen.brief.order import directive_rank
from reportgen.model import Brief, Directive, Section

PROVINCE, DISTRICT = unit("tỉnh An"), unit("tỉnh An > huyện Bình")
COMMUNE, SISTER = unit("tỉnh An > huyện Bình > xã Cam"), unit("tỉnh An > huyện Bình > xã Dừa")
OTHER = unit("tỉnh An > huyện Sen")


def by_label(briefs: tuple[Brief, ...]) -> dict[str, Brief]:
    return {b.unit.label: b for b in briefs}


def texts(section: Section) -> list[str]:
    return [line.measure.text for group in section.adopted for line in group.lines]


def test_facts_of_units_below_stand_under_their_own_heading() -> None:
    s = Story("a", DISTRICT, "Huyện mở 3 lớp.", "Xã xây 2 cầu.")
    (b,) = brief([s.facts(s.measure("Huyện mở 3 lớp.", DISTRICT), s.measure("Xã xây 2 cầu.", COMMUNE))])
    assert b.unit == DISTRICT
    assert texts(b.own) == ["Huyện mở 3 lớp."]
    assert [(x.unit.label, texts(x)) for x in b.below] == [("xã Cam", ["Xã xây 2 cầu."])]


def test_what_the_unit_above_does_stands_with_the_unit_reported_on() -> None:
    s = Story("a", COMMUNE, "Huyện ủy cử cán bộ về xã.")
    (b,) = brief([s.facts(s.measure("Huyện ủy cử cán bộ về xã.", DISTRICT))])
    assert b.unit == COMMUNE
    assert texts(b.own) == ["Huyện ủy cử cán bộ về xã."]


def test_a_unit_beside_has_a_brief_of_its_own() -> None:
    s = Story("a", DISTRICT, "Huyện Sen mở lớp.")
    briefs = by_label(brief([s.facts(s.measure("Huyện Sen mở lớp.", OTHER))]))
    assert texts(briefs["huyện Sen"].own) == ["Huyện Sen mở lớp."]
    assert briefs["huyện Bình"].own.empty


def test_a_unit_below_with_a_brief_of_its_own_is_only_pointed_to() -> None:
    a = Story("a", DISTRICT, "Xã xây 2 cầu.")
    b = Story("b", COMMUNE, "Xã mở lớp.")
    briefs = by_label(brief([a.facts(a.measure("Xã xây 2 cầu.", COMMUNE)), b.facts(b.measure("Xã mở lớp.", COMMUNE))]))
    assert briefs["huyện Bình"].below == ()
    assert [u.label for u in briefs["huyện Bình"].elsewhere] == ["xã Cam"]
    assert sorted(texts(briefs["xã Cam"].own)) == ["Xã mở lớp.", "Xã xây 2 cầu."]


def test_an_article_without_a_unit_is_in_no_brief() -> None:
    s = Story("a", None, "Ở đâu đó mở lớp.")
    assert brief([s.facts(s.measure("Ở đâu đó mở lớp.", None))]) == ()


def test_lines_on_one_sentence_share_a_mark_and_every_line_has_one() -> None:
    s = Story("a", DISTRICT, "Mở 3 lớp cho 90 người theo Kế hoạch số 5.", "Lập tổ.")
    (b,) = brief(
        [
            s.facts(
                s.measure("Mở 3 lớp cho 90 người theo Kế hoạch số 5.", DISTRICT),
                s.measure("Lập tổ.", DISTRICT),
                s.metric("3 lớp", DISTRICT, 3),
                s.metric("90 người", DISTRICT, 90, unit="người"),
                s.directive("Kế hoạch số 5", DISTRICT, "Kế hoạch", "5"),
            )
        ]
    )
    (group,) = b.own.adopted
    marks = [line.marks for line in group.lines] + [r.marks for r in (*b.own.metrics, *b.own.directives)]
    assert marks == [(1,), (2,), (1,), (1,), (1,)]
    assert [c.quote for c in b.citations] == ["Mở 3 lớp cho 90 người theo Kế hoạch số 5.", "Lập tổ."]
    for c in b.citations:
        assert c.span.of(s.article.source.text) == c.quote


def test_the_same_in_two_articles_is_one_line_with_both_sources() -> None:
    stories = [
        Story(n, DISTRICT, "Mở 3 lớp theo Kế hoạch số 05-KH/HU.", published=d)
        for n, d in (("a", "2020-01-02"), ("b", "2021-01-02"))
    ]
    (b,) = brief(
        [
            s.facts(
                s.measure("Mở 3 lớp theo Kế hoạch số 05-KH/HU.", DISTRICT),
                s.metric("3 lớp", DISTRICT, 3),
                s.directive("Kế hoạch số 05-KH/HU", DISTRICT, "Kế hoạch", n, symbol="05-KH/HU", about=about),
            )
            for s, n, about in zip(stories, ("05", "5"), (None, "mở lớp"), strict=True)
        ]
    )
    assert [line.marks for g in b.own.adopted for line in g.lines] == [(1, 2)]
    assert [r.marks for r in b.own.metrics] == [(1, 2)]
    assert [(r.marks, r.directive.about) for r in b.own.directives] == [((1, 2), "mở lớp")]
    assert (str(b.since), str(b.until)) == ("2020-01-02", "2021-01-02")


DOCUMENTS = [
    # what the two citations say, and whether they are one document
    ({"number": "5", "symbol": "05-KH/HU"}, {"number": "5", "symbol": "05-KH/HU", "date": "2020-01-02"}, True),
    ({"number": "5", "symbol": "05-KH/HU"}, {"number": "5", "symbol": "05-KH/TU"}, False),
    (
        {"number": "5", "symbol": "05-KH/HU", "date": "2020-01-02"},
        {"number": "5", "symbol": "05-KH/HU", "date": "2021-01-02"},
        False,
    ),
    ({"number": "5"}, {"number": "6"}, False),
    ({"number": "5", "date": "2020-01-02"}, {"number": "5", "symbol": "05-KH/HU", "date": "2020-01-02"}, True),
    ({"number": "5", "issuer": "Huyện ủy"}, {"number": "5", "issuer": "Tỉnh ủy"}, False),
    ({"number": "4", "body": "Trung ương", "term": "XI"}, {"number": "4", "body": "Trung ương", "term": "XII"}, False),
    ({"number": "4", "body": "Trung ương", "term": "XI"}, {"number": "4", "body": "Trung ương", "term": "XI"}, True),
    ({"number": None, "body": "Đảng"}, {"number": None, "body": "Đảng"}, True),
    ({"number": None}, {"number": None}, False),
    ({"number": None, "about": "mở lớp"}, {"number": None, "about": "Mở lớp"}, True),
]


@pytest.mark.parametrize(("one", "other", "same"), DOCUMENTS)
def test_identity_of_documents(one: dict[str, str], other: dict[str, str], same: bool) -> None:
    s = Story("a", DISTRICT, "Kế hoạch thứ nhất.", "Kế hoạch thứ hai.")
    found = [
        s.directive(w, DISTRICT, "Kế hoạch", **f) for w, f in (("Kế hoạch thứ nhất", one), ("Kế hoạch thứ hai", other))
    ]
    (b,) = brief([s.facts(*found)])
    assert len(b.own.directives) == (1 if same else 2)


def test_figures_that_differ_are_two_lines() -> None:
    s = Story("a", DISTRICT, "Năm 2020 mở 3 lớp.", "Năm 2021 mở 3 lớp.", "Lại 3 lớp.")
    (b,) = brief(
        [
            s.facts(
                s.metric("2020 mở 3 lớp", DISTRICT, 3, period="2020"),
                s.metric("2021 mở 3 lớp", DISTRICT, 3, period="2021"),
                s.metric("Lại 3 lớp", DISTRICT, 3, period="2021"),
            )
        ]
    )
    assert [(r.metric.period, r.marks) for r in b.own.metrics] == [("2020", (1,)), ("2021", (2, 3))]


RANKS = [
    ({"issuer": "Ban Bí thư"}, 0),
    ({"symbol": "10-CT/TW"}, 0),
    ({"symbol": "139/NQ-CP"}, 0),
    ({"symbol": "120/2020/QH14"}, 0),
    ({"body": "Trung ương"}, 0),
    ({"issuer": "Ban Thường vụ Tỉnh ủy"}, 1),
    ({"symbol": "35-KH/TU"}, 1),
    ({"issuer": "Ban Thường vụ Huyện ủy Bình"}, 2),
    ({"symbol": "80-KH/HU"}, 2),
    ({"issuer": "Đảng ủy xã Cam"}, 3),
    ({}, 4),
]


@pytest.mark.parametrize(("said", "rank"), RANKS)
def test_level_of_a_document(said: dict[str, str], rank: int) -> None:
    fields = dict.fromkeys(("number", "symbol", "date", "issuer", "body", "term", "about")) | said
    assert directive_rank(Directive("Kế hoạch", issued_here=False, mentions=(), **fields)) == rank


def test_directives_come_from_the_centre_down_and_those_issued_here_last() -> None:
    s = Story("a", DISTRICT, "Kế hoạch 1, Chỉ thị 2, Nghị quyết 3, Quyết định 4.")
    (b,) = brief(
        [
            s.facts(
                s.directive("Kế hoạch 1", DISTRICT, "Kế hoạch", "1", symbol="01-KH/HU", issued_here=True),
                s.directive("Chỉ thị 2", DISTRICT, "Chỉ thị", "2"),
                s.directive("Nghị quyết 3", DISTRICT, "Nghị quyết", "3", symbol="03-NQ/TU"),
                s.directive("Quyết định 4", DISTRICT, "Quyết định", "4", symbol="04-QĐ/TW"),
            )
        ]
    )
    assert [r.directive.number for r in b.own.directives] == ["4", "3", "2", "1"]


def test_measures_stand_by_theme_planned_apart_most_concrete_first() -> None:
    s = Story("a", DISTRICT, "Chăm lo.", "Mở 12 lớp.", "Lập tổ.", "Sẽ mở lớp.")
    (b,) = brief(
        [
            s.facts(
                s.measure("Chăm lo.", DISTRICT),
                s.measure("Mở 12 lớp.", DISTRICT),
                s.measure("Lập tổ.", DISTRICT, theme="leadership"),
                s.measure("Sẽ mở lớp.", DISTRICT, status="planned"),
            )
        ]
    )
    assert [(g.theme, [x.measure.text for x in g.lines]) for g in b.own.adopted] == [
        ("leadership", ["Lập tổ."]),
        ("training", ["Mở 12 lớp.", "Chăm lo."]),
    ]
    assert [x.measure.text for g in b.own.planned for x in g.lines] == ["Sẽ mở lớp."]


def test_a_general_phrase_stands_only_where_its_theme_has_nothing_more_concrete() -> None:
    s = Story(
        "a", DISTRICT, "Huyện ủy thực hiện nhiều giải pháp đồng bộ.", "Lập tổ công tác.", "Có nhiều cách làm hay."
    )
    (b,) = brief(
        [
            s.facts(
                s.measure("Huyện ủy thực hiện nhiều giải pháp đồng bộ.", DISTRICT),
                s.measure("Lập tổ công tác.", DISTRICT),
                s.measure("Có nhiều cách làm hay.", DISTRICT, theme="economy"),
            )
        ]
    )
    assert texts(b.own) == ["Lập tổ công tác.", "Có nhiều cách làm hay."]


def test_the_order_of_the_articles_changes_nothing() -> None:
    stories = [Story(n, w, "Mở lớp.", "Mở 2 lớp.") for n, w in (("a", DISTRICT), ("b", COMMUNE), ("c", SISTER))]
    found = [s.facts(s.measure("Mở lớp.", s.about), s.metric("2 lớp", s.about, 2)) for s in stories]
    assert len({repr(brief(order)) for order in itertools.permutations(found)}) == 1
