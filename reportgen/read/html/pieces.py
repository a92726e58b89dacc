"""The pieces of a page: each stretch of words between two line ends, with what the page says that it is.

A piece ends where a block begins or ends (p, div, td, li, h2 …) and at a br; a table of figures is one piece.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportgen.model import MarkKind
from reportgen.read.compose import Grid, plain
from reportgen.read.html.grid import grid
from reportgen.read.html.words import AUTHOR, CAPTION, DATE, FURNITURE, INLINE, LEAD, SILENT

if TYPE_CHECKING:
    from resiliparse.parse.html import DOMContext, ElementNode, HTMLTree, Node

_OUTSIDE = frozenset(("nav", "footer", "aside", "form"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


_FRAMES = frozenset(("p", "table", "center"))
_CAPTION_WORDS = 45
_DEEP = 1000  # further down, ancestors are no longer told apart
ELEMENT, TEXT = 1, 3  # types of nodes


@dataclass(slots=True)
class Piece:
    """Words of a page. `first` is the text node they begin in; `near`: only a br parts them from the piece before.

    `grid`: it is a table, and `words` are the table's caption. `outside`: how many elements deep the innermost menu,
    box of links or the like around it is, 0 for none.
    `linked`: how many of its characters are links. `path`: its ancestors' numbers, from the body down.
    """

    first: Node
    words: str
    kind: MarkKind | None
    role: str | None
    outside: int
    near: bool
    linked: int
    path: tuple[int, ...]
    grid: Grid | None = None

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self.words.split())

    @property
    def linked_mostly(self) -> bool:
        """True when more than half of it is a link."""
        return 2 * self.linked > len(self.words)


@dataclass(slots=True)
class _Frame:
    """What holds inside an element: handed down from those around it."""

    depth: int
    block: bool
    kind: MarkKind | None = None
    role: str | None = None
    outside: int = 0
    link: bool = False
    path: tuple[int, ...] = (0,)


def pieces(tree: HTMLTree) -> list[Piece]:
    """The pieces of the page, in order. Scripts, hidden parts and what fills in forms are none."""
    from resiliparse.parse.html import traverse_dom

    walk = _Walk()
    if tree.body is not None:
        traverse_dom(tree.body, walk.enter)
    return walk.done()


def _frames_a_picture(node: ElementNode) -> bool:
    """True for a paragraph or a table with a picture and a few words in it: they are its caption."""
    if node.query_selector("img") is None or node.query_selector("table, h1, h2, h3, ul") is not None:
        return False
    return len((node.text or "").split()) <= _CAPTION_WORDS


class _Walk:
    """Callbacks of a walk through the page that needs no recursion: pages may be nested thousands deep."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self._frames: list[_Frame] = []
        self._silent: int | None = None  # the depth of an element that is left out with all in it
        self._elements = 0
        self._words: list[str] = []
        self._first: Node | None = None
        self._frame: _Frame | None = None  # where the open piece began
        self._linked = 0
        self._near = False

    def enter(self, context: DOMContext) -> None:
        node: Any = context.node
        depth = context.depth
        self._close(depth)
        if self._silent is not None and depth > self._silent:
            return
        self._silent = None
        if node.type == TEXT and self._frames:
            self._take(node)
        elif node.type == ELEMENT:
            self._open(node, depth)

    def _close(self, depth: int) -> None:
        """Ends the elements that are not around what stands at `depth`."""
        while self._frames and self._frames[-1].depth >= depth:
            if self._frames.pop().block:
                self._end(near=False)

    def _open(self, node: ElementNode, depth: int) -> None:
        tag = node.tag or ""
        if tag == "br":
            self._end(near=bool(self._words) or self._near)
            return
        style = node.getattr("style") or ""
        if tag in SILENT or node.hasattr("hidden") or (style and _HIDDEN.search(style)):
            self._silent = depth
            return
        self._elements += 1
        frame = self._framed(node, tag, depth)
        if tag not in INLINE:
            self._end(near=False)
        if tag == "table" and (found := grid(node)):
            caption, rows = found
            self.found.append(Piece(node, caption, None, None, frame.outside, False, 0, frame.path, rows))
            self._silent = depth
            return
        self._frames.append(frame)

    def _framed(self, node: ElementNode, tag: str, depth: int) -> _Frame:
        above = self._frames[-1] if self._frames else _Frame(-1, True)
        frame = _Frame(
            depth, tag not in INLINE, above.kind, above.role, above.outside, above.link or tag == "a", above.path
        )
        if frame.block:
            frame.path = (*above.path[:_DEEP], self._elements)
        names = " ".join(node.getattr(name) or "" for name in ("class", "id", "itemprop", "rel")).lower()
        if tag in _OUTSIDE or (tag not in ("body", "article", "main") and FURNITURE.search(names)):
            frame.outside = len(frame.path) + (not frame.block)
        if tag == "h1":
            frame.role = "title"
        elif tag in _HEADINGS:
            frame.kind = "heading"
        elif tag in ("figcaption", "figure") or CAPTION.search(names) or (tag in _FRAMES and _frames_a_picture(node)):
            frame.kind = "caption"
        elif tag == "blockquote":
            frame.kind = "quote"
        elif tag == "li":
            frame.kind = "item"
        elif tag == "time" or DATE.search(names):
            frame.role = "date"
        elif AUTHOR.search(names):
            frame.role = "author"
        elif LEAD.search(names):
            frame.role = "lead"
        return frame

    def _take(self, node: Node) -> None:
        words = node.text or ""
        if not words.strip():
            if self._words:
                self._words.append(" ")
            return
        if self._first is None:
            self._first, self._frame = node, self._frames[-1]
        self._words.append(words)
        if self._frames[-1].link:
            self._linked += len(words.strip())

    def _end(self, near: bool) -> None:
        if self._first is not None and self._frame is not None:
            words = plain("".join(self._words))
            if words:
                f = self._frame
                self.found.append(
                    Piece(self._first, words, f.kind, f.role, f.outside, self._near, self._linked, f.path)
                )
        self._words, self._first, self._frame, self._linked = [], None, None, 0
        self._near = near

    def done(self) -> list[Piece]:
        """The pieces, when the walk has ended."""
        self._close(0)
        self._end(near=False)
        return self.found
