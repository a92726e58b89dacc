"""Bare names: "Quỳnh Lưu" once the story has named "huyện Quỳnh Lưu" in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.extract.localities.lexicon import BLOCKED
from reportgen.extract.localities.mentions import Mention
from reportgen.extract.localities.resolve import Resolved
from reportgen.model import Unit
from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import UPPER

_CAPITAL_BEFORE = re.compile(rf"[{UPPER}][\w'’]*[ \u00a0]$")
_CAPITAL_AFTER = re.compile(rf"[ \u00a0][{UPPER}]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\"“”\n(-]\s*)[^\s]+[ \u00a0]$")


def bare_mentions(string: str, folded: str, spans: Sequence[Span], found: Sequence[Resolved]) -> Iterator[Resolved]:
    """The mentions of the units in `found` by their name alone, outside the mentions already known."""
    names: dict[str, Unit] = {}
    for r in sorted(found, key=lambda r: len(r.unit.path)):
        if len(r.unit.path) <= 3 and not r.unit.name.isdigit() and " " in r.unit.name:
            names.setdefault(fold(r.unit.name), r.unit)
    if not names:
        return
    taken = [r.span for r in found]
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) + r")(?!\w)")
    for span in spans:
        for m in pattern.finditer(folded, span.start, span.end):
            here = Span(*m.span())
            if any(here.overlaps(t) for t in taken) or not string[here.start].isupper():
                continue
            if _part_of_a_name(string, folded, here, span):
                continue
            yield Resolved(here, names[m[0]], None, Mention(here.start, here, names[m[0]].level))


def _part_of_a_name(string: str, folded: str, here: Span, span: Span) -> bool:
    before = string[max(span.start, here.start - 20) : here.start]
    words = folded[max(span.start, here.start - 20) : here.start].rstrip(" \u00a0")
    if BLOCKED.search(words):
        return True
    if _CAPITAL_AFTER.match(string, here.end):
        return True
    return bool(_CAPITAL_BEFORE.search(before)) and not _SENTENCE_START.search(before)
