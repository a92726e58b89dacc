"""Which units little articles name, which of them is the principal one, and what holds for any text."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import page

from reportgen.extract.localities import find_localities

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]
WORDS = [
    "xã", "huyện", "Thành ủy", "TP.", "H.", "tỉnh", "các xã", "Tân Thành", "Vân Hồ", "Hà Tĩnh", "Cà Mau", "8", ",", "và", "(", ")", "\n",
    "Nguyễn Văn", "Bí thư", "thôn", "Đắk R’Lấp", "cũ", "là", "TPHCM", "-", "P.", "“", "ngụ", "XÃ",
]  # fmt: skip


def params() -> list[Any]:
    known = pytest.mark.xfail(strict=True, reason="known failure")
    return [pytest.param(c, id=c["name"], marks=known if c["kind"] == "open" else ()) for c in CASES]


@pytest.mark.parametrize("case", params())
def test_units_of_a_little_article(case: dict[str, Any]) -> None:
    found = find_localities(page(case))
    assert sorted(("* " if x.principal else "") + x.unit.full for x in found) == sorted(case["units"])
    for label, words in case.get("mentions", {}).items():
        (place,) = (x for x in found if x.unit.label == label)
        assert [m.of(page(case).text.string) for m in place.mentions] == words


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_text_has_one_principal_unit_at_most_and_mentions_in_order(words: list[str]) -> None:
    article = page({"text": "Mở đầu " + " ".join(words)})
    found = find_localities(article)
    assert sum(x.principal for x in found) <= 1
    spans = sorted(m for x in found for m in x.mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(m.of(article.text.string).strip() for m in spans)
    assert len({x.unit.path for x in found}) == len(found)
