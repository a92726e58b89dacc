"""References: the words of a sentence that mean a unit, by name ("UBND xã X") or by level alone ("Đảng ủy", "toàn huyện")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.extract.localities.generic import generic, means
from reportgen.extract.localities.lexicon import TIERS
from reportgen.model import Block, Locality, Unit
from reportgen.text import Cover, Span

_LISTED = re.compile(
    r"[ \u00a0]*(?:,[ \u00a0]*và|[,;]|và|hoặc|hay|cùng)[ \u00a0]*(?:(?:các |với )?(?:xã|phường|thị trấn|huyện)[ \u00a0])?"
)

COUNTRY = Unit(())
"""What lies above all provinces."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean `unit`, or, where it is None, the unit in view of the levels that `kind` tells.

    `many` is True for a list of units; then `unit` is what they have in common.
    """

    span: Span
    unit: Unit | None
    kind: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True)
class References:
    """All references of an article, in order of where they `start`, none of them in a list yet."""

    refs: tuple[Reference, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, folded: str, blocks: Iterable[Block], localities: Iterable[Locality]) -> References:
        """The mentions of `localities`, and outside them what stands in `blocks` without a name."""
        named = [Reference(span, place.unit) for place in localities for span in place.mentions]
        named.sort(key=lambda ref: (ref.span.start, ref.span.end))
        taken = Cover.of(ref.span for ref in named)
        bare = [
            Reference(span, None, kind)
            for block in blocks
            for span, kind in generic(folded, block.span)
            if not taken.overlaps(span)
        ]
        found = sorted([*named, *bare], key=lambda ref: ref.span.start)
        return cls(tuple(found), tuple(ref.span.start for ref in found))

    def within(self, span: Span) -> tuple[Reference, ...]:
        """The references in `span`."""
        return self.refs[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


def grouped(folded: str, found: Sequence[Reference]) -> Sequence[Reference]:
    """The references of a sentence, a list of units as one, and a body with the unit named after it."""
    if len(found) < 2:
        return found
    after = (*found[1:], None)
    return list(_grouped(folded, [r for r, a in zip(found, after, strict=True) if _stands(folded, r, a)]))


def _stands(folded: str, ref: Reference, after: Reference | None) -> bool:
    """False for a body right before the unit that it is of: "Đảng ủy" in "Đảng ủy phường X"."""
    return bool(ref.unit or after is None or folded[ref.span.end : after.span.start].strip(" \u00a0"))


def _grouped(folded: str, found: Sequence[Reference]) -> Iterator[Reference]:
    group: list[Reference] = []
    for ref in found:
        listed = group and ref.unit and group[-1].unit and _LISTED.fullmatch(folded, group[-1].span.end, ref.span.start)
        if group and not listed:
            yield _one(group)
            group = []
        group.append(ref)
    if group:
        yield _one(group)


def _one(group: Sequence[Reference]) -> Reference:
    """A list of units as one reference to what they have in common; a unit followed by the one above it stays itself."""
    if len(group) == 1:
        return group[0]
    units = [ref.unit for ref in group if ref.unit]
    first = units[0]
    apart = [u for u in units if not first.under(u)]
    while apart and first.path and not all(u.under(first) for u in apart):
        first = first.parent or COUNTRY
    return Reference(Span(group[0].span.start, group[-1].span.end), first, many=bool(apart))


def lifted(unit: Unit) -> Unit:
    """`unit`, or the commune that it lies in."""
    while unit.path and unit.level not in TIERS and unit.parent:
        unit = unit.parent
    return unit


def bound(ref: Reference, words: str, view: Sequence[Unit]) -> Unit | None:
    """The unit that `ref` without a name, written `words`, means: the first of `view`, or of what lies above it, of its level."""
    for unit in view:
        step: Unit | None = unit if unit.path else None
        while step:
            if means(ref.kind, words, step.level, len(step.path)):
                return step
            step = step.parent
    return None
