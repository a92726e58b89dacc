"""The nouns of the brief: what is said of one locality, line by line, with its sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from reportgen.model.articles import Unit
from reportgen.model.corrections import Correction, Remark
from reportgen.model.facts import Directive, Measure, Metric, RelationKind
from reportgen.text import Span

Doubt = Literal["share", "part", "scale"]
"""What cannot be right of a figure: a share over 100 %, a part larger than its whole, a sum a thousand times too large or small."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The sentence behind a line. `number` is its mark in the brief, from 1; `article` indexes `Brief.articles`."""

    number: int
    article: int
    paragraph: int  # counted from 1 in the story's blocks, 0 for the headline
    span: Span  # in the source
    quote: str  # source[span], unrepaired
    words: str  # the same, repaired: what a reader is shown


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure, possibly told in several places. `marks` are numbers of citations, never empty."""

    measure: Measure
    marks: tuple[int, ...]
    remarks: tuple[Remark, ...] = ()  # what people put right or noted, as in the rows below


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """The measures under one theme."""

    theme: str
    lines: tuple[MeasureLine, ...]


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One figure; `sources` counts the articles that give it, `doubt` says what about it cannot be right."""

    metric: Metric
    marks: tuple[int, ...]
    sources: int = 1
    doubt: Doubt | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """One figure (indicator, unit, scope and period are the same) that the articles do not give alike; most told first."""

    readings: tuple[MetricRow, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The course of one indicator of one unit over two or more periods of one length; `points` stand in time order."""

    indicator: str
    unit: str | None
    scope: Unit | None
    points: tuple[MetricRow, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What some of the articles say of a document's date or number, where they do not agree."""

    value: str
    marks: tuple[int, ...]
    sources: int


@dataclass(frozen=True, slots=True)
class DirectiveRow:
    """One document with all its citations; `dates` and `numbers` hold what the articles say where they disagree."""

    directive: Directive
    marks: tuple[int, ...]
    sources: int = 1
    dates: tuple[Reading, ...] = ()
    numbers: tuple[Reading, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """What is known of one unit itself, without the units below it."""

    unit: Unit
    adopted: tuple[MeasureGroup, ...]
    planned: tuple[MeasureGroup, ...]
    metrics: tuple[MetricRow, ...]  # figures that stand alone: in no dispute and no series
    directives: tuple[DirectiveRow, ...]
    disputes: tuple[Dispute, ...] = ()
    series: tuple[Series, ...] = ()
    bare: tuple[
        MetricRow, ...
    ] = ()  # figures whose indicator does not say what they are of: in no table, see `brief/bare.py`
    general: tuple[
        MeasureLine, ...
    ] = ()  # measures that only announce, where others of their theme say more: under no heading
    more_measures: int = 0  # measures that a limit cut, as the next two; they stand in facts.jsonl
    more_metrics: int = 0  # figures that a limit cut
    more_directives: int = 0  # documents that a limit cut

    @property
    def empty(self) -> bool:
        return not (self.adopted or self.planned or self.figures or self.directives)

    @property
    def figures(self) -> tuple[MetricRow, ...]:
        """Every figure that a table shows: those of series, those in dispute, those that stand alone."""
        return (
            *(row for series in self.series for row in series.points),
            *(row for dispute in self.disputes for row in dispute.readings),
            *self.metrics,
        )


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure as a sentence tells it, between the article's own words: "tỷ lệ hộ nghèo giảm còn" 3,5%, 85% "đảng viên hoàn thành tốt"."""

    row: MetricRow
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class KeyCourse:
    """The course of an indicator that rose or fell all the way; `act` where its words tell an act ("kết nạp"), whose objects it counts."""

    series: Series
    words: str
    act: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """The weightiest facts, out of which the summary's sentences are made; empty tuples where there are none."""

    issued: tuple[DirectiveRow, ...] = ()  # documents of the unit's own bodies
    measures: tuple[MeasureLine, ...] = ()  # a sentence each, weightiest first
    courses: tuple[KeyCourse, ...] = ()  # told with the figures
    figures: tuple[KeyFigure, ...] = ()  # what was reached
    basis: tuple[DirectiveRow, ...] = ()  # documents from above that are cited
    planned: tuple[MeasureLine, ...] = ()  # what lies ahead
    targets: tuple[KeyFigure, ...] = ()  # what is aimed at, where no act lies ahead


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """An article as the sources list names it."""

    id: str
    path: str
    title: str | None
    newspaper: str | None
    published: dt.date | None
    authors: tuple[str, ...]
    sha256: str  # of the source text in UTF-8


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that is said of one locality, ready to be rendered."""

    unit: Unit
    since: dt.date | None  # dates of the first and last dated article
    until: dt.date | None
    summary: Summary
    own: Section
    below: tuple[Section, ...]  # units below, in the order of their paths
    articles: tuple[SourceArticle, ...]
    citations: tuple[Citation, ...]  # by number
    elsewhere: tuple[Unit, ...] = ()  # units below that have a brief of their own
    themes: tuple[str, ...] = ()  # the themes it was asked for; empty for all

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What people put right of its lines or noted at them, each once, by the marks."""
        sections = (self.own, *self.below)
        lines = (line.remarks for s in sections for group in (*s.adopted, *s.planned) for line in group.lines)
        figures = (row.remarks for s in sections for row in s.figures)
        documents = (row.remarks for s in sections for row in s.directives)
        said = dict.fromkeys(remark for told in (*lines, *figures, *documents) for remark in told)
        return tuple(sorted(said, key=lambda r: (r.mark, r.correction.when, r.correction.where)))


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a brief shows at most of one unit, None for all; the weightiest stay."""

    measures: int | None = None  # under one theme, adopted and planned ones apart
    metrics: int | None = None  # single figures, series and disputes, one each
    directives: int | None = None


UNLIMITED = Limits()


@dataclass(frozen=True, slots=True)
class Carrying:
    """A locality that carries a document out: through a document of its own, or a body that acts."""

    unit: Unit
    actor: str | None
    directive: Directive | None


@dataclass(frozen=True, slots=True)
class Document:
    """One document over all the localities of a build; `days` from its date to the first local document that carries it out.

    `dates` holds what the articles say of its date where they disagree, most told first; then there are no days. `rests` holds
    the documents that it replaces, amends or is based on, with the kind of the relation.
    """

    directive: Directive
    issued: tuple[Unit, ...]
    carried: tuple[Carrying, ...]
    cited: tuple[Unit, ...]  # localities that only cite it
    days: int | None
    dates: tuple[str, ...] = ()
    rests: tuple[tuple[RelationKind, Directive], ...] = ()


# ---------------------------------------------------------------- left out


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A fact that no brief tells, and where it stands: article's id, paragraph (0: the headline) and sentence.

    `why`: it is not certain whose it is ("unplaced", then there is no unit), it only announces ("general"), or no word says what it
    counts ("bare").
    """

    why: Literal["unplaced", "general", "bare"]
    unit: Unit | None
    fact: Measure | Metric | Directive
    article: str
    paragraph: int
    words: str


@dataclass(frozen=True, slots=True)
class Unused:
    """A correction that is at no line: its words are gone or stand in several places, a field is missing, or its fact is in no brief."""

    correction: Correction
    why: Literal["orphaned", "ambiguous", "incomplete", "untold"]
