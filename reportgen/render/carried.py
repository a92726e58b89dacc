"""What the outputs of a brief carry: its claims, the citations behind their marks, the articles."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.model import Brief, Unit
from reportgen.proof import Amended, Evidence, Quote, Source
from reportgen.render.claims import claims
from reportgen.render.running import capital


def evidence_of(brief: Brief, markdown: str, numbers: Mapping[int, int], lang: str) -> Evidence:
    """The evidence of `brief`, whose Markdown is `markdown`; `numbers` gives for each mark in it the citation's number."""
    by_number = {c.number: c for c in brief.citations}
    quotes = []
    for number, old in sorted(numbers.items()):
        c = by_number[old]
        quotes.append(Quote(number, c.article, c.paragraph, c.span, c.quote, c.words))
    articles = tuple(Source(a.id, a.path, a.sha256) for a in brief.articles)
    return Evidence(brief.unit.full, lang, _units(brief), articles, tuple(quotes), claims(markdown), _amended(brief))


def _amended(brief: Brief) -> tuple[Amended, ...]:
    """What the corrections say that set or add something."""
    said = [(c, " ".join(_text(value) for _, value in c.changes)) for c in brief.corrections]
    return tuple(Amended(c.by, c.when.isoformat(), c.why, says) for c, says in said if says)


def _text(value: object) -> str:
    return value.full if isinstance(value, Unit) else str(value)


def _units(brief: Brief) -> tuple[str, ...]:
    """The units that the brief points to, and those whose figures it has, as it names them."""
    whose = [row.metric.locality for s in (brief.own, *brief.below) for row in s.figures if row.metric.locality]
    return tuple(dict.fromkeys(capital(unit.label) for unit in (*brief.elsewhere, *whose)))
