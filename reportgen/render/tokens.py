"""The Markdown of a brief as tokens, from which the PDF and the DOCX are made."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

_ONE_LINE = 24  # characters up to which a cell should stand on one line
_LINE = 78  # figures on a line of a table over an upright page, in the largest type that tables have
_LINE_ACROSS = 120  # the same on a page across
_FIRST = 0.13, 0.2  # of the table's width that the column before even ones has at least and at most
_HEAD = 9  # characters on a line that are kept for a head of several words
_MARK = re.compile(r"\[\^\d+\]")


@dataclass(frozen=True, slots=True)
class Page:
    """A brief's Markdown taken apart: the block tokens of the story, and by number what the notes say."""

    story: tuple[Token, ...]
    notes: dict[int, Token]  # the inline token of each note, in the order of the numbers
    captions: tuple[str, ...]  # what each table shows: the headings that it stands under
    line: int = _LINE  # figures that a table has room for beside each other
    abreast: int = 0  # localities side by side: their columns, behind the first, are equally wide


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, footnotes and front matter; raw HTML is never let through."""
    return MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin).use(front_matter_plugin)


def page(markdown: str, *, abreast: int = 0, across: bool = False) -> Page:
    """`markdown`, without its front matter, as story, notes and captions.

    Captions say whose a table is, unless there are several localities `abreast`.
    """
    story: list[Token] = []
    notes: dict[int, Token] = {}
    captions: list[str] = []
    under: dict[str, str] = {}
    note: int | None = None
    stream = [t for t in parser().parse(markdown) if t.type != "front_matter"]
    for before, token in zip([None, *stream], stream, strict=False):
        if token.type.startswith("footnote_"):
            note = token.meta["id"] + 1 if token.type == "footnote_open" else None
        elif note is not None:
            if token.type == "inline":
                notes[note] = token
        else:
            story.append(token)
            if token.type == "inline" and _is_picture(token):
                _mark_figure(story)
            if token.type == "table_open":
                captions.append(_caption(under, of_one=not abreast))
            elif before is not None and before.type == "heading_open":
                for deeper in [tag for tag in under if tag >= before.tag]:
                    del under[deeper]
                under[before.tag] = words(token)
    return Page(tuple(story), notes, tuple(captions), _LINE_ACROSS if across else _LINE, abreast)


def headings(taken: Page) -> list[tuple[int, int, str]]:
    """The headings below the title: place among all headings, level from 1, words."""
    opened = [(k, t) for k, t in enumerate(taken.story) if t.type == "heading_open"]
    return [(n, int(t.tag[1]) - 1, words(taken.story[k + 1])) for n, (k, t) in enumerate(opened) if t.tag != "h1"]


def _is_picture(inline: Token) -> bool:
    return [t.type for t in inline.children or []] == ["image"]


def _mark_figure(story: Sequence[Token]) -> None:
    """Gives the paragraph of a picture, the last in `story`, its class, and the paragraph above, which is its caption, one, too."""
    *before, opened, _ = story
    opened.attrSet("class", "figure")
    if len(before) > 2 and [t.type for t in before[-3:]] == ["paragraph_open", "inline", "paragraph_close"]:
        before[-3].attrSet("class", "caption")
        before[-2].children = [t for t in before[-2].children or [] if t.type not in {"em_open", "em_close"}]


def titled(taken: Page, title: str) -> Page:
    """The page with its heading put into `title`: "Huyện X" and "về tình hình {}" are "về tình hình huyện X"."""
    at = next((k + 1 for k, t in enumerate(taken.story) if t.type == "heading_open" and t.tag == "h1"), None)
    if at is None:
        return taken
    heading = words(taken.story[at])
    said = Token("text", "", 0, content=title.format(heading[:1].lower() + heading[1:]))
    inline = taken.story[at].copy(children=[said], content=said.content)
    return replace(taken, story=(*taken.story[:at], inline, *taken.story[at + 1 :]))


def words(inline: Token) -> str:
    """The words of an inline token, without marks and markup."""
    return "".join(t.content for t in inline.children or [] if t.type in {"text", "code_inline"})


def _caption(under: dict[str, str], *, of_one: bool) -> str:
    """What a table is called: the heading above it, and the unit or title above that."""
    headings = [under[tag] for tag in sorted(under)][0 if of_one else -1 :]
    whose = headings[-2].split(",")[0] if len(headings) > 1 else ""
    return f"{headings[-1]} – {whose}" if whose else "".join(headings)


def table_rows(stream: Iterator[Token]) -> list[list[Token]]:
    """The inline tokens of a table's cells, row by row; `stream`, behind `table_open`, is read to the table's end."""
    rows: list[list[Token]] = []
    for token in stream:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    return rows


def widths(rows: Sequence[Sequence[Token]], taken: Page) -> list[float]:
    """How wide each column of a table of the page should be, as shares of 1."""
    shares = column_shares(rows, taken.line, listing=taken.abreast > 0)
    if not taken.abreast or len(shares) != taken.abreast + 1:
        return shares
    first = min(max(shares[0], _FIRST[0]), _FIRST[1])
    return [first, *([(1 - first) / taken.abreast] * taken.abreast)]


def _on_two_lines(head: str) -> int:
    """How many characters wide a column is at least whose head breaks into two lines at most.

    >>> _on_two_lines("Ngày ban hành"), _on_two_lines("Trích yếu")
    (8, 5)
    """
    said = head.split()
    return min((max(len(" ".join(said[:n])), len(" ".join(said[n:]))) for n in range(1, len(said))), default=len(head))


def column_shares(rows: Sequence[Sequence[Token]], line: int = _LINE, *, listing: bool = False) -> list[float]:
    """How wide each column of a table should be, as shares of 1.

    A column whose cells are short (a document's symbol, a date) has room for them on one line; a long subject gets more
    by the root of its length; never less than the longest word needs, in the head of the table too. `line` is what one line holds; in a
    `listing` one column holds sentences, and has what room there is.
    """
    weights, needs = [], []
    for head, *cells in zip(*rows, strict=True):
        lengths = [len(_MARK.sub("", cell.content)) for cell in cells] or [0]
        longest_word = max(
            (len(word) for cell in (head, *cells) for word in _MARK.sub("", cell.content).split()), default=1
        )
        longest_word = max(longest_word, min(_on_two_lines(head.content), _HEAD))
        longest = max(lengths)
        beyond = max(longest - _ONE_LINE, 0)
        wanted = min(longest, _ONE_LINE) + (beyond / 4 if listing else math.sqrt(beyond))
        weights.append(2 + max(wanted, longest_word, 6))
        needs.append((longest_word + 1.5) / line)
    if sum(needs) > 1:  # no column has what it needs: each gets its part of it
        return [need / sum(needs) for need in needs]
    spare = 1 - sum(needs)
    more = [max(weight / sum(weights) - need, 0) for weight, need in zip(weights, needs, strict=True)]
    return [need + spare * extra / (sum(more) or 1) for need, extra in zip(needs, more, strict=True)]
