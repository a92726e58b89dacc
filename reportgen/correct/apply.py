"""Applying corrections: each to the facts that stand in its words; what could not be done is said.

An article that was renamed is found again by the words with what stands around them; where a reprint has the very same words, the
correction holds for it, too. Nothing is dropped in silence: each correction has an outcome.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeVar

from reportgen.correct.anchors import find, text_of
from reportgen.model import (
    Anchor,
    Applied,
    Correction,
    Directive,
    Extraction,
    FactKind,
    Measure,
    Metric,
    Relation,
    Unit,
)
from reportgen.text import Span

Fact = Measure | Metric | Directive
F = TypeVar("F", Measure, Metric, Directive)

Outcome = Literal["applied", "found again", "no longer needed", "orphaned", "ambiguous", "incomplete"]
"""`found again`: applied, in an article of another name. `orphaned`: its words are gone, or no fact stands in them any more."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one correction, and where: ids of articles, or what is missing."""

    correction: Correction
    outcome: Outcome
    note: str

    @property
    def lost(self) -> bool:
        """True where somebody must look at it."""
        return self.outcome in {"orphaned", "ambiguous", "incomplete"}


def correct(
    extractions: Sequence[Extraction], corrections: Iterable[Correction]
) -> tuple[list[Extraction], list[Checked]]:
    """`extractions` in order with the corrections applied, one after the other, and what became of each."""
    corrected = list(extractions)
    return corrected, [_one(corrected, correction) for correction in corrections]


def _one(corrected: list[Extraction], correction: Correction) -> Checked:
    """Applies `correction` to `corrected`, in place."""
    places = _places(corrected, correction.anchor)
    if not places:
        return Checked(correction, "orphaned", f"its words stand in no article: “{correction.anchor.words}”")
    own = [(n, spans) for n, spans in places if corrected[n].article.id == correction.anchor.article]
    if any(len(spans) > 1 for _, spans in own or places):
        return Checked(correction, "ambiguous", "its words stand in several places; quote more before and after them")
    done: list[tuple[int, Outcome, str]] = []
    for n, (span, *_) in places:
        outcome, note, made = _in(corrected, corrected[n], correction, span)
        if made is not None:
            fact = None if correction.do == "reject" else _fact(made, correction.kind, span)
            applied = Applied(correction, _spans(fact) if fact else (), _says(correction, fact))
            corrected[n] = dataclasses.replace(made, corrections=(*made.corrections, applied))
        done.append((n, outcome, note))
    best = min(done, key=lambda d: _RANK.index(d[1]))
    where = ", ".join(corrected[n].article.id for n, outcome, _ in done if outcome == best[1])
    if best[1] == "applied" and not own:
        return Checked(correction, "found again", f"no article {correction.anchor.article!r}; applied in {where}")
    return Checked(correction, best[1], best[2] or where)


_RANK: tuple[Outcome, ...] = ("applied", "found again", "no longer needed", "incomplete", "ambiguous", "orphaned")


def _says(correction: Correction, fact: Fact | None) -> tuple[str, ...]:
    """What stands in the fact because somebody says so: the values set, and in a fact that was merged all of it."""
    said: list[object] = [value for _, value in correction.changes]
    if correction.do == "merge" and fact is not None:
        values = (getattr(fact, f.name) for f in dataclasses.fields(fact))
        said = [value for value in values if isinstance(value, str | Decimal | Unit)]
    return tuple(value.full if isinstance(value, Unit) else str(value) for value in said)


def _places(extractions: Sequence[Extraction], anchor: Anchor) -> list[tuple[int, list[Span]]]:
    """For each article the places of the anchor's words: in its own article the best, in others only with all around them."""
    found = []
    for n, extraction in enumerate(extractions):
        own = extraction.article.id == anchor.article
        spans = find(anchor, text_of(extraction.article), whole=not own)
        if spans:
            found.append((n, spans))
    return found


def _in(
    everywhere: Sequence[Extraction], extraction: Extraction, correction: Correction, span: Span
) -> tuple[Outcome, str, Extraction | None]:
    """What becomes of the correction in one article: the outcome, a note, the extraction where it changed."""
    fact = _fact(extraction, correction.kind, span)
    changes = dict(correction.changes)
    match correction.do:
        case "reject":
            if fact is None:
                return "no longer needed", f"no {correction.kind} is taken from these words", None
            return "applied", "", _without(extraction, fact)
        case "comment":
            return ("applied", "", extraction) if fact else ("orphaned", f"no {correction.kind} stands there", None)
        case "edit" if fact is None:
            return "orphaned", f"no {correction.kind} is taken from these words any more", None
        case "add" if fact is None:
            made = _made(correction, extraction, span)
            if made is None:
                needed = {"measure": "theme", "metric": "value", "directive": "type"}[correction.kind]
                return "incomplete", f"set must give the {needed} of a {correction.kind}", None
            return "applied", "", _with(extraction, made)
        case "merge":
            other = correction.other and _elsewhere(everywhere, correction, correction.other)
            if fact is None or other is None:
                return "orphaned", f"one of the two {correction.kind}s is not taken from these words any more", None
            keep = ("span", "mentions")
            changes = {f.name: getattr(other, f.name) for f in dataclasses.fields(other) if f.name not in keep}
    if fact is None or all(getattr(fact, name) == value for name, value in changes.items()):
        return "no longer needed", "the program reads it so by itself", None
    return "applied", "", _exchanged(extraction, fact, dataclasses.replace(fact, **changes))  # type: ignore[arg-type]


