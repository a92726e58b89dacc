"""Metrics: which figures the story gives, with unit, bound, direction, what they count, when and whose.

sentence --tokens, units--> Figure --words, periods, indicators--> Metric
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.extract.metrics.indicators import indicator_of
from reportgen.extract.metrics.periods import NOW, Period, find_periods, report_period
from reportgen.extract.metrics.tokens import Figure, find_figures
from reportgen.extract.metrics.words import baseline_of, bound_of, change_of, is_target
from reportgen.extract.scope import Scope
from reportgen.model import Article, Block, Directive, Metric
from reportgen.text import Span
from reportgen.vietnamese.fold import fold

__all__ = ["find_metrics"]

_TOLD = frozenset({"lead", "paragraph", "quote"})


def find_metrics(article: Article, scope: Scope, directives: tuple[Directive, ...]) -> tuple[Metric, ...]:
    """The figures of `article`, in reading order; those in the headline, headings and captions are left out."""
    folded = fold(article.text.string)
    cited = [span for d in directives for span in d.mentions]
    told = [block for block in article.blocks if block.kind in _TOLD]
    opening = [*article.title_spans, *(s for block in told[:2] for s in block.sentences[:2])]
    report = report_period(folded, opening, article.published)
    return tuple(m for block in told for m in _in_block(article, folded, scope, cited, block, report))


@dataclass(slots=True)
class _Frame:
    """The period that the figures of a paragraph stand in until another is named."""

    edtf: str | None = None


def _in_block(
    article: Article, folded: str, scope: Scope, cited: Sequence[Span], block: Block, report: str | None
) -> Iterator[Metric]:
    frame = _Frame(report)
    for sentence in block.sentences:
        taken = [span for span in cited if span.overlaps(sentence)]
        yield from _in_sentence(article, folded, scope, sentence, taken, frame)


def _in_sentence(
    article: Article, folded: str, scope: Scope, sentence: Span, taken: Sequence[Span], frame: _Frame
) -> Iterator[Metric]:
    string = article.text.string
    periods = list(find_periods(folded, sentence.start, sentence.end, article.published))
    figures = list(find_figures(string, folded, sentence, [*taken, *(p.span for p in periods)]))
    now = NOW.search(folded, sentence.start, min(sentence.start + 40, sentence.end))
    if now and not _inside(now, periods):
        frame.edtf = None
    start, indicator = sentence.start, None
    for i, figure in enumerate(figures):
        after = figures[i + 1].number.start if i + 1 < len(figures) else sentence.end
        before, behind = folded[sentence.start : figure.number.start], folded[figure.span.end : sentence.end]
        bound, width = bound_of(before, behind)
        change = change_of(before[: len(before) - width], share=figure.unit.name == "%")
        if change:
            outer, _ = bound_of(_without_change(before), "")
            bound = None if before.endswith("vượt ") else bound or outer
        if (figure.of is not None and bound == ">") or (figure.to is not None and bound == ">="):
            bound = None  # "vượt 16/17 chỉ tiêu", "từ 2-5 tầng"
        whose = scope.at(figure.span.start)
        indicator = indicator_of(string, start, figure, sentence.end, indicator, change=change is not None, whose=whose)
        yield Metric(
            span=figure.span,
            value=figure.value,
            to=figure.to,
            of=figure.of,
            unit=figure.unit.name,
            bound=bound,
            change=change,
            target=is_target(before),
            indicator=indicator.words,
            period=_period(periods, figure, after, folded, sentence.start, frame.edtf),
            baseline=baseline_of(behind) if change else None,
            locality=whose,
        )
        start = figure.span.end
    if periods and _opens(folded[sentence.start : periods[0].span.start]):
        frame.edtf = periods[0].edtf


_OPENING = 60


def _opens(before: str) -> bool:
    """True where a period, behind these words of its sentence, is the frame of what follows: near the sentence's start,
    or right behind "cho biết:"."""
    return len(before) < _OPENING or before.rstrip().endswith(":")


def _period(
    periods: Sequence[Period], figure: Figure, after: int, folded: str, start: int, carried: str | None
) -> str | None:
    """The period named last before the figure, or right behind it in the same clause, else the one `carried` into the
    sentence; "đến nay" and its like end what was named before them."""
    named = [p for p in periods if p.span.end <= figure.number.start]
    said = [m for m in NOW.finditer(folded, start, figure.number.start) if not _inside(m, periods)]
    if said and (not named or said[-1].start() >= named[-1].span.end):
        named, carried = [], None
    if named:
        return named[-1].edtf
    for p in periods:
        if figure.span.end <= p.span.start < after and not re.search(r"[,;]", folded[figure.span.end : p.span.start]):
            return p.edtf
    return carried


def _inside(m: re.Match[str], periods: Sequence[Period]) -> bool:
    return any(p.span.overlaps(Span(m.start(), m.end())) for p in periods)


def _without_change(before: str) -> str:
    """The words before a figure up to its word of rise or fall: "tối thiểu có thêm " is "tối thiểu "."""
    return re.sub(r"(?:có thêm|tăng thêm|tăng|giảm|thêm)(?: \w+)? $", "", before)
