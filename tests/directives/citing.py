"""A sentence as the one paragraph of a page, and what is cited in it."""

from reportgen.clean import clean
from reportgen.extract.directives import find_directives
from reportgen.model import Directive, Place, Source, Unit
from reportgen.parse import parse

UNIT = Unit((Place("tỉnh", "An Hải"), Place("huyện", "Bình Sen")))


class View:
    """A scope in which everything speaks of one unit."""

    principal = UNIT

    def at(self, offset: int) -> Unit:
        return self.principal


def directives(text: str) -> tuple[Directive, ...]:
    """What is cited in `text`."""
    return tuple(found for found, _ in quoted(text))


def quoted(text: str) -> tuple[tuple[Directive, tuple[str, ...]], ...]:
    """What is cited in `text`, each with the source's own words of its mentions."""
    source = Source("case", "case.txt", f"Một tin ngắn của huyện\n\n{text}\n", "utf-8")
    article = parse(clean(source), source)
    out = []
    for directive in find_directives(article, View()):  # type: ignore[arg-type]
        quotes = []
        for span in directive.mentions:
            origin = article.origin(span)
            assert source.text[origin.start : origin.end] == article.quote(span)
            quotes.append(article.quote(span))
        out.append((directive, tuple(quotes)))
    return tuple(out)
