"""Figures in tables: each with its row's and its column's heads, from the table of cases."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.brief.evidence import sentence_of
from reportgen.clean import clean
from reportgen.extract.metrics import find_metrics
from reportgen.extract.scope import Scope
from reportgen.model import Cell, Place, Source, Table, Unit
from reportgen.parse import parse
from reportgen.text import Span

CASES = tomllib.loads((Path(__file__).parent / "grids.toml").read_text(encoding="utf-8"))["case"]
HUYEN = Unit((Place("tỉnh", "An Hải"), Place("huyện", "Bình Sen")))
XA = Unit((*HUYEN.path, Place("xã", "Mường Thượng")))


def source(case: dict[str, object]) -> Source:
    """A story with the table of `case` at its end, as a reader takes it out of a file."""
    text = "Huyện Bình Sen chăm lo sản xuất\n\nHuyện Bình Sen họp bàn việc đồng áng, theo bảng dưới đây.\n\n"
    caption = str(case.get("caption", ""))
    named = Span(len(text), len(text) + len(caption)) if caption else None
    text += f"{caption}\n" if caption else ""
    rows = case["rows"]
    assert isinstance(rows, list)
    cells: list[tuple[Cell, ...]] = []
    for i, row in enumerate(rows):
        spans: list[Cell] = []
        for words in row:
            spans.append(Cell(Span(len(text), len(text) + len(words)), i == 0))
            text += f"{words}\t"
        text = text[:-1] + "\n"
        cells.append(tuple(spans))
    return Source("bang", "bang.docx", text, "utf-8", tables=(Table(tuple(cells), named),))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_tables(case: dict[str, object]) -> None:
    read = source(case)
    article = parse(clean(read), read)
    found = find_metrics(article, Scope(HUYEN, (0, 10), (HUYEN, XA)), ())
    wanted = case["reads"]
    assert isinstance(wanted, list)
    assert len(found) == len(wanted), found
    for metric, fields in zip(found, wanted, strict=True):
        assert article.origin(metric.span).of(read.text) == article.quote(metric.span)
        for name, value in fields.items():
            got = metric.locality.label if name == "locality" and metric.locality else getattr(metric, name)
            assert got == (Decimal(value) if name in {"value", "of"} else value), (name, metric)


def test_a_figure_in_a_table_is_cited_by_its_row() -> None:
    read = source(CASES[0])
    article = parse(clean(read), read)
    metric = find_metrics(article, Scope(HUYEN), ())[0]
    row, paragraph = sentence_of(article, metric.span)
    assert article.words(row).split() == ["1", "Thu", "ngân", "sách", "12.400", "13.150,5"]
    assert paragraph == 1
