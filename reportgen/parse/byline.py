"""Bylines: who wrote the story.

    byline = [prefix [":"]] names [in brackets] ["/" paper] | "Theo" source
    names  = name {("-" | "," | "và" | "&") name}
    name   = two to five words, each with a capital or all in capitals; after a prefix one word will do

Photographers, agencies and sources are no authors; their lines are dropped all the same.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from reportgen.parse.lines import Line, line_at
from reportgen.parse.newspapers import known, source_paper
from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_WORDS = table("reportgen.parse", "byline.toml")

_PREFIX = re.compile(
    rf"[(\[*–-]*\s*(?:(?P<writers>{alternation(map(fold, _WORDS['writers']))})"
    rf"|(?P<others>{alternation(map(fold, _WORDS['others']))}))(?!\w)\s*(?P<colon>[:.]?)\s*"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)?")
_SEPARATOR = re.compile(r"\s*(?:[–—&,;+]|\s-\s?|\s?-\s|-(?=\w+\s)|\svà\s|\sVÀ\s|\svà(?=[A-ZĐ]))\s*")
_NAME_WORD = re.compile(rf"[{UPPER}][{LOWER}]*(?:[’'][{UPPER}]?[{LOWER}]+)?|[{UPPER}]+(?:[’'][{UPPER}]+)?")
_INITIALS = re.compile(rf"(?:[{UPPER}]\.\s?){{1,2}}(?:[{UPPER}][{LOWER}]+|[{UPPER}]+)(?:\s[{UPPER}][{LOWER}]+)?\.?")
_SOURCES = frozenset(map(fold, _WORDS["sources"]))
_NO_NAMES = frozenset(map(fold, _WORDS["no_names"]))
_BODY = re.compile(rf"{alternation(map(fold, _WORDS['bodies']))}(?!\w)")
_CENTRE = re.compile(r"(?<!\w)T\.[ƯW]$")  # "… của T.Ư Đảng": the stop is in the word
_STOP = re.compile(
    r"(?:[.!?…]+[”\"’»)]*|[”\"]|\./\.)\s*(?=[\w(\[])|(?<=\w)\s+(?=(?:Bài|Tin)(?:\s*[,&]|\svà)\s*ảnh\s*:)"
    rf"|(?<=\w)\s+(?=(?P<loose>Theo\s+[{UPPER}][^.]{{1,40}}$))"
)
_VOWEL = re.compile("[aeiouyAEIOUY]")
_REACH = 130
_SOURCE_WORDS = 12


@dataclass(frozen=True, slots=True)
class Byline:
    """The authors, in name case and possibly none, the paper named beside them, and one that the story was taken from."""

    names: tuple[str, ...]
    paper: str | None = None
    source: str | None = None


def byline(words: str) -> Byline | None:
    """The byline that `words` are, None where they are something else.

    >>> byline("Bài, ảnh: THANH TÂM và THẾ DŨNG").names, byline("Thái Tân/KD&PL").names, byline("Theo TTXVN").names
    (('Thanh Tâm', 'Thế Dũng'), ('Thái Tân',), ())
    >>> byline("Đồng bộ các giải pháp"), byline("THÀNH PHỐ CẨM PHẢ")
    (None, None)
    """
    if fold(words).strip(" .*()[]–-") in _NO_NAMES:
        return Byline(())
    prefix = _PREFIX.match(fold(words))
    rest = words[prefix.end() :] if prefix else words
    if prefix and prefix["others"]:
        return _source(prefix, rest)
    rest = _BRACKETS.sub("", rest).strip(" .*–-_()[]")
    names, slash, paper = rest.partition("/")
    if not names.strip():
        return Byline(()) if prefix and prefix["colon"] else None
    pieces = [piece for piece in _SEPARATOR.split(names.strip(" -–/")) if piece]
    if len(pieces) > 5:
        return None
    found = []
    for piece in pieces:
        if fold(piece) in _NO_NAMES or (known(piece) and piece.isupper()) or (prefix and _office(piece)):
            continue
        name = _name(piece, prefixed=bool(prefix and prefix["colon"]))
        if name is None:
            return None
        found.append(name)
    if not found and not prefix and fold(names.strip()) not in _NO_NAMES:
        return None
    return Byline(tuple(dict.fromkeys(found)), known(paper) if slash else None)


def _source(prefix: re.Match[str], rest: str) -> Byline | None:
    """ "Theo VGP", "(Theo Báo Tin tức)", "Ảnh: Xuân An": no author. Without a colon a source is a name, no clause."""
    if len(rest.split()) > _SOURCE_WORDS or any(stop in rest.rstrip(" .)]") for stop in (". ", ", ông", ":")):
        return None
    clause = not rest[:1].isupper() or rest.rstrip().endswith(".") or ("," in rest and len(rest) > 40)
    paper = source_paper(rest) if prefix["others"] in _SOURCES else None
    if clause and not prefix["colon"] and not paper:
        return None
    return Byline((), source=paper)


def _name(piece: str, prefixed: bool) -> str | None:
    piece = piece.strip(" .")
    if _INITIALS.fullmatch(piece):
        return "".join(w.capitalize() for w in re.split(r"(?<=[. ])", piece))
    words = piece.split()
    if not (1 if prefixed else 2) <= len(words) <= 5 or not all(_NAME_WORD.fullmatch(w) for w in words):
        return None
    if any(_office(w) for w in words):
        return None
    if _BODY.match(fold(piece)) or any(len(w) > 1 and w.isupper() for w in words) != all(w.isupper() for w in words):
        return None
    return " ".join(w if not w.isupper() or len(w) == 1 else w.capitalize() for w in words)


def _office(word: str) -> bool:
    """True for letters that are no name: "NPVĐT", "CTV"."""
    return word.isupper() and "." not in word and not _VOWEL.search(unicodedata.normalize("NFD", word))


def byline_line(line: Line) -> Byline | None:
    """The byline that the whole of `line` is."""
    return byline(line.words) if line.count <= 22 and "\n" not in line.words else None


def glued(line: Line) -> tuple[Line, Byline | None]:
    """`line` without the byline that touches its last sentence, and that byline ("… của tỉnh. Lê Thanh").

    Of several places where it could begin, the first is taken that leaves a byline and nothing else.
    """
    start = max(0, len(line.words) - _REACH)
    for m in _STOP.finditer(line.words, start):
        tail = line.words[m.end() :]
        found = byline(tail.strip()) or _end_mark(tail.strip())
        if _CENTRE.search(line.words, 0, m.end() + 1):
            continue
        if found is not None and m.end() > 40 and (found.source or not m["loose"]):
            return line_at(line.words, Span(0, m.end()), line.span.start), found
    return line, None


def _end_mark(words: str) -> Byline | None:
    """ "… của tỉnh. Dân trí": the paper that signs at the end."""
    paper = known(words) if len(words.split()) <= 4 and not words.endswith(".") else None
    return Byline((), paper) if paper else None
