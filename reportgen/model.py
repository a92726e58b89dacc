"""The nouns: every dataclass that crosses from one stage to the next.

Spans inside the program count in the repaired string `article.text.string`; they leave it as source spans,
through `Article.origin` and `Article.quote`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from reportgen.text import Span, Text

BlockKind = Literal["lead", "paragraph", "heading", "quote", "caption"]
Status = Literal["adopted", "planned"]
Bound = Literal[">", ">=", "<", "<=", "~"]
Change = Literal["+", "-"]
RelationKind = Literal["implements", "replaces", "amends", "based_on"]
Doubt = Literal["share", "part", "scale"]
"""What cannot be right of a figure: a share over 100 %, a part larger than its whole, a sum a thousand times too large or small."""

THEMES = (
    "leadership",
    "ideology",
    "personnel",
    "training",
    "cell-meetings",
    "members",
    "inspection",
    "mass-work",
    "administration",
    "economy",
    "society",
    "security",
    "evaluation",
)
"""The themes of a measure, in the order in which a brief prints them."""

# ---------------------------------------------------------------- read


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. The span of an empty cell is empty. `head`: it names a row or a column."""

    span: Span
    head: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table, every row of one length: a cell that reaches over several columns or rows stands in each of them.

    Spans count in the text of whoever holds it: `Source.text`, or `Article.text.string`.
    """

    rows: tuple[tuple[Cell, ...], ...]
    caption: Span | None = None

    @property
    def span(self) -> Span:
        """From the first cell's first character to the last one's last, without the caption."""
        cells = [cell.span for row in self.rows for cell in row]
        return Span(min(c.start for c in cells), max(c.end for c in cells))


@dataclass(frozen=True, slots=True)
class Source:
    """One file as decoded. `text` keeps its code points; every source span counts in it.

    For a file that is no plain text, `text` is what the reader takes out of it: one line a paragraph or row of a table,
    cells apart by tabs.
    """

    id: str  # the file's name without its ending
    path: str  # as the user gave it
    text: str
    encoding: str
    tables: tuple[Table, ...] = ()


# ---------------------------------------------------------------- parse


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the story. `sentences` lie inside `span`, in order.

    `speaker` is the span of the words that say whose words these are: the attribution line of a pull-quote
    ("Bà Ngô Mai Trâm, Bí thư Chi bộ …"), which belongs to the block but to none of its sentences.
    """

    kind: BlockKind
    span: Span
    sentences: tuple[Span, ...]
    speaker: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A story, parsed. `title_spans` are where the headline (kicker first) stands, if anywhere."""

    source: Source
    text: Text
    title: str | None
    title_spans: tuple[Span, ...]
    published: dt.date | None
    newspaper: str | None
    authors: tuple[str, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()  # their words stand in no block

    @property
    def id(self) -> str:
        return self.source.id

    def words(self, span: Span) -> str:
        """The repaired words in `span`."""
        return span.of(self.text.string)

    def origin(self, span: Span) -> Span:
        """The source span behind `span`."""
        return self.text.origin(span)

    def quote(self, span: Span) -> str:
        """The source's own words behind `span`, unrepaired."""
        return self.text.origin(span).of(self.source.text)


# ---------------------------------------------------------------- gazetteer


