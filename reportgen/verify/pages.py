"""The pages of a PDF against what its evidence says is shown: each piece there, and nothing besides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from reportgen.proof import Evidence, letters
from reportgen.render.templates import template_file

_FURNITURE = re.compile(r"(?:[ivxlc]+\.|\d+\.|[a-zđ]\)|\d+/\d+|\d+|[–.•*/-])*")
"""What is left of a PDF besides its words: numbers of headings and pages, bullets, the dots of its contents."""

_NUMBERS = re.compile(r"^\d{1,3}\.\s*$", re.M)
"""Lines that may be the numbers of a list, which are painted behind its words, or the end of a paragraph ("… số\n12.")."""

_SHEETS = ("brief.css", "official.css", "party.css", "state.css")
_EDGE = re.compile(r"@(?:top|bottom|left|right)[\w-]*\s*\{[^}]*?(?<![\w-])content:([^;}]*)")
_CONTENT = re.compile(r'"([^"]*)"|counter\((pages?)[,)]')

_LONG = 40
"""Letters from which on a piece is known wherever it stands."""

_TAKEN = "\0"
"""Stands where a piece was, so that what stood before and behind it does not become one word."""


def of_pages(seen: Sequence[str], evidence: Evidence, templates: Path | None = None) -> tuple[list[str], list[str]]:
    """The pieces that are no longer there, and what is left over, of the words of the pages `seen`."""
    edges = [
        edge for name in _SHEETS for edge in page_edges(template_file(name, templates).read_text(encoding="utf-8"))
    ]
    missing, left = _taken_out(seen, evidence, edges)
    if missing or left:
        others = _taken_out([_NUMBERS.sub("", page) for page in seen], evidence, edges)
        missing, left = min((missing, left), others, key=lambda found: len(found[0]) + len(found[1]))
    return missing, left


def page_edges(sheet: str) -> list[str]:
    """What a style sheet prints in the margins of a page, its number as {page} and their count as {pages}.

    >>> page_edges('@page { @bottom-right { content: counter(page) "/" counter(pages); } @top-center { content: none } }')
    ['{page}/{pages}']
    """
    found = (
        "".join(f"{{{m[2]}}}" if m[2] else m[1] for m in _CONTENT.finditer(edge[1])) for edge in _EDGE.finditer(sheet)
    )
    return sorted({letters(edge).casefold() for edge in found if edge}, key=len, reverse=True)


def _taken_out(seen: Sequence[str], evidence: Evidence, edges: Sequence[str]) -> tuple[list[str], list[str]]:
    """Pages break pieces apart, put notes between and repeat headers: each piece is taken out, and nothing may be left.

    First the notes, which stand where there was room for them; then what is long, the longest first, since the words of a heading
    ("Chính trị, tư tưởng") may stand in a paragraph, too; then headings and cells in their order, as far as it is kept.
    """
    notes = {letters(claim.text).casefold() for claim in evidence.claims if claim.kind == "note"}
    wanted = [(piece, letters(piece).casefold()) for piece in evidence.shown]
    pages, running = _without_edges([letters(page).casefold() for page in seen], [w for _, w in wanted], edges)
    left = "".join(pages)
    if running:
        wanted.pop(next(n for n, (_, words) in enumerate(wanted) if words == running))
    missing = []
    for piece, words in wanted:
        if words in notes:
            missing += [piece] if words not in left else []
            left = left.replace(words, "", 1)
    others = [(piece, words) for piece, words in wanted if words not in notes]
    at = 0
    for piece, words in sorted(others, key=lambda other: -len(other[1]) if len(other[1]) >= _LONG else 0):
        start = left.find(words, 0 if len(words) >= _LONG else at)
        if start < 0:
            start = left.find(words)
        if start < 0:
            missing.append(piece)
            continue
        end = start + len(words)
        at = at if len(words) >= _LONG else end
        left = f"{left[:start]}{_TAKEN * len(words)}{left[end:]}"
    heads = {letters(cell) for claim in evidence.claims if claim.kind == "head" for cell in claim.text.split(" | ")}
    for cell in sorted(heads, key=len, reverse=True):  # stand again on each page of their tables
        left = left.replace(cell.casefold(), _TAKEN)
    rest = [_FURNITURE.sub("", part) for part in re.split(f"{_TAKEN}+", left)]
    return missing, [part for part in rest if part]


def _without_edges(pages: Sequence[str], shown: Sequence[str], edges: Sequence[str]) -> tuple[list[str], str]:
    """The letters of each page without its number and the running title, which come last; and that title, if there is one.

    "3/7" stands at the foot of each page, "3" alone at the head of each but the first. The title is the piece of `shown` that all
    pages have there.
    """
    for edge in edges:
        said = [edge.replace("{page}", str(n)).replace("{pages}", str(len(pages))) for n in range(1, len(pages) + 1)]
        if edge == "{page}" or not all(map(str.endswith, pages, said)):
            said[0] = ""
        if all(map(str.endswith, pages, said)):
            pages = [page.removesuffix(words) for page, words in zip(pages, said, strict=True)]
    title = max((words for words in shown if all(page.endswith(words) for page in pages)), key=len, default="")
    return [page.removesuffix(title) for page in pages], title
