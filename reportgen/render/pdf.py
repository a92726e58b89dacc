"""A brief or a comparison as PDF: its HTML page, styled by `brief.css` and the style sheet of its layout, laid out by WeasyPrint.

Nothing is fetched, from the network or from the disk. No date is written, so the same brief gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from reportgen.errors import SetupError, TemplateError
from reportgen.proof import SIDECAR, Evidence, Picture, dumps
from reportgen.proof.html import pictures as shown_pictures
from reportgen.proof.html import pieces
from reportgen.proof.pdf import drawing
from reportgen.render.charts import Pictures
from reportgen.render.html import LONG, render_html
from reportgen.render.office import PLAIN, Layout
from reportgen.render.subject import Printed, subject
from reportgen.render.templates import labels, template_file

_REMEDY = "install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation2 (make briefs does)"


def render_pdf(
    what: Printed,
    markdown: str,
    lang: str = "vi",
    templates: Path | None = None,
    layout: Layout = PLAIN,
    pictures: Pictures = (),
    evidence: Evidence | None = None,
) -> bytes:
    """The PDF of `what`, whose Markdown is `markdown`, with `evidence` attached; SetupError without Pango or the font."""
    variant = "pdf/a-3a" if layout.archive else "pdf/ua-1"
    document, source = laid_out(what, markdown, lang, templates, layout, pictures)
    seal = None
    if evidence:
        seen = tuple(Picture(words) for words in shown_pictures(source))
        seal = _Seal(replace(evidence, shown=pieces(source), pictures=seen))
    carried = [_attached(seal.unsealed, what.until)] if seal else None
    data: bytes = document.write_pdf(pdf_variant=variant, pdf_tags=True, attachments=carried, finisher=seal)
    return data


class _Seal:
    """Puts into the evidence how the pages are drawn: WeasyPrint calls it when they are, before anything is written."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self.unsealed = dumps(evidence)

    def __call__(self, document: Any, pdf: Any) -> None:
        data = dumps(replace(self._evidence, drawn=tuple(_drawings(pdf))))
        file = next(o for o in pdf.objects if getattr(o, "stream", None) == [self.unsealed])
        file.stream = [data]
        file.extra["Params"]["Size"] = len(data)
        file.extra["Params"]["CheckSum"] = f"<{hashlib.md5(data, usedforsecurity=False).hexdigest()}>"


def _drawings(pdf: Any) -> Iterator[str]:
    """For each page of WeasyPrint's `pdf` the hash of what it is drawn from."""
    objects = {o.reference: o for o in pdf.objects}

    def stream(reference: bytes) -> bytes:
        parts = (getattr(part, "data", part) for part in objects[reference].stream)
        return b"\n".join(part if isinstance(part, bytes) else str(part).encode("ascii") for part in parts)

    for page in pdf.page_references:
        forms = objects[objects[page]["Resources"]]["XObject"]
        yield drawing(stream(objects[page]["Contents"]), lambda name, forms=forms: stream(forms[name]))  # type: ignore[misc]


def _attached(evidence: bytes, day: dt.date | None) -> Any:
    """The evidence as an attachment; its date is the brief's, as no clock is read."""
    from weasyprint import Attachment

    moment = dt.datetime(day.year, day.month, day.day) if day else dt.datetime(1980, 1, 1)
    return Attachment(
        string=evidence, name=SIDECAR, description="Evidence", relationship="Data", created=moment, modified=moment
    )


def heading_pages(
    what: Printed,
    markdown: str,
    lang: str,
    templates: Path | None,
    layout: Layout,
    pictures: Pictures = (),
) -> tuple[int, dict[int, int]]:
    """How many pages `what` has in print, and for each heading, by its place among them, the page that it stands on."""
    document, _ = laid_out(what, markdown, lang, templates, layout, pictures)
    found = {
        int(anchor.removeprefix("heading-")): number
        for number, page in enumerate(document.pages, start=1)
        for anchor in page.anchors
        if anchor.startswith("heading-")
    }
    return len(document.pages), found


