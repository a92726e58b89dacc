"""Marked: the facts of an article as a reader is told them, in the order of their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportgen.model import Directive, Extraction, Locality, Measure, Metric
from reportgen.render import format as form
from reportgen.render.running import document
from reportgen.text import Span

KINDS = ("measure", "metric", "directive", "locality")


@dataclass(frozen=True, slots=True)
class Marked:
    """One fact: `says` in a line, `fields` as (label's key, words), and where its words stand in the repaired text."""

    id: str  # of the page: "measure-1"
    kind: str
    says: str
    fields: tuple[tuple[str, str], ...]
    spans: tuple[Span, ...]


def marked(extraction: Extraction, lang: str, words: Mapping[str, Any]) -> list[Marked]:
    """All facts of `extraction`, by place and kind."""
    found = [
        *_numbered("measure", (_measure(m, words) for m in extraction.measures)),
        *_numbered("metric", (_metric(m, lang, words) for m in extraction.metrics)),
        *_numbered("directive", (_directive(d, lang, words) for d in extraction.directives)),
        *_numbered("locality", (_locality(x) for x in extraction.localities)),
    ]
    return sorted(found, key=lambda fact: (fact.spans[0], KINDS.index(fact.kind)) if fact.spans else (Span(0, 0), 9))


_Told = tuple[str, list[tuple[str, str | None]], tuple[Span, ...]]


def _numbered(kind: str, told: Iterator[_Told]) -> Iterator[Marked]:
    for number, (says, fields, spans) in enumerate(told, start=1):
        kept = tuple((key, str(value)) for key, value in fields if value)
        yield Marked(f"{kind}-{number}", kind, says, kept, tuple(sorted(spans)))


def _measure(m: Measure, words: Mapping[str, Any]) -> _Told:
    fields = [
        ("theme", words["themes"][m.theme]),
        ("actor", m.actor),
        ("status", words["explain"][m.status]),
        ("whose", m.locality.full if m.locality else None),
    ]
    return m.text, fields, (m.span,)


def _metric(m: Metric, lang: str, words: Mapping[str, Any]) -> _Told:
    fields = [
        ("indicator", m.indicator),
        ("period", form.period(m.period, lang, words["figures"])),
        ("whose", m.locality.full if m.locality else None),
    ]
    return form.figure(m, lang, words["figures"]), fields, (m.span,)


def _directive(d: Directive, lang: str, words: Mapping[str, Any]) -> _Told:
    fields = [
        ("date", form.document_date(d.date, lang)),
        ("issuer", d.issuer),
        ("about", d.about),
        ("from", words["explain"]["here" if d.issued_here else "above"]),
    ]
    return document(d, lang, words), fields, d.mentions


def _locality(x: Locality) -> _Told:
    return x.unit.full, [("code", x.unit.code)], x.mentions
