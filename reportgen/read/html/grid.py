"""Tables of figures, told from tables that only lay a page out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.read.compose import plain

if TYPE_CHECKING:
    from resiliparse.parse.html import ElementNode

_CELL_WORDS = 40  # a cell of more words is a column of the page
_WIDEST, _LONGEST = 40, 400


def grid(table: ElementNode) -> tuple[str, list[list[tuple[str, bool]]]] | None:
    """The caption and the rows of the `table`, all of one length: a cell over several columns or rows stands in each.

    None where it lays out the page: another table inside, pictures, one row or column, cells with whole paragraphs,
    cells of links, or no figure anywhere.
    """
    if table.query_selector("table, img, input, select, iframe, ul") is not None:
        return None
    rows = table.query_selector_all("tr")
    if not 2 <= len(rows) <= _LONGEST:
        return None
    taken: dict[tuple[int, int], tuple[str, bool]] = {}
    for r, row in enumerate(rows):
        column = 0
        for node in row.query_selector_all("td, th"):
            while (r, column) in taken:
                column += 1
            words = plain(node.text or "")
            if len(words.split()) > _CELL_WORDS or column >= _WIDEST:
                return None
            head = node.tag == "th"
            across, down = _count(node, "colspan", _WIDEST), _count(node, "rowspan", len(rows) - r)
            for i in range(down):
                for j in range(across):
                    taken[r + i, column + j] = (words, head)
            column += across
    width = max((c for _, c in taken), default=-1) + 1
    cells = [[taken.get((r, c), ("", False)) for c in range(width)] for r in range(len(rows))]
    full = sum(1 for row in cells if sum(1 for words, _ in row if words) > 1)
    figures = any(any(c.isdigit() for c in words) for row in cells[1:] for words, _ in row)
    linked = sum(len(a.text or "") for a in table.query_selector_all("a"))
    if width < 2 or 2 * full < len(cells) or full < 2 or not figures or 2 * linked > len(table.text or ""):
        return None
    caption = table.query_selector("caption")
    return plain((caption.text or "") if caption else ""), cells


def _count(node: ElementNode, name: str, most: int) -> int:
    value = (node.getattr(name) or "1").strip()
    return max(1, min(int(value) if value.isdigit() and len(value) < 5 else 1, most))
