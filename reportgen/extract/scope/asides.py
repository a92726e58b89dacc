"""Asides: figures that a sentence gives for another unit than it speaks of.

aside = unit "(" … figure … ")"                     "xã X (18 tiêu chí)"
      | "(" … figure … unit … ")"                   "dưa hấu (17 ha tại xã X)"
      | figure … "trên địa bàn" unit                "27 vụ việc trên địa bàn xã X"
      | unit [":" | "đạt" | "có" …] figure … sep    "các huyện: A 36,8 tỷ đồng, B 25,4 tỷ đồng"; one village suffices
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.extract.localities.lexicon import TIERS
from reportgen.extract.scope.references import Reference
from reportgen.model import Unit
from reportgen.text import Span

_BRACKET = re.compile(r"[ \u00a0]?\(([^()]*\d[^()]*)\)")
_REACH = 90
_INSIDE = re.compile(r"\([^()]*\)")
_FIGURE = re.compile(r"[ \u00a0]?(?::|đạt|có|được|là|còn|gần|hơn|trên|khoảng)?[ \u00a0]?(?:gần |hơn |trên |khoảng )?\d")
_WITHIN = re.compile(r"\d[^,.;:()]{1,60} trên địa bàn(?: của)?[ \u00a0]$")
_END = re.compile(r"[,;](?!\d)|[.](?!\d)|$")


def asides(folded: str, sentence: Span, named: Sequence[Reference]) -> Iterator[tuple[Span, Unit]]:
    """The stretches of a sentence that are said of one unit by the way, with that unit. `named` are its single mentions."""
    for m in _INSIDE.finditer(folded, sentence.start, sentence.end):
        inside = [r for r in named if m.start() < r.span.start and r.span.end <= m.end()]
        if len(inside) == 1 and inside[0].unit and _counts(folded, Span(m.start(), m.end()), inside[0].span):
            yield Span(m.start(), m.end()), inside[0].unit
    for ref in named:
        after = _BRACKET.match(folded, ref.span.end, sentence.end)
        if ref.unit and after and not any(after.start() <= r.span.start < after.end() for r in named):
            yield Span(ref.span.end, after.end()), ref.unit
    for ref in named:
        within = _WITHIN.search(folded, max(sentence.start, ref.span.start - _REACH), ref.span.start)
        if ref.unit and within:
            yield Span(within.start(), ref.span.end), ref.unit
    counted = [r for r in named if r.unit and _FIGURE.match(folded, r.span.end, sentence.end)]
    if len(counted) > 1 or any(r.unit and r.unit.level not in TIERS for r in counted):
        for ref in counted:
            end = _END.search(folded, ref.span.end, sentence.end)
            if ref.unit and end:
                yield Span(ref.span.start, end.start()), ref.unit


def _counts(folded: str, bracket: Span, unit: Span) -> bool:
    """True when a bracket holds a digit besides the name of the unit ("quận 12" alone counts nothing)."""
    return any(c.isdigit() for c in folded[bracket.start : unit.start] + folded[unit.end : bracket.end])