@lru_cache(maxsize=1)
def laid_out(
    what: Printed, markdown: str, lang: str, templates: Path | None, layout: Layout, pictures: Pictures = ()
) -> tuple[Any, str]:
    """`what` as WeasyPrint's document of pages, and its HTML: contents where it is long, notes at the foot where that works.

    The last one is kept: the contents of the DOCX have their pages from it.
    """
    sheets = ("brief.css",) if layout.name == "plain" else ("brief.css", "official.css", f"{layout.name}.css")
    weasyprint, fetcher, fonts, styles = _layout(tuple(template_file(name, templates) for name in sheets))
    page = partial(render_html, what, markdown, lang, templates, layout, pictures)
    # whether it is tagged changes how WeasyPrint builds boxes, so the layout has to know it too
    options = {"stylesheets": styles, "font_config": fonts, "pdf_tags": True}

    def pages(*, contents: bool, endnotes: bool) -> tuple[Any, str]:
        source = page(contents=contents, endnotes=endnotes)
        return weasyprint.HTML(string=source, base_url=None, url_fetcher=fetcher).render(**options), source

    endnotes = subject(what, labels(lang, templates)).abreast > 0
    try:
        if not endnotes:
            document, source = pages(contents=False, endnotes=False)
            endnotes = not _notes_stand_well(document)
    except AssertionError:  # of WeasyPrint, where a page cannot hold all of its notes
        endnotes = True
    if endnotes:
        document, source = pages(contents=False, endnotes=True)
    if len(document.pages) > LONG:
        document, source = pages(contents=True, endnotes=endnotes)
    return document, source


_NOTE = re.compile(r"(call|note)-(\d+)")


def _notes_stand_well(document: Any) -> bool:
    """True where each note stands on the page of its mark, or on the next one when the mark is in the last lines."""
    places: dict[str, dict[str, int]] = {"call": {}, "note": {}}
    for number, page in enumerate(document.pages):
        for anchor in page.anchors:
            if m := _NOTE.fullmatch(anchor):
                places[m[1]].setdefault(m[2], number)
    calls, notes = places["call"], places["note"]
    return calls.keys() == notes.keys() and all(0 <= notes[n] - calls[n] <= 1 for n in calls)


@cache
def _layout(sheets: tuple[Path, ...]) -> tuple[Any, Any, Any, list[Any]]:
    """WeasyPrint, a fetcher that fetches nothing, the fonts and the parsed style sheets: made once a process."""
    try:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher
    except OSError as e:
        raise SetupError(f"PDF needs Pango, which is not here ({str(e).splitlines()[0]}); {_REMEDY}") from e
    # where HarfBuzz cannot subset a font, fontTools does, and writes the time into it
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    fonts = FontConfiguration()
    fetcher = URLFetcher(allowed_protocols=("data",))  # what the page itself holds
    styles = [_style_sheet(weasyprint, sheet, fetcher, fonts) for sheet in sheets]
    _check_font(weasyprint, styles, fonts)
    return weasyprint, fetcher, fonts, styles


class _Said(logging.Handler):
    """Keeps what WeasyPrint logs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _style_sheet(weasyprint: Any, sheet: Path, fetcher: Any, fonts: Any) -> Any:
    """The parsed sheet; TemplateError with the line of what WeasyPrint does not understand in it."""
    said, log = _Said(), logging.getLogger("weasyprint")
    log.addHandler(said)
    propagate, log.propagate = log.propagate, False
    try:
        parsed = weasyprint.CSS(
            string=sheet.read_text(encoding="utf-8"), base_url=None, url_fetcher=fetcher, font_config=fonts
        )
    finally:
        log.removeHandler(said)
        log.propagate = propagate
    for line in said.lines:
        m = re.search(r"^(.*) at (\d+):\d+(.*)$", line, re.S)
        where, wrong = (f"{sheet}, line {m[2]}", m[1] + m[3]) if m else (str(sheet), line)
        raise TemplateError(f"{where}: {' '.join(wrong.split())}")
    return parsed


def _check_font(weasyprint: Any, styles: list[Any], fonts: Any) -> None:
    """SetupError where the letters of Vietnamese are taken from more than one font: a mix prints like a ransom note."""
    probe = weasyprint.HTML(string="<p>aeoudđươăâêô ệữởạộ ỆỮỞẠỘ</p>", base_url=None)
    printed = probe.render(stylesheets=styles, font_config=fonts)
    printed.write_pdf()  # this is what fills `fonts`
    families = {str(font.family) for font in printed.fonts.values()}
    if len(families) != 1:
        found = ", ".join(sorted(families)) or "none"
        raise SetupError(f"no font with all Vietnamese letters (found: {found}); install fonts-liberation2")
