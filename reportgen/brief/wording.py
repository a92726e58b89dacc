"""Wording: what a text says, apart from how: its content, figures, names and the words that turn it round."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.patterns import starting
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.brief", "wording.toml")
_SHORT: dict[str, list[str]] = {short: full.split() for short, full in _TABLE["short"].items()}
_EMPTY = frozenset(_TABLE["words"]["empty"])
_TURNING = frozenset(_TABLE["words"]["turning"])
_NAMED = frozenset(_TABLE["words"]["named"])
_PLAIN = re.compile(rf"{starting(_TABLE['words']['plain'])}(?!\w)")
POSTS = frozenset(_TABLE["words"]["posts"])
"""Syllables of the posts that people hold: they name who, not what is done."""
BODIES = frozenset(_TABLE["words"]["bodies"])
"""Syllables of bodies: with a capital they name nothing in particular."""
_TOKEN = re.compile(r"\d+(?:[.,/-]\d+)*|[^\W\d_]+")
_TIME = re.compile(r"\s*(?:tháng|năm|ngày|tuần|giờ|quý|khóa)\b")
_OF_TIME = re.compile(r"\b(?:tháng|năm|quý|khóa|lần thứ|nhiệm kỳ|thế kỷ)\s*$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERSON = re.compile(rf"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí) ((?:[{UPPER}][^\W\d_]*[ ]?)+)")
_DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text taken apart: `content` in order and as `words`, numbers as values ("4.134" is "4134"), `names` syllables with a capital.

    `anchors` are the figures by which an act is known again: neither years and spans of time nor 1 and 2. `days` are the figures
    that are years and days, `persons` the given names of people with a form of address ("ông Trần Văn Lộc" is "lộc"),
    `counts` the anchors that count something, each with the syllable behind it.
    """

    content: tuple[str, ...]
    words: frozenset[str]
    figures: frozenset[str]
    anchors: frozenset[str]
    names: frozenset[str]
    turning: frozenset[str]
    days: frozenset[str]
    persons: frozenset[str]
    counts: frozenset[tuple[str, str]]


@lru_cache(maxsize=50_000)
def wording(text: str) -> Wording:
    """The wording of `text`.

    >>> w = wording("UBND TP đã mở 02 lớp cho 4.134 người ở Cam Lộc")
    >>> sorted(w.figures), sorted(w.names)
    (['2', '4134'], ['cam', 'lộc'])
    """
    folded = fold(text)
    content: list[str] = []
    figures: list[str] = []
    anchors: list[str] = []
    names: set[str] = set()
    days: set[str] = set()
    for m in _TOKEN.finditer(folded):
        word = m[0]
        if word[0].isdigit():
            values = _values(word)
            figures += values
            content += values
            if _DAY.fullmatch(word):
                days.update(values)
            days.update(v for v in values if _YEAR.fullmatch(v))
            if not _TIME.match(folded, m.end()) and not _OF_TIME.search(folded, 0, m.start()):
                anchors += [v for v in values if v not in {"1", "2"} and not _YEAR.fullmatch(v)]
        elif word in _SHORT and text[m.start() : m.end()].isupper():
            content += _SHORT[word]
        elif word not in _EMPTY:
            content.append(word)
            raw = text[m.start() : m.end()]
            if raw[0].isupper() and not (len(raw) > 1 and raw.isupper()) and not _opens(text, m.start()):
                names.add(word)
    counts = {
        (word, after)
        for before, word, after in zip(("", *content), content, content[1:], strict=False)
        if word in anchors and before not in _NAMED and not after[0].isdigit()
    }
    return Wording(
        tuple(content),
        frozenset(content),
        frozenset(figures),
        frozenset(anchors),
        frozenset(names),
        frozenset(_TURNING.intersection(_TOKEN.findall(_PLAIN.sub(" ", folded)))),
        frozenset(days),
        frozenset(fold(m[1].split()[-1]) for m in _PERSON.finditer(text)),
        frozenset(counts),
    )


def _opens(text: str, at: int) -> bool:
    """True where the word at `at` begins a sentence or clause, so that its capital says nothing."""
    before = text[:at].rstrip(" “\"'(–-+*")
    return not before or before[-1] in ".:;!?"


def _values(number: str) -> list[str]:
    """A number as values: a day is day, month (and year), "19/21" two numbers, "4.134" 4134, "04" 4.

    >>> _values("09/5/2017"), _values("4.134"), _values("1,50"), _values("19/21")
    (['9.5', '2017'], ['4134'], ['1,5'], ['19.21'])
    """
    if day := _DAY.fullmatch(number):
        return [f"{int(day[1])}.{int(day[2])}", *([day[3]] if day[3] else [])]
    found = []
    for part in re.split(r"[/-]", number):
        whole, _, rest = re.sub(r"[.](?=\d{3}(?!\d))", "", part).replace(".", ",").partition(",")
        rest = re.sub(r"\D", "", rest).rstrip("0")
        found.append((whole.lstrip("0") or "0") + (f",{rest}" if rest else ""))
    return found
