"""Little stories told of invented units, with their localities, without gazetteer and parser."""

from __future__ import annotations

import re

from reportgen.model import Article, Block, Locality, Place, Source, Unit
from reportgen.parse.sentences import sentences
from reportgen.text import Span, Text
from reportgen.vietnamese.fold import fold

DISTRICT = (Place("tỉnh", "An"), Place("huyện", "Bình"))
UNITS = [
    Unit(DISTRICT),
    *(Unit((*DISTRICT, Place(level, name))) for level, name in (("xã", "Cam"), ("xã", "Dừa"), ("phường", "Đào"))),
    Unit((*DISTRICT, Place("xã", "Cam"), Place("thôn", "Mơ"))),
]


def story(text: str) -> Article:
    """The article whose paragraphs are the lines of `text`."""
    string, blocks, at = text.strip(), [], 0
    for line in string.split("\n"):
        span = Span(at, at + len(line))
        blocks.append(Block("paragraph", span, sentences(string, span)))
        at = span.end + 1
    source = Source("story", "story.txt", string, "utf-8")
    return Article(source, Text.raw(string), fold(string), None, (), None, None, (), tuple(blocks))


def localities(text: str, main: str) -> tuple[Locality, ...]:
    """The invented units that `text` names, the one labelled `main` as the principal one."""
    found = []
    for unit in UNITS:
        level = "Huyện ủy" if unit.level == "huyện" else unit.level
        pattern = re.compile(rf"(?:{unit.level}|{level}) {unit.name}", re.IGNORECASE)
        spans = tuple(Span(*m.span()) for m in pattern.finditer(text.strip()))
        if spans or unit.label == main:
            found.append(Locality(unit, unit.label == main, spans))
    return tuple(found)
