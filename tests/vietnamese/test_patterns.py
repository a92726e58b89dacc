"""Patterns from word lists find what the plain pattern finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.patterns import alternation, starting

WORDS = ["xã", "thị xã", "thị trấn", "xã đội", "y tế", "q", "t.p", "63 tỉnh", "ban", "ban chỉ đạo", "bản"]
texts = st.lists(st.sampled_from([*WORDS, "x", "thị", " ", "  ", ".", "-", "1", "\n", "đ"]), max_size=12).map("".join)


@pytest.mark.parametrize("behind", [r"\w", r"\w."])
@given(text=texts)
def test_a_look_behind_within_the_words_is_one_before_them(behind: str, text: str) -> None:
    plain = re.compile(f"(?<![{behind}]){alternation(WORDS)}")
    assert [m.span() for m in re.finditer(starting(WORDS, behind), text)] == [m.span() for m in plain.finditer(text)]


@given(text=texts)
def test_what_ends_a_word_holds_for_it_alone(text: str) -> None:
    found = re.finditer(starting(["xã", "q"], ends={"xã": " |(?=:)", "q": r"(?=\d)"}), text)
    plain = re.finditer(r"(?<!\w)(?:xã(?: |(?=:))|q(?=\d))", text)
    assert [m.span() for m in found] == [m.span() for m in plain]
