"""One page of HTML with the whole article, its facts highlighted by kind, and a list of them; nothing is fetched.

Where facts overlap (a figure within a measure) the text is cut at every edge, and each piece names all of its facts. Links lead from a
fact to its words and back without a script; the script adds keys, highlighting and the other language. The page forbids all others.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from markupsafe import Markup

from reportgen.model import Extraction
from reportgen.render import format as form
from reportgen.render.explain.marked import KINDS, Marked, marked
from reportgen.render.templates import environment, fill, labels, template_file
from reportgen.text import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the same facts hold; `starts` are those that begin here."""

    words: str
    facts: tuple[str, ...]
    kinds: str
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the page: "title", or the kind of a block, or "table"."""

    kind: str
    pieces: tuple[Piece, ...]


def explain_page(
    extraction: Extraction, lang: str = "vi", templates: Path | None = None, entries: Mapping[str, str] | None = None
) -> str:
    """The page in both languages, opened in `lang`; `entries` give for a fact's id the correction to begin with."""
    both = {name: labels(name, templates) for name in ("vi", "en")}
    facts = {name: marked(extraction, name, words) for name, words in both.items()}
    by_kind = [(kind, [f for f in facts["vi"] if f.kind == kind]) for kind in KINDS]
    english = {fact.id: fact for fact in facts["en"]}
    script = template_file("explain.js", templates).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    return fill(
        environment(templates, html.escape),
        "explain.html.j2",
        article=extraction.article,
        published={name: form.day(day, name) for name in both} if (day := extraction.article.published) else None,
        parts=list(_parts(extraction, facts["vi"])),
        facts=[(kind, found) for kind, found in by_kind if found],
        english=english,
        entries=entries or {},
        corrections=[applied.correction for applied in extraction.corrections],
        label=both,
        lang=lang,
        style=Markup(template_file("explain.css", templates).read_text(encoding="utf-8")),
        script=Markup(script),
        policy=Markup(f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"),
    )


def _parts(extraction: Extraction, facts: Sequence[Marked]) -> Iterator[Part]:
    """The headline, the blocks and the tables of the article, in the order of the page."""
    article = extraction.article
    spans = [("title", span) for span in article.title_spans]
    if article.title and not spans:
        yield Part("title", (Piece(article.title, (), "", ()),))
    spans += [(block.kind, block.span) for block in article.blocks]
    spans += [("table", table.span) for table in article.tables]
    started: set[str] = set()
    for kind, span in sorted(spans, key=lambda s: (s[0] != "title", s[1])):
        yield Part(kind, tuple(_pieces(extraction, span, facts, started)))


def _pieces(extraction: Extraction, span: Span, facts: Sequence[Marked], started: set[str]) -> Iterator[Piece]:
    held = [(fact, s) for fact in facts for s in fact.spans if s.overlaps(span)]
    edges = {span.start, span.end}
    for _, s in held:
        edges |= {max(s.start, span.start), min(s.end, span.end)}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        here = [fact for fact, s in held if s.start <= start and end <= s.end]
        starts = tuple(fact.id for fact in here if fact.id not in started)
        started |= set(starts)
        kinds = " ".join(kind for kind in KINDS if any(fact.kind == kind for fact in here))
        words = extraction.article.words(Span(start, end))
        yield Piece(words, tuple(fact.id for fact in here), kinds, starts)
