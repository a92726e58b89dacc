"""render: a Brief to bytes. Jinja renders it once, to Markdown; PDF and DOCX are made from that Markdown's tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.model import Brief
from reportgen.render.markdown import render_index, render_markdown

__all__ = ["FORMATS", "render", "render_index"]

FORMATS = ("md", "docx", "pdf")
"""The output formats, which are also the endings of the files."""


def render(brief: Brief, formats: Sequence[str], lang: str, templates: Path | None) -> Iterator[tuple[str, bytes]]:
    """For each of `formats` its name and the bytes; TemplateError or SetupError where that cannot be done."""
    markdown = render_markdown(brief, lang, templates)
    for name in formats:
        if name == "md":
            yield name, markdown.encode("utf-8")
        elif name == "docx":
            from reportgen.render.docx import render_docx

            yield name, render_docx(brief, markdown, lang, templates)
        elif name == "pdf":
            from reportgen.render.pdf import render_pdf

            yield name, render_pdf(brief, markdown, lang, templates)
        else:
            raise ValueError(f"no such format: {name}")
