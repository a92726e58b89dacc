"""What the pages of a site rest on: the evidence of a theme's page, whose lines come from several briefs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportgen.proof import Evidence, Source
from reportgen.render.carried import amended_by, quote_of
from reportgen.render.claims import claims
from reportgen.render.markdown import unit_title
from reportgen.render.site.themes import Theme


def evidence_of_theme(theme: Theme, markdown: str, numbers: Mapping[int, int], lang: str) -> Evidence:
    """The evidence of the page of `theme`, whose Markdown is `markdown`; `numbers` gives for each mark in it the source's number."""
    by_number = {source.number: source for source in theme.sources}
    cited = [(number, by_number[old]) for number, old in sorted(numbers.items())]
    articles = {source.article.path: source.article for _, source in cited}
    places = list(articles)
    quotes = [quote_of(n, replace(source.citation, article=places.index(source.article.path))) for n, source in cited]
    return Evidence(
        unit="",
        lang=lang,
        units=tuple(dict.fromkeys(unit_title(row.unit) for row in theme.units)),
        articles=tuple(Source(a.id, a.path, a.sha256) for a in articles.values()),
        quotes=tuple(quotes),
        claims=claims(markdown),
        amended=amended_by(theme.remarks, numbers),
    )
