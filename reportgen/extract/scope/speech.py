"""Who speaks: "Đồng chí X, Bí thư Đảng ủy phường Y, cho biết: …" and "“…”, ông X nhấn mạnh".

opening = [before] who {word} says         at the start of a sentence
closing = quote "," title name {word} says
"""

from __future__ import annotations

import re

from reportgen.errors import TableError
from reportgen.extract.scope.subject import DATA
from reportgen.text import Span
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.patterns import alternation, starting

_B = r"[ \u00a0]"
_REACH = 260
_LINE = 160

try:
    _SPEECH = DATA["speech"]
    _SAYS = re.compile(rf"{starting(_SPEECH['says'])}(?!\w)")
    _OPENING = re.compile(rf"[\W_]*(?:{alternation(_SPEECH['before_who'])},?{_B})?{alternation(_SPEECH['who'])}(?!\w)")
    _AFTER_CLAUSE = re.compile(rf",{_B}(?={alternation(_SPEECH['who'])}(?!\w))")
    _POST = re.compile(rf"{_B}?[,–-]{_B}(?:nguyên{_B})?{alternation(DATA['posts'])}(?!\w)[^.;:“\"]*")
    _BY = re.compile(rf"[\W_]*{alternation(_SPEECH['before_who'])}{_B}{alternation(_SPEECH['who'])}(?!\w)")
    _CLOSING = re.compile(rf"[”\"][,.]?{_B}*[-–]?{_B}*(?:{alternation(_SPEECH['titles'])}{_B})")
    _ENDING = re.compile(rf"{starting(_SPEECH['says'])}[\W_]*$")
    _LAST = re.compile(rf",{_B}(?:{alternation(_SPEECH['before_who'])}{_B})?{alternation(_SPEECH['who'])}(?!\w)")
    _TITLED = re.compile(rf"{starting(_SPEECH['titles'])}{_B}+")
except (KeyError, TypeError) as e:
    raise TableError(f"words.toml: {e}") from e

_CLAUSE = re.compile(r"[^,.;:“\"]{1,90}")
_WORD = rf"[{UPPER}][{LOWER}]*"
_NAME = re.compile(rf"{_WORD}(?:{_B}{_WORD}){{0,4}}")


def attribution(folded: str, sentence: Span) -> Span | None:
    """The words of a sentence that say who speaks, None where it does not tell.

    >>> s = "bà hoa, bí thư chi bộ thôn mai, cho biết: thôn có 3 hộ"
    >>> attribution(s, Span(0, len(s))).of(s)
    'bà hoa, bí thư chi bộ thôn mai, cho biết'
    """
    start = sentence.start
    opened = _OPENING.match(folded, start, sentence.end)
    if not opened:  # "Nói về phong trào này, ông X khẳng định …"
        comma = folded.find(",", start, sentence.end)
        clause = _AFTER_CLAUSE.match(folded, comma, sentence.end) if comma > 0 else None
        if clause and _CLAUSE.fullmatch(folded, start, comma):
            opened, start = clause, clause.end()
    if opened:
        m = _SAYS.search(folded, start, min(sentence.end, start + _REACH))
        if m:
            return Span(start, m.end())
        if by := _BY.match(folded, sentence.start, sentence.end):  # "Theo ông X, Chủ tịch UBND xã Y, hiện nay …"
            return Span(sentence.start, min(sentence.end, by.end() + 80))
    closed = folded.find("”", start, sentence.end) >= 0 or folded.find('"', start, sentence.end) >= 0
    for m in _CLOSING.finditer(folded, sentence.start, sentence.end) if closed else ():
        said = _SAYS.search(folded, m.end(), min(sentence.end, m.end() + _REACH))
        if said:
            return Span(m.start(), said.end())
    if _ENDING.search(folded, max(sentence.start, sentence.end - 20), sentence.end):
        for m in _LAST.finditer(folded, max(sentence.start, sentence.end - _REACH), sentence.end):
            return Span(m.start(), sentence.end)
    return None


def quoted(string: str, block: Span) -> bool:
    """True when `block` opens with a quotation mark that it closes only at its end, or in its last words."""
    words = block.of(string).strip()
    return words[:1] in {"“", '"'} and words.count("”") + words[1:].count('"') <= 1


def names_speaker(folded: str, block: Span) -> bool:
    """True when `block` is a short line that says whose the words above it are: "Đồng chí Bí thư Chi bộ thôn X, xã Y"."""
    words = block.of(folded).strip()
    return len(words) < _LINE and not words.endswith((".", "!", "?", "”", ":")) and _OPENING.match(words) is not None


def posted(string: str, folded: str, sentence: Span) -> Span | None:
    """The words at the start of a sentence that name a person with a post, None where it starts otherwise.

    >>> s = "Ông Phan Văn Vũ, Chủ tịch UBND xã Mai, trao quà."
    >>> posted(s, s.lower(), Span(0, len(s))).of(s)
    'Ông Phan Văn Vũ, Chủ tịch UBND xã Mai, trao quà'
    """
    titled = _TITLED.match(folded, sentence.start, sentence.end)
    name = _NAME.match(string, titled.end(), sentence.end) if titled else None
    post = _POST.match(folded, name.end(), sentence.end) if name else None
    return Span(sentence.start, post.end()) if post else None


def speaker(string: str, folded: str, span: Span) -> str | None:
    """The given name of the person in `span`, by which the story calls them later ("ông Phan Văn Vũ", then "ông Vũ").

    >>> s = "Ông Phan Văn Vũ, Chủ tịch UBND xã, cho biết"
    >>> speaker(s, s.lower(), Span(0, len(s)))
    'Vũ'
    """
    m = _TITLED.search(folded, span.start, span.end)
    name = _NAME.match(string, m.end(), span.end) if m else None
    return name[0].split()[-1] if name else None