def _elsewhere(everywhere: Sequence[Extraction], correction: Correction, other: Anchor) -> Fact | None:
    for n, spans in _places(everywhere, other):
        fact = _fact(everywhere[n], correction.kind, spans[0])
        if fact is not None:
            return fact
    return None


def _facts(extraction: Extraction, kind: FactKind) -> tuple[Fact, ...]:
    if kind == "measure":
        return extraction.measures
    return extraction.metrics if kind == "metric" else extraction.directives


def _spans(fact: Fact) -> tuple[Span, ...]:
    return fact.mentions if isinstance(fact, Directive) else (fact.span,)


def _fact(extraction: Extraction, kind: FactKind, span: Span) -> Fact | None:
    """The fact of `kind` that has most of its words in `span`, the shortest of such."""
    touching = [
        (min(span.end, s.end) - max(span.start, s.start), -len(s), fact)
        for fact in _facts(extraction, kind)
        for s in _spans(fact)
        if s.overlaps(span)
    ]
    return max(touching, key=lambda t: t[:2])[2] if touching else None


def _made(correction: Correction, extraction: Extraction, span: Span) -> Fact | None:
    """The fact that an `add` states, None where a field is missing that it must have."""
    said = dict(correction.changes)
    said.setdefault("locality", extraction.principal)
    try:
        if correction.kind == "measure":
            blank: dict[str, object] = {"text": extraction.article.words(span), "actor": None, "status": "adopted"}
            return Measure(span=span, **(blank | said))  # type: ignore[arg-type]
        if correction.kind == "metric":
            blank = dict.fromkeys(("to", "of", "unit", "bound", "change", "indicator", "period", "baseline"))
            return Metric(span=span, **(blank | {"target": False} | said))  # type: ignore[arg-type]
        blank = dict.fromkeys(("number", "symbol", "date", "issuer", "body", "term", "about"))
        return Directive(mentions=(span,), **(blank | {"issued_here": False} | said))  # type: ignore[arg-type]
    except TypeError:
        return None


def _with(extraction: Extraction, fact: Fact) -> Extraction:
    """The fact at its place in reading order; a document comes last, so that relations still point to theirs."""
    if isinstance(fact, Directive):
        return dataclasses.replace(extraction, directives=(*extraction.directives, fact))
    if isinstance(fact, Metric):
        return dataclasses.replace(extraction, metrics=_in_order((*extraction.metrics, fact)))
    return dataclasses.replace(extraction, measures=_in_order((*extraction.measures, fact)))


def _in_order(facts: tuple[F, ...]) -> tuple[F, ...]:
    return tuple(sorted(facts, key=lambda f: _spans(f)[0]))


def _exchanged(extraction: Extraction, old: Fact, new: Fact) -> Extraction:
    def swapped(facts: tuple[F, ...]) -> tuple[F, ...]:
        return tuple(new if fact is old else fact for fact in facts)  # type: ignore[misc]

    return dataclasses.replace(
        extraction,
        measures=swapped(extraction.measures),
        metrics=swapped(extraction.metrics),
        directives=swapped(extraction.directives),
    )


def _without(extraction: Extraction, fact: Fact) -> Extraction:
    """The extraction without `fact`; relations of a document that is gone go with it, the others are counted anew."""
    if not isinstance(fact, Directive):
        return dataclasses.replace(
            extraction,
            measures=tuple(m for m in extraction.measures if m is not fact),
            metrics=tuple(m for m in extraction.metrics if m is not fact),
        )
    gone = next(n for n, d in enumerate(extraction.directives) if d is fact)

    def moved(n: int) -> int:
        return n - (n > gone)

    relations: list[Relation] = [
        dataclasses.replace(r, by=None if r.by is None else moved(r.by), to=moved(r.to))
        for r in extraction.relations
        if gone not in (r.by, r.to)
    ]
    directives = tuple(d for d in extraction.directives if d is not fact)
    return dataclasses.replace(extraction, directives=directives, relations=tuple(relations))
