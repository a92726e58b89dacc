"""The nouns of the comparison: what several localities do, count and rest on, side by side, with one list of sources and of notes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reportgen.model.articles import Unit
from reportgen.model.briefs import (
    Brief,
    Carrying,
    Citation,
    DirectiveRow,
    MeasureLine,
    MetricRow,
    Section,
    SourceArticle,
)
from reportgen.model.corrections import Remark
from reportgen.model.facts import Directive


@dataclass(frozen=True, slots=True)
class Footnote:
    """A citation with its article; `number` is its mark on a page over several briefs."""

    number: int
    article: SourceArticle
    citation: Citation


@dataclass(frozen=True, slots=True)
class ComparedMeasure:
    """One measure of a locality; `unit` is the one below it that acts, None for the locality itself."""

    unit: Unit | None
    line: MeasureLine
    alone: bool  # its words can be read alone; others are counted and not told


@dataclass(frozen=True, slots=True)
class ThemeCell:
    """All measures of a theme that a locality has, units below it included, the weightiest first."""

    adopted: tuple[ComparedMeasure, ...]
    planned: tuple[ComparedMeasure, ...]

    @property
    def empty(self) -> bool:
        return not (self.adopted or self.planned)

    @property
    def alone(self) -> bool:
        """True where there is something in it that is told in words."""
        return any(measure.alone for measure in (*self.adopted, *self.planned))


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme; a cell a locality, in their order."""

    theme: str
    cells: tuple[ThemeCell, ...]

    @property
    def alone(self) -> bool:
        """True where there is something in it that is told in words."""
        return any(cell.alone for cell in self.cells)


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """One figure of a locality; `disputed` where its articles do not give it alike."""

    row: MetricRow
    disputed: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One standing indicator; for each locality its figures by period, none where no article gives one."""

    indicator: str
    unit: str | None  # of measurement: what the figures have in common, where articles write it in several ways
    cells: tuple[tuple[ComparedFigure, ...], ...]


@dataclass(frozen=True, slots=True)
class DocumentCell:
    """What a locality has to do with a document: nothing where there are no marks, else it cites it or carries it out."""

    carried: tuple[Carrying, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document from outside that two localities cite, or that one carries out; a cell a locality."""

    directive: Directive
    cells: tuple[DocumentCell, ...]


@dataclass(frozen=True, slots=True)
class ComparedUnit:
    """One locality: what the tables of the comparison do not hold, and the base on which it stands there.

    `figures` are a section with its weightiest figures that stand beside no other locality's, `cited` documents that it alone cites.
    """

    brief: Brief
    articles: tuple[int, ...]  # their numbers in the list of sources, from 1
    figures: Section
    issued: tuple[DirectiveRow, ...]
    cited: tuple[DirectiveRow, ...]
    silent: tuple[str, ...]  # themes that another locality's articles tell measures of, this one's none
    more_directives: int = 0  # documents that a limit cut


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several localities side by side; `silent` are the themes of which no article of any tells a measure."""

    units: tuple[ComparedUnit, ...]  # in the order asked for
    since: dt.date | None  # dates of the first and last dated article
    until: dt.date | None
    themes: tuple[ThemeRow, ...]
    most: int  # measures of a theme that are told in words, at most
    abreast: bool  # so few localities that there is room for words in columns
    figures: tuple[FigureRow, ...]
    documents: tuple[DocumentRow, ...]
    silent: tuple[str, ...]
    articles: tuple[SourceArticle, ...]
    citations: tuple[Citation, ...]  # by number
    remarks: tuple[Remark, ...] = ()  # what people put right or noted in these sentences
    chosen: tuple[str, ...] = ()  # the themes it was asked for; empty for all

    @property
    def briefs(self) -> tuple[Brief, ...]:
        """The briefs of the localities, in their order."""
        return tuple(unit.brief for unit in self.units)
