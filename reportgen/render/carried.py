"""What the outputs of a brief carry: its claims, the citations behind their marks, the articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.model import Brief, Citation, Remark
from reportgen.proof import Amended, Evidence, Quote, Source
from reportgen.render.claims import claims
from reportgen.render.running import capital


def evidence_of(brief: Brief, markdown: str, numbers: Mapping[int, int], lang: str) -> Evidence:
    """The evidence of `brief`, whose Markdown is `markdown`; `numbers` gives for each mark in it the citation's number."""
    by_number = {c.number: c for c in brief.citations}
    quotes = [quote_of(number, by_number[old]) for number, old in sorted(numbers.items())]
    articles = tuple(Source(a.id, a.path, a.sha256) for a in brief.articles)
    return Evidence(
        brief.unit.full,
        lang,
        _units(brief),
        articles,
        tuple(quotes),
        claims(markdown),
        amended_by(brief.remarks, numbers),
    )


def quote_of(number: int, c: Citation) -> Quote:
    """The words behind the mark `number`."""
    return Quote(number, c.article, c.paragraph, c.span, c.quote, c.words)


def amended_by(remarks: Iterable[Remark], numbers: Mapping[int, int]) -> tuple[Amended, ...]:
    """What people put right or noted at sentences that have a mark; `numbers` gives for each mark the number of the sentence."""
    mark_of = {old: number for number, old in numbers.items()}
    return tuple(
        Amended(c.do, c.by, c.when.isoformat(), c.anchor.words, c.why, remark.says, mark_of[remark.mark])
        for remark in remarks
        if remark.mark in mark_of
        for c in [remark.correction]
    )


def _units(brief: Brief) -> tuple[str, ...]:
    """The units that the brief tells of, points to or whose figures it has, as it names them, with what they were called."""
    sections = (brief.own, *brief.below)
    whose = [row.metric.locality for s in sections for row in s.figures if row.metric.locality]
    units = (brief.unit, *(s.unit for s in sections), *brief.elsewhere, *whose)
    return tuple(dict.fromkeys(name for unit in units for name in (capital(unit.label), *unit.former)))
