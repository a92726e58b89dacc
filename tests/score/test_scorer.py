"""The scorer finds what it should, and gives the same numbers as the scorer of the shared gold where that is there."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from gate import CORPORA, Corpus, run
from scorer import KINDS, Field, Item, score

from reportgen.build import extract_file
from reportgen.render.jsonl import jsonl

THEIRS = Path(__file__).parents[3] / "shared/eval/score.py"
TEXT = "Phường An Lộc có 19/21 chi bộ ký cam kết theo Nghị quyết 02-NQ/TU.\nNăm 2021, đảng ủy mở 3 lớp.\nIn trang\n"


def at(words: str) -> list[int]:
    """Where `words` stand in TEXT."""
    return [TEXT.index(words), TEXT.index(words) + len(words)]


FIRST, SECOND, COUNTER = at(TEXT.split("\n")[0]), at(TEXT.split("\n")[1]), at("In trang")

GOLD: Mapping[str, Any] = {
    "title": "Phường An Lộc",
    "published": None,
    "newspaper": [],
    "authors": [],
    "body": [0, SECOND[1]],
    "captions": [],
    "headings": [],
    "boilerplate": [COUNTER],
    "localities": [{"path": "tỉnh X > phường An Lộc", "principal": True, "optional": False}],
    "directives": [
        {
            "type": "Nghị quyết", "number": "02", "symbol": "02-NQ/TU", "term": None, "body": None, "date": None,
            "issuer": None, "about": None, "issued_here": False, "mentions": [at("Nghị quyết 02-NQ/TU")], "optional": False,
        }
    ],
    "metrics": [
        {
            "span": at("19/21 chi bộ"), "value": 19, "to": None, "of": 21, "unit": "chi bộ", "bound": None, "change": None,
            "target": False, "period": None, "locality": "phường An Lộc", "indicator": "ký cam kết", "optional": False,
        },
        {
            "span": at("3 lớp"), "value": 3, "to": None, "of": None, "unit": "lớp", "bound": None, "change": None,
            "target": False, "period": "2021", "locality": None, "indicator": None, "optional": True,
        },
    ],
    "measures": [
        {
            "span": at("đảng ủy mở 3 lớp"), "themes": ["training"], "localities": ["phường An Lộc"],
            "status": "adopted", "optional": False,
        }
    ],
}  # fmt: skip

PERFECT: Mapping[str, Any] = {
    "article": {
        "title": "PHƯỜNG AN LỘC",
        "blocks": [{"kind": "paragraph", "span": FIRST}, {"kind": "paragraph", "span": SECOND}],
    },
    "localities": [{"path": "Tỉnh X > phường An Lộc", "principal": True}],
    "directives": [
        {"type": "nghị quyết", "number": "2", "symbol": "02-NQ/TU", "mentions": [at("quyết 02-NQ")]},
    ],
    "metrics": [
        {
            "span": at("19/21"), "value": 19.0, "of": 21, "unit": "chi bộ", "locality": "tỉnh X > phường An Lộc",
            "indicator": "đã ký cam kết",
        }
    ],
    "measures": [
        {
            "span": SECOND, "theme": "training", "actor": "đảng ủy", "status": "adopted",
            "locality": "tỉnh X > Phường An Lộc",
        }
    ],
}  # fmt: skip


def outcomes(**changes: Any) -> tuple[dict[str, list[str]], set[str]]:
    """Verdicts of each kind, and the fields that are wrong, for the perfect extraction with `changes`."""
    verdicts: dict[str, list[str]] = {kind: [] for kind in KINDS}
    wrong = set()
    for outcome in score(GOLD, {**PERFECT, **changes}, TEXT):
        match outcome:
            case Item(kind=kind, verdict=verdict):
                verdicts[kind].append(verdict)
            case Field(kind=kind, name=name, good=False):
                wrong.add(f"{kind} {name}")
    return verdicts, wrong


def altered(kind: str, **fields: Any) -> dict[str, Any]:
    return {kind: [{**PERFECT[kind][0], **fields}]}


def test_a_perfect_extraction_has_no_fault() -> None:
    verdicts, wrong = outcomes()
    assert verdicts == {kind: ["found"] for kind in KINDS}
    assert wrong == set()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_extracted_is_missed_unless_optional(kind: str) -> None:
    assert outcomes(**{kind: []})[0][kind] == ["missed"]


@pytest.mark.parametrize(
    ("kind", "fields", "verdicts"),
    [
        ("localities", {"path": "tỉnh Y > phường An Lộc"}, ["missed", "spurious"]),
        ("directives", {"number": "3"}, ["missed", "spurious"]),
        ("directives", {"type": "Kết luận"}, ["missed", "spurious"]),
        ("directives", {"mentions": [at("chi bộ")]}, ["missed", "spurious"]),
        ("metrics", {"of": None}, ["missed", "spurious"]),
        ("metrics", {"span": at("cam kết")}, ["missed", "spurious"]),
        ("metrics", {"span": at("3"), "value": 3, "of": None}, ["missed"]),
        ("measures", {"span": at("Năm 2021, đảng")}, ["missed", "spurious"]),
        ("measures", {"span": at("2021, đảng ủy")}, ["found"]),
    ],
)
def test_what_counts_as_found(kind: str, fields: dict[str, Any], verdicts: list[str]) -> None:
    assert outcomes(**altered(kind, **fields))[0][kind] == verdicts


@pytest.mark.parametrize(
    ("kind", "fields", "wrong"),
    [
        ("localities", {"principal": False}, "principal"),
        ("directives", {"symbol": "02-NQ/TW"}, "symbol"),
        ("directives", {"date": "2021"}, "date"),
        ("directives", {"issued_here": True}, "issued here"),
        ("metrics", {"unit": "đảng viên"}, "unit"),
        ("metrics", {"bound": ">"}, "bound"),
        ("metrics", {"target": True}, "target"),
        ("metrics", {"locality": "tỉnh X"}, "locality"),
        ("metrics", {"indicator": "cam"}, "indicator"),
        ("measures", {"theme": "economy"}, "theme"),
        ("measures", {"actor": None}, "actor named"),
        ("measures", {"status": "planned"}, "status"),
    ],
)
def test_what_makes_a_field_wrong(kind: str, fields: dict[str, Any], wrong: str) -> None:
    assert outcomes(**altered(kind, **fields))[1] == {f"{kind} {wrong}"}


@pytest.mark.parametrize(
    ("blocks", "wrong"),
    [
        ([FIRST], {"article paragraph kept"}),
        ([FIRST, [SECOND[0], COUNTER[1]]], {"article boilerplate dropped"}),
    ],
)
def test_the_page(blocks: list[list[int]], wrong: set[str]) -> None:
    article = {**PERFECT["article"], "blocks": [{"kind": "paragraph", "span": span} for span in blocks]}
    assert outcomes(article=article)[1] == wrong


def test_two_figures_are_not_one() -> None:
    twice = outcomes(metrics=[*PERFECT["metrics"], *PERFECT["metrics"]])[0]
    assert twice["metrics"] == ["found", "spurious"]


@pytest.mark.skipif(not THEIRS.exists(), reason="the shared scorer is not here")
@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_the_same_numbers_as_the_shared_scorer(corpus: Corpus, tmp_path: Path) -> None:
    lines = tmp_path / "predicted.jsonl"
    extractions = (jsonl(extract_file(corpus.article(name))) for name in corpus.ids())
    lines.write_text("".join(f"{line}\n" for line in extractions), encoding="utf-8")
    command = [sys.executable, THEIRS, "--json", "--gold", corpus.gold, "--articles", corpus.articles, lines]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout)
    ours = run(corpus)
    for kind in KINDS:
        assert ours.rates(kind) == tuple(theirs[kind][name] for name in ("precision", "recall", "f1"))
    for kind in ("article", *KINDS):
        assert ours.shares(kind) == theirs[kind]["fields"]
