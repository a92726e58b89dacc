"""Metrics: which figures the story gives, with unit, bound, direction, what they count, when and whose.

sentence --tokens, units--> Figure --words, periods, indicators--> Metric
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.extract.metrics.aims import is_target
from reportgen.extract.metrics.frames import Frame, periods_of
from reportgen.extract.metrics.grids import find_in_tables
from reportgen.extract.metrics.headings import Heading, heading_of, is_item
from reportgen.extract.metrics.indicators import indicators
from reportgen.extract.metrics.periods import find_periods, lies_ahead, report_period
from reportgen.extract.metrics.stretches import Stretch, stretches
from reportgen.extract.metrics.tokens import Figure, find_figures
from reportgen.extract.metrics.told import told_on
from reportgen.extract.metrics.words import baseline_of, bound_of, change_of
from reportgen.extract.scope import Scope
from reportgen.model import Article, Bound, Change, Directive, Metric
from reportgen.text import Span
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.numbers import writes_english
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

__all__ = ["find_metrics"]

_TOLD = frozenset({"lead", "paragraph", "quote"})


def find_metrics(article: Article, scope: Scope, directives: tuple[Directive, ...]) -> tuple[Metric, ...]:
    """The figures of `article`, in reading order; those in the headline, headings and captions are left out."""
    folded = article.folded
    cited = tuple(span for d in directives for span in d.mentions)
    told = [block for block in article.blocks if block.kind in _TOLD]
    opening = [*article.title_spans, *(s for block in told[:2] for s in block.sentences[:2])]
    sentences = [s for block in told for s in block.sentences]
    today = told_on(article.text.string, folded, sentences, article.published)
    report = report_period(folded, opening, today)
    story = _Story(article, folded, scope, cited, writes_english(article.text.string), today)
    found = list(find_in_tables(article, scope))
    over: Heading | None = None
    for block in told:
        listed = over if over and is_item(folded, block.span) else None
        frame = Frame(report, listed.period if listed else None)
        for sentence in block.sentences:
            found.extend(_in_sentence(story, sentence, frame, listed))
        over = heading_of(article.text.string, folded, block, frame.edtf) or listed
    return tuple(sorted(found, key=lambda m: m.span))


@dataclass(frozen=True, slots=True)
class _Story:
    """An article as figures are looked for in it; `cited` are the mentions of documents, `today` the day that it speaks from."""

    article: Article
    folded: str
    scope: Scope
    cited: tuple[Span, ...]
    english: bool
    today: dt.date | None


def _in_sentence(story: _Story, sentence: Span, frame: Frame, listed: Heading | None) -> Iterator[Metric]:
    folded, string = story.folded, story.article.text.string
    periods = list(find_periods(folded, sentence.start, sentence.end, story.today))
    closed = [*(s for s in story.cited if s.overlaps(sentence)), *(p.span for p in periods)]
    figures = list(find_figures(string, folded, sentence, closed, english=story.english))
    frame.enter(folded, sentence, periods, figures)
    chain = stretches(string, sentence, figures, [p.span for p in periods])
    moves = _shared_moves(chain, [_move(folded, sentence, figure) for figure in figures])
    places = [story.scope.at(figure.span.start) for figure in figures]
    when = periods_of(folded, sentence, figures, periods, frame)
    said = indicators(
        string, chain, [change is not None for _, change in moves], places, listed.words if listed else ""
    )
    aimed = listed is not None and listed.target
    bare = _NAMES.sub(lambda m: "x" * len(m[0]), sentence.of(string))
    bare = "".join(b if b == "x" else f for b, f in zip(bare, sentence.of(folded), strict=True))
    for i, (figure, indicator) in enumerate(zip(figures, said, strict=True)):
        before = bare[: figure.number.start - sentence.start]
        bound, change = moves[i]
        planned = aimed or is_target(before, folded[figure.span.end : sentence.end])
        yield Metric(
            span=figure.span,
            value=figure.value,
            to=figure.to,
            of=figure.of,
            unit=figure.unit.name,
            bound=bound,
            change=change,
            target=planned or lies_ahead(when[i], story.today),
            indicator=indicator.words,
            period=when[i],
            baseline=baseline_of(string[figure.span.end : sentence.end]) if change else None,
            locality=places[i],
        )
    frame.leave(folded, sentence, periods, figures)


_NAMES = re.compile(rf"(?<=\w )[{UPPER}][^\W\d_]+(?: [{UPPER}][^\W\d_]+)+")
"""Names of several words, whose syllables say nothing: "Tiểu Cần có 13 hộ"."""
_BEYOND = re.compile(
    rf"[ ](?:so với[ ])?{alternation(table('reportgen.extract.metrics', 'indicator.toml')['plans'])}(?!\w)"
)
_HALF = 50
"""Percent: "vượt 120% kế hoạch" is a level."""


def _move(folded: str, sentence: Span, figure: Figure) -> tuple[Bound | None, Change | None]:
    """The bound of a figure, and whether it is itself a rise or a fall."""
    before, behind = folded[sentence.start : figure.number.start], folded[figure.span.end : sentence.end]
    bound, width = bound_of(before, behind)
    share = figure.unit.dimension == "share"
    change = change_of(before[: len(before) - width], share=share)
    if share and figure.value < _HALF and before.endswith("vượt ") and _BEYOND.match(behind):
        change = "+"  # "vượt 5% kế hoạch"
    if figure.unit.dimension == "multiple" or (before.endswith("từ ") and figure.to is None):
        change = None  # "tăng 2,5 lần", "giảm từ 28,1% xuống còn 3%"
    if change:
        outer, _ = bound_of(_without_change(before), "")
        bound = None if before.endswith("vượt ") else bound or outer
    if (figure.of is not None and bound == ">") or (
        figure.to is not None and bound == ">=" and not behind.startswith(" trở lên")
    ):
        bound = None  # "vượt 16/17 chỉ tiêu", "từ 2-5 tầng"
    return bound, change


def _shared_moves(
    chain: Sequence[Stretch], moves: list[tuple[Bound | None, Change | None]]
) -> list[tuple[Bound | None, Change | None]]:
    """A rise or fall holds for the figures that are only joined to it: "tăng 1.416 hộ với 4.921 khẩu"."""
    for i in range(1, len(chain)):
        alike = chain[i].figure.unit.dimension is None and chain[i - 1].figure.unit.dimension is None
        if alike and chain[i].link in {",", "với"} and not chain[i].left.strip() and moves[i][1] is None:
            moves[i] = (moves[i][0], moves[i - 1][1])
    return moves


def _without_change(before: str) -> str:
    """The words before a figure up to its word of rise or fall: "tối thiểu có thêm " is "tối thiểu "."""
    return re.sub(r"(?:có thêm|tăng thêm|tăng|giảm|thêm)(?: \w+)? $", "", before)
