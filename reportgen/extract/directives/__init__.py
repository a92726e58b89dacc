"""Directives: which documents the story cites, each once with all its mentions.

sentence --grammar, meetings, laws--> Cited --issuing--> Cited --resolve--> documents --whose--> Directive
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from reportgen.extract.directives.cited import Cited, Sentence
from reportgen.extract.directives.grammar import read_citations
from reportgen.extract.directives.issuing import decided, issued
from reportgen.extract.directives.laws import read_laws
from reportgen.extract.directives.meetings import read_meetings
from reportgen.extract.directives.resolve import agree, resolve
from reportgen.extract.directives.whose import issued_here, whose
from reportgen.extract.scope import Scope
from reportgen.model import Article, Directive
from reportgen.text import Span

__all__ = ["find_directives"]


def find_directives(article: Article, scope: Scope) -> tuple[Directive, ...]:
    """The documents cited in `article`, in the order of their first mention."""
    found = _uncovered([c for s in _sentences(article, scope) for c in _in_sentence(s)])
    return tuple(_directive(article, scope, group) for group in resolve(found))


def _sentences(article: Article, scope: Scope) -> Iterator[Sentence]:
    string = article.text.string.replace("\n", " ")  # inside a block a line end is a blank: the line was too narrow
    folded = article.folded.replace("\n", " ")
    for block in article.blocks:
        for span in block.sentences or (block.span,):
            yield Sentence(string, folded, span.start, span.end, scope.at(span.start))


def _in_sentence(s: Sentence) -> Iterator[Cited]:
    yield from read_meetings(s)
    yield from read_laws(s)
    yield from decided(s, list(issued(s, read_citations(s))))


def _uncovered(found: Iterable[Cited]) -> list[Cited]:
    """Each place read once: the rule that comes first has it; documents that share words ("khóa XI, khóa XII") stay."""
    kept: list[Cited] = []
    for cited in found:
        if all(not cited.span.overlaps(k.span) or _twins(cited, k) for k in kept):
            kept.append(cited)
    return kept


def _twins(a: Cited, b: Cited) -> bool:
    return bool(a.body and a.term and b.term and a.span.start == b.span.start and a.term != b.term)


def _directive(article: Article, scope: Scope, group: list[Cited]) -> Directive:
    def first(field: str) -> str | None:
        return next((value for c in group if (value := getattr(c, field))), None)

    issuer, _ = whose(group)
    symbol = next((c.symbol for c in group if c.symbol), None)
    return Directive(
        type=group[0].type,
        number=symbol.number if symbol else group[0].number,
        symbol=symbol.written if symbol else None,
        date=max((c.date for c in group if c.date), key=len, default=None),
        issuer=issuer.words if issuer else None,
        body=first("body"),
        term=first("term"),
        about=first("about"),
        issued_here=issued_here(group, scope),
        mentions=tuple(sorted({c.span for c in group})),
        locality=scope.at(group[0].span.start),
        dates=_readings(group),
    )


def _readings(group: list[Cited]) -> tuple[tuple[str, Span], ...]:
    """What the citations of a document say of its date, where two contradict each other."""
    dated = [(c.date, c.span) for c in group if c.date]
    return () if all(agree(a, b) for (a, _), (b, _) in combinations(dated, 2)) else tuple(dated)
