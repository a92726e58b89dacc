"""The nouns of corrections: what somebody says of a fact, anchored by the words that it stands in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from reportgen.text import Span

FactKind = Literal["measure", "metric", "directive"]
Doing = Literal["reject", "edit", "add", "merge", "comment"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words in an article, with a little of what stands before and behind them. `article` is the article's id."""

    article: str
    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of a corrections file, which is `where` ("corrections/a.toml, entry 2"). `changes` are fields as TOML gives them."""

    where: str
    do: Doing
    kind: FactKind
    anchor: Anchor
    changes: tuple[tuple[str, object], ...]
    other: Anchor | None  # with what fact it is one (merge)
    by: str
    when: dt.date
    why: str


@dataclass(frozen=True, slots=True)
class Applied:
    """A correction that went into an extraction: where its fact stands (nowhere if it is gone), and what it says in its place."""

    correction: Correction
    spans: tuple[Span, ...]
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody put right of a line, or noted at it. `mark` is the number of the sentence that it stands in."""

    correction: Correction
    mark: int
    says: tuple[str, ...]  # what it says in the place of the articles
