"""What a reader sees of an output, against what its evidence says is shown: each piece there, and nothing besides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reportgen.errors import ProofError
from reportgen.proof import SIDECAR, Claim, Evidence, docx, letters, loads, pdf
from reportgen.render.claims import claims

_FURNITURE = re.compile(r"(?:[ivxlc]+\.|\d+\.|[a-zđ]\)|\d+/\d+|\d+|[–.•*/-])*")
"""What is left of a PDF besides its words: numbers of headings and pages, bullets, the dots of its contents."""

_NUMBERS = re.compile(r"^\d{1,3}\.\s*$", re.M)
"""Lines that may be the numbers of a list, which are painted behind its words, or the end of a paragraph ("… số\n12.")."""

_LONG = 40
"""Letters from which on a piece is known wherever it stands."""

_TAKEN = "\0"
"""Stands where a piece was, so that what stood before and behind it does not become one word."""


def evidence_at(path: Path) -> Evidence:
    """The evidence of the output at `path`; ProofError where it has none."""
    if path.suffix == ".md":
        beside = path.with_name(f"{path.stem}.{SIDECAR}")
        try:
            return loads(beside.read_bytes(), beside)
        except OSError as e:
            raise ProofError(f"{path}: its evidence {beside.name} is not beside it; build it again") from e
    return loads((docx if path.suffix == ".docx" else pdf).take(path.read_bytes(), path), path)


def differences(path: Path, evidence: Evidence) -> Iterator[str]:
    """What the output at `path` shows otherwise than its evidence says, one line each."""
    data = path.read_bytes()
    if path.suffix == ".md":
        try:
            yield from _of_claims(claims(data.decode("utf-8")), evidence.claims)
        except UnicodeDecodeError as e:
            raise ProofError(f"{path}: not readable as UTF-8; give the file that the build wrote") from e
        return
    if path.suffix == ".docx":
        yield from _of_pieces(docx.pieces(data, path), evidence.shown)
    else:
        pages = pdf.pages(data, path)
        found = list(_of_page(pages, evidence))
        yield from found and min(found, list(_of_page([_NUMBERS.sub("", page) for page in pages], evidence)), key=len)
    shown = "".join(letters(piece) for piece in evidence.shown).casefold()
    for claim in evidence.claims:
        if claim.kind != "heading":
            parts = claim.text.split(" | ") if claim.kind in {"row", "head"} else [claim.text]
            if not all(letters(part).casefold() in shown for part in parts):
                yield f"not shown: {_short(claim.text)}"


def _of_claims(seen: Iterable[Claim], meant: Iterable[Claim]) -> Iterator[str]:
    left = list(meant)
    for claim in seen:
        if claim in left:
            left.remove(claim)
        else:
            yield f"not in the evidence: {_short(claim.text)}"
    yield from (f"no longer there: {_short(claim.text)}" for claim in left)


def _of_pieces(seen: Iterable[str], meant: Iterable[str]) -> Iterator[str]:
    left = [letters(piece) for piece in meant]
    for piece in seen:
        if letters(piece) in left:
            left.remove(letters(piece))
        else:
            yield f"not in the evidence: {_short(piece)}"
    yield from (f"no longer there: {_short(piece)}" for piece in left)


def _of_page(seen: Sequence[str], evidence: Evidence) -> Iterator[str]:
    """Pages break pieces apart, put notes between and repeat headers: each piece is taken out, and nothing may be left.

    First the notes, which stand where there was room for them; then what is long, the longest first, since the words of a heading
    ("Chính trị, tư tưởng") may stand in a paragraph, too; then headings and cells in their order, as far as it is kept.
    """
    notes = {letters(claim.text).casefold() for claim in evidence.claims if claim.kind == "note"}
    wanted = [(piece, letters(piece).casefold()) for piece in evidence.shown]
    pages, running = _without_edges([letters(page).casefold() for page in seen], [words for _, words in wanted])
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
    yield from (f"no longer there: {_short(piece)}" for piece in missing)
    left = left.replace(_TAKEN, "")
    for claim in evidence.claims:
        if claim.kind == "head":  # stands again on each page of its table
            for cell in claim.text.split(" | "):
                left = left.replace(letters(cell).casefold(), "")
    left = _FURNITURE.sub("", left)
    if left:
        yield f"not in the evidence: {_short(left)}"


def _without_edges(pages: Sequence[str], shown: Sequence[str]) -> tuple[list[str], str]:
    """The letters of each page without its number and the running title, which come last; and that title, if there is one.

    "3/7" stands at the foot of each page, "3" alone at the head of each but the first. The title is the piece of `shown` that all
    pages have there.
    """
    numbered = [f"{n}/{len(pages)}" for n in range(1, len(pages) + 1)]
    if not all(map(str.endswith, pages, numbered)):
        numbered = ["", *map(str, range(2, len(pages) + 1))]
    pages = [page.removesuffix(number) for page, number in zip(pages, numbered, strict=True)]
    title = max((words for words in shown if all(page.endswith(words) for page in pages)), key=len, default="")
    return [page.removesuffix(title) for page in pages], title


def _short(words: str) -> str:
    return words if len(words) <= 120 else f"{words[:117]}…"
