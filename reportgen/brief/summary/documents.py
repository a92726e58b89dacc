"""Documents of a summary: those that the place's own bodies issued, and those that are cited."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.brief.order import directive_order
from reportgen.brief.summary.weight import Weighing
from reportgen.model import DirectiveRow
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.brief.summary", "documents.toml")
_PAPERS, _PROGRAMMES = frozenset(_TABLE["papers"]), frozenset(_TABLE["programmes"])
_CASES = re.compile(rf"(?<!\w){alternation(_TABLE['cases'])}(?!\w)")

_VERDICT = re.compile(r"(?<!\w)là (?:đúng|sai|trái|chưa|không)(?!\w)")
"""What the article thinks of it, which is no subject."""

_ISSUED, _CITED = 2, 3

_LONGEST = 160
"""Characters of a subject with which a document is told."""


def issued(rows: Iterable[DirectiveRow], weighing: Weighing) -> tuple[DirectiveRow, ...]:
    """The weightiest documents that bodies of the place issued, with number, issuer and subject; a congress passes its resolution
    and issues none."""
    own = [
        r
        for r in rows
        if r.directive.issued_here
        and r.directive.issuer
        and 0 < len(r.directive.about or "") <= _LONGEST
        and not _VERDICT.search(fold(r.directive.about or ""))
        and _numbered(r)
    ]
    return _weightiest(own, weighing, _ISSUED)


def cited(rows: Iterable[DirectiveRow], weighing: Weighing) -> tuple[DirectiveRow, ...]:
    """The weightiest documents from outside, from the centre down."""
    from_outside = [
        r
        for r in rows
        if not r.directive.issued_here
        and (r.directive.term or (_numbered(r) and (r.directive.issuer or r.directive.body)))
    ]
    return _weightiest(from_outside, weighing, _CITED)


def _numbered(row: DirectiveRow) -> bool:
    return bool(row.directive.symbol or (row.directive.number and not row.directive.body)) and not row.numbers


def _weightiest(rows: Iterable[DirectiveRow], weighing: Weighing, most: int) -> tuple[DirectiveRow, ...]:
    weighed = [(weight, row) for row in rows if (weight := _weight(row, weighing)) > 0]
    weighed.sort(key=lambda entry: -entry[0])  # of equal ones the first
    return tuple(sorted((row for _, row in weighed[:most]), key=lambda row: directive_order(row.directive)))


def _weight(row: DirectiveRow, weighing: Weighing) -> int:
    d = row.directive
    kind = fold(d.type)
    weight = 2 + weighing.told(row.marks, f"{d.type} {d.about or ''}") + min(len(row.marks), 3) - 1
    weight += 2 * (d.about is not None) + (d.date is not None) + (kind in _PROGRAMMES) - 3 * (kind in _PAPERS)
    case, around = (bool(_CASES.search(fold(words))) for words in (d.about or "", *weighing.sentences(row.marks[:1])))
    if not d.issued_here:
        return weight - 2 * around  # a law that is cited in a case is no case
    return weight - 4 * case - 4 * (case or around)
