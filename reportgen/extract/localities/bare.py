"""Bare names: "Quỳnh Lưu" once the story has named "huyện Quỳnh Lưu" in full, or a unit that lies in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportgen.extract.localities.era import Era
from reportgen.extract.localities.lexicon import BLOCKED, FIRST, NAMED_AFTER, WRITTEN_BEFORE
from reportgen.extract.localities.mentions import Mention
from reportgen.extract.localities.names import names
from reportgen.extract.localities.resolve import Resolved
from reportgen.gazetteer import Gazetteer
from reportgen.model import Article, Unit
from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import UPPER

_REACH = 45
_HYPHEN = re.compile(r"[ ]?[-–][ ]?")
_CAPITAL_BEFORE = re.compile(rf"[{UPPER}][\w'’]*[ \u00a0]$")
_HOUSE = re.compile(r"(?<!năm )(?<!tháng )(?<!quý )(?<![\w.,/-])\d+[A-Za-z]?[ \u00a0]$")  # "số nhà 146 Quán Thánh"
_CAPITAL_AFTER = re.compile(rf"[ \u00a0][{UPPER}]")
_WORD = re.compile(r"\w+")
_INSIDE = re.compile(r"\w[-–]?\Z")
_LONGEST = 40
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\"“”\n(-]\s*)[^\s]+[ \u00a0]$")


def bare_mentions(
    string: str, folded: str, spans: Sequence[tuple[Span, bool]], found: Sequence[Resolved], away: Sequence[Span] = ()
) -> Iterator[Resolved]:
    """The mentions by name alone of the units in `found` and above them, outside the mentions already known.

    `spans` are where to look, each with whether it is a caption; `away` are homes and addresses, which are passed over.
    """
    units = _names(found)
    if not units:
        return
    taken = [*(r.span for r in found), *away]
    written = _written(units)
    for span, caption in spans:
        for here, name in _standing(string, folded, span, written):
            if any(here.overlaps(t) for t in taken):
                continue
            unit, above = units[name]
            before = WRITTEN_BEFORE.search(folded, max(span.start, here.start - _REACH), here.start)
            another = before and " ".join(before[1].split()) != unit.level  # not the quận in "phường Thanh Xuân"
            if not another and not part_of_a_name(string, folded, here, span):
                yield Resolved(here, unit, Mention(here.start, here, unit.level, caption=caption), above)


_Written = dict[str, list[tuple[str, str]]]


def _written(names: Iterable[str]) -> _Written:
    """How `names` are written, by their first words: with hyphens and dashes, the longest first; each with the name."""
    found: _Written = {}
    for name in names:
        for as_written in {name, name.replace(" - ", "-"), name.replace(" - ", " – ")}:
            first = _WORD.match(as_written)
            found.setdefault(first[0] if first else as_written, []).append((as_written, name))
    return {first: sorted(ways, key=lambda way: (-len(way[0]), way)) for first, ways in found.items()}


def _standing(string: str, folded: str, span: Span, written: _Written) -> Iterator[tuple[Span, str]]:
    """Where the names stand in `span` with a capital, each once; no pattern is made for them, which would cost more."""
    at = span.start
    for m in FIRST.finditer(string, span.start, span.end):
        word = _WORD.match(folded, m.start())
        if (
            m.start() < at
            or word is None
            or word[0] not in written
            or _INSIDE.search(string, max(0, m.start() - 2), m.start())
        ):
            continue
        rest = folded[m.start() : m.start() + _LONGEST].replace("\u00a0", " ")
        for way, name in written[word[0]]:
            end = m.start() + len(way)
            if end <= span.end and rest.startswith(way) and not folded[end : end + 1].isalnum():
                at = end
                yield Span(m.start(), end), name
                break


def _names(found: Sequence[Resolved]) -> dict[str, tuple[Unit, tuple[Unit, ...]]]:
    """What each bare name means: a unit named in full before one that only lies above, the higher before the lower."""
    units = {r.unit: r.above for r in found if not r.mention.below}
    above = {unit: r.above[:n] for r in found for n, unit in enumerate(r.above)}
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
