"""parse: a Text to an Article (placeholder: the first line is the headline, each further line a paragraph)."""

from __future__ import annotations

import re

from reportgen.model import Article, Block, Source
from reportgen.text import Span, Text

_END = re.compile(r'(?<=[.!?…])[”"]?\s+(?=[“"A-ZĐÀ-Ỹ0-9–])')


def _sentences(string: str, block: Span) -> tuple[Span, ...]:
    out, at = [], block.start
    for m in _END.finditer(string, block.start, block.end):
        out.append(Span(at, m.start()))
        at = m.end()
    if at < block.end:
        out.append(Span(at, block.end))
    return tuple(out)


def parse(text: Text, source: Source) -> Article:
    s = text.string
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", s)]
    blocks = tuple(Block("paragraph", b, _sentences(s, b)) for b in lines)
    return Article(source, text, None, (), None, None, (), blocks)
