"""Resolving: citations of one document in one article become one Directive with all its mentions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.extract.directives.cited import Cited
from reportgen.vietnamese.fold import fold


@dataclass(slots=True)
class Entry:
    """The citations of one document, the fullest first."""

    citations: list[Cited]

    @property
    def best(self) -> Cited:
        return max(self.citations, key=_fullness)


def _fullness(c: Cited) -> tuple[int, int]:
    return sum(x is not None for x in (c.symbol, c.date, c.issuer, c.term, c.about)), -c.span.start


def resolve(found: Iterable[Cited]) -> list[list[Cited]]:
    """The citations grouped by document, in the order of first mention; a short form joins its antecedent.

    "Nghị quyết 02" after "Nghị quyết số 02-NQ/TU" is the same; after two documents of that kind and number it is
    neither, and stands by itself only if it is certain by itself.
    """
    groups: list[list[Cited]] = []
    for cited in sorted(found, key=lambda c: c.span.start):
        fits = [g for g in groups if all(_same(cited, other) for other in g)]
        if len(fits) == 1:
            fits[0].append(cited)
        elif not fits:
            groups.append([cited])
    return [g for g in groups if any(c.certain for c in g)]


def _same(a: Cited, b: Cited) -> bool:
    if fold(a.type) != fold(b.type) or _digits(a.number) != _digits(b.number):
        return False
    if a.symbol and b.symbol and (a.symbol.written != b.symbol.written):
        return False
    if (a.body is None) != (b.body is None) or (a.body and b.body and fold(a.body) != fold(b.body)):
        return False
    if a.term and b.term and a.term != b.term:
        return False
    if a.number is None and a.body is None:
        return fold(a.about or "") == fold(b.about or "") and (not (a.date and b.date) or a.date == b.date)
    if a.issuer and b.issuer and a.number is None and a.issuer.words != b.issuer.words:
        return False
    return not (a.date and b.date and a.date != b.date and not (a.symbol and b.symbol))


def _digits(number: str | None) -> str | None:
    return number.lstrip("0") if number else number
