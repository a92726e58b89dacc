"""Repairs, and that every repaired character still knows the source's words behind it."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.clean import REPAIRS, clean
from reportgen.model import Source
from reportgen.text import Span, Text
from reportgen.vietnamese.legacy_fonts import TCVN3, VNI

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


def cleaned(text: str) -> Text:
    return clean(Source("a", "a.txt", text, "utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_case(case: dict[str, str]) -> None:
    assert cleaned(case["read"]).string == case["becomes"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_clean_once_is_enough(case: dict[str, str]) -> None:
    assert cleaned(case["becomes"]).string == case["becomes"]


STORY = "Đảng bộ huyện Tân Hồng có 54 chi bộ, gần 1.200 đảng viên; nghị quyết số 02 về “đổi mới”."
WORDS = STORY.split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=8, max_size=30)
BLANKS = st.sampled_from([" ", "  ", "\u00a0", "\r\n", "\n\n", "\t", "&nbsp;", "\u200b ", " \u00ad"])
DISGUISES = {
    "plain": lambda w: w,
    "NFD": lambda w: unicodedata.normalize("NFD", w),
    "Ð": lambda w: w.replace("Đ", "Ð"),
    "entities": lambda w: w.replace("“", "&ldquo;").replace("ộ", "&#7897;"),
    "soft hyphens": lambda w: w[:1] + "\u00ad" + w[1:],
}


@given(words=TEXTS, blanks=st.data(), disguise=st.sampled_from(sorted(DISGUISES)))
def test_spans_show_the_source_words(words: list[str], blanks: st.DataObject, disguise: str) -> None:
    """A word found in the repaired text has the disguised word, and nothing else, behind it."""
    source, at = "", []
    for word in words:
        written = DISGUISES[disguise](word)
        at.append(Span(len(source), len(source) + len(written)))
        source += written + blanks.draw(BLANKS)
    text = cleaned(source)
    found = 0
    for word, origin in zip(words, at, strict=True):
        found = text.string.index(word, found)
        assert text.origin(Span(found, found + len(word))) == origin
        found += len(word)


@given(words=st.lists(st.sampled_from(WORDS), min_size=25, max_size=40), font=st.sampled_from([VNI, TCVN3]))
def test_spans_in_old_fonts(words: list[str], font: object) -> None:
    assert font in (VNI, TCVN3)
    codes = {letter: code for code, letter in font.codes.items()}  # type: ignore[attr-defined]
    story = ["Huyện ủy chỉ đạo các đảng ủy xã tổ chức học tập nghị quyết", *words]
    plain = [
        w if font is VNI else w[:1] + w[1:].lower() for w in " ".join(story).replace("“", '"').replace("”", '"').split()
    ]
    source = " ".join("".join(codes.get(c, c) for c in w) for w in plain)
    text = cleaned(source)
    assert text.string == " ".join(plain)
    for i, written in enumerate(source.split()):
        start = len(" ".join(plain[:i])) + (i > 0)
        assert text.origin(Span(start, start + len(plain[i]))).of(source) == written


@given(st.text(max_size=200))
def test_any_text(string: str) -> None:
    """No text breaks a repair, and the map stays in order and inside the source."""
    text = cleaned(string)
    assert len(text.string) == len(text.starts) == len(text.ends)
    assert all(0 <= a < b <= len(string) for a, b in zip(text.starts, text.ends, strict=True))
    assert list(text.starts) == sorted(text.starts)


def test_repairs_are_named() -> None:
    assert len({name for name, _ in REPAIRS}) == len(REPAIRS)
