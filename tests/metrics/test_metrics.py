"""Figures from the table of cases, and numbers written by hypothesis."""

import datetime as dt
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.clean import clean
from reportgen.extract.directives import find_directives
from reportgen.extract.metrics import find_metrics
from reportgen.extract.metrics.periods import find_periods
from reportgen.model import Metric, Place, Source, Unit
from reportgen.parse import parse
from reportgen.vietnamese.numbers import read_digits, read_number, read_words

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


class View:
    """A scope in which everything speaks of one unit."""

    principal = Unit((Place("tỉnh", "An Hải"), Place("huyện", "Bình Sen")))

    def at(self, offset: int) -> Unit:
        return self.principal


def metrics(text: str) -> tuple[Metric, ...]:
    source = Source("case", "case.txt", f"Một tin ngắn của huyện\n\n{text}\n", "utf-8")
    article = parse(clean(source), source)
    view = View()
    found = find_metrics(article, view, find_directives(article, view))  # type: ignore[arg-type]
    for metric in found:
        assert article.origin(metric.span).of(source.text) == article.quote(metric.span)
    return found


def params() -> list[object]:
    return [
        pytest.param(c, id=c["text"][:60], marks=[pytest.mark.xfail(reason=c["why"])] if "why" in c else [])
        for c in CASES
    ]


@pytest.mark.parametrize("case", params())
def test_cases(case: dict[str, object]) -> None:
    found = metrics(str(case["text"]))
    wanted = case.get("reads", [])
    assert isinstance(wanted, list)
    assert len(found) == len(wanted), found
    for metric, fields in zip(found, wanted, strict=True):
        for name, value in fields.items():
            got = getattr(metric, name)
            if name in {"value", "to", "of"}:
                assert got == Decimal(value), (name, metric)
            elif value == "none":
                assert got is None, (name, metric)
            else:
                assert got == value, (name, metric)


WORDS = """
2: hai
10: mười
15: mười lăm
21: hai mươi mốt, hăm mốt
40: bốn mươi, bốn chục
105: một trăm linh năm, một trăm lẻ năm
320: ba trăm hai mươi
"""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (int(line.split(":")[0]), words.strip())
        for line in WORDS.strip().splitlines()
        for words in line.split(":")[1].split(",")
    ],
)
def test_numbers_in_words_cover_the_whole_example(value: int, words: str) -> None:
    number = read_words(words, 0)
    assert number is not None
    assert (number.value, number.span.end) == (value, len(words))


@given(st.integers(0, 10**12))
def test_thousands_are_read_back(value: int) -> None:
    written = f"{value:,}".replace(",", ".")
    assert read_digits(written) == value
    number = read_number(f"{written} người", 0)
    assert number is not None
    assert (number.value, number.span.end) == (value, len(written))


@given(st.integers(0, 999), st.integers(0, 99))
def test_decimals_are_read_back(whole: int, part: int) -> None:
    assert read_digits(f"{whole},{part:02d}") == Decimal(f"{whole}.{part:02d}")


PERIODS = {
    "2016/..": "từ năm 2016 đến nay",
    "2015/2020": "giai đoạn 2015-2020",
    "2018-01/2018-06": "6 tháng đầu năm 2018",
    "2018-07/2018-12": "sáu tháng cuối năm 2018",
    "2025-01/2025-03": "quý i/2025",
    "2022": "đến hết năm 2022",
    "2021-06": "tháng 6/2021",
    "2021": "từ đầu năm đến nay",
    "2020": "năm qua",
    "2016-11-01/..": "từ ngày 1/11/2016",
}


@pytest.mark.parametrize("edtf", PERIODS)
def test_periods(edtf: str) -> None:
    words = PERIODS[edtf]
    (period,) = find_periods(words, 0, len(words), dt.date(2021, 10, 17))
    assert period.edtf == edtf


@pytest.mark.parametrize("words", ["so với năm 2017", "theo nghị quyết năm 2017", "những năm qua", "năm qua"])
def test_what_is_no_period_of_a_figure(words: str) -> None:
    assert list(find_periods(words, 0, len(words), None)) == []
