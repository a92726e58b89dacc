"""Stories: which articles tell of the same event, so that what they say alike is one fact.

A story is known again by its runs of five words, which papers take from each other and from one announcement, and by its figures.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reportgen.brief.amounts import amount, digits
from reportgen.brief.evidence import sentence_of
from reportgen.model import Article, Extraction, Metric
from reportgen.text import Span
from reportgen.vietnamese.fold import fold

Near = Literal["sentence", "beside", "article", "event", "apart"]
"""Where two facts are told: in one sentence, beside each other, in one article, in two articles of one event, or of different events."""

_BESIDE = 3
"""Fewer sentences of one paragraph lie between two facts that are told beside each other; nobody repeats himself so soon."""

_RUN = 5  # words
_SAMPLE, _LONG = 8, 200  # of a story of more words, one run in eight is looked up
_WORD = re.compile(r"\w+(?:[.,/]\d+)*")

_SAME = 0.2
"""Share of the smaller story's runs that says that the event is the same; each point of the figures that both have stands for `_POINT`."""

_POINT = 0.04

_FEW = 50  # words
_LATER = dt.timedelta(days=120)

_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"/|^\d{1,2}\.\d{1,2}\.(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Story:
    """What the paragraphs of an article say, without captions and headings: `words` is how many, `runs` and `figures` which.

    `telling` are the figures that two stories hardly share by chance, with their points: 2 for three digits, 1 for two with a comma or
    of a noun.
    """

    extraction: Extraction
    words: int
    runs: frozenset[int]
    figures: frozenset[str]
    telling: dict[object, int]

    @property
    def sample(self) -> list[int]:
        """Some of the runs, the same ones in every copy: enough to find copies by."""
        return [run for run in self.runs if not run % _SAMPLE] if self.words > _LONG else list(self.runs)


def story(extraction: Extraction) -> Story:
    """The story that an article tells."""
    article = extraction.article
    told = fold(" ".join(article.words(b.span) for b in article.blocks if b.kind not in ("caption", "heading")))
    words = _WORD.findall(told)
    runs = (" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))
    return Story(
        extraction,
        len(words),
        frozenset(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs),
        figures := frozenset(word for word in words if word[0].isdigit()),
        _telling(figures, extraction.metrics),
    )


def _telling(figures: Iterable[str], metrics: Iterable[Metric]) -> dict[object, int]:
    points: dict[object, int] = {}
    for figure in figures:
        m = _NUMBER.match(figure)
        if m is None or _YEAR.fullmatch(m[0]) or _DATE.search(m[0]):
            continue
        told = len(re.sub(r"\D", "", m[0]).strip("0"))
        if told > 2 or (told == 2 and "," in m[0]):
            points[m[0]] = min(2, told - 1)
    for value, unit in map(amount, metrics):
        if unit and unit != "%" and digits(value) == 2:
            points[value, unit] = 1
    return points


class Stories:
    """Articles compared in pairs, each read once."""

    def __init__(self) -> None:
        self._read: dict[int, Story] = {}
        self._same: dict[tuple[int, int], bool] = {}

    def near(self, a: tuple[Extraction, Span], b: tuple[Extraction, Span]) -> Near:
        """How near to each other two facts are told: `a` and `b` are the articles and the spans in them."""
        if a[0] is not b[0]:
            return "event" if self._same_event(a[0], b[0]) else "apart"
        article = a[0].article
        if sentence_of(article, a[1]) == sentence_of(article, b[1]):
            return "sentence"
        return "beside" if beside(article, a[1], b[1]) else "article"

    def _same_event(self, a: Extraction, b: Extraction) -> bool:
        key = min(id(a), id(b)), max(id(a), id(b))
        if key not in self._same:
            self._same[key] = same_story(self._story(a), self._story(b))
        return self._same[key]

    def _story(self, extraction: Extraction) -> Story:
        if id(extraction) not in self._read:
            self._read[id(extraction)] = story(extraction)
        return self._read[id(extraction)]


def same_story(a: Story, b: Story) -> bool:
    """True where much of the smaller story's words stand in the other, or fewer beside several telling figures.

    Not for a few words, and not for stories of different times: the reports of every year are written on one pattern.
    """
    one, other = a.extraction.article.published, b.extraction.article.published
    if min(a.words, b.words) < _FEW or (one and other and abs(one - other) > _LATER):
        return False
    shared = len(a.runs & b.runs) / min(len(a.runs), len(b.runs))
    return shared + _POINT * sum(a.telling[figure] for figure in a.telling.keys() & b.telling.keys()) >= _SAME


def beside(article: Article, a: Span, b: Span) -> bool:
    """True where two spans of an article stand in one sentence, or in sentences of a paragraph that are near each other."""
    if sentence_of(article, a)[1] != sentence_of(article, b)[1]:
        return False
    first, last = sorted((a, b))
    between = [s for block in article.blocks for s in block.sentences if first.end <= s.end and s.start < last.start]
    return len(between) <= _BESIDE
