"""The gathered citation strings of the shared notes, where they are there: each found with type, number and symbol, and
nothing found in the hard negatives."""

import json
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from reportgen.clean import clean
from reportgen.extract import extract
from reportgen.model import Directive, Source
from reportgen.parse import parse

HERE = Path(__file__).parent
NOTES = HERE.parents[2] / "shared" / "notes" / "citations.jsonl"
ROWS = [json.loads(line) for line in NOTES.read_text(encoding="utf-8").splitlines()] if NOTES.exists() else []
FAILURES = tomllib.loads((HERE / "citations.toml").read_text(encoding="utf-8"))["failure"]


def _plain(words: str | None) -> str:
    return unicodedata.normalize("NFC", words or "").lower().replace(" ", "")


def _number(number: str | None) -> str:
    return (number or "").lstrip("0")


def _fits(found: Directive, wanted: dict[str, Any]) -> bool:
    named = wanted["symbol"] or wanted["number"] or _plain(found.term) == _plain(wanted["term"])
    return (
        bool(named)
        and _plain(found.type) == _plain(wanted["type"])
        and _number(found.number) == _number(wanted["number"])
        and _plain(found.symbol) == _plain(wanted["symbol"])
        and found.date == wanted["date"]
    )


def _params() -> list[object]:
    known = {(f["number"], f["term"]): f["why"] for f in FAILURES}
    out = []
    for at, row in enumerate(ROWS):
        why = next((known[k] for c in row["citations"] if (k := (c.get("plenum", ""), c["term"] or "")) in known), None)
        out.append(pytest.param(row, id=str(at), marks=[pytest.mark.xfail(reason=why, strict=True)] if why else []))
    return out


@pytest.mark.skipif(not ROWS, reason="the shared notes are not there")
@pytest.mark.parametrize("row", _params())
def test_citation(row: dict[str, Any]) -> None:
    source = Source("case", "case.txt", f"Tin hoạt động\n\n{row['text']}\n", "utf-8")
    left = list(extract(parse(clean(source), source)).directives)
    for wanted in row["citations"]:
        fits = [found for found in left if _fits(found, wanted)]
        assert fits, (wanted, left)
        left.remove(fits[0])
    assert not left
