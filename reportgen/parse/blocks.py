"""Blocks: the story's lines as lead, paragraphs, headings, captions and pull-quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from reportgen.model import Block, BlockKind, MarkKind
from reportgen.parse.captions import caption, credit_end, credited, scene
from reportgen.parse.lines import Line, line_at
from reportgen.parse.quotes import attribution, quotation, speaker_line
from reportgen.parse.sentences import sentences
from reportgen.text import Span
from reportgen.vietnamese.fold import fold

_HEADING_WORDS = 22
_CAPTION_WORDS = 45
_PARAGRAPH_WORDS = 16
_UNSTOPPED_WORDS = 60
_INNER_STOP = re.compile(r"[.!?…]\s+\S")
_STOPPED = 0.8  # of the paragraphs on such a page
_GLUED_CAPTION_WORDS = 32
_RUN_ON_SENTENCES = 12


def blocks(
    string: str,
    lines: Sequence[Line],
    pictures: frozenset[int],
    marked: Callable[[Span], MarkKind | None] = lambda span: None,
) -> tuple[Block, ...]:
    """The story in `lines` of `string`, in order. `pictures`: the starts of lines before which a picture stands.
    `marked`: what the file itself says of a line."""
    out: list[Block] = []
    after = _captions_after(lines) if lines else 0
    at = 0
    while at < len(lines):
        line = lines[at]
        if at + 1 < len(lines) and quotation(line) and attribution(lines[at + 1]):
            speaker = lines[at + 1].span
            out.append(Block("quote", Span(line.span.start, speaker.end), sentences(string, line.span), speaker))
            at += 2
            continue
        kind = _as_marked(lines, at, marked(line.span)) or _kind(lines, at, line.span.start in pictures, after)
        out += _without_captions(string, line.span) if kind == "paragraph" else [_block(string, kind, line.span)]
        at += 1
    return tuple(_with_lead(out))


def _block(string: str, kind: BlockKind, span: Span) -> Block:
    return Block(kind, span, sentences(string, span))


def _as_marked(lines: Sequence[Line], at: int, mark: MarkKind | None) -> BlockKind | None:
    """The kind that the file gives the line, None where it says nothing or cannot mean it: a page's styles are often
    taken for their looks, a heading's for a whole lead, a caption's for what stands in a box."""
    line = lines[at]
    if mark == "heading":
        fits = line.count <= _HEADING_WORDS and not line.words.endswith((".", ";", ",")) and at + 1 < len(lines)
        return "heading" if fits else None
    if mark == "caption":
        return None if line.stopped and line.count > _CAPTION_WORDS and not credited(line) else "caption"
    if mark == "item":
        return None if credited(line) else "paragraph"
    return mark if mark == "quote" else None


def _kind(lines: Sequence[Line], at: int, marked: bool, after: int) -> BlockKind:
    line = lines[at]
    if caption(line, marked) or speaker_line(line):
        return "caption"  # a name with its office but without words: under a picture of that person
    if _is_heading(line) and at + 1 < len(lines):
        return "heading"
    return "caption" if _unstopped(lines, at, after) else "paragraph"


def _unstopped(lines: Sequence[Line], at: int, after: int) -> bool:
    """True for a line too long for a heading that ends without a full stop on a page where paragraphs have theirs: it
    stood under a picture. The first paragraph is none: leads often end so."""
    line = lines[at]
    if line.stopped or not _PARAGRAPH_WORDS <= line.count <= _UNSTOPPED_WORDS or not line.words[0].isupper():
        return False
    if _INNER_STOP.search(line.words):
        return False
    if not (line.words[-1].isalnum() or line.words[-1] == ")") or at + 1 == len(lines):
        return False
    return line.span.start > after


def _captions_after(lines: Sequence[Line]) -> int:
    """Where the first paragraph starts, if paragraphs end with full stops on this page; else the end of all."""
    long = [line for line in lines if line.count >= _PARAGRAPH_WORDS]
    stopped = sum(line.stopped for line in long)
    return long[0].span.start if len(long) > 3 and stopped >= _STOPPED * (len(long) - 1) else lines[-1].span.end


def _is_heading(line: Line) -> bool:
    if line.count > _HEADING_WORDS or line.words.endswith((".", ";", ",", ":", "…")):
        return False
    if line.words[0] in '-–+*•“"' or (line.words[-1] in '”"' and line.words[0] not in '“"' and line.count > 12):
        return False
    return line.words[0].isupper() or line.words[0].isdigit()


def _with_lead(found: list[Block]) -> Iterator[Block]:
    """The first paragraph is the lead where others follow it."""
    paragraphs = sum(block.kind == "paragraph" for block in found)
    for block in found:
        if block.kind == "paragraph" and paragraphs > 1:
            block, paragraphs = Block("lead", block.span, block.sentences, block.speaker), 0
        yield block


def _without_captions(string: str, span: Span) -> list[Block]:
    """The paragraph in `span`, with captions that were glued into it apart."""
    found = _glued_captions(string, span)
    out: list[Block] = []
    at = span.start
    for cut in found:
        out += _piece(string, at, cut.start)
        out.append(_block(string, "caption", cut))
        at = cut.end
    return out + _piece(string, at, span.end)


def _piece(string: str, start: int, end: int) -> list[Block]:
    rest = line_at(string, Span(start, end))
    return [_block(string, "paragraph", rest.span)] if any(c.isalnum() for c in rest.words) else []


def _glued_captions(string: str, span: Span) -> list[Span]:
    """Captions inside a paragraph: what a photo credit closes back to the sentence before, and scenes by themselves.

    A scene without a credit is believed only in a text whose paragraphs run on; its neighbours are full sentences.
    """
    all_sentences = sentences(string, span)
    if len(all_sentences) < 2:
        return []
    runs_on = len(all_sentences) >= _RUN_ON_SENTENCES
    found: list[Span] = []
    for i, s in enumerate(all_sentences):
        credit = credit_end(string, s.start, s.end)
        if credit:
            start = s.start
            if i and credit[0] - s.start < 3:  # the credit alone: what it belongs to is the sentence before
                start = (
                    found.pop().start
                    if found and found[-1].end == all_sentences[i - 1].end
                    else all_sentences[i - 1].start
                )
            if len(string[start : credit[1]].split()) <= 2 * _GLUED_CAPTION_WORDS:
                found.append(Span(start, credit[1]))
        elif (
            runs_on
            and 6 <= len(s.of(string).split()) <= _GLUED_CAPTION_WORDS
            and scene(fold(s.of(string)), strong=True)
        ):
            found.append(s)
    return found
