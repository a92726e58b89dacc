"""A Brief as DOCX: the Markdown's tokens as paragraphs, tables and footnotes in the styles of a reference document."""

from __future__ import annotations

from pathlib import Path

from reportgen.model import Brief
from reportgen.render.letterhead import letterhead
from reportgen.render.markdown import unit_title
from reportgen.render.office import PLAIN, Layout
from reportgen.render.templates import labels, reference_files
from reportgen.render.tokens import page, titled


def render_docx(
    brief: Brief, markdown: str, lang: str = "vi", templates: Path | None = None, layout: Layout = PLAIN
) -> bytes:
    """The DOCX of `brief`, whose Markdown is `markdown`; TemplateError where the reference document is none."""
    from reportgen.render.docx.official import head, signature
    from reportgen.render.docx.opening import opened
    from reportgen.render.docx.package import write_package
    from reportgen.render.docx.writer import Writer

    words = labels(lang, templates)
    title, kind = unit_title(brief.unit), str(words["kind"])
    document = opened(*reference_files(layout.name, templates), title)
    official = letterhead(layout, words)
    taken = titled(page(markdown), official.title) if official else page(markdown)
    rule = {"plain": None, "party": "-----", "state": ""}[layout.name]
    writer = Writer(document, taken, str(words["table"]), title_rule=rule, comments=layout.comments)
    if official is None:
        writer.line(kind, "Document Kind")
        writer.blocks()
    else:
        head(writer, official, layout.name)
        writer.blocks()
        signature(writer, official)
    properties = {
        "title": title,
        "subject": kind,
        "author": layout.office.organisation or "reportgen",
        "language": {"vi": "vi-VN", "en": "en-GB"}[lang],
        "keywords": "; ".join(place.name for place in brief.unit.path),
    }
    return write_package(document, properties, brief.until)
