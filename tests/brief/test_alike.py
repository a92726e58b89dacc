"""Which figures of two localities stand in one row."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from story import Story
from two import BINH, SEN, compared

from reportgen.brief.alike import _NAMES, _OF_TWO, _PER_HEAD
from reportgen.brief.standing import _KINDS

CASES = tomllib.loads((Path(__file__).parent / "alike.toml").read_text(encoding="utf-8"))["case"]
MORE: dict[str, dict[str, Any]] = {
    "target": {"target": True},
    "change": {"change": "+"},
    "baseline": {"baseline": "năm 2017"},
    "bound": {"bound": "~"},
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_figures_that_are_alike_stand_in_a_row(case: dict[str, Any]) -> None:
    told = []
    for number, (where, figures) in enumerate(((BINH, case["figures"][:1]), (SEN, case["figures"][1:]))):
        sentences = [f"Câu {n} kể {n + 2} việc." for n, _ in enumerate(figures)]
        story = Story(f"s{number}", where, *sentences, published="2021-05-04")
        metrics = []
        for sentence, figure in zip(sentences, figures, strict=True):
            indicator, amount, period, *more = (part.strip() for part in figure.split("|"))
            value, _, unit = amount.partition(" ")
            fields: dict[str, Any] = {"indicator": indicator, "unit": unit, "period": period or None}
            for word in more:
                fields |= MORE[word]
            metrics.append(story.metric(sentence, where, value, **fields))  # type: ignore[arg-type]
        told.append(story.facts(story.measure(sentences[0], where), *metrics))
    rows = compared(told).figures
    assert bool(rows) == case["alike"], rows
    if case["alike"]:
        (row,) = rows
        assert [len(cell) for cell in row.cells] == case.get("cells", [1, 1])
        assert all(figure.row.marks for cell in row.cells for figure in cell)


def test_every_name_of_the_table_is_that_of_a_standing_indicator() -> None:
    known = frozenset().union(*(names for _, names in _KINDS))
    assert {*_NAMES, *_PER_HEAD, *_OF_TWO} - known == set()
