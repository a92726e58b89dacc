"""render: a Brief to bytes. Jinja renders it once, to Markdown; PDF and DOCX are made from that Markdown's tokens."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reportgen.model import Brief
from reportgen.proof import SIDECAR, Evidence, Picture, dumps
from reportgen.render.carried import evidence_of
from reportgen.render.charts import Chart, Pictures, can_draw, charts, picture
from reportgen.render.claims import pictures as pictures_in
from reportgen.render.markdown import (
    render_comparison,
    render_documents,
    render_index,
    render_left_out,
    render_numbered,
)
from reportgen.render.office import PLAIN, Layout
from reportgen.render.stamp import stamp
from reportgen.render.templates import labels

__all__ = ["FORMATS", "SITE", "render", "render_comparison", "render_documents", "render_index", "render_left_out"]

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
    pages: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, str, bytes | None]]:
    """For each of `formats` its ending, its stamp and the bytes; None for bytes whose stamp is the `known` one.

    DOCX and PDF carry their evidence; that of the Markdown is a file beside it. `pages` gives for an article's path the
    address of its page of evidence, to which the Markdown leads. The Markdown comes with its charts: each is a file of its own.
    The ending is all that stands behind `stem`, the name of the brief's files ("nghi-son.ket-nap.svg").
    TemplateError or SetupError where a format cannot be made.
    """
    drawn = charts(brief, stem, lang, labels(lang, templates)) if can_draw() else {}
    markdown, numbers = render_numbered(brief, lang, templates, drawn)
    linked = render_numbered(brief, lang, templates, drawn, pages=pages)[0] if pages else markdown
    evidence = evidence_of(brief, markdown, numbers, lang)
    carried = dumps(evidence)
    pictures = tuple(chart for chart in drawn.values() if f"({chart.file})" in markdown)
    known = known or {}
    for name in (part for form in formats for part in ((form, SIDECAR) if form == "md" else (form,))):
        words = linked if name == "md" else markdown
        made_from = stamp(words, name, lang, templates, layout, pictures, carried)
        there = known.get(name) == made_from
        made = None if there else _made(brief, words, name, lang, templates, layout, pictures, evidence)
        yield name, made_from, made
    for chart in pictures if "md" in formats else ():
        ending = chart.file.removeprefix(f"{stem}.")
        made_from = stamp("", "svg", lang, templates, charts=(chart,))
        yield ending, made_from, None if known.get(ending) == made_from else _picture(chart)


def _picture(chart: Chart) -> bytes:
    from reportgen.render.charts.drawing import draw

    return draw(chart, "svg")


def _in_file(shown: Picture, pictures: Pictures) -> Picture:
    """A picture of the Markdown with the hash of its file, where that is a chart's."""
    chart = picture(shown.file, pictures)
    return replace(shown, sha256=hashlib.sha256(_picture(chart)).hexdigest()) if chart else shown


def _made(
    brief: Brief,
    markdown: str,
    name: str,
    lang: str,
    templates: Path | None,
    layout: Layout,
    pictures: Pictures,
    evidence: Evidence,
) -> bytes:
    if name == "md":
        return markdown.encode("utf-8")
    if name == SIDECAR:
        return dumps(replace(evidence, pictures=tuple(_in_file(p, pictures) for p in pictures_in(markdown))))
    if name == "docx":
        from reportgen.proof import docx
        from reportgen.render.docx import render_docx

        data = render_docx(brief, markdown, lang, templates, layout, pictures)
        shown, seen = docx.pieces(data, name), docx.pictures(data, name)
        return docx.put(data, dumps(replace(evidence, shown=shown, pictures=seen)))
    if name == "pdf":
        from reportgen.render.pdf import render_pdf

        return render_pdf(brief, markdown, lang, templates, layout, pictures, evidence)
    raise ValueError(f"no such format: {name}")
