"""The nouns of extraction: what one article says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.model.articles import Article, Unit
from reportgen.model.corrections import Applied
from reportgen.text import Span

Status = Literal["adopted", "planned"]
Bound = Literal[">", ">=", "<", "<=", "~"]
Change = Literal["+", "-"]
RelationKind = Literal["implements", "replaces", "amends", "based_on"]

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
    dates: tuple[tuple[str, Span], ...] = ()  # what its mentions say of the date, where they disagree


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
    """A sentence or clause that says that a body of the locality acts; `text` is a statement that stands alone.

    `date` is when it acted, ISO, cut short where the article does not say it all. `directives` and `metrics` index those of
    the extraction that stand in the statement: the documents that the act issues or carries out, the figures that it tells.
    """

    span: Span
    text: str
    theme: str
    actor: str | None
    status: Status
    locality: Unit | None
    date: str | None = None
    directives: tuple[int, ...] = ()
    metrics: tuple[int, ...] = ()


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
    corrections: tuple[Applied, ...] = ()  # those that were applied to it

    @property
    def principal(self) -> Unit | None:
        """The one unit that the article as a whole reports on."""
        return next((place.unit for place in self.localities if place.principal), None)
