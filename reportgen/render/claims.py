"""Claims: the blocks of a brief's Markdown with the marks that they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from reportgen.proof import Claim, Picture
from reportgen.proof.evidence import Kind
from reportgen.render.tokens import parser

_OPENED: dict[str, Kind] = {
    "heading_open": "heading",
    "bullet_list_open": "item",
    "ordered_list_open": "source",
    "thead_open": "head",
    "tbody_open": "row",
    "footnote_open": "note",
}
_CLOSED = frozenset(
    {
        "heading_close",
        "bullet_list_close",
        "ordered_list_close",
        "table_close",
        "footnote_close",
        "footnote_block_close",
    }
)
_MARK = re.compile(r"\[(\d+)\]")


def claims(markdown: str) -> tuple[Claim, ...]:
    """The blocks of `markdown` in order; a row of a table is one, its cells joined by " | "; a note's mark is its number, a
    picture has those of its caption.

    >>> [(c.kind, c.text, c.marks) for c in claims("# An\\n\\n- Mở lớp[^1]\\n\\n[^1]: Bài 1")]
    [('heading', 'An', ()), ('item', 'Mở lớp[1]', (1,)), ('note', 'Bài 1', (1,))]
    """
    found: list[Claim] = []
    kind: Kind = "paragraph"
    note = 0
    cells: list[str] | None = None
    for token in parser().parse(markdown):
        if token.type == "front_matter":
            found += [Claim("front", line.strip(), ()) for line in token.content.splitlines() if line.strip()]
        if token.type in _OPENED:
            kind = _OPENED[token.type]
            note = token.meta["id"] + 1 if kind == "note" else 0
        elif token.type in _CLOSED:
            kind = "paragraph"
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            found.append(_claim(kind, " | ".join(cells), note))
            cells = None
        elif token.type == "inline":
            words = _words(token.children or [])
            if cells is not None:
                cells.append(words)
            elif words.strip():
                found.append(_claim(kind, words, note))
            for picture in _pictures(token):  # its sources stand with its caption
                found.append(Claim("picture", picture.words, found[-1].marks if found else ()))
    return tuple(found)


def pictures(markdown: str) -> tuple[Picture, ...]:
    """The pictures that `markdown` names, with their files."""
    return tuple(picture for token in parser().parse(markdown) for picture in _pictures(token))


def _pictures(token: Token) -> Iterator[Picture]:
    """The pictures of an inline token."""
    for child in token.children or []:
        if child.type == "image":
            yield Picture(child.content, str(child.attrGet("src")))


def _claim(kind: Kind, words: str, note: int) -> Claim:
    return Claim(kind, words, (note,) if note else tuple(dict.fromkeys(int(n) for n in _MARK.findall(words))))


def _words(children: Sequence[Token]) -> str:
    """The plain words of inline tokens; text from articles keeps its own brackets apart from marks by a blank."""
    words = []
    for token in children:
        if token.type in {"text", "code_inline"}:
            words.append(_MARK.sub(lambda m: f"[ {m[1]}]", token.content))
        elif token.type == "footnote_ref":
            words.append(f"[{token.meta['id'] + 1}]")
        elif token.type in {"softbreak", "hardbreak"}:
            words.append(" ")
    return "".join(words)
