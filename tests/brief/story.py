"""Little stories for the tests of the brief: an extraction is written as sentences, and facts by their words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from reportgen.model import Article, Block, Directive, Extraction, Locality, Measure, Metric, Place, Source, Unit
from reportgen.text import Span, Text
from reportgen.vietnamese.fold import fold

LEVELS = ("thành phố", "thị trấn", "thị xã", "huyện", "tỉnh", "xã")


def unit(path: str) -> Unit:
    """`unit("tỉnh A > huyện B")`."""
    places = []
    for step in path.split(" > "):
        level = next(level for level in LEVELS if step.startswith(level + " "))
        places.append(Place(level, step.removeprefix(level + " ")))
    return Unit(tuple(places))


class Story:
    """An article of one paragraph whose sentences are joined with blanks."""

    def __init__(self, name: str, about: Unit | None, *sentences: str, published: str | None = None) -> None:
        string = " ".join(sentences)
        spans, at = [], 0
        for sentence in sentences:
            spans.append(Span(at, at + len(sentence)))
            at += len(sentence) + 1
        source = Source(name, f"{name}.txt", string, "utf-8")
        block = Block("paragraph", Span(0, len(string)), tuple(spans))
        date = dt.date.fromisoformat(published) if published else None
        self.article = Article(
            source, Text.raw(string), fold(string), f"Title of {name}", (), date, "Báo", (), (block,)
        )
        self.about = about

    def span(self, words: str) -> Span:
        at = self.article.text.string.index(words)
        return Span(at, at + len(words))

    def measure(
        self,
        words: str,
        where: Unit | None,
        theme: str = "training",
        status: Any = "adopted",
        actor: str | None = "Đảng ủy",
    ) -> Measure:
        return Measure(self.span(words), words, theme, actor, status, where)

    def metric(self, words: str, where: Unit | None, value: float, **more: Any) -> Metric:
        fields: dict[str, Any] = dict.fromkeys(("to", "of", "bound", "change", "indicator", "period", "baseline"))
        fields |= {"unit": "lớp", "indicator": "mở", "target": False} | more
        return Metric(self.span(words), Decimal(str(value)), locality=where, **fields)

    def directive(self, words: str, where: Unit | None, kind: str, number: str | None = None, **more: Any) -> Directive:
        fields: dict[str, Any] = dict.fromkeys(("symbol", "date", "issuer", "body", "term", "about"))
        fields |= {"issued_here": False} | more
        return Directive(kind, number, mentions=(self.span(words),), locality=where, **fields)

    def facts(self, *found: Measure | Metric | Directive) -> Extraction:
        def of(kind: type) -> tuple[Any, ...]:
            return tuple(f for f in found if isinstance(f, kind))

        places: Iterable[Locality] = [Locality(self.about, True, (Span(0, 1),))] if self.about else []
        return Extraction(self.article, tuple(places), of(Directive), of(Metric), of(Measure))
