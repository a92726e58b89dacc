"""A brief or a comparison as DOCX: the Markdown's tokens as paragraphs, tables and footnotes in the styles of a reference document."""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import SetupError
from reportgen.render.charts import Pictures
from reportgen.render.escape import plain
from reportgen.render.html import LONG
from reportgen.render.letterhead import letterhead
from reportgen.render.markdown import remark_of
from reportgen.render.office import PLAIN, Layout
from reportgen.render.subject import Printed, subject
from reportgen.render.templates import labels, reference_files
from reportgen.render.tokens import headings, page, titled

_LINES = 45
"""A page of print holds at least as many lines, one with small tables and notes up to sixty."""


def render_docx(
    what: Printed,
    markdown: str,
    lang: str = "vi",
    templates: Path | None = None,
    layout: Layout = PLAIN,
    pictures: Pictures = (),
) -> bytes:
    """The DOCX of `what`, whose Markdown is `markdown`; TemplateError where the reference document is none."""
    from reportgen.render.docx.contents import contents
    from reportgen.render.docx.inline import Person
    from reportgen.render.docx.official import head, signature
    from reportgen.render.docx.opening import lay_across, opened
    from reportgen.render.docx.package import write_package
    from reportgen.render.docx.writer import Writer

    words = labels(lang, templates)
    about = subject(what, words)
    own, shipped = reference_files(layout.name, templates)
    document = opened(own, shipped, about.title)
    if about.across:
        lay_across(document)
    official = letterhead(layout, words)
    taken = page(markdown, abreast=about.abreast, across=about.across)
    if official:
        taken = titled(taken, official.title)
    rule = {"plain": None, "party": "-----", "state": ""}[layout.name]
    people = {
        remark_of(r.correction, lang, words): Person(
            plain(r.correction.by), r.correction.when, str(words["remarks"][r.correction.do])
        )
        for r in what.remarks
    }
    writer = Writer(
        document,
        taken,
        str(words["table"]),
        title_rule=rule,
        comments=layout.comments,
        pictures=pictures,
        people=people,
        endnotes=about.abreast > 0,
    )
    if official is None:
        writer.line(about.kind, "Document Kind")
    else:
        head(writer, official, layout.name)
    ours = own.read_bytes() == shipped.read_bytes()  # on a page of the user's own nobody knows the page numbers
    paged = _paged(what, markdown, lang, templates, layout, pictures) if ours else []
    # an official document and a comparison have no cover: their text follows the contents on the same page
    writer.blocks(
        lambda: contents(writer, str(words["contents"]), paged) and official is None and not bool(about.abreast)
    )
    if about.abreast and taken.notes:
        writer.line(str(words["quotes"]), "Body Text")
    if official is not None:
        signature(writer, official)
    properties = {
        "title": about.title,
        "subject": about.kind,
        "author": layout.office.organisation or "reportgen",
        "language": {"vi": "vi-VN", "en": "en-GB"}[lang],
        "keywords": "; ".join(about.places),
    }
    return write_package(document, properties, about.day)


def _paged(
    what: Printed, markdown: str, lang: str, templates: Path | None, layout: Layout, pictures: Pictures
) -> list[tuple[int, int, str, int]]:
    """The entries of the contents with their pages, as the layout of the PDF has them; none for a short brief.

    Only a brief that may be long is laid out, and where this machine cannot, the contents are left to the editor.
    """
    lines = sum(1.6 + len(block) / 90 for block in markdown.splitlines() if block)  # with the space between blocks
    if lines <= LONG * _LINES:
        return []
    from reportgen.render.pdf import heading_pages

    try:
        count, pages = heading_pages(what, markdown, lang, templates, layout, pictures)
    except SetupError:
        return []
    if count <= LONG:
        return []
    return [(place, level, name, pages[place]) for place, level, name in headings(page(markdown)) if level <= 2]
