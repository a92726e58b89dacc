"""Facts as running text gives them: a document with date and issuer, a figure with its period, an act with its full stop."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportgen.model import Directive, DirectiveRow, Measure, Metric
from reportgen.render import format as form


def capital(words: str) -> str:
    """`words` with a capital first letter, the rest as it is."""
    return words[:1].upper() + words[1:]


def closed(words: str) -> str:
    """`words` with a full stop, unless they end a sentence already."""
    return words if words.rstrip("”\"'’)").endswith((".", "!", "?", "…")) else words + "."


def document(directive: Directive, lang: str, words: Any) -> str:
    """A document's name: kind with symbol or number, else body and term: "Nghị quyết Trung ương 4 khóa XII"."""
    d = directive
    if d.symbol or (d.number and not d.body):
        return f"{d.type} {words['number_word']} {d.symbol or d.number}"
    named = " ".join(x for x in (d.type, d.body, d.number) if x)
    if d.term and not (d.body and d.term in d.body):
        named += f" {words['congress' if d.body and d.body.startswith('Đại hội') else 'term']} {d.term}"
    if named == d.type and d.about:
        return f"{d.type} {d.about}"
    return named


def told(fact: Measure | Metric | Directive, lang: str, words: Any) -> str:
    """A fact in a line: the act, the figure as running text gives it, the document with date and issuer."""
    if isinstance(fact, Measure):
        return fact.text
    return said(fact, lang, words) if isinstance(fact, Metric) else cited(fact, lang, words)


def undated(row: DirectiveRow) -> Directive:
    """The row's document, without a date where the articles disagree on it: the table shows what each says."""
    return replace(row.directive, date=None) if row.dates else row.directive


def cited(directive: Directive, lang: str, words: Any) -> str:
    """A document as running text cites it: name, date, issuer."""
    d = directive
    parts = [document(d, lang, words)]
    if d.date:
        parts.append(f"{words['dated_year' if len(d.date) == 4 else 'dated']} {form.document_date(d.date, lang)}")
    if d.issuer:
        parts.append(f"{words['by']} {d.issuer}")
    return " ".join(parts)


def said(metric: Metric, lang: str, words: Any) -> str:
    """A figure as running text gives it: "kết nạp: 187 đảng viên (năm 2021)"."""
    when = form.period(metric.period, lang, words["figures"])
    before = f"{metric.indicator}: " if metric.indicator else ""
    return before + form.figure(metric, lang, words["figures"]) + (f" ({when})" if when else "")
