"""A Brief as PDF: the Markdown's tokens as HTML in `page.html.j2`, styled by `brief.css`, laid out by WeasyPrint.

Nothing is fetched, from the network or from the disk. No date is written, so the same brief gives the same bytes.
"""

from __future__ import annotations

import html
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from reportgen.errors import SetupError
from reportgen.model import Brief
from reportgen.render.markdown import unit_title
from reportgen.render.templates import environment, fill, labels, template_file
from reportgen.render.tokens import column_shares, parser, table_rows, tokens
from reportgen.render.unbroken import pieces

_REMEDY = "install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation2 (make briefs does)"


def render_pdf(brief: Brief, markdown: str, lang: str = "vi", templates: Path | None = None) -> bytes:
    """The PDF of `brief`, whose Markdown is `markdown`; SetupError where this machine lacks Pango or the font."""
    weasyprint, fetcher, fonts, css = _layout(template_file("brief.css", templates))
    page = render_html(brief, markdown, lang, templates)
    document = weasyprint.HTML(string=page, base_url=None, url_fetcher=fetcher)
    data: bytes = document.write_pdf(stylesheets=[css], font_config=fonts, pdf_variant="pdf/ua-1", pdf_tags=True)
    return data


def render_html(brief: Brief, markdown: str, lang: str, templates: Path | None) -> str:
    """The page that WeasyPrint lays out."""
    env = environment(templates, html.escape)
    return fill(
        env,
        "page.html.j2",
        brief=brief,
        title=unit_title(brief.unit),
        label=labels(lang, templates),
        lang=lang,
        body=Markup(_body(markdown)),
    )


class _Renderer(RendererHTML):
    """HTML of the tokens, with numbers and symbols kept on one line, columns by their content, and marks as [n]."""

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "".join(
            f'<span class="nb">{html.escape(piece)}</span>' if unbroken else html.escape(piece)
            for unbroken, piece in pieces(tokens[idx].content)
        )

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        shares = column_shares(table_rows(iter(tokens[idx + 1 :])))
        columns = "".join(f'<col style="width:{share:.2%}">' for share in shares)
        return f"<table><colgroup>{columns}</colgroup>"

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        number = tokens[idx].meta["id"] + 1
        return f'\u2060<sup class="mark"><a href="#note-{number}">[{number}]</a></sup>'  # never alone on a line

    def footnote_block_open(self, *_: object) -> str:
        return '<ol class="notes">'

    def footnote_block_close(self, *_: object) -> str:
        return "</ol>"

    def footnote_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        number = tokens[idx].meta["id"] + 1
        return f'<li id="note-{number}"><span class="number">[{number}]</span> '

    def footnote_close(self, *_: object) -> str:
        return "</li>"

    def footnote_anchor(self, *_: object) -> str:
        return ""


def _body(markdown: str) -> str:
    return str(_Renderer().render(tokens(markdown), parser().options, {}))


@cache
def _layout(stylesheet: Path) -> tuple[Any, Any, Any, Any]:
    """WeasyPrint, a fetcher that fetches nothing, the fonts and the parsed style sheet: made once a process."""
    try:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher
    except OSError as e:
        raise SetupError(f"PDF needs Pango, which is not here ({str(e).splitlines()[0]}); {_REMEDY}") from e
    # where HarfBuzz cannot subset a font, fontTools does, and writes the time into it
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    fonts = FontConfiguration()
    fetcher = URLFetcher(allowed_protocols=())
    css = weasyprint.CSS(
        string=stylesheet.read_text(encoding="utf-8"), base_url=None, url_fetcher=fetcher, font_config=fonts
    )
    _check_font(weasyprint, css, fonts)
    return weasyprint, fetcher, fonts, css


def _check_font(weasyprint: Any, css: Any, fonts: Any) -> None:
    """SetupError where the letters of Vietnamese are taken from more than one font: a mix prints like a ransom note."""
    probe = weasyprint.HTML(string="<p>aeoudđươăâêô ệữởạộ ỆỮỞẠỘ</p>", base_url=None)
    laid_out = probe.render(stylesheets=[css], font_config=fonts)
    laid_out.write_pdf()  # this is what fills `fonts`
    families = {str(font.family) for font in laid_out.fonts.values()}
    if len(families) != 1:
        found = ", ".join(sorted(families)) or "none"
        raise SetupError(f"no font with all Vietnamese letters (found: {found}); install fonts-liberation2")
