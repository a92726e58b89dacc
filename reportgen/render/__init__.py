"""render: a Brief or a Comparison to bytes. Jinja renders it once, to Markdown; PDF and DOCX are made from that Markdown's tokens."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.model import Brief, Comparison, Unit
from reportgen.proof import SIDECAR, Evidence, Picture, dumps
from reportgen.render.carried import evidence_of, evidence_of_compared
from reportgen.render.charts import Chart, Pictures, can_draw, charts, picture
from reportgen.render.charts.compared import compared_charts
from reportgen.render.claims import pictures as pictures_in
from reportgen.render.letterhead import letterhead, open_places
from reportgen.render.markdown import (
    compared_names,
    render_compared,
    render_documents,
    render_index,
    render_left_out,
    render_numbered,
)
from reportgen.render.office import PLAIN, Layout
from reportgen.render.stamp import stamp
from reportgen.render.subject import Printed
from reportgen.render.templates import labels

__all__ = [
    "COMPARISON",
    "FORMATS",
    "SITE",
    "render",
    "render_comparison",
    "render_documents",
    "render_index",
    "render_left_out",
]

FORMATS = ("md", "docx", "pdf")
"""The output formats, which are also the endings of the files."""

COMPARISON = "compare"
"""What the files of a comparison are called, without their endings."""

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
    named = _Named(brief, markdown, linked, evidence, tuple(drawn.values()))
    yield from _outputs(named, formats, lang, templates, known or {}, layout, stem)


def render_comparison(
    comparison: Comparison,
    formats: Sequence[str],
    lang: str,
    templates: Path | None,
    known: Mapping[str, str] | None = None,
    layout: Layout = PLAIN,
    briefs: Mapping[Unit, str] | None = None,
    pages: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, str, bytes | None]]:
    """The same for the page of several localities, whose files are called "compare".

    It is nobody's document, to be signed: whatever the layout, its pages are plain. `briefs` are the addresses of the briefs, to
    which the Markdown leads.
    """
    words = labels(lang, templates)
    names = compared_names(comparison)
    drawn = compared_charts(comparison, names, COMPARISON, lang, words) if can_draw() else {}
    markdown, numbers = render_compared(comparison, lang, templates, drawn)
    linked = render_compared(comparison, lang, templates, drawn, briefs, pages)[0]
    evidence = evidence_of_compared(comparison, markdown, numbers, lang, words)
    named = _Named(comparison, markdown, linked, evidence, tuple(drawn.values()))
    yield from _outputs(named, formats, lang, templates, known or {}, replace(layout, name="plain"), COMPARISON)


@dataclass(frozen=True, slots=True)
class _Named:
    """What all outputs of a brief or a comparison are made from; `linked` is the Markdown with its links to other files."""

    what: Printed
    markdown: str
    linked: str
    evidence: Evidence
    charts: Pictures


def _outputs(
    of: _Named,
    formats: Sequence[str],
    lang: str,
    templates: Path | None,
    known: Mapping[str, str],
    layout: Layout,
    stem: str,
) -> Iterator[tuple[str, str, bytes | None]]:
    carried = dumps(of.evidence)
    pictures = tuple(chart for chart in of.charts if f"({chart.file})" in of.markdown)
    for name in (part for form in formats for part in ((form, SIDECAR) if form == "md" else (form,))):
        words = of.linked if name == "md" else of.markdown
        made_from = stamp(words, name, lang, templates, layout, pictures, carried)
        there = known.get(name) == made_from
        made = None if there else _made(of.what, words, name, lang, templates, layout, pictures, of.evidence)
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
    what: Printed,
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

        data = render_docx(what, markdown, lang, templates, layout, pictures)
        shown, seen = docx.pieces(data, name), docx.pictures(data, name)
        left = open_places(letterhead(layout, labels(lang, templates)))
        return docx.put(data, dumps(replace(evidence, shown=shown, pictures=seen, open=left)))
    if name == "pdf":
        from reportgen.render.pdf import render_pdf

        return render_pdf(what, markdown, lang, templates, layout, pictures, evidence)
    raise ValueError(f"no such format: {name}")
