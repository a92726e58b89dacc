"""Span and Text: a string that remembers where every character came from.

All cleaning is built from one primitive, `Text.sub`: substitute and keep the map. Offsets are carried,
never recovered, so `source[text.origin(span)]` always shows the words that the reader knows.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range `[start, end)` of characters (code points).

    >>> Span(2, 5).of("xã Vân Hồ")
    ' Vâ'
    """

    start: int
    end: int

    def of(self, string: str) -> str:
        """The characters of `string` in this range."""
        return string[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True when `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The range moved `by` characters to the right."""
        return Span(self.start + by, self.end + by)

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[int]:
        yield self.start
        yield self.end


@dataclass(frozen=True, slots=True)
class Cover:
    """Many ranges, of which one may ask whether any shares a character with another range."""

    starts: tuple[int, ...]
    reach: tuple[int, ...]  # `reach[i]` is how far the first i ranges go

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Cover:
        """The cover of `spans`, in whatever order.

        >>> cover = Cover.of([Span(7, 9), Span(0, 3)])
        >>> cover.overlaps(Span(2, 5)), cover.overlaps(Span(3, 7))
        (True, False)
        """
        ranges = sorted((span.start, span.end) for span in spans)
        return cls(tuple(start for start, _ in ranges), (0, *accumulate((end for _, end in ranges), max)))

    def overlaps(self, span: Span) -> bool:
        """True when one of the ranges shares a character with `span`."""
        return self.reach[bisect_left(self.starts, span.end)] > span.start


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A repaired string; `starts[i]`, `ends[i]` bound the source range behind its i-th character."""

    string: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def raw(cls, string: str) -> Text:
        """The text in which nothing is repaired yet: each character stands for itself."""
        n = len(string)
        return cls(string, array("q", range(n)), array("q", range(1, n + 1)))

    def sub(self, pattern: re.Pattern[str], repl: str | Callable[[re.Match[str]], str]) -> Text:
        """Like `pattern.sub`, but what is put in inherits the source range of what it replaces.

        >>> t = Text.raw("a  b").sub(re.compile("  "), " ")
        >>> t.string, t.origin(Span(1, 2))
        ('a b', Span(start=1, end=3))
        """
        parts: list[str] = []
        starts, ends = array("q"), array("q")
        at = 0
        for m in pattern.finditer(self.string):
            a, b = m.span()
            if a == b:
                continue
            new = m.expand(repl) if isinstance(repl, str) else repl(m)
            if new == m[0]:
                continue
            parts.append(self.string[at:a])
            starts.extend(self.starts[at:a])
            ends.extend(self.ends[at:a])
            parts.append(new)
            if len(new) == b - a:
                starts.extend(self.starts[a:b])
                ends.extend(self.ends[a:b])
            else:
                starts.extend([self.starts[a]] * len(new))
                ends.extend([self.ends[b - 1]] * len(new))
            at = b
        if not at:
            return self
        parts.append(self.string[at:])
        starts.extend(self.starts[at:])
        ends.extend(self.ends[at:])
        return Text("".join(parts), starts, ends)

    def origin(self, span: Span) -> Span:
        """The source range behind `span`; ValueError where `span` is empty or outside."""
        if not 0 <= span.start < span.end <= len(self.string):
            raise ValueError(f"no such span in a text of {len(self.string)} characters: {span}")
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def here(self, source: Span) -> Span:
        """The range of the string that stands for the `source` range: the way back from `origin`. Empty where all of it
        was dropped.

        >>> Text.raw("xã  Ba").sub(re.compile("  "), " ").here(Span(4, 6))
        Span(start=3, end=5)
        """
        start = bisect_left(self.starts, source.start)
        return Span(start, max(start, bisect_right(self.ends, source.end)))

    def __len__(self) -> int:
        return len(self.string)
