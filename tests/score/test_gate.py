"""The gate falls when a score falls, and floors move only when asked to."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from gate import CORPORA, Corpus, gate

OWN = next(corpus for corpus in CORPORA if corpus.own)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """One article of the project's own with its gold, apart from the others."""
    name = OWN.ids()[0]
    gold, articles = tmp_path / "gold", tmp_path / "articles"
    gold.mkdir()
    articles.mkdir()
    copyfile(OWN.gold / f"{name}.json", gold / f"{name}.json")
    copyfile(OWN.article(name), articles / f"{name}.txt")
    return Corpus("one", gold, articles, own=True)


Run = Callable[..., tuple[bool, str]]


@pytest.fixture
def run(corpus: Corpus, tmp_path: Path) -> Run:
    def run(of: Corpus = corpus, pin: bool = False, allow_lower: bool = False) -> tuple[bool, str]:
        lines: list[str] = []
        good = gate([of], tmp_path / "floors.json", pin, allow_lower, lines.append)
        return good, "\n".join(lines)

    return run


def raise_floor(path: Path, name: str) -> None:
    """Puts a floor out of reach, as if the score had fallen since."""
    pinned = json.loads(path.read_text(encoding="utf-8"))
    pinned["one"]["floors"][name] = 2.0
    path.write_text(json.dumps(pinned), encoding="utf-8")


def test_without_floors_it_falls(run: Run) -> None:
    good, said = run()
    assert not good
    assert "PIN=1" in said


def test_it_holds_what_was_pinned(run: Run) -> None:
    assert run(pin=True)[0]
    good, said = run()
    assert good
    assert "gained" not in said
    assert "lost" not in said


def test_it_falls_below_a_floor_and_pinning_does_not_lower_it(run: Run, tmp_path: Path) -> None:
    run(pin=True)
    raise_floor(tmp_path / "floors.json", "metrics F1")
    for pin in (False, True):
        good, said = run(pin=pin)
        assert not good
        assert "BELOW THE FLOOR: metrics F1" in said
    assert run(allow_lower=True)[0]
    assert run()[0]


def test_it_says_what_was_gained_and_lost(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    run(pin=True)
    path = tmp_path / "floors.json"
    pinned = json.loads(path.read_text(encoding="utf-8"))
    article = corpus.ids()[0]
    figures = pinned["one"]["found"][article]["metrics"].split()
    pinned["one"]["found"][article]["metrics"] = " ".join(figures[1:])
    pinned["one"]["spurious"] = {article: {"measures": "0-5"}}
    path.write_text(json.dumps(pinned), encoding="utf-8")
    _, said = run()
    assert "gained: 1\n" in said
    assert figures[0] in said
    assert "no longer spurious: 1\n" in said
    gold_path = corpus.gold / f"{article}.json"
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    found = next(m for m in gold["metrics"] if f"{m['span'][0]}-{m['span'][1]}" == figures[-1])
    found["value"] = 12345.5
    gold_path.write_text(json.dumps(gold), encoding="utf-8")
    assert "lost: 1\n" in run()[1]


@pytest.mark.parametrize("own", [True, False])
def test_a_changed_corpus_is_noticed_and_outside_of_the_project_no_fault(run: Run, corpus: Corpus, own: bool) -> None:
    corpus = replace(corpus, own=own)
    run(corpus, pin=True)
    with corpus.article(corpus.ids()[0]).open("a", encoding="utf-8") as article:
        article.write("\n")
    good, said = run(corpus)
    assert good is not own
    assert "not those that floors were pinned on" in said


def test_a_corpus_that_is_not_here_is_left_alone(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    run(pin=True)
    before = (tmp_path / "floors.json").read_bytes()
    good, said = run(replace(corpus, gold=tmp_path / "none", own=False), pin=True)
    assert good
    assert "not here" in said
    assert (tmp_path / "floors.json").read_bytes() == before


def test_an_article_that_cannot_be_read_is_a_fault(run: Run, corpus: Corpus) -> None:
    run(pin=True)
    corpus.article(corpus.ids()[0]).write_bytes(b"")
    good, said = run()
    assert not good
    assert corpus.ids()[0] in said


def test_the_record_holds_no_words_of_articles() -> None:
    """Only names of articles and kinds, offsets, hashes and scores."""
    path = Path(__file__).with_name("floors.json")
    if not path.exists():
        pytest.skip("nothing pinned")
    allowed = {article for corpus in CORPORA for article in corpus.ids()}
    for corpus, pinned in json.loads(path.read_text(encoding="utf-8")).items():
        assert corpus in {c.name for c in CORPORA}
        for verdict in ("found", "spurious"):
            for article, kinds in pinned[verdict].items():
                assert article in allowed or not corpus.startswith("tests")
                for keys in kinds.values():
                    assert all(set(key) <= set("0123456789abcdef-") for key in keys.split())
