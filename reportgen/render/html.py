"""A brief or a comparison as the HTML page that WeasyPrint lays out: the Markdown's tokens in `page.html.j2`."""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence
from pathlib import Path

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from reportgen.model import Brief
from reportgen.render.charts import Pictures, picture
from reportgen.render.letterhead import letterhead
from reportgen.render.office import PLAIN, Layout
from reportgen.render.subject import Printed, subject
from reportgen.render.templates import environment, fill, labels
from reportgen.render.tokens import Page, headings, page, parser, table_rows, titled, widths
from reportgen.render.unbroken import pieces

GLUE = "\u2060"
"""Keeps a mark on the line of the word before it."""

LONG = 5
"""A brief of more pages has a list of contents."""


def render_html(
    what: Printed,
    markdown: str,
    lang: str,
    templates: Path | None,
    layout: Layout = PLAIN,
    pictures: Pictures = (),
    *,
    contents: bool = False,
    endnotes: bool = False,
) -> str:
    """The page: with a list of `contents` if it is long, its notes at the foot of each page or as `endnotes`."""
    label = labels(lang, templates)
    about, official = subject(what, label), letterhead(layout, label)
    taken = page(markdown, abreast=about.abreast, across=about.across)
    if official:
        taken = titled(taken, official.title)
    start = next((k for k, t in enumerate(taken.story) if t.type == "heading_open" and t.tag != "h1"), len(taken.story))
    renderer = _Renderer(taken, endnotes=endnotes, table=str(label["table"]), pictures=pictures)
    return fill(
        environment(templates, html.escape),
        "page.html.j2",
        brief=what if isinstance(what, Brief) else None,
        title=about.title,
        kind=about.kind,
        across=about.across,
        abreast=about.abreast,
        label=label,
        lang=lang,
        layout=layout.name,
        author=layout.office.organisation or "reportgen",
        head=official,
        opening=Markup(renderer.html(taken.story[:start])),
        body=Markup(renderer.html(taken.story[start:])),
        notes=[(n, Markup(renderer.note(n))) for n in taken.notes] if endnotes else [],
        contents=[h for h in headings(taken) if h[1] <= 2] if contents else [],
    )


class _Renderer(RendererHTML):
    """HTML of the tokens: numbers and symbols kept on one line, columns by their content, notes where they are first cited."""

    def __init__(self, taken: Page, *, endnotes: bool, table: str, pictures: Pictures) -> None:
        super().__init__()
        self._page, self._endnotes, self._table, self._pictures = taken, endnotes, table, pictures
        self._headings = self._tables = 0
        self._in_title = False
        self._written: set[int] = set()

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        words, end = tokens[idx].content, ""
        if self._in_title and idx == len(tokens) - 1:  # no last syllable of a name alone on a line
            end = " ".join(words.split(" ")[-2:])
            words = words.removesuffix(end)
        said = "".join(
            f'<span class="nb">{html.escape(piece)}</span>' if unbroken else html.escape(piece)
            for unbroken, piece in pieces(words)
        )
        return f'{said}<span class="nb">{html.escape(end)}</span>' if end else said

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        number, self._headings = self._headings, self._headings + 1
        self._in_title = tokens[idx].tag == "h1"
        return f'<{tokens[idx].tag} id="heading-{number}">'

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        self._in_title = False
        return f"</{tokens[idx].tag}>"

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        shares = widths(table_rows(iter(tokens[idx + 1 :])), self._page)
        columns = "".join(f'<col style="width:{share:.2%}">' for share in shares)
        caption, self._tables = self._page.captions[self._tables], self._tables + 1
        number = f"{self._table} {self._tables}. "
        return f"<table><caption>{html.escape(number + caption)}</caption><colgroup>{columns}</colgroup>"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return '<th scope="col">'

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A chart of the brief; of any other picture what it shows, for nothing is fetched."""
        chart = picture(str(tokens[idx].attrGet("src")), self._pictures)
        if chart is None:
            return html.escape(tokens[idx].content)
        from reportgen.render.charts.drawing import draw

        data = base64.b64encode(draw(chart, "svg")).decode("ascii")
        return f'<img alt="{html.escape(chart.words)}" src="data:image/svg+xml;base64,{data}">'

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        number = tokens[idx].meta["id"] + 1
        if self._endnotes or number in self._written or number not in self._page.notes:
            return f'{GLUE}<sup class="mark"><a href="#note-{number}">[{number}]</a></sup>'
        self._written.add(number)
        return f'{GLUE}<span id="call-{number}"><span class="note" id="note-{number}">{self.note(number)}</span></span>'

    def html(self, blocks: Sequence[Token]) -> str:
        """Blocks of the page, one after the other."""
        return str(self.render(blocks, parser().options, {}))

    def note(self, number: int) -> str:
        """What the note says, as HTML."""
        children = [t for t in self._page.notes[number].children or [] if t.type != "footnote_anchor"]
        return self.renderInline(children, parser().options, {})
