"""What the rules of citations look at and what they find: Sentence and Cited."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.extract.directives.issuers import Issuer
from reportgen.extract.directives.symbols import Symbol
from reportgen.model import Unit
from reportgen.text import Span


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation as it stands in the text, before it is joined with others of the same document."""

    span: Span  # kind, number or symbol, and the date beside it
    type: str  # as written, first letter a capital
    number: str | None = None
    symbol: Symbol | None = None
    date: str | None = None
    issuer: Issuer | None = None
    body: str | None = None
    term: str | None = None
    about: str | None = None
    inverted: bool = False  # "ngày …, Thành ủy ban hành Kế hoạch …": the issuer acts in the story
    certain: bool = True  # False: stands only if the article cites the document in full elsewhere
    tail: int = field(default=0, compare=False)  # where date, issuer and term end
    stop: int = field(default=0, compare=False)  # where the subject ends, too


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the rules look at: the text, its folded view, and one sentence of it with the unit in view."""

    string: str
    folded: str
    start: int
    end: int
    view: Unit | None
