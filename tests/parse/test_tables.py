"""Tables: their words stand in the source, in the article's string, and in no block."""

from __future__ import annotations

import unicodedata

import pytest

from reportgen.clean import clean
from reportgen.model import Cell, Source, Table
from reportgen.parse import parse
from reportgen.text import Span

STORY = (
    "Xã Tân An vượt thu\n\nNăm 2021, xã Tân An thu 12 tỷ đồng, theo bảng dưới đây.\n\nThu ngân sách các thôn\n"
    "Thôn\tThu (triệu đồng)\nHạ\t420\nThượng\t\n\nCác thôn đều vượt kế hoạch mà Đảng ủy xã giao từ đầu năm.\n"
)


def source(text: str) -> Source:
    def cell(words: str, head: bool) -> Cell:
        at = text.index(words, text.index("Thu ngân sách") + 22) if words else text.index("Thượng\t") + 7
        return Cell(Span(at, at + len(words)), head)

    rows = (("Thôn", "Thu (triệu đồng)"), ("Hạ", "420"), ("Thượng", ""))
    title = text.index("Thu ngân sách")
    grid = Table(
        tuple(tuple(cell(w, not i) for w in row) for i, row in enumerate(rows)), Span(title, text.index("\nThôn"))
    )
    return Source("a", "a.docx", text, "utf-8", (grid,))


@pytest.mark.parametrize("zero", ["", "\u200b\u00ad"], ids=["as it is", "with invisible characters"])
def test_tables_of_an_article(zero: str) -> None:
    read = source(zero + STORY.replace("\n\n", f"\n{zero}\n"))
    found = parse(clean(read), read)
    (table,) = found.tables
    assert [[found.words(c.span) for c in row] for row in table.rows] == [
        ["Thôn", "Thu (triệu đồng)"],
        ["Hạ", "420"],
        ["Thượng", ""],
    ]
    assert table.caption is not None
    assert found.words(table.caption) == "Thu ngân sách các thôn"
    assert found.quote(table.rows[1][1].span) == "420"
    assert [b.kind for b in found.blocks] == ["lead", "paragraph"]
    assert not any(b.span.overlaps(c.span) for b in found.blocks for row in table.rows for c in row)


def test_a_table_without_words_is_none() -> None:
    text = unicodedata.normalize("NFC", "Xã Tân An họp bàn việc làm đường.\n-\t-\n")
    read = Source("a", "a.docx", text, "utf-8", (Table(((Cell(Span(34, 35), False), Cell(Span(36, 37), False)),)),))
    assert parse(clean(read), read).tables == ()
