"""Bare figures stand in no table, and are not lost."""

import tomllib
from pathlib import Path

import pytest
from story import Story, unit

from reportgen.brief import brief

DISTRICT = unit("tỉnh An > huyện Bình")
CASES = tomllib.loads((Path(__file__).parent / "bare.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("said", "is_bare"), [(said, kind == "bare") for kind in CASES for said in CASES[kind]])
def test_a_figure_that_does_not_say_what_it_is_of_is_set_apart(said: str, is_bare: bool) -> None:
    figure, indicator = said.split(": ")
    value, counted = figure.split(" ", 1)
    story = Story("a", DISTRICT, f"Năm 2020: {figure}.")
    metric = story.metric(figure, DISTRICT, int(value), unit=counted, indicator=indicator or None, period="2020")
    (b,) = brief([story.facts(metric)])
    assert [r.metric for r in b.own.bare] == [metric] * is_bare
    assert [r.metric for r in b.own.figures] == [metric] * (not is_bare)
    assert all(r.marks == (1,) for r in (*b.own.bare, *b.own.figures))
