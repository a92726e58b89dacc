"""Weight: how much a fact says of the whole brief, from who tells it, where, when and what."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from reportgen.brief.general import is_general
from reportgen.brief.summary.acting import acting
from reportgen.brief.wording import wording
from reportgen.model import Citation, Measure, MeasureLine, SourceArticle, Unit
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.brief.summary", "fit.toml")
_SOFT, _ASKING = frozenset(_TABLE["soft"]), frozenset(_TABLE["asking"])
_HELD = re.compile(
    rf"(?:(?:tổ chức|khai mạc|long trọng|mở|có)[ ])+(?:\w+[ ]){{0,2}}{alternation(_TABLE['held'])}(?!\w)"
)
_GENERAL = re.compile(rf"(?<!\w){alternation(_TABLE['general'])}(?!\w)")
_PERSON = re.compile(rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Đđ]ồng chí|[Hh]ộ)[ ][{UPPER}]")
_POST = re.compile(rf"(?<!\w){alternation(_TABLE['posts'])}(?!\w)")
_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?!\d)|(?<=/)(?:19|20)\d\d(?!\d)")
_DAY_WITHOUT_YEAR = re.compile(r"(?<![\d/.])\d{1,2}[/.-]\d{1,2}(?![\d/.-])")

_DAY = re.compile(r"(?:ngày|Ngày)[ ]\d{1,2}(?![/\d])")
_FIGURES = 2
"""Figures with which an act that says little by itself ("tập trung chỉ đạo") says something."""

_EARLY = 0.2
"""The part of what is told of an article, in characters, in which its main matter stands."""

_LONG = 220
"""Characters from which on a statement is long for a summary."""


class Weighing:
    """Weighs the facts of one brief by its citations and articles."""

    def __init__(self, unit: Unit, citations: Sequence[Citation], articles: Sequence[SourceArticle]) -> None:
        self._citations = {c.number: c for c in citations}
        self._articles = articles
        days = [a.published for a in articles if a.published]
        self.until = max(days, default=None)
        self.several_years = bool(days) and (max(days) - min(days)).days > 366
        around = set(wording(unit.full).content)
        self._titles = [set(wording(a.title or "").content) - around for a in articles]
        self._ends = [0] * len(articles)
        for c in citations:
            self._ends[c.article] = max(self._ends[c.article], c.span.end)

    def sentences(self, marks: Iterable[int]) -> tuple[str, ...]:
        """The sentences behind `marks`."""
        return tuple(self._citations[mark].words for mark in marks)

    def articles(self, marks: Iterable[int]) -> frozenset[int]:
        """The indices of the articles behind `marks`."""
        return frozenset(self._citations[mark].article for mark in marks)

    def published(self, marks: Iterable[int]) -> dt.date | None:
        """The day of the newest of the articles behind `marks`."""
        days = [day for n in self.articles(marks) if (day := self._articles[n].published)]
        return max(days, default=None)

    def age(self, marks: Iterable[int]) -> int:
        """Whole years between the newest article of the brief and the newest of those behind `marks`."""
        day = self.published(marks)
        return (self.until - day).days // 365 if self.until and day else 0

    def is_new(self, marks: Iterable[int]) -> bool:
        """True where one of the articles behind `marks` is of the last year of the brief; one without a date is so only by itself."""
        marks = tuple(marks)
        return self.age(marks) == 0 and (self.until is None or self.published(marks) is not None)

    def told(self, marks: Sequence[int], words: str) -> int:
        """What speaks for a fact whatever its kind: articles that tell it, the headline and the beginning of one; its age against it."""
        said = set(wording(words).content)
        matter = max(len(said & title) / (len(title) or 1) for title in (self._titles[n] for n in self.articles(marks)))
        cited = [self._citations[mark] for mark in marks]
        early = any(c.span.start <= _EARLY * self._ends[c.article] for c in cited)
        more = min(len(self.articles(marks)) - 1, 2)
        return 3 * more + (matter >= 0.25) + (matter >= 0.45) + early - min(self.age(marks), 3)

    def measure(self, line: MeasureLine) -> int:
        """The weight of an act: what can be counted and named in it, and what kind of act it is."""
        m = line.measure
        figures = len(wording(_DAY.sub(" ", m.text)).anchors)
        weight = self.told(line.marks, m.text) + min(figures, 2) + bool(m.directives)
        weight -= (
            (len(m.text) > _LONG)
            + 3 * (is_general(m) or (not figures and bool(_GENERAL.search(fold(m.text)))))
            + 3 * is_private(m)
            + self._past(line)
        )
        if self.several_years and _DAY_WITHOUT_YEAR.search(m.text) and not _YEAR.search(m.text):
            weight -= 1
        return weight + _of_kind(m, figures)

    def _past(self, line: MeasureLine) -> int:
        """What speaks against an act that lay some years back when it was told."""
        years, day = [int(y) for y in _YEAR.findall(line.measure.text)], self.published(line.marks)
        back = day.year - max(years) if day and years else 0
        return (back >= 3) + (back >= 6)


def is_private(measure: Measure) -> bool:
    """True where a statement names a person as such, not for a post, so that it may be that person's affair."""
    return bool(_PERSON.search(measure.text)) and not _POST.search(fold(measure.text))


def _of_kind(measure: Measure, figures: int) -> int:
    """What kind of act it is: one that can be named, one that says little without figures, one that only asks or meets."""
    act = acting(measure)
    if act is None or _HELD.search(fold(measure.text)):
        return -4
    kind = -4 if act.verb in _ASKING else 0 if not act.certain else 1
    if act.verb in _SOFT:
        kind = -2 if figures < _FIGURES else 0
    return kind - act.passive
