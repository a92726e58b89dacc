"""What the outputs of a brief or a comparison carry: its claims, the citations behind their marks, the articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportgen.model import Brief, Citation, Comparison, MeasureLine, Remark
from reportgen.proof import Amended, Claim, Evidence, Quote, Source, Tally
from reportgen.render.claims import claims
from reportgen.render.escape import plain
from reportgen.render.markdown import compared_names, fmt, stretches, unit_title
from reportgen.render.running import capital


def evidence_of(brief: Brief, markdown: str, numbers: Mapping[int, int], lang: str) -> Evidence:
    """The evidence of `brief`, whose Markdown is `markdown`; `numbers` gives for each mark in it the citation's number."""
    by_number = {c.number: c for c in brief.citations}
    quotes = tuple(quote_of(number, by_number[old]) for number, old in sorted(numbers.items()))
    amended = amended_by(brief.remarks, numbers)
    return Evidence(brief.unit.full, lang, _units(brief), _sources(brief), quotes, claims(markdown), amended)


def evidence_of_compared(
    comparison: Comparison, markdown: str, numbers: Mapping[int, int], lang: str, words: Mapping[str, Any]
) -> Evidence:
    """The evidence of a comparison, whose Markdown is `markdown`; `words` are the labels.

    What a cell counts without telling it is carried as well, with its quotes, whose numbers follow those of the marks.
    """
    mark_of = {old: number for number, old in numbers.items()}
    names = compared_names(comparison)

    def mark(old: int) -> int:
        return mark_of.setdefault(old, len(mark_of) + 1)

    tallies = []
    for n, unit in enumerate(comparison.units):
        says = fmt(words["compare"]["numbers"], len(unit.articles), stretches(unit.articles))
        articles = tuple(number - 1 for number in unit.articles)
        row = plain(unit_title(unit.brief.unit))
        tallies.append(Tally(row, str(words["compare"]["articles"]), str(says), articles=articles))
        for theme in comparison.themes:
            cell, row = theme.cells[n], str(words["themes"][theme.theme])
            for label, measures in (("adopted", cell.adopted), ("planned", cell.planned)):
                lines = tuple(_line(m.line, [mark(old) for old in m.line.marks]) for m in measures)
                says = fmt(words["compare"][label], len(lines))
                tallies += [Tally(row, plain(names[n]), str(says), lines)] if lines else []
    by_number = {c.number: c for c in comparison.citations}
    below = (m.unit for row in comparison.themes for c in row.cells for m in (*c.adopted, *c.planned) if m.unit)
    units = (*names, *(unit_title(b.unit) for b in comparison.briefs), *(capital(unit.label) for unit in below))
    return Evidence(
        unit="; ".join(b.unit.full for b in comparison.briefs),
        lang=lang,
        units=tuple(dict.fromkeys((*units, *(u for b in comparison.briefs for u in _units(b))))),
        articles=_sources(comparison),
        quotes=tuple(quote_of(number, by_number[old]) for old, number in sorted(mark_of.items(), key=lambda x: x[1])),
        claims=claims(markdown),
        amended=amended_by(comparison.remarks, {number: old for old, number in mark_of.items()}),
        tallies=tuple(tallies),
    )


def _line(line: MeasureLine, marks: Sequence[int]) -> Claim:
    return Claim("item", plain(line.measure.text), tuple(sorted(marks)))


def quote_of(number: int, c: Citation) -> Quote:
    """The words behind the mark `number`."""
    return Quote(number, c.article, c.paragraph, c.span, c.quote, c.words)


def _sources(what: Brief | Comparison) -> tuple[Source, ...]:
    return tuple(Source(a.id, a.path, a.sha256) for a in what.articles)


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
