"""Whole pages to articles, in every disguise that a file can wear."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.clean import clean
from reportgen.model import Article, Source
from reportgen.parse import parse

PAGES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "pages.toml").read_text(encoding="utf-8"))["page"]

DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": lambda s: s,
    "NFD": lambda s: unicodedata.normalize("NFD", s),
    "CRLF": lambda s: s.replace("\n", "\r\n"),
    "Ð": lambda s: s.replace("Đ", "Ð"),
    "no-break spaces": lambda s: s.replace(" ", "\u00a0"),
    "entities": lambda s: s.replace("“", "&ldquo;").replace(" ", "&nbsp; "),
    "soft hyphens": lambda s: s.replace("ng", "n\u00adg"),
}


def article(text: str) -> Article:
    source = Source("a", "a.txt", text, "utf-8")
    return parse(clean(source), source)


def facts(found: Article) -> dict[str, Any]:
    return {
        "title": found.title,
        "published": found.published.isoformat() if found.published else None,
        "newspaper": found.newspaper,
        "authors": list(found.authors),
    }


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("page", PAGES, ids=lambda p: p["why"][:40])
def test_page(page: dict[str, Any], disguise: str) -> None:
    found = article(DISGUISES[disguise](page["text"]))
    assert facts(found) == {
        "title": page.get("title"),
        "published": page.get("published"),
        "newspaper": page.get("newspaper"),
        "authors": page.get("authors", []),
    }
    assert [b.kind for b in found.blocks] == [kind for kind, _ in page["blocks"]]
    for block, (_, words) in zip(found.blocks, page["blocks"], strict=True):
        assert found.words(block.span).startswith(words)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p["why"][:40])
def test_shape(page: dict[str, Any]) -> None:
    check_shape(article(page["text"]))


def check_shape(found: Article) -> None:
    """Blocks stand apart and in order, sentences inside their block, and the source has words behind each."""
    ends = [0, *(b.span.end for b in found.blocks)]
    assert all(end <= b.span.start < b.span.end for end, b in zip(ends, found.blocks, strict=False))
    for block in found.blocks:
        assert all(block.span.covers(s) for s in block.sentences)
        assert block.speaker is None or block.span.covers(block.speaker)
        assert all(found.quote(s).strip() for s in block.sentences)
    for span in found.title_spans:
        assert found.quote(span)


def test_pull_quote_has_its_speaker() -> None:
    found = article(next(p["text"] for p in PAGES if "pull-quote" in p["why"]))
    (quote,) = [b for b in found.blocks if b.kind == "quote"]
    assert quote.speaker is not None
    assert found.words(quote.speaker) == "Bà Ngô Thị Mai, Bí thư Chi bộ khối Thượng, phường Bình An"
    assert len(quote.sentences) == 2


LINES = st.sampled_from([line for page in PAGES for line in page["text"].split("\n")])


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\n\n", " ", "\r\n"]))
def test_lines_in_any_order(lines: list[str], between: str) -> None:
    """However the lines of pages are shuffled, parsing holds its shape."""
    check_shape(article(between.join(lines)))


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check_shape(article(text))
