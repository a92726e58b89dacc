"""Readings: one document of which the articles, or one of them, give different dates, or different numbers.

Both are shown, neither is chosen.

Different dates: kind, number and symbol (or issuer and subject) agree, and the dates lie in one year, in which no number comes twice.
Different numbers: kind, full date, issuer and subject agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.brief.merge import Merged, Told, articles_of
from reportgen.brief.same_document import same_issuer, same_subject
from reportgen.model import Directive

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A document with all places that tell it; the readings of what the articles do not tell alike, most told first."""

    directive: Directive
    told: tuple[Told, ...]
    dates: tuple[tuple[str, tuple[Told, ...]], ...] = ()
    numbers: tuple[tuple[str, tuple[Told, ...]], ...] = ()


def reconcile(documents: Sequence[Merged[Directive]]) -> list[Reconciled]:
    """`documents` in order, those that differ in nothing but a date or a number set side by side."""
    left = list(documents)
    found: list[Reconciled] = []
    while left:
        first = left.pop(0)
        dates = [first, *(other for other in left if _other_date(first[0], other[0]))]
        numbers = [first, *(other for other in left if _other_number(first[0], other[0]))]
        same = dates if len(dates) > 1 else numbers
        taken = {id(entry) for entry in same}
        left = [other for other in left if id(other) not in taken]
        same = sorted(same, key=lambda entry: -articles_of(entry[1]))
        told = tuple(place for _, places in same for place in places)
        readings = tuple(((d.date if len(dates) > 1 else d.symbol or d.number) or "", places) for d, places in same)
        found.append(
            Reconciled(
                same[0][0],
                told,
                dates=readings if len(dates) > 1 else _in_one_article(told),
                numbers=readings if len(dates) == 1 < len(numbers) else (),
            )
        )
    return found


def _in_one_article(told: Sequence[Told]) -> tuple[tuple[str, tuple[Told, ...]], ...]:
    """The dates that one article gives a document where it contradicts itself, each with its places; most told first."""
    places: dict[str, list[Told]] = {}
    for extraction, span in told:
        for date in (d for directive in extraction.directives for d, where in directive.dates if where == span):
            places.setdefault(date, []).append((extraction, span))
    return tuple((date, tuple(places[date])) for date in sorted(places, key=lambda d: (-len(places[d]), d)))


def _other_date(a: Directive, b: Directive) -> bool:
    if (a.type, a.number, a.term, a.body) != (b.type, b.number, b.term, b.body) or a.number is None:
        return False
    if not (a.date and b.date and _DAY.fullmatch(a.date) and _DAY.fullmatch(b.date)) or a.date[:4] != b.date[:4]:
        return False
    if a.symbol and b.symbol:
        return a.symbol == b.symbol
    return same_issuer(a.issuer, b.issuer) and a.issuer is not None and same_subject(a.about, b.about)


def _other_number(a: Directive, b: Directive) -> bool:
    if (a.type, a.date) != (b.type, b.date) or not (a.date and _DAY.fullmatch(a.date) and a.number and b.number):
        return False
    return a.issuer is not None and same_issuer(a.issuer, b.issuer) and same_subject(a.about, b.about)
