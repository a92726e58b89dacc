"""Bare names: "Quỳnh Lưu" once the story has named "huyện Quỳnh Lưu" in full, or a unit that lies in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportgen.extract.localities.era import Era
from reportgen.extract.localities.lexicon import BLOCKED, NAMED_AFTER, WRITTEN_BEFORE
from reportgen.extract.localities.mentions import Mention
from reportgen.extract.localities.names import names
from reportgen.extract.localities.resolve import Resolved
from reportgen.gazetteer import Gazetteer
from reportgen.model import Article, Unit
from reportgen.text import Cover, Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import UPPER

_REACH = 45
_HYPHEN = re.compile(r"[ ]?[-–][ ]?")
_CAPITAL_BEFORE = re.compile(rf"[{UPPER}][\w'’]*[ \u00a0]$")
_HOUSE = re.compile(r"(?<!năm )(?<!tháng )(?<!quý )(?<![\w.,/-])\d+[A-Za-z]?[ \u00a0]$")  # "số nhà 146 Quán Thánh"
_CAPITAL_AFTER = re.compile(rf"[ \u00a0][{UPPER}]")
_INSIDE = re.compile(r"\w[-–'’‘ʼ`´]?\Z")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\"“”\n(-]\s*)[^\s]+[ \u00a0]$")


def bare_mentions(
    string: str, folded: str, spans: Sequence[tuple[Span, bool]], found: Sequence[Resolved], away: Sequence[Span] = ()
) -> Iterator[Resolved]:
    """The mentions by name alone of the units in `found` and above them, outside the mentions already known.

    `spans` are where to look, each with whether it is a caption; `away` are homes and addresses, which are passed over.
    """
    units = _names(found)
    taken = Cover.of([*(r.span for r in found), *away])
    for here, name in _standing(string, folded, units):
        if taken.overlaps(here):
            continue
        unit, above = units[name]
        for span, caption in spans:
            if span.covers(here) and not _another(string, folded, here, span, unit.level):
                yield Resolved(here, unit, Mention(here.start, here, unit.level, caption=caption), above)


def _another(string: str, folded: str, here: Span, span: Span, level: str) -> bool:
    """True when the words around tell another thing, or a unit of another level: not the quận in "phường Thanh Xuân"."""
    before = WRITTEN_BEFORE.search(folded, max(span.start, here.start - _REACH), here.start)
    return bool(before and " ".join(before[1].split()) != level) or part_of_a_name(string, folded, here, span)


def _standing(string: str, folded: str, names: Iterable[str]) -> Iterator[tuple[Span, str]]:
    """Where `names` stand with a capital, whole and each once, the longest of those that start together."""
    ways = [(way, name) for name in names for way in {name, *(name.replace(" - ", dash) for dash in ("-", " – "))}]
    hits = sorted((start, -len(way), name) for way, name in ways for start in _starts(folded, way))
    at = 0
    for start, length, name in hits:
        end = start - length
        whole = not folded[end : end + 1].isalnum() and not _INSIDE.search(string, max(0, start - 2), start)
        if start >= at and string[start].isupper() and whole:
            at = end
            yield Span(start, end), name


def _starts(string: str, words: str) -> Iterator[int]:
    start = string.find(words)
    while start >= 0:
        yield start
        start = string.find(words, start + 1)


def _names(found: Sequence[Resolved]) -> dict[str, tuple[Unit, tuple[Unit, ...]]]:
    """What each bare name means: a unit named in full before one that only lies above, the higher before the lower."""
    units = {r.unit: r.above for r in found if not r.mention.below}
    above = {unit: over[:n] for over in {r.unit: r.above for r in found}.values() for n, unit in enumerate(over)}
    names: dict[str, tuple[Unit, tuple[Unit, ...]]] = {}
    for unit, over in sorted((above | units).items(), key=lambda x: (x[0] not in units, len(x[0].path))):
        if " " in unit.name:  # one syllable is too little: "Lắk", "Vinh"
            names.setdefault(_HYPHEN.sub(" - ", fold(unit.name)), (unit, over))
    return names


def headline_provinces(
    article: Article, folded: str, era: Era, units: Gazetteer, found: Sequence[Resolved]
) -> Iterator[Resolved]:
    """The provinces that the headline names without a level word, where the story names no unit of another province."""
    tops = {r.unit.path[0].name for r in found}
    for title in article.title_spans:
        for name in names(article.text.string, [title], units):
            here = name.span
            rows = [r for r in name.provinces if r.on(era.day) and era.holds(r)]
            if not rows or any(here.overlaps(r.span) for r in found):
                continue
            row = next((r for r in rows if not r.today), rows[0])
            if tops <= {row.name} and not part_of_a_name(article.text.string, folded, here, title):
                yield Resolved(here, units.unit(row, era.day), Mention(here.start, here, row.level))
                break


def part_of_a_name(string: str, folded: str, here: Span, span: Span) -> bool:
    """True when the words around make it a piece of another name: a person's, a street's, a company's."""
    start = max(span.start, here.start - _REACH)
    before = string[start : here.start]
    words = folded[start : here.start].rstrip(" \u00a0")
    if NAMED_AFTER.search(words) or BLOCKED.search(words) or _HOUSE.search(before):
        return True
    if _CAPITAL_AFTER.match(string, here.end):
        return True
    return _CAPITAL_BEFORE.search(before) is not None and not _SENTENCE_START.search(before)
