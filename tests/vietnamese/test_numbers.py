"""Numbers in digits and in words: the examples, and numbers written by hypothesis."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.numbers import (
    Number,
    read_digits,
    read_multiple,
    read_number,
    read_part,
    read_words,
    writes_english,
)

TABLE = tomllib.loads((Path(__file__).parent / "numbers.toml").read_text(encoding="utf-8"))
READERS: dict[str, Callable[[str, int], Number | None]] = {
    "digits": read_number,
    "words": read_words,
    "times": read_multiple,
    "parts": read_part,
}
WRITTEN = [(kind, value, form) for kind, rows in TABLE.items() for value, forms in rows.items() for form in forms]


@pytest.mark.parametrize(("kind", "value", "form"), WRITTEN)
def test_the_number_covers_the_whole_example(kind: str, value: str, form: str) -> None:
    number = READERS[kind](form, 0)
    assert number is not None
    first, _, whole = value.partition("/")
    assert (number.value, number.of) == (Decimal(first), Decimal(whole) if whole else None)
    assert number.span.of(form) == form


@given(st.integers(0, 10**12))
def test_thousands_are_read_back(value: int) -> None:
    written = f"{value:,}".replace(",", ".")
    assert read_digits(written) == value
    number = read_number(f"{written} người", 0)
    assert number is not None
    assert (number.value, number.span.end) == (value, len(written))


@given(st.integers(1000, 10**12))
def test_thousands_of_an_english_article_are_read_back(value: int) -> None:
    assert read_digits(f"{value:,}", english=True) == value


@given(st.integers(0, 999), st.integers(0, 99))
def test_decimals_are_read_back(whole: int, part: int) -> None:
    assert read_digits(f"{whole},{part:02d}") == Decimal(f"{whole}.{part:02d}")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("1,234,567 người, 2,500 hộ", True),
        ("12,500.75 triệu đồng", True),
        ("1.234.567 người, 2,500 hộ", False),
        ("2,500 hộ", False),
        ("1,234,567 người, tăng 2,5%", False),
    ],
)
def test_the_article_says_how_it_marks_thousands(text: str, english: bool) -> None:
    assert writes_english(text) is english
