"""Merging: the same fact told in several places is one line with all its sources.

Only what is certainly the same is merged: a second line is a smaller fault than a wrong one. A fact joins a line only if it is
the same as each fact of it, so that a chain of small differences never ties two things together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from reportgen.brief.evidence import sentence_of
from reportgen.brief.order import concreteness
from reportgen.brief.same_document import join_document, same_document
from reportgen.brief.same_measure import same_measure
from reportgen.brief.same_metric import fuller, same_metric
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


def measures(found: Sequence[Found[Measure]]) -> list[Merged[Measure]]:
    """Acts, each in the most concrete of its wordings, the shortest of those."""

    def same(a: Found[Measure], b: Found[Measure]) -> bool:
        return same_measure(a[1], b[1], one_article=a[0] is b[0])

    def said(line: Sequence[Found[Measure]]) -> Measure:
        return max((m for _, m in line), key=lambda m: (concreteness(m), -len(m.text)))

    return [(said(line), _told(line)) for line in _lines(found, same)]


def metrics(found: Sequence[Found[Metric]]) -> list[Merged[Metric]]:
    """Figures, each in the form that says most."""

    def same(a: Found[Metric], b: Found[Metric]) -> bool:
        return same_metric(a[1], b[1], None if a[0] is b[0] else (_sentence(*a), _sentence(*b)))

    return [(fuller(m for _, m in line), _told(line)) for line in _lines(found, same, lambda f: f[1].value)]


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
    same: Callable[[Found[F], Found[F]], bool],
    sort: Callable[[Found[F]], object] = lambda fact: None,
) -> list[list[Found[F]]]:
    """`found` in lines, each fact with the first whose facts are all the same; only facts of one `sort` are compared."""
    lines: list[list[Found[F]]] = []
    by_sort: dict[object, list[list[Found[F]]]] = {}
    for fact in found:
        known = by_sort.setdefault(sort(fact), [])
        line = next((line for line in known if all(same(other, fact) for other in line)), None)
        if line is None:
            line = []
            known.append(line)
            lines.append(line)
        line.append(fact)
    return lines


def _sentence(extraction: Extraction, fact: Metric) -> str:
    return extraction.article.words(sentence_of(extraction.article, fact.span)[0])


def _told(line: Iterable[Found[Measure] | Found[Metric]]) -> tuple[Told, ...]:
    return tuple((extraction, fact.span) for extraction, fact in line)
