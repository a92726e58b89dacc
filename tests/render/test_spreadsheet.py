"""metrics.csv: every figure with all its fields, as a spreadsheet program reads it, and nothing in it that it computes."""

import csv
import datetime as dt
import io
import itertools
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model import Article, Extraction, Metric, Place, Source, Unit
from reportgen.render.spreadsheet import COLUMNS, spreadsheet
from reportgen.text import Span, Text
from reportgen.vietnamese.fold import fold

UNIT = Unit((Place("tỉnh", "An Hải"), Place("huyện", "Bình Sen")))


def told(name: str, words: str, *figures: str, **fields: Any) -> Extraction:
    """An article of these words, with a metric for each of `figures`."""
    day = dt.date(2021, 10, 17)
    source = Source(name, f"{name}.txt", words, "utf-8")
    article = Article(source, Text.raw(words), fold(words), None, (), day, None, (), ())
    given = dict.fromkeys(("to", "of", "unit", "bound", "change", "indicator", "period", "baseline"))
    metrics = []
    for figure in figures:
        at = words.index(figure)
        given |= {"value": Decimal(12), "target": False, "locality": UNIT} | fields
        metrics.append(Metric(span=Span(at, at + len(figure)), **given))
    return Extraction(article, (), (), tuple(metrics), ())


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_figure_with_all_its_fields() -> None:
    fields: dict[str, Any] = {"value": Decimal("12.50"), "to": Decimal(15), "unit": "%", "bound": ">="}
    fields |= {"change": "+", "target": True, "period": "2021", "baseline": "năm 2017"}
    fields |= {"indicator": "tỷ lệ hộ khá, giàu"}
    (row,) = read(spreadsheet([told("bài 1", "Phấn đấu tăng 12,5-15%.", "12,5-15%", **fields)]))
    assert tuple(row) == COLUMNS
    assert list(row.values()) == [
        *("bài 1", "2021-10-17", "tỉnh An Hải > huyện Bình Sen", "tỷ lệ hộ khá, giàu", "12.5", "15", "", "%"),
        *(">=", "+", "true", "2021", "năm 2017", "12,5-15%", "14", "22"),
    ]


def test_the_bytes_are_what_spreadsheet_programs_take_for_utf_8() -> None:
    data = spreadsheet([told("a", "Có 12 hộ,\ncó 5 xã.", "12 hộ", "5 xã")])
    assert data.startswith("\ufeffarticle,".encode())
    assert data.count(b"\r\n") == 3
    assert spreadsheet([]).endswith(b"start,end\r\n")


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [told(name, "Có 12 hộ, 5 xã.", "5 xã", "12 hộ") for name in "abc"]
    (data,) = {spreadsheet(order) for order in itertools.permutations(articles)}
    assert [(row["article"], row["quote"]) for row in read(data)] == [(n, q) for n in "abc" for q in ("12 hộ", "5 xã")]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", '=HYPERLINK("x";"y")'])
def test_words_of_an_article_are_never_a_formula(words: str) -> None:
    row = read(spreadsheet([told(words, words, words, unit=words, indicator=words, baseline=words)]))[0]
    assert {row[name] for name in ("article", "indicator", "unit", "baseline", "quote")} == {f"'{words}"}


@given(st.text(min_size=1))
def test_any_words_stay_one_row_and_read_back(words: str) -> None:
    (row,) = read(spreadsheet([told("a", words, words, indicator=words)]))
    assert row["quote"].removeprefix("'").encode() == words.removeprefix("'").encode("utf-8", "replace")
    assert not row["quote"].startswith(tuple("=+-@\t\r"))
    assert Span(int(row["start"]), int(row["end"])).of(words) == words
