"""Left out: what the articles say and no brief does, because it is not certain enough. The reader is told so, and how much it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.brief.evidence import sentence_of
from reportgen.brief.home import facts, home
from reportgen.model import Brief, Directive, Extraction, LeftOut, Measure, Metric, Section


def left_out(extractions: Iterable[Extraction], briefs: Iterable[Brief]) -> tuple[LeftOut, ...]:
    """The facts of which it is not certain whose they are, by article, then by brief the measures that only announce and the
    figures of which no word says what they count; the same whatever the order of `extractions`.
    """
    return (*_unplaced(extractions), *(fact for brief in briefs for fact in _untold(brief)))


def _unplaced(extractions: Iterable[Extraction]) -> Iterator[LeftOut]:
    for extraction in sorted(extractions, key=lambda x: x.article.source.path):
        for fact in facts(extraction):
            if home(extraction, fact) is None:
                span = min(fact.mentions) if isinstance(fact, Directive) else fact.span
                sentence, paragraph = sentence_of(extraction.article, span)
                words = extraction.article.words(sentence)
                yield LeftOut("unplaced", None, fact, extraction.article.id, paragraph, words)


def _untold(brief: Brief) -> Iterator[LeftOut]:
    citations = {c.number: c for c in brief.citations}

    def told(section: Section, fact: Measure | Metric, marks: Iterable[int]) -> LeftOut:
        c = citations[min(marks)]
        article = brief.articles[c.article].id
        return LeftOut(
            "general" if isinstance(fact, Measure) else "bare", section.unit, fact, article, c.paragraph, c.words
        )

    sections = (brief.own, *brief.below)
    yield from (told(s, line.measure, line.marks) for s in sections for line in s.general)
    yield from (told(s, row.metric, row.marks) for s in sections for row in s.bare)
