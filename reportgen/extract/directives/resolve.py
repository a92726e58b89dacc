"""Resolving: citations of one document in one article become one Directive with all its mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.extract.directives.cited import Cited
from reportgen.extract.directives.issuers import Issuer
from reportgen.vietnamese.fold import fold

_BY_NAME = frozenset({"luật", "bộ luật", "pháp lệnh", "hiến pháp"})
_TERM = 4  # years; dates of one Party symbol that lie further apart are of two terms


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
    if fold(a.type) != fold(b.type):
        return False
    if fold(a.type) in _BY_NAME:
        return _same_law(a, b)
    if _digits(a.number) != _digits(b.number):
        return False
    if a.symbol and b.symbol and (a.symbol.written != b.symbol.written):
        return False
    if (a.body is None) != (b.body is None) or (a.body and b.body and fold(a.body) != fold(b.body)):
        return False
    if a.term and b.term and a.term != b.term:
        return False
    if a.body and a.number is None and (a.issuer is None) != (b.issuer is None):
        return False  # the Party's congress and one of a locality
    if a.issuer and b.issuer and a.number is None and not _same_body(a.issuer, b.issuer):
        return False
    if _other_owner(a, b):
        return False
    return _same_date(a, b)


def _other_owner(a: Cited, b: Cited) -> bool:
    """True where one symbol is two units' own: "05/QĐ-UBND" of the district and of a commune in it."""
    if not (a.issuer and b.issuer) or "centre" in (a.issuer.level, b.issuer.level):
        return False
    if a.issuer.level != b.issuer.level and "any" not in (a.issuer.level, b.issuer.level):
        return True
    return bool(a.issuer.name and b.issuer.name and fold(a.issuer.name) != fold(b.issuer.name))


def _same_date(a: Cited, b: Cited) -> bool:
    """True where the dates agree as far as they go, or contradict each other on one symbol so that one must be a mistake.

    Numbers of the State begin again each year, those of the Party with each term of some five years.
    """
    if not (a.date and b.date) or agree(a.date, b.date):
        return True
    if not (a.symbol and b.symbol) or "--" in (a.date[:2], b.date[:2]):
        return bool(a.symbol and b.symbol)
    years = abs(int(a.date[:4]) - int(b.date[:4]))
    party = a.symbol.written.startswith(f"{a.symbol.number}-")
    return years < (_TERM if party else 1)


def agree(a: str, b: str) -> bool:
    """True where one date says no more than the other.

    >>> agree("2018", "2018-03-13"), agree("--03-13", "2018-03-13"), agree("2018-03-13", "2018-03-15")
    (True, True, False)
    """
    short, long = sorted((a, b), key=len)
    return a == b or long.startswith(f"{short}-") or (short.startswith("--") and long.endswith(short[1:]))


def _same_body(a: Issuer, b: Issuer) -> bool:
    """True where one names the body no further than the other: "Đại hội Đảng bộ quận", "Đại hội đại biểu Đảng bộ quận Ba Đình"."""
    short, long = sorted((fold(i.words).replace("đại hội đại biểu", "đại hội") for i in (a, b)), key=len)
    return long.startswith(short)


def _same_law(a: Cited, b: Cited) -> bool:
    """True where name or number agree and the years do not differ: "Luật Đất đai số 45/2013/QH13", "Luật Đất đai 2013"."""
    years = {year for c in (a, b) if (year := _year(c))}
    if len(years) > 1 or (a.number and b.number and _digits(a.number) != _digits(b.number)):
        return False
    if a.about and b.about:
        return _title(a.about) == _title(b.about)
    return bool(a.number and b.number) or a.about is b.about


def _year(c: Cited) -> str | None:
    return c.symbol.year if c.symbol and c.symbol.year else c.date[:4] if c.date else None


def _title(name: str) -> list[str]:
    """The words of a law's name without what is written now so, now otherwise: commas and "và"."""
    return [word for word in re.findall(r"\w+", fold(name)) if word != "và"]


def _digits(number: str | None) -> str | None:
    return number.lstrip("0") if number else number
