"""Merging: the same fact told in several places is one line with all its sources.

Only what is certainly the same is merged: a second line is a smaller fault than a wrong one. A fact joins a line only if it is
the same as each fact of it, so that a chain of small differences never ties two things together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from reportgen.brief.amounts import amount
from reportgen.brief.evidence import sentence_of
from reportgen.brief.order import concreteness
from reportgen.brief.same_document import join_document, same_document
from reportgen.brief.same_measure import same_measure
from reportgen.brief.same_metric import fuller, same_metric
from reportgen.brief.stories import Stories, beside
from reportgen.model import Directive, Extraction, Measure, Metric
from reportgen.text import Span

F = TypeVar("F", Measure, Metric, Directive)
Found = tuple[Extraction, F]
Told = tuple[Extraction, Span]
"""One place where a fact is told: its article, and the span in the repaired text."""

Merged = tuple[F, tuple[Told, ...]]


def articles_of(told: Iterable[Told]) -> int:
    """How many articles tell it; a copy of an article counts once."""
    return len({extraction.article.source.text for extraction, _ in told})


def measures(found: Sequence[Found[Measure]], stories: Stories) -> list[Merged[Measure]]:
    """Acts, each in the most concrete of its wordings, the shortest of those."""

    def same(a: Found[Measure], b: Found[Measure]) -> bool:
        return same_measure(a[1], b[1], stories.near(_place(a), _place(b)))

    def said(line: Sequence[Found[Measure]]) -> Measure:
        return max((m for _, m in line), key=lambda m: (concreteness(m), -len(m.text)))

    return [(said(line), _told(line)) for line in _lines(found, same)]


def metrics(found: Sequence[Found[Metric]], stories: Stories) -> list[Merged[Metric]]:
    """Figures, each in the form that says most."""

    crowded = _crowded(found)

    def same(a: Found[Metric], b: Found[Metric]) -> bool | None:
        near = stories.near(_place(a), _place(b))
        if near == "event" and (id(a[1]) in crowded or id(b[1]) in crowded):
            near = "article"
        return same_metric(a[1], b[1], near, (_sentence(*a), _sentence(*b)))

    def sort(a: Found[Metric]) -> object:
        value, unit = amount(a[1])
        return value.adjusted(), unit

    return [(fuller([m for _, m in line]), _told(line)) for line in _lines(found, same, sort)]


def documents(found: Sequence[Found[Directive]]) -> list[Merged[Directive]]:
    """Documents; the fields that one article leaves out are taken from the other, and then more may turn out to be one."""
    lines: list[Merged[Directive]] = [(d, tuple((e, span) for span in d.mentions)) for e, d in found]
    while True:
        joined: list[Merged[Directive]] = []
        for directive, told in lines:
            for i, (known, places) in enumerate(joined):
                if same_document(known, directive):
                    joined[i] = join_document(known, directive), places + told
                    break
            else:
                joined.append((directive, told))
        if len(joined) == len(lines):
            return joined
        lines = joined


def _lines(
    found: Sequence[Found[F]],
    same: Callable[[Found[F], Found[F]], bool | None],
    sort: Callable[[Found[F]], object] = lambda fact: None,
) -> list[list[Found[F]]]:
    """`found` in lines, each fact with the first of which one is the same and none is another; only facts of one `sort` are compared."""
    lines: list[list[Found[F]]] = []
    by_sort: dict[object, list[list[Found[F]]]] = {}
    for fact in found:
        known = by_sort.setdefault(sort(fact), [])
        line = next((line for line in known if _joins(line, fact, same)), None)
        if line is None:
            line = []
            known.append(line)
            lines.append(line)
        line.append(fact)
    return lines


def _joins(line: Sequence[Found[F]], fact: Found[F], same: Callable[[Found[F], Found[F]], bool | None]) -> bool:
    sure = False
    for other in line:
        decided = same(other, fact)
        if decided is False:
            return False
        sure = sure or decided is True
    return sure


def _crowded(found: Sequence[Found[Metric]]) -> set[int]:
    """The figures, by identity, whose amount is given to something beside them, too ("15 người bị cách chức, 15 người bị khai trừ")."""
    told: dict[object, list[Found[Metric]]] = {}
    for extraction, metric in found:
        told.setdefault((id(extraction), amount(metric)), []).append((extraction, metric))
    return {
        id(metric)
        for same in told.values()
        for (extraction, one), (_, other) in combinations(same, 2)
        if beside(extraction.article, one.span, other.span)
        for metric in (one, other)
    }


def _place(found: Found[Measure] | Found[Metric]) -> Told:
    return found[0], found[1].span


def _sentence(extraction: Extraction, fact: Metric) -> str:
    return extraction.article.words(sentence_of(extraction.article, fact.span)[0])


def _told(line: Iterable[Found[Measure] | Found[Metric]]) -> tuple[Told, ...]:
    return tuple((extraction, fact.span) for extraction, fact in line)
