"""What stands in a summary, and in which words: cases from `summary.toml`; whatever stands there holds."""

import itertools
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from story import Story, unit

from reportgen.brief import brief
from reportgen.model import Brief, Extraction, Unit
from reportgen.render.markdown import render_markdown
from reportgen.render.summary import sentences
from reportgen.render.templates import labels
from reportgen.verify.support import unsupported, words

DISTRICT = unit("tỉnh An > huyện Bình")
CASES = tomllib.loads((Path(__file__).parent / "summary.toml").read_text(encoding="utf-8"))


def told(b: Brief, lang: str = "vi") -> list[str]:
    """The sentences of the summary, without marks."""
    found = sentences(b.summary, len(b.articles), lang, labels(lang, None))
    assert all(sentence[-1].marks for sentence in found)
    return ["".join(piece.joined + piece.words for piece in sentence) for sentence in found]


def where(fact: dict[str, Any]) -> Unit:
    return unit(f"tỉnh An > huyện Bình > {fact.pop('where')}") if "where" in fact else DISTRICT


def story(name: str, case: dict[str, Any]) -> Extraction:
    """An article of the case: its sentences, and facts as tables whose first key says their kind and their words."""
    s = Story(name, DISTRICT, *case["sentences"], published=case.get("published"))
    found: list[Any] = []
    for fact in ({**fact} for fact in case["facts"]):
        place = where(fact)
        if "measure" in fact:
            found.append(s.measure(fact.pop("measure"), place, **fact))
        elif "metric" in fact:
            numbers = {key: Decimal(fact.pop(key)) for key in ("value", "of") if key in fact}
            found.append(s.metric(fact.pop("metric"), place, **numbers, **fact))
        else:
            found.append(s.directive(fact.pop("directive"), place, fact.pop("kind"), **fact))
    return s.facts(*found)


@pytest.mark.parametrize("case", CASES["act"], ids=lambda c: c.get("why", c["text"][:40]))
def test_an_act_stands_alone_or_is_not_told(case: dict[str, Any]) -> None:
    s = Story("a", DISTRICT, case["text"], "Trời mưa.", published="2020-12-01")
    (b,) = brief([s.facts(s.measure(case["text"], DISTRICT, actor=case["actor"] or None))])
    assert told(b) == ([case["text"]] if case["told"] else [])


@pytest.mark.parametrize("case", CASES["figure"], ids=lambda c: c.get("why", c["text"][:40]))
def test_a_figure_is_told_in_whole_words_or_not(case: dict[str, Any]) -> None:
    fact = {"metric": case["text"].rstrip("."), **case["metric"]}
    (b,) = brief([story("a", {"sentences": [case["text"]], "facts": [fact], "published": "2021-01-15"})])
    assert told(b) == ([case["told"]] if "told" in case else [])
    if "en" in case:
        assert told(b, "en") == [case["en"]]


@pytest.mark.parametrize("case", CASES["summary"], ids=lambda c: c["name"])
def test_a_summary(case: dict[str, Any]) -> None:
    found = [story(f"a{n}", each) for n, each in enumerate(case["story"])]
    for order in itertools.permutations(found):
        (b,) = brief(order)
        assert told(b) == case["told"]
    if "en" in case:
        assert told(b, "en") == case["en"]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("case", CASES["summary"], ids=lambda c: c["name"])
def test_the_sentences_cited_hold_all_words_and_figures(case: dict[str, Any], lang: str) -> None:
    found = [story(f"a{n}", each) for n, each in enumerate(case["story"])]
    (b,) = brief(found)
    said = words(
        " ".join(map(str, _leaves(labels(lang, None)))) + " " + b.unit.full + " January March May June 2016 2020"
    )
    texts = [e.article.text.string for e in found]
    for sentence in sentences(b.summary, len(b.articles), lang, labels(lang, None)):
        quotes = [c.words for c in b.citations if any(c.number in piece.marks for piece in sentence)]
        line = "".join(piece.joined + piece.words for piece in sentence)
        dated = [e.article.published for e in found if e.article.published]
        if not b.summary.issued and not b.summary.basis:  # documents here have fields that their sentences do not say
            assert list(unsupported(line, quotes, texts, dated, said)) == []


def _leaves(table: Any) -> Any:
    for value in table.values():
        yield from _leaves(value) if isinstance(value, dict) else [value]


def test_a_document_of_whose_number_the_articles_disagree_is_not_told() -> None:
    fields = {
        "date": "2020-03-05",
        "issuer": "Huyện ủy Bình",
        "about": "nâng cao chất lượng sinh hoạt chi bộ",
        "issued_here": True,
    }
    found = []
    for name, number in (("a", "12"), ("b", "21")):
        s = Story(name, DISTRICT, f"Ban hành Kế hoạch số {number}-KH/HU.")
        words_of_it = f"Kế hoạch số {number}-KH/HU"
        found.append(
            s.facts(s.directive(words_of_it, DISTRICT, "Kế hoạch", number, symbol=f"{number}-KH/HU", **fields))
        )
    (b,) = brief(found)
    assert [len(row.numbers) for row in b.own.directives] == [2]
    assert told(b) == []


def test_every_sentence_of_the_page_has_its_marks() -> None:
    found = [story(f"a{n}", each) for n, each in enumerate(CASES["summary"][0]["story"])]
    page = render_markdown(brief(found)[0])
    summary = page.split("## Tóm tắt\n\n")[1].split("\n\n")[0].splitlines()
    assert len(summary) == 6
    assert all(line.endswith("]") and ".[^" in line for line in summary)
