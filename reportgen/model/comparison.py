"""The nouns of the comparison: what several localities do, count and rest on, side by side, with one list of notes."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model.briefs import Brief, Carrying, Citation, MetricRow, SourceArticle
from reportgen.model.facts import Directive


@dataclass(frozen=True, slots=True)
class Footnote:
    """A citation with its article; `number` is its mark on a page over several briefs."""

    number: int
    article: SourceArticle
    citation: Citation


@dataclass(frozen=True, slots=True)
class ThemeCell:
    """How many measures of a theme a locality has, units below it included, and the marks of all of them."""

    adopted: int
    planned: int
    adopted_marks: tuple[int, ...]
    planned_marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme; a cell a locality, in their order."""

    theme: str
    cells: tuple[ThemeCell, ...]


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """One figure of a locality; `disputed` where its articles do not give it alike."""

    row: MetricRow
    disputed: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One indicator in one unit of measurement; for each locality its figures by period, none where no article gives one."""

    indicator: str
    cells: tuple[tuple[ComparedFigure, ...], ...]


@dataclass(frozen=True, slots=True)
class DocumentCell:
    """What a locality has to do with a document: nothing where there are no marks, else it cites it or carries it out."""

    carried: tuple[Carrying, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document from outside; a cell a locality."""

    directive: Directive
    cells: tuple[DocumentCell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several localities side by side. `silent` holds for each the themes of which its articles tell no measure."""

    briefs: tuple[Brief, ...]  # of the localities, as they were asked for
    themes: tuple[ThemeRow, ...]
    figures: tuple[FigureRow, ...]
    documents: tuple[DocumentRow, ...]
    silent: tuple[tuple[str, ...], ...]
    footnotes: tuple[Footnote, ...]  # by number
