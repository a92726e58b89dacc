"""Whose fact each fact is: a table of little stories."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import UNITS, localities, story

from reportgen.extract.scope import Scope, find_scope

STORIES = tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))["story"]
WORDS = [
    "Xã Cam", "xã Dừa", "Huyện", "huyện ủy", "toàn xã", "các xã", "ông Tư", "cho biết:", "“", "”", "3 lớp", ",", ";", ".", "\n", "(", ")",
    "thôn Mơ", "Tại", "Theo", "mở", "trong đó", "Huyện ủy Bình", "đảng ủy", "phường Đào",
]  # fmt: skip


@pytest.mark.parametrize(
    ("tale", "phrase", "label"),
    [pytest.param(s, p, u, id=f"{s['name']}: {p}") for s in STORIES for p, u in s["at"].items()],
)
def test_a_phrase_speaks_of_its_unit(tale: dict[str, Any], phrase: str, label: str) -> None:
    article = story(tale["text"])
    string = article.text.string
    assert string.count(phrase) == 1
    unit = find_scope(article, localities(tale["text"], tale["main"])).at(string.index(phrase))
    assert (unit.label if unit else "") == label


def test_without_a_principal_unit_nothing_is_certain() -> None:
    assert find_scope(story("Xã Cam mở 3 lớp."), ()) == Scope(None)
    assert Scope(None).at(5) is None


def test_a_headline_without_a_story_speaks_of_the_principal_unit() -> None:
    bare = replace(story("Huyện Bình"), blocks=())
    assert find_scope(bare, localities("Huyện Bình", "huyện Bình")).at(0) == UNITS[0]


def test_before_the_story_the_principal_unit_is_in_view() -> None:
    assert Scope(UNITS[0], (10,), (UNITS[1],)).at(3) == UNITS[0]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_every_place_of_any_text_has_a_known_unit(words: list[str]) -> None:
    text = "Mở đầu " + " ".join(words)
    scope = find_scope(story(text), localities(text, "huyện Bình"))
    assert list(scope.starts) == sorted(set(scope.starts))
    assert {scope.at(i) for i in range(len(text))} <= set(UNITS)
