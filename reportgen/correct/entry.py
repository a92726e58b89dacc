"""Entries to begin a correction with: a fact's words with what stands around them, as TOML to copy into a file."""

from __future__ import annotations

import json
from collections.abc import Iterator

from reportgen.correct.anchors import around
from reportgen.model import Article, Extraction, FactKind
from reportgen.text import Span


def entries(extraction: Extraction) -> Iterator[tuple[str, str]]:
    """For each measure, metric and directive its name on the page of `explain` ("metric-2") and the entry to begin with."""
    spans: dict[FactKind, list[Span]] = {
        "measure": [m.span for m in extraction.measures],
        "metric": [m.span for m in extraction.metrics],
        "directive": [min(d.mentions) for d in extraction.directives],
    }
    for kind, found in spans.items():
        for number, span in enumerate(found, start=1):
            yield f"{kind}-{number}", entry(extraction.article, kind, span)


def entry(article: Article, kind: FactKind, span: Span) -> str:
    """The entry that rejects the fact in `span`; who corrects it, when and why is left to be filled in."""
    anchor = around(article, span)
    quoted = {"article": anchor.article, "before": anchor.before, "words": anchor.words, "after": anchor.after}
    said = "\n".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in quoted.items() if value)
    return f'[[correction]]\ndo = "reject"\nkind = "{kind}"\n{said}\nby = ""\nwhen = 2026-01-31\nwhy = ""\n'
