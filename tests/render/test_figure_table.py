"""The table of figures: rows of one indicator together, columns only where they say something."""

from decimal import Decimal
from typing import Any

import pytest

from reportgen.model import Dispute, Metric, MetricRow, Place, Section, Series, Unit
from reportgen.render.figures import FigureTable, figure_table, name_of
from reportgen.render.templates import labels
from reportgen.text import Span

UNIT = Unit((Place("tỉnh", "An Hải"), Place("xã", "Bình Sen")))
VILLAGE = Unit((*UNIT.path, Place("thôn", "Cam Lộc")))


def row(indicator: str, value: int, unit: str, mark: int = 1, period: str | None = None, **more: Any) -> MetricRow:
    fields = {
        "to": None,
        "of": None,
        "bound": None,
        "change": None,
        "target": False,
        "baseline": None,
        "locality": UNIT,
    }
    figure = {"indicator": indicator, "value": Decimal(value), "unit": unit, "period": period}
    return MetricRow(Metric(span=Span(0, 1), **(fields | figure | more)), (mark,))


def table(*rows: MetricRow, **more: Any) -> FigureTable:
    words = labels("vi", None)
    return figure_table(Section(UNIT, (), (), rows, (), **more), "vi", words["figures"], words["told_by"])


def shape(made: FigureTable) -> list[tuple[str, list[int], str]]:
    return [(r.indicator, [int(part.row.metric.value) for part in r.parts], r.period) for r in made.rows]


def test_what_one_sentence_says_of_one_indicator_is_one_row() -> None:
    made = table(
        row("hoàn thành tốt", 100, "%", period="2020"),
        row("kiểm tra", 62, "tổ chức đảng"),
        row("Hoàn thành tốt", 20, "%", period="2020", change="+", baseline="năm 2017"),
        row("kiểm tra", 48, "đảng viên"),
    )
    assert shape(made) == [("Hoàn thành tốt", [100, 20], "năm 2020"), ("Kiểm tra", [62, 48], "")]


@pytest.mark.parametrize(
    "other",
    [
        row("kết nạp", 187, "đảng viên", mark=2, period="2021", change="+"),  # another sentence
        row("kết nạp", 187, "đảng viên", period="2022"),
        row("kết nạp", 187, "đảng viên", period="2021", locality=VILLAGE),
        row("kết nạp", 187, "đảng viên", period="2021"),  # two of one kind: which is it?
    ],
)
def test_what_may_be_another_thing_is_another_row_beside_it(other: MetricRow) -> None:
    made = table(row("kết nạp", 106, "đảng viên", period="2021"), row("mở", 3, "lớp"), other)
    assert [(r.indicator, len(r.parts)) for r in made.rows] == [("Kết nạp", 1), ("Kết nạp", 1), ("Mở", 1)]


def test_a_course_and_a_dispute_say_what_each_figure_is() -> None:
    made = table(
        row("mở", 3, "lớp"),
        row("kết nạp", 15, "đảng viên", period="2021", change="+"),
        series=(
            Series("kết nạp", "đảng viên", UNIT, tuple(row("kết nạp", n, "đảng viên", period=p) for n, p in COURSE)),
        ),
        disputes=(
            Dispute((row("tỷ lệ hộ nghèo", 3, "%", period="2021"), row("tỷ lệ hộ nghèo", 4, "%", period="2021"))),
        ),
    )
    assert shape(made) == [
        ("Kết nạp", [120, 131], "2020–2021"),
        ("Kết nạp", [15], "năm 2021"),
        ("Tỷ lệ hộ nghèo", [3, 4], "năm 2021"),
        ("Mở", [3], ""),
    ]
    assert [part.before for r in made.rows for part in r.parts] == [
        "năm 2020",
        "năm 2021",
        "",
        "1 nguồn",
        "1 nguồn",
        "",
    ]


COURSE = ((120, "2020"), (131, "2021"))


def test_a_column_that_says_nothing_is_left_out() -> None:
    made = table(row("mở", 3, "lớp"))
    assert (made.periods, made.units) == (False, False)
    made = table(row("mở", 3, "lớp", period="2020"), row("mở", 3, "lớp", locality=VILLAGE))
    assert (made.periods, made.units) == (True, True)
    assert not table(row("mở", 3, "lớp", locality=None)).units


@pytest.mark.parametrize(
    ("indicator", "unit", "period", "name"),
    [
        ("thu nhập bình quân năm 2022", "đồng", "2022", "Thu nhập bình quân"),
        ("thu nhập bình quân đến hết năm 2022", "đồng", "2022", "Thu nhập bình quân"),
        ("Trong năm 2022, xã kết nạp", "đảng viên", "2022", "Xã kết nạp"),
        ("thu nhập bình quân năm 2021", "đồng", "2022", "Thu nhập bình quân năm 2021"),
        ("chi ngân sách", "đồng", None, "Chi ngân sách"),
        (None, "chi bộ", None, "Chi bộ"),
        (None, None, None, "–"),
    ],
)
def test_the_name_of_a_row(indicator: str | None, unit: str | None, period: str | None, name: str) -> None:
    assert name_of(indicator, unit, period) == name
