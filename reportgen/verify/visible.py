"""What an output shows, against what its evidence says is shown: each block, piece and picture there, in its place, and nothing besides."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeVar

from reportgen.errors import ProofError
from reportgen.proof import SIDECAR, SITE_EVIDENCE, SITE_PAGES, Evidence, Picture, docx, letters, loads, pdf
from reportgen.render.claims import claims, pictures
from reportgen.verify.pages import of_pages

T = TypeVar("T")

_UNPRINTED = frozenset({"front", "heading", "picture"})
"""Kinds of claims that are not looked for in the words of a DOCX or a PDF: a title stands there in other words, a picture has none."""


def evidence_at(path: Path) -> Evidence:
    """The evidence of the output at `path`; ProofError where it has none."""
    if path.suffix == ".md":
        for sidecar in sidecars(path):
            try:
                return loads(sidecar.read_bytes(), sidecar)
            except OSError:
                continue
        raise ProofError(f"{path}: its evidence {path.stem}.{SIDECAR} is not beside it; build it again")
    return loads((docx if path.suffix == ".docx" else pdf).take(path.read_bytes(), path), path)


def sidecars(page: Path) -> Iterator[Path]:
    """Where the evidence of a Markdown page may be: beside it, or for a page of a site in the folder beside that of the pages."""
    name = f"{page.stem}.{SIDECAR}"
    yield page.with_name(name)
    for folder in page.parents:
        if folder.name == SITE_PAGES:
            yield folder.with_name(SITE_EVIDENCE) / page.relative_to(folder).with_name(name)


def differences(path: Path, evidence: Evidence, templates: Path | None = None) -> Iterator[str]:
    """What the output at `path` shows otherwise than its evidence says, one line each; `templates` are the user's own, if any."""
    data = path.read_bytes()
    if path.suffix == ".md":
        try:
            markdown = data.decode("utf-8")
        except UnicodeDecodeError as e:
            raise ProofError(f"{path}: not readable as UTF-8; give the file that the build wrote") from e
        seen = claims(markdown)
        yield from _changes([(c, c.text) for c in seen], [(c, c.text) for c in evidence.claims])
        yield from _of_pictures([_with_hash(p, path) for p in pictures(markdown)], evidence.pictures)
        return
    kind = docx if path.suffix == ".docx" else pdf
    title = kind.title(data, path)
    if letters(title) != letters(_title(evidence, title)):
        yield f"the document's title is another: {short(title)}"
    if path.suffix == ".docx":
        pieces = docx.pieces(data, path)
        places = _filled(pieces, evidence)
        seen_pieces = [_piece(p) for n, p in enumerate(pieces) if not any(n in filled for _, filled in places)]
        shown_pieces = [_piece(p) for n, p in enumerate(evidence.shown) if not any(n in was for was, _ in places)]
        yield from _changes(seen_pieces, shown_pieces)
        yield from _of_pictures(docx.pictures(data, path), evidence.pictures)
    else:
        missing, left = of_pages(pdf.pages(data, path), evidence, templates)
        yield from (f"no longer there: {short(piece)}" for piece in missing)
        yield from (f"not in the evidence: {short(piece)}" for piece in left)
        if evidence.pictures:
            yield from _of_pictures([Picture(words) for words in pdf.pictures(data, path)], evidence.pictures)
        yield from _of_drawings(pdf.drawn(data, path), evidence.drawn)
    shown = "".join(letters(piece) for piece in evidence.shown).casefold()
    for claim in evidence.claims:
        if claim.kind not in _UNPRINTED:
            parts = claim.text.split(" | ") if claim.kind in {"row", "head"} else [claim.text]
            if not all(letters(part).casefold() in shown for part in parts):
                yield f"not shown: {short(claim.text)}"
        elif claim.kind == "picture" and claim.text not in {picture.words for picture in evidence.pictures}:
            yield f"not shown: picture “{short(claim.text)}”"


def filled_in(path: Path, evidence: Evidence) -> list[str]:
    """What a person has written into the open places of a DOCX: the heading block and the signature are theirs."""
    if path.suffix != ".docx" or not evidence.open:
        return []
    pieces = docx.pieces(path.read_bytes(), path)
    return [pieces[n] for _, filled in _filled(pieces, evidence) for n in filled]


