"""A Markdown file to a Source: front matter, headings, lists, quotations, tables, footnotes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.model import Given, MarkKind, Source
from reportgen.read.compose import Composer, plain

if TYPE_CHECKING:
    from markdown_it.token import Token

_FIELD = re.compile(r"(?P<key>[\w-]{2,30})\s*:\s*(?P<value>.*)")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_TITLES, _DATES = ("title", "tiêu-đề", "headline"), ("date", "published", "ngày-đăng")
_AUTHORS, _PAPERS = ("author", "authors", "tác-giả"), ("newspaper", "source", "nguồn", "publisher")


def read_markdown(name: str, path: str, text: str, encoding: str) -> Source:
    """The article written in Markdown in `text`."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(footnote_plugin)
    tokens = parser.parse(text)
    given = _given(tokens[0].content) if tokens and tokens[0].type == "front_matter" else Given()
    page = Composer()
    if given.title:
        page.add(given.title, "title")
    _Reader(page, bool(given.title)).read(tokens)
    return page.source(name, path, encoding, given)


class _Reader:
    def __init__(self, page: Composer, titled: bool) -> None:
        self._page, self._titled = page, titled

    def read(self, tokens: Sequence[Token]) -> None:
        around: list[str] = []
        rows: list[list[tuple[str, bool]]] = []
        for token in tokens:
            if token.type in ("bullet_list_open", "ordered_list_open", "blockquote_open"):
                around.append(token.type)
            elif token.type in ("bullet_list_close", "ordered_list_close", "blockquote_close"):
                around.pop()
            elif token.type == "heading_open":
                around.append(f"h{token.tag[1:]}")
            elif token.type == "heading_close":
                around.pop()
            elif token.type == "table_open":
                rows = []
            elif token.type == "table_close":
                self._page.table(rows)
            elif token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                around.append(token.tag)
            elif token.type in ("th_close", "td_close"):
                around.pop()
            elif token.type == "inline":
                within = around[-1] if around else ""
                if within in ("th", "td"):
                    rows[-1].append((_inline(token).replace("\n", " "), within == "th"))
                else:
                    self._piece(token, within)
            elif token.type in ("fence", "code_block"):
                for line in token.content.split("\n"):
                    self._page.add(line)

    def _piece(self, token: Token, within: str) -> None:
        children = token.children or []
        if children and all(c.type in ("image", "softbreak") or not c.content.strip() for c in children):
            for image in children:
                if image.type == "image" and len(image.content.split()) > 2:
                    self._page.add(image.content, "caption")
            return
        kind = self._kind(within)
        for at, line in enumerate(_inline(token).split("\n")):
            self._page.add(line, kind, near=at > 0)

    def _kind(self, within: str) -> MarkKind | None:
        if within == "h1" and not self._titled:
            self._titled = True
            return "title"
        if within.startswith("h"):
            return "heading"
        return {"blockquote_open": "quote", "bullet_list_open": "item", "ordered_list_open": "item"}.get(within)  # type: ignore[return-value]


def _inline(token: Token) -> str:
    """The words of a paragraph: a soft line end in it is a blank, a hard one stays; pictures and HTML are left out."""
    parts: list[str] = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
    return "".join(parts)


def _given(front: str) -> Given:
    fields: dict[str, str] = {}
    for line in front.split("\n"):
        m = _FIELD.fullmatch(line.strip())
        if m and (value := plain(m["value"]).strip("\"'")):
            fields.setdefault(m["key"].casefold(), value)
    day = _DAY.match(next((fields[k] for k in _DATES if k in fields), ""))
    authors = next((fields[k] for k in _AUTHORS if k in fields), "").strip("[]")
    return Given(
        next((fields[k] for k in _TITLES if k in fields), None),
        _date(day[0]) if day else None,
        tuple(name for a in authors.split(",") if (name := plain(a).strip("\"'"))),
        next((fields[k] for k in _PAPERS if k in fields), None),
    )


def _date(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        return None
