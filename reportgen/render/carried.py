"""What the outputs of a brief carry: its claims, the citations behind their marks, the articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.model import Brief, Citation, Correction, Unit
from reportgen.proof import Amended, Evidence, Quote, Source
from reportgen.render.claims import claims
from reportgen.render.running import capital


def evidence_of(brief: Brief, markdown: str, numbers: Mapping[int, int], lang: str) -> Evidence:
    """The evidence of `brief`, whose Markdown is `markdown`; `numbers` gives for each mark in it the citation's number."""
    by_number = {c.number: c for c in brief.citations}
    quotes = [quote_of(number, by_number[old]) for number, old in sorted(numbers.items())]
    articles = tuple(Source(a.id, a.path, a.sha256) for a in brief.articles)
    return Evidence(
        brief.unit.full, lang, _units(brief), articles, tuple(quotes), claims(markdown), amended_by(brief.corrections)
    )


def quote_of(number: int, c: Citation) -> Quote:
    """The words behind the mark `number`."""
    return Quote(number, c.article, c.paragraph, c.span, c.quote, c.words)


def amended_by(corrections: Iterable[Correction]) -> tuple[Amended, ...]:
    """What those of `corrections` say that set or add something."""
    said = [(c, " ".join(_text(value) for _, value in c.changes)) for c in corrections]
    return tuple(Amended(c.by, c.when.isoformat(), c.why, says) for c, says in said if says)


def _text(value: object) -> str:
    return value.full if isinstance(value, Unit) else str(value)


def _units(brief: Brief) -> tuple[str, ...]:
    """The units that the brief tells of, points to or whose figures it has, as it names them, with what they were called."""
    sections = (brief.own, *brief.below)
    whose = [row.metric.locality for s in sections for row in s.figures if row.metric.locality]
    units = (brief.unit, *(s.unit for s in sections), *brief.elsewhere, *whose)
    return tuple(dict.fromkeys(name for unit in units for name in (capital(unit.label), *unit.former)))