def _filled(pieces: Sequence[str], evidence: Evidence) -> list[tuple[range, range]]:
    """The open places among the pieces shown, each with the pieces that stand there now."""
    if not evidence.open:
        return []
    now, then = [letters(p) for p in pieces], [letters(p) for p in evidence.shown]
    left = {letters(p) for p in evidence.open}
    return [
        (range(i, i_end), range(j, j_end))
        for tag, i, i_end, j, j_end in SequenceMatcher(None, then, now, autojunk=False).get_opcodes()
        if tag == "replace" and all(piece in left for piece in then[i:i_end])
    ]


def _title(evidence: Evidence, unless: str) -> str:
    """The title that the front matter gives, or `unless` it gives none."""
    for claim in evidence.claims:
        if claim.kind == "front" and claim.text.startswith("title: "):
            with contextlib.suppress(ValueError):  # a template of the user's own
                return str(json.loads(claim.text.removeprefix("title: ")))
    return unless


def _piece(words: str) -> tuple[str, str]:
    return letters(words, marks=True), words


def _changes(seen: Sequence[tuple[T, str]], meant: Sequence[tuple[T, str]]) -> Iterator[str]:
    """What was added, taken away or moved; each entry with the words that name it."""
    there, wanted = Counter(key for key, _ in seen), Counter(key for key, _ in meant)
    added, lost = there - wanted, wanted - there
    for key, words in seen:
        if added[key] > 0:
            added[key] -= 1
            yield f"not in the evidence: {short(words)}"
    for key, words in meant:
        if lost[key] > 0:
            lost[key] -= 1
            yield f"no longer there: {short(words)}"
    common = there & wanted
    stay, stood = _first(seen, common), _first(meant, common)
    moved = next((words for (key, words), (other, _) in zip(stay, stood, strict=True) if key != other), None)
    if moved is not None:
        yield f"stands elsewhere than it did: {short(moved)}"


def _first(entries: Sequence[tuple[T, str]], counts: Counter[T]) -> list[tuple[T, str]]:
    """Of the entries with one key the first so many."""
    left = Counter(counts)
    kept = []
    for key, words in entries:
        if left[key] > 0:
            left[key] -= 1
            kept.append((key, words))
    return kept


def _with_hash(picture: Picture, page: Path) -> Picture:
    try:
        data = (page.parent / picture.file).read_bytes()
    except (OSError, ValueError):  # it is not there, or no file
        return picture
    return replace(picture, sha256=hashlib.sha256(data).hexdigest())


def _of_pictures(seen: Sequence[Picture], meant: Sequence[Picture]) -> Iterator[str]:
    """What became of the pictures: each is known by its words, its bytes or its place."""
    if list(seen) == list(meant):
        return
    left = list((Counter(seen) - Counter(meant)).elements())
    for picture in (Counter(meant) - Counter(seen)).elements():
        same_words = next((p for p in left if p.words == picture.words), None)
        same_bytes = next((p for p in left if p.sha256 and p.sha256 == picture.sha256), None)
        if same_words:
            left.remove(same_words)
            gone = not same_words.sha256 and picture.sha256
            yield f"the picture {'is not there' if gone else 'is another'}: “{short(picture.words)}”"
        elif same_bytes:
            left.remove(same_bytes)
            yield f"a picture is described otherwise: “{short(same_bytes.words)}” for “{short(picture.words)}”"
        else:
            yield f"no longer there: picture “{short(picture.words)}”"
    yield from (f"not in the evidence: picture “{short(picture.words)}”" for picture in left)
    if not left and Counter(seen) == Counter(meant):
        yield "the pictures stand in another order"


def _of_drawings(seen: Sequence[str], meant: Sequence[str]) -> Iterator[str]:
    if len(seen) != len(meant):
        yield f"{len(seen)} pages, but {len(meant)} in the evidence"
    for number, (page, was) in enumerate(zip(seen, meant, strict=False), start=1):
        if page != was:
            yield f"page {number} is drawn otherwise than it was made"


def short(words: str) -> str:
    """`words`, cut where they are long."""
    return words if len(words) <= 120 else f"{words[:117]}…"