@dataclass(frozen=True, slots=True)
class Place:
    """One step of a path: level word and name, as printed ("thị trấn", "Đồng Mỏ")."""

    level: str
    name: str

    def __str__(self) -> str:
        return f"{self.level} {self.name}"


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit as it stood at the date of the story: its path from the province down.

    `code` is the GSO code, None where the unit is not certain or lies below the commune.
    """

    path: tuple[Place, ...]
    code: str | None = None
    former: tuple[str, ...] = field(default=(), compare=False)  # what it was called, where a brief uses today's map

    @property
    def level(self) -> str:
        return self.path[-1].level

    @property
    def name(self) -> str:
        return self.path[-1].name

    @property
    def label(self) -> str:
        """Level and name: "thị trấn Đồng Mỏ"."""
        return str(self.path[-1])

    @property
    def full(self) -> str:
        """The whole path, as EXTRACTION.md writes it: "tỉnh Lạng Sơn > huyện Chi Lăng > thị trấn Đồng Mỏ"."""
        return " > ".join(map(str, self.path))

    @property
    def parent(self) -> Unit | None:
        """The unit above, None for a province."""
        return Unit(self.path[:-1]) if len(self.path) > 1 else None

    def under(self, other: Unit) -> bool:
        """True when this unit is `other` or lies inside it."""
        return self.path[: len(other.path)] == other.path


# ---------------------------------------------------------------- extract


@dataclass(frozen=True, slots=True)
class Locality:
    """A unit that the story is about or where something in it happened."""

    unit: Unit
    principal: bool
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Directive:
    """A reference to a document; one entry a document and article.

    `date` is ISO, cut short where the article does not say it all ("2016", "--04-16").
    """

    type: str
    number: str | None
    symbol: str | None
    date: str | None
    issuer: str | None
    body: str | None
    term: str | None
    about: str | None
    issued_here: bool
    mentions: tuple[Span, ...]
    locality: Unit | None = None  # the unit in whose part of the story it is first cited


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure that says something about a locality, in base units; fields as EXTRACTION.md defines them."""

    span: Span
    value: Decimal
    to: Decimal | None
    of: Decimal | None
    unit: str | None
    bound: Bound | None
    change: Change | None
    target: bool
    indicator: str | None
    period: str | None  # EDTF
    baseline: str | None  # "năm 2017", "cùng kỳ": what a rise or fall is measured from
    locality: Unit | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A sentence or clause that says that a body of the locality acts; `text` is a statement that stands alone."""

    span: Span
    text: str
    theme: str
    actor: str | None
    status: Status
    locality: Unit | None


@dataclass(frozen=True, slots=True)
class Relation:
    """What the article says that a document or a body has to do with a document.

    `by` and `to` index the extraction's directives; where a body is meant, `by` is None and `actor` names it.
    """

    kind: RelationKind
    by: int | None
    actor: str | None
    to: int
    span: Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """All facts of one article."""

    article: Article
    localities: tuple[Locality, ...]
    directives: tuple[Directive, ...]
    metrics: tuple[Metric, ...]
    measures: tuple[Measure, ...]
    relations: tuple[Relation, ...] = ()

    @property
    def principal(self) -> Unit | None:
        """The one unit that the article as a whole reports on."""
        return next((place.unit for place in self.localities if place.principal), None)


# ---------------------------------------------------------------- brief


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

    @property
    def empty(self) -> bool:
        return not (self.adopted or self.planned or self.figures or self.directives)

    @property
    def figures(self) -> tuple[MetricRow, ...]:
        """Every figure: those of series, those in dispute, those that stand alone."""
        return (
            *(row for series in self.series for row in series.points),
            *(row for dispute in self.disputes for row in dispute.readings),
            *self.metrics,
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """The weightiest facts, out of which the summary's sentences are made; empty tuples where there are none."""

    issued: tuple[DirectiveRow, ...]  # documents of the unit's own bodies
    measures: tuple[MeasureLine, ...]
    metrics: tuple[MetricRow, ...]
    basis: tuple[DirectiveRow, ...]  # documents from above that it rests on
    planned: tuple[MeasureLine, ...]


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


# ---------------------------------------------------------------- documents


@dataclass(frozen=True, slots=True)
class Carrying:
    """A locality that carries a document out: through a document of its own, or a body that acts."""

    unit: Unit
    actor: str | None
    directive: Directive | None


@dataclass(frozen=True, slots=True)
class Document:
    """One document over all the localities of a build; `days` from its date to the first local document that carries it out."""

    directive: Directive
    issued: tuple[Unit, ...]
    carried: tuple[Carrying, ...]
    cited: tuple[Unit, ...]  # localities that only cite it
    days: int | None
