"""Merging: the same fact told in several places is one line with all its sources.

Only what is certainly the same is merged: a second line is a smaller fault than a wrong one.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from reportgen.model import Directive, Extraction, Measure, Metric
from reportgen.text import Span
from reportgen.vietnamese.fold import fold

F = TypeVar("F", Measure, Metric, Directive)
Told = tuple[Extraction, Span]
"""One place where a fact is told: its article, and the span in the repaired text."""

Merged = tuple[F, tuple[Told, ...]]


def merge(
    found: Iterable[tuple[Extraction, F]],
    same: Callable[[F, F], bool],
    join: Callable[[F, F], F],
    spans: Callable[[F], Iterable[Span]],
) -> list[Merged[F]]:
    """The facts of `found` in order, those that are the `same` joined into the first of them."""
    lines: list[tuple[F, list[Told]]] = []
    for extraction, fact in found:
        told = [(extraction, span) for span in spans(fact)]
        for i, (earlier, places) in enumerate(lines):
            if same(earlier, fact):
                lines[i] = join(earlier, fact), places + told
                break
        else:
            lines.append((fact, told))
    return [(fact, tuple(places)) for fact, places in lines]


def articles_of(told: Iterable[Told]) -> int:
    """How many articles tell it; a copy of an article counts once."""
    return len({extraction.article.source.text for extraction, _ in told})


def measures(found: Iterable[tuple[Extraction, Measure]]) -> list[Merged[Measure]]:
    """Measures told in the same words, theme and status."""
    return merge(found, _same_measure, lambda a, _: a, lambda m: (m.span,))


def metrics(found: Iterable[tuple[Extraction, Metric]]) -> list[Merged[Metric]]:
    """Figures that agree in everything: value, unit, what they count, when and whose."""
    return merge(found, _same_metric, lambda a, _: a, lambda m: (m.span,))


def directives(found: Iterable[tuple[Extraction, Directive]]) -> list[Merged[Directive]]:
    """Citations of one document; the fields that one article leaves out are taken from the other."""
    return merge(found, same_document, join_document, lambda d: d.mentions)


def _plain(words: str | None) -> str:
    return re.sub(r"\W+", " ", fold(words or "")).strip()


def _same_measure(a: Measure, b: Measure) -> bool:
    return (a.theme, a.status) == (b.theme, b.status) and _plain(a.text) == _plain(b.text)


def _same_metric(a: Metric, b: Metric) -> bool:
    def rest(m: Metric) -> tuple[object, ...]:
        whose = m.locality.full if m.locality else None
        unit = fold(m.unit or "")
        return (m.value, m.to, m.of, m.bound, m.change, m.target, m.period, whose, unit, _plain(m.indicator))

    return rest(a) == rest(b)


def same_document(a: Directive, b: Directive) -> bool:
    """True when kind and number agree and symbol, date, term and body do not speak against it.

    Numbers restart (Party: each term; State: each year), so without a symbol on both sides the date must say the same.
    The documents of a body restart with its term, so the term must be told by both; without number and body, the subject.
    """
    if _plain(a.type) != _plain(b.type) or _number(a) != _number(b):
        return False
    for x, y in ((a.date, b.date), (a.symbol, b.symbol), (a.term, b.term)):
        if x and y and _plain(x) != _plain(y):
            return False
    if _plain(a.body) != _plain(b.body) or (a.body and _plain(a.term) != _plain(b.term)):
        return False
    if a.number is None:
        return bool(a.body) or _plain(a.about) == _plain(b.about) != ""
    if (a.symbol and b.symbol) or (a.term and b.term):
        return True
    if a.date and b.date:
        return True
    return a.issued_here == b.issued_here and _plain(a.issuer) == _plain(b.issuer)


def _number(d: Directive) -> str | None:
    return (d.number.lstrip("0") or "0") if d.number is not None else None


def join_document(a: Directive, b: Directive) -> Directive:
    """`a` with what only `b` says of the document."""
    return dataclasses.replace(
        a,
        symbol=a.symbol or b.symbol,
        date=a.date or b.date,
        issuer=a.issuer or b.issuer,
        term=a.term or b.term,
        about=a.about or b.about,
        issued_here=a.issued_here or b.issued_here,
    )
