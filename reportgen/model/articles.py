"""The nouns of reading and parsing: a file, an article, the places it names."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from reportgen.text import Span, Text

BlockKind = Literal["lead", "paragraph", "heading", "quote", "caption"]
MarkKind = Literal["title", "lead", "paragraph", "heading", "quote", "caption", "item"]


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
class Mark:
    """What the file itself says that the words in `span` are: a heading's style, an item of a list, a picture's caption."""

    kind: MarkKind
    span: Span


@dataclass(frozen=True, slots=True)
class Given:
    """What a file says of its article beside the text: a page's metadata, front matter. None and empty where it does not."""

    title: str | None = None
    published: dt.date | None = None
    authors: tuple[str, ...] = ()
    newspaper: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One file as decoded. `text` keeps its code points; every source span counts in it.

    For a file that is no plain text, `text` is what the reader takes out of it: one line a paragraph or row of a table,
    cells apart by tabs; `marks` (in order) and `tables` keep its form. `parsed`: somebody took the story out of its page
    already, so that every line has a mark and none is furniture.
    """

    id: str  # the file's name without its ending
    path: str  # as the user gave it
    text: str
    encoding: str
    tables: tuple[Table, ...] = ()
    marks: tuple[Mark, ...] = ()
    given: Given = Given()
    parsed: bool = False


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
    """A story, parsed. `title_spans` are where the headline (kicker first) stands, if anywhere.

    `folded` is the repaired text as words are looked for in it: in small letters, of the same length (`vietnamese.fold`).
    """

    source: Source
    text: Text
    folded: str
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

    def __hash__(self) -> int:
        return hash((self.code, len(self.path), self.path[-1].name if self.path else ""))  # units are often keys

    def under(self, other: Unit) -> bool:
        """True when this unit is `other` or lies inside it."""
        return self.path[: len(other.path)] == other.path
