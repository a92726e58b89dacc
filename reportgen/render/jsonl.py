"""Extractions as JSON Lines, the form that `reportgen extract` prints: one article a line, spans in the source."""

from __future__ import annotations

import json
from decimal import Decimal
from importlib import resources
from typing import Any

from reportgen.model import Article, Directive, Extraction, Locality, Measure, Metric, Relation, Table
from reportgen.text import Span


def jsonl(extraction: Extraction) -> str:
    """One line without its line end; keys in a fixed order, so that the same facts give the same bytes."""
    article = extraction.article
    line = {
        "article": _article(article),
        "localities": [_locality(article, x) for x in extraction.localities],
        "directives": [_directive(article, x) for x in extraction.directives],
        "metrics": [_metric(article, x) for x in extraction.metrics],
        "measures": [_measure(article, x) for x in extraction.measures],
        "relations": [_relation(article, x) for x in extraction.relations],
    }
    return json.dumps(line, ensure_ascii=False)


def schema() -> str:
    """The JSON Schema of such a line, and of an article alone as a .json file may hold it (draft 2020-12)."""
    return resources.files("reportgen.render").joinpath("schema.json").read_text(encoding="utf-8")


def _span(article: Article, span: Span) -> list[int]:
    return list(article.origin(span))


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _article(a: Article) -> dict[str, Any]:
    return {
        "id": a.id,
        "path": a.source.path,
        "title": a.title,
        "published": a.published.isoformat() if a.published else None,
        "newspaper": a.newspaper,
        "authors": list(a.authors),
        "blocks": [{"kind": b.kind, "text": a.words(b.span), "span": _span(a, b.span)} for b in a.blocks],
        "tables": [_table(a, t) for t in a.tables],
    }


def _table(a: Article, table: Table) -> dict[str, Any]:
    """Cells in rows of one length; an empty cell has no span."""
    caption = table.caption
    return {
        "caption": a.words(caption) if caption else None,
        "rows": [
            [{"text": a.words(c.span), "span": _span(a, c.span) if len(c.span) else None, "head": c.head} for c in row]
            for row in table.rows
        ],
    }


def _locality(a: Article, x: Locality) -> dict[str, Any]:
    return {
        "path": x.unit.full,
        "level": x.unit.level,
        "code": x.unit.code,
        "principal": x.principal,
        "mentions": [_span(a, m) for m in x.mentions],
    }


def _directive(a: Article, x: Directive) -> dict[str, Any]:
    return {
        "type": x.type,
        "number": x.number,
        "symbol": x.symbol,
        "date": x.date,
        "issuer": x.issuer,
        "body": x.body,
        "term": x.term,
        "about": x.about,
        "issued_here": x.issued_here,
        "mentions": [_span(a, m) for m in x.mentions],
        "locality": x.locality.full if x.locality else None,
        "dates": [{"date": date, "span": _span(a, span)} for date, span in x.dates],
    }


def _metric(a: Article, x: Metric) -> dict[str, Any]:
    return {
        "span": _span(a, x.span),
        "quote": a.quote(x.span),
        "value": _number(x.value),
        "to": _number(x.to),
        "of": _number(x.of),
        "unit": x.unit,
        "bound": x.bound,
        "change": x.change,
        "target": x.target,
        "indicator": x.indicator,
        "period": x.period,
        "baseline": x.baseline,
        "locality": x.locality.full if x.locality else None,
    }


def _measure(a: Article, x: Measure) -> dict[str, Any]:
    """`directives` and `metrics` count in the line's lists of these, from 0."""
    return {
        "span": _span(a, x.span),
        "quote": a.quote(x.span),
        "text": x.text,
        "theme": x.theme,
        "actor": x.actor,
        "status": x.status,
        "locality": x.locality.full if x.locality else None,
        "date": x.date,
        "directives": list(x.directives),
        "metrics": list(x.metrics),
    }


def _relation(a: Article, x: Relation) -> dict[str, Any]:
    """`by` and `to` count in the line's directives, from 0; `actor` is a body that acts where no document does."""
    return {"kind": x.kind, "by": x.by, "actor": x.actor, "to": x.to, "span": _span(a, x.span)}
