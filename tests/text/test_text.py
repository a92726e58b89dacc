"""Text keeps its map through any chain of substitutions."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text import Span, Text

REPLACEMENTS = st.lists(
    st.tuples(st.sampled_from(["a", "ab", "b+", r"\s+", ".", "(?<=a)b"]), st.sampled_from(["", "x", "yy", "a"])),
    max_size=5,
)
STRINGS = st.text(alphabet="ab \n\u0301đ", max_size=30)


@given(STRINGS, REPLACEMENTS)
def test_every_character_points_into_the_source(string: str, steps: list[tuple[str, str]]) -> None:
    text = Text.raw(string)
    for pattern, replacement in steps:
        text = text.sub(re.compile(pattern, re.S), replacement)
    assert len(text.string) == len(text.starts) == len(text.ends)
    for i in range(len(text)):
        origin = text.origin(Span(i, i + 1))
        assert 0 <= origin.start < origin.end <= len(string)
        if i:
            before = text.origin(Span(i - 1, i))
            assert before.start <= origin.start
            assert before.end <= origin.end


@given(STRINGS)
def test_untouched_text_is_its_own_source(string: str) -> None:
    text = Text.raw(string).sub(re.compile("never"), "x")
    for i in range(len(string)):
        assert text.origin(Span(i, i + 1)) == Span(i, i + 1)


@given(STRINGS, st.sampled_from(["", "x", "yyy"]))
def test_sub_is_re_sub(string: str, replacement: str) -> None:
    pattern = re.compile("a+")
    assert Text.raw(string).sub(pattern, replacement).string == pattern.sub(replacement, string)


def test_kept_characters_keep_their_place() -> None:
    text = Text.raw("xã  Vân\u00a0Hồ").sub(re.compile(r"[ \u00a0]+"), " ")
    name = Span(text.string.index("Vân"), len(text.string))
    assert text.origin(name).of("xã  Vân\u00a0Hồ") == "Vân\u00a0Hồ"


@pytest.mark.parametrize("span", [Span(1, 1), Span(2, 1), Span(-1, 2), Span(0, 9)])
def test_no_such_span(span: Span) -> None:
    with pytest.raises(ValueError, match="no such span"):
        Text.raw("abc").origin(span)


def test_spans() -> None:
    assert Span(0, 3).overlaps(Span(2, 4))
    assert not Span(0, 3).overlaps(Span(3, 4))
    assert Span(0, 4).covers(Span(1, 4))
    assert not Span(0, 4).covers(Span(1, 5))
    assert Span(1, 3).shift(2) == Span(3, 5)
    assert len(Span(1, 3)) == 2
    assert list(Span(1, 3)) == [1, 3]
