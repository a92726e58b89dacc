"""Sentences and single lines, from tables."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.parse.byline import byline_line
from reportgen.parse.captions import caption
from reportgen.parse.dateline import dateline
from reportgen.parse.furniture import KINDS, furniture
from reportgen.parse.glue import seams
from reportgen.parse.lines import Line, line_at
from reportgen.parse.newspapers import known, newspaper_province, opening_mark
from reportgen.parse.quotes import attribution
from reportgen.parse.sentences import sentences
from reportgen.text import Span

HERE = Path(__file__).parent
SENTENCES: list[dict[str, Any]] = tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))["case"]
LINES: dict[str, Any] = tomllib.loads((HERE / "lines.toml").read_text(encoding="utf-8"))


def line(words: str) -> Line:
    return line_at(words, Span(0, len(words)))


@pytest.mark.parametrize("case", SENTENCES, ids=lambda c: c["why"])
def test_sentences(case: dict[str, Any]) -> None:
    text = case.get("glue", " ").join(case["parts"])
    assert [s.of(text) for s in sentences(text, Span(0, len(text)))] == case["parts"]


@given(st.text(alphabet="aAđĐ .…?!”“\"'()-;,0159\n", max_size=80))
def test_sentences_of_any_text(text: str) -> None:
    """Sentences stand in order, apart, without blanks around them, and leave out no letter and no digit."""
    found = sentences(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(s.of(text) == s.of(text).strip() for s in found)
    kept = {i for s in found for i in range(s.start, s.end)}
    assert not any(c.isalnum() and i not in kept for i, c in enumerate(text))


@pytest.mark.parametrize(("day", "words"), [(d, w) for d, ws in LINES["datelines"].items() for w in ws])
def test_dateline(day: str, words: str) -> None:
    found = dateline(line(words))
    assert (found[0].isoformat() if found else "none") == day


@pytest.mark.parametrize(("words", "names"), LINES["bylines"].items())
def test_byline(words: str, names: list[str]) -> None:
    found = byline_line(line(words))
    assert found is not None
    assert list(found.names) == names


@pytest.mark.parametrize("words", LINES["not_bylines"]["lines"])
def test_no_byline(words: str) -> None:
    assert byline_line(line(words)) is None


@pytest.mark.parametrize(("kind", "words"), [(k, w) for k, ws in LINES["furniture"].items() for w in ws])
def test_furniture(kind: str, words: str) -> None:
    found = furniture(line(words))
    assert found is not None
    assert found.name == kind


@pytest.mark.parametrize("words", LINES["not_furniture"]["lines"])
def test_story_is_no_furniture(words: str) -> None:
    assert furniture(line(words)) is None


def test_every_kind_of_furniture_has_a_case() -> None:
    assert {kind.name for kind in KINDS} <= set(LINES["furniture"])


@pytest.mark.parametrize(("words", "expected"), LINES["marks"].items())
def test_mark(words: str, expected: list[str]) -> None:
    paper, length = opening_mark(words)
    assert [paper or "", words[length:]] == expected


def test_papers() -> None:
    assert known("LSO") == known("báo Lạng Sơn") == known("baolangson.vn") == "Báo Lạng Sơn"
    assert known("Đảng bộ") is None
    assert newspaper_province("Báo Hà Nội Mới") == "Hà Nội"
    assert newspaper_province("Baonghean") == "Nghệ An"
    assert newspaper_province("VTC News") is None


@pytest.mark.parametrize(("good", "words"), [(k, w) for k in ("yes", "no") for w in LINES["captions"][k]])
def test_caption(good: str, words: str) -> None:
    assert caption(line(words)) == (good == "yes")


@pytest.mark.parametrize(("good", "words"), [(k, w) for k in ("yes", "no") for w in LINES["attributions"][k]])
def test_attribution(good: str, words: str) -> None:
    assert attribution(line(words)) == (good == "yes")


@pytest.mark.parametrize(
    "parts",
    [
        ["Xã làm xong đường.", "Những kết quả bước đầu", "Sau một năm, xã có 12 chi bộ."],
        ["Xã về đích. ", "Diện mạo mới, sức sống mới ", "Đi qua một năm khó khăn, xã vẫn vững."],
        ["Dân góp công. ", "“Việc thông, công thoáng” ", "Là địa phương ven biển, xã đông dân."],
        ["Chủ tịch UBND tỉnh, ôngTrần Văn Tư và huyệnTân Hồng báo VietNamNet biết."],
        ["Ban Chỉ đạo tỉnh họp. Nhân kỷ niệm 90 năm Ngày thành lập Đảng, xã mít tinh."],
        ["Theo thẩm quyền của Ủy ban Kiểm tra Ngày 1/2/2018, huyện họp."],
        ["Xã giáp hai quận Hai Bà Trưng và Hoàng Mai. Quận ủy Hai Bà Trưng họp."],
    ],
    ids=lambda parts: parts[0][:25],
)
def test_seams(parts: list[str]) -> None:
    text = "".join(parts)
    cuts = [0, *seams(text), len(text)]
    assert [text[a:b] for a, b in pairwise(cuts)] == parts
