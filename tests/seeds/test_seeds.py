"""The sample articles: each has the mess that it is there for, and their gold is what its annotation compiles to."""

import importlib.util
import json
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
GOLD = ROOT / "tests" / "gold"


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


MESS = {
    "letters decomposed": lambda t: unicodedata.normalize("NFC", t) != t,
    "lines end in CRLF": lambda t: "\r\n" in t,
    "Ð for Đ": lambda t: "\u00d0" in t,
    "no-break spaces": lambda t: "\u00a0" in t,
    "old tone placement": lambda t: "uỷ" in t,
    "a comment box": lambda t: "bình luận" in t.lower(),
    "a newspaper mark": lambda t: ") -" in t or ") –" in t,
    "T.Ư": lambda t: "T.Ư" in t or "TƯ" in t,
}


@pytest.mark.parametrize("kind", sorted(MESS))
def test_between_them_the_seeds_have_the_mess_of_real_pages(kind: str) -> None:
    assert any(MESS[kind](text_of(path)) for path in SEEDS)


def test_a_lead_is_printed_twice_and_a_date_is_missing() -> None:
    repeated = [p for p in SEEDS if any(len(x) > 120 and text_of(p).count(x) > 1 for x in text_of(p).splitlines())]
    assert repeated
    undated = [g for g in GOLD.glob("*.json") if json.loads(g.read_text(encoding="utf-8"))["published"] is None]
    assert undated


def test_every_seed_has_gold() -> None:
    assert [p.stem for p in SEEDS] == sorted(g.stem for g in GOLD.glob("*.json"))
    assert len(SEEDS) == 8


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_gold_reads_back(path: Path) -> None:
    text = text_of(path)
    gold = json.loads((GOLD / f"{path.stem}.json").read_text(encoding="utf-8"))
    for metric in gold["metrics"]:
        start, end = metric["span"]
        assert text[start:end] == metric["quote"]
    for measure in gold["measures"]:
        assert text[measure["span"][0] :].startswith(measure["quote"])
    assert len([x for x in gold["localities"] if x["principal"]]) == 1


def test_gold_is_what_the_annotations_compile_to() -> None:
    spec = importlib.util.spec_from_file_location("compile_gold", GOLD / "compile_gold.py")
    assert spec
    assert spec.loader
    compiler = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(compiler)
    for path in sorted(GOLD.glob("*.json")):
        assert compiler.compiled(path.stem) == path.read_text(encoding="utf-8"), path.name
