"""Dates in running text, whole and partial."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.dates import find_dates

TABLE = tomllib.loads((Path(__file__).parent / "dates.toml").read_text(encoding="utf-8"))
WRITTEN = [(iso, form) for iso, forms in TABLE["wild"].items() for form in forms]


@pytest.mark.parametrize(("iso", "form"), WRITTEN)
def test_form(iso: str, form: str) -> None:
    (found,) = find_dates(form)
    assert (found.iso, found.span.of(form)) == (iso, form)


@pytest.mark.parametrize("row", TABLE["sentence"], ids=lambda r: r["text"][:30])
def test_sentence(row: dict[str, list[str] | str]) -> None:
    text = str(row["text"])
    assert [m.span.of(text) for m in find_dates(text)] == row["dates"]


@given(st.dates(dt.date(1930, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(["{d}/{m}/{y}", "{d:02}-{m:02}-{y}"]))
def test_every_day(day: dt.date, form: str) -> None:
    text = "Hội nghị " + form.format(d=day.day, m=day.month, y=day.year) + ", huyện họp"
    assert [m.date for m in find_dates(text)] == [day]


def test_range_keeps_its_surroundings() -> None:
    text = "sáng 16/4 và ngày 30/2020/NĐ-CP"
    assert [m.span.of(text) for m in find_dates(text, 5)] == ["16/4"]
    assert find_dates(text, 6, 14) == ()
