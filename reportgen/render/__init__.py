"""render: a Brief to bytes. Jinja renders it once, to Markdown; PDF and DOCX are made from that Markdown's tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportgen.model import Brief
from reportgen.render.charts import Chart, Pictures, can_draw, charts
from reportgen.render.markdown import render_documents, render_index, render_markdown
from reportgen.render.office import PLAIN, Layout
from reportgen.render.stamp import stamp
from reportgen.render.templates import labels

__all__ = ["FORMATS", "SITE", "render", "render_documents", "render_index"]

FORMATS = ("md", "docx", "pdf")
"""The output formats, which are also the endings of the files."""

SITE = "site"
"""A format of its own: all briefs together as a documentation site."""


def render(
    brief: Brief,
    formats: Sequence[str],
    lang: str,
    templates: Path | None,
    known: Mapping[str, str] | None = None,
    layout: Layout = PLAIN,
    stem: str = "brief",
) -> Iterator[tuple[str, str, bytes | None]]:
    """For each of `formats` its ending, its stamp and the bytes; None for bytes whose stamp is the `known` one.

    The Markdown comes with its charts: each is a file of its own, and its ending is all that stands behind `stem`, the name of
    the brief's files ("nghi-son.ket-nap.svg"). TemplateError or SetupError where a format cannot be made.
    """
    drawn = charts(brief, stem, lang, labels(lang, templates)) if can_draw() else {}
    markdown = render_markdown(brief, lang, templates, drawn)
    pictures = tuple(chart for chart in drawn.values() if f"({chart.file})" in markdown)
    known = known or {}
    for name in formats:
        made_from = stamp(markdown, name, lang, templates, layout, pictures)
        there = known.get(name) == made_from
        yield name, made_from, None if there else _made(brief, markdown, name, lang, templates, layout, pictures)
    for chart in pictures if "md" in formats else ():
        ending = chart.file.removeprefix(f"{stem}.")
        made_from = stamp("", "svg", lang, templates, charts=(chart,))
        yield ending, made_from, None if known.get(ending) == made_from else _picture(chart)


def _picture(chart: Chart) -> bytes:
    from reportgen.render.charts.drawing import draw

    return draw(chart, "svg")


def _made(
    brief: Brief, markdown: str, name: str, lang: str, templates: Path | None, layout: Layout, pictures: Pictures
) -> bytes:
    if name == "md":
        return markdown.encode("utf-8")
    if name == "docx":
        from reportgen.render.docx import render_docx

        return render_docx(brief, markdown, lang, templates, layout, pictures)
    if name == "pdf":
        from reportgen.render.pdf import render_pdf

        return render_pdf(brief, markdown, lang, templates, layout, pictures)
    raise ValueError(f"no such format: {name}")
