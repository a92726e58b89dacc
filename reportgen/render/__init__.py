"""render: a Brief to bytes. Jinja renders it once, to Markdown; PDF and DOCX are made from that Markdown's tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportgen.model import Brief
from reportgen.render.markdown import render_documents, render_index, render_markdown
from reportgen.render.office import PLAIN, Layout
from reportgen.render.stamp import stamp

__all__ = ["FORMATS", "render", "render_documents", "render_index"]

FORMATS = ("md", "docx", "pdf")
"""The output formats, which are also the endings of the files."""


def render(
    brief: Brief,
    formats: Sequence[str],
    lang: str,
    templates: Path | None,
    known: Mapping[str, str] | None = None,
    layout: Layout = PLAIN,
) -> Iterator[tuple[str, str, bytes | None]]:
    """For each of `formats` its name, its stamp and the bytes; None for bytes whose stamp is the `known` one.

    TemplateError or SetupError where a format cannot be made.
    """
    markdown = render_markdown(brief, lang, templates)
    for name in formats:
        made_from = stamp(markdown, name, lang, templates, layout)
        if known and known.get(name) == made_from:
            yield name, made_from, None
        else:
            yield name, made_from, _made(brief, markdown, name, lang, templates, layout)


def _made(brief: Brief, markdown: str, name: str, lang: str, templates: Path | None, layout: Layout) -> bytes:
    if name == "md":
        return markdown.encode("utf-8")
    if name == "docx":
        from reportgen.render.docx import render_docx

        return render_docx(brief, markdown, lang, templates, layout)
    if name == "pdf":
        from reportgen.render.pdf import render_pdf

        return render_pdf(brief, markdown, lang, templates, layout)
    raise ValueError(f"no such format: {name}")
