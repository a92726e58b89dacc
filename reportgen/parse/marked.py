"""What the file itself says of its lines: the marks of a Source, found again in the repaired string."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reportgen.model import Block, BlockKind, Mark, MarkKind, Source
from reportgen.parse.lines import Line, line_at
from reportgen.parse.quotes import attribution
from reportgen.parse.sentences import sentences
from reportgen.text import Span, Text


class Marked:
    """The marks of `source`, asked by where a line stands in `text`."""

    def __init__(self, text: Text, source: Source) -> None:
        placed = [Mark(mark.kind, text.here(mark.span)) for mark in source.marks]
        self.marks: Sequence[Mark] = [mark for mark in placed if mark.span.of(text.string).strip()]
        self._starts = [mark.span.start for mark in self.marks]

    def kind(self, span: Span) -> MarkKind | None:
        """What the words in `span` are marked as, None where the file says nothing of them.

        >>> from reportgen.model import Given
        >>> read = Source("a", "a.md", "Kết quả\\n\\nTốt.", "utf-8", marks=(Mark("heading", Span(0, 7)),))
        >>> marked = Marked(Text.raw(read.text), read)
        >>> marked.kind(Span(0, 7)), marked.kind(Span(9, 13))
        ('heading', None)
        """
        at = bisect_right(self._starts, span.start) - 1
        mark = self.marks[at] if at >= 0 else None
        return mark.kind if mark and mark.span.covers(span) else None

    def title(self, string: str) -> Line | None:
        """The line of `string` that is marked as the headline."""
        return next((line_at(string, mark.span) for mark in self.marks if mark.kind == "title"), None)


def as_given(string: str, marked: Marked) -> tuple[Block, ...]:
    """The blocks of a story that somebody took out of its page already: as they are marked, and nothing else."""
    found: list[Block] = []
    for mark in marked.marks:
        if mark.kind == "title":
            continue
        line = line_at(string, mark.span)
        kind: BlockKind = "paragraph" if mark.kind == "item" else mark.kind
        if kind == "quote" and (speaker := _speaker(string, line)):
            found.append(Block(kind, line.span, sentences(string, Span(line.span.start, speaker.start)), speaker))
        else:
            found.append(Block(kind, line.span, sentences(string, line.span)))
    return tuple(found)


def _speaker(string: str, quote: Line) -> Span | None:
    """The last line of a quote where it says whose words these are."""
    cut = quote.words.rfind("\n")
    if cut < 0:
        return None
    last = line_at(string, Span(quote.span.start + cut, quote.span.end))
    return last.span if attribution(last) else None
