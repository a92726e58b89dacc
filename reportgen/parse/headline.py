"""The headline and its kicker, found above the story.

    headline = [kicker] title
    kicker   = words ":" | name of a place alone        "Nâng cao năng lực của Đảng bộ …:" / "Thành phố Cẩm Phả"

A page that begins with the story has no headline, unless it prints one further down twice, as pages do that
repeat lead and headline under a box of links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.parse.byline import byline_line
from reportgen.parse.captions import credited
from reportgen.parse.lines import Line, line_at
from reportgen.parse.newspapers import headline_suffix, opening_mark
from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.patterns import alternation

_LONGEST = 39  # words
_STORY = 40  # a line of so many words is story, with or without a full stop
_LEVELS = (
    "tỉnh",
    "thành phố",
    "tp",
    "tp.",
    "huyện",
    "quận",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "thôn",
    "bản",
)
_LEVEL = re.compile(rf"{alternation(_LEVELS)}\s+")
_EDGES = " -–—*|•"
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")


@dataclass(frozen=True, slots=True)
class Headline:
    """The title as a reader says it, where its parts stand, and the paper named at its end."""

    title: str
    spans: tuple[Span, ...]
    paper: str | None = None


def headline(lines: Sequence[Line], given: Line | None = None) -> tuple[Headline | None, tuple[Line, ...]]:
    """The headline of a page of `lines`, and the lines without it and its repeats. `given`: what its metadata says.

    >>> from reportgen.parse.lines import lines
    >>> page = lines("Huyện Tân Hồng\\n\\nĐổi mới sinh hoạt\\n\\n" + "Huyện ủy giao việc cho từng chi bộ. " * 9)
    >>> headline(page)[0].title
    'Huyện Tân Hồng: Đổi mới sinh hoạt'
    """
    above = _above_story(lines)
    parts = [given] if given else _parts(above) if above else _repeated(lines)
    if not parts:
        return None, tuple(lines)
    paper, end = headline_suffix(parts[-1].words)
    parts[-1] = line_at(parts[-1].words, Span(0, end), parts[-1].span.start)
    words = [" ".join(_EMPTY.sub(" ", part.words).split()).strip(_EDGES) for part in parts]
    title = words[0] if len(words) == 1 else f"{words[0].rstrip(': ')}: {words[1]}"
    said = {_bare(fold(w)) for w in (*words, title)}
    rest = tuple(line for line in lines if _bare(line.folded) not in said)
    return Headline(title, tuple(part.span for part in parts), paper), rest


def _bare(words: str) -> str:
    """Letters and figures alone: repeats of a headline differ in quotation marks and empty brackets."""
    return "".join(c for c in words if c.isalnum())


def _above_story(lines: Sequence[Line]) -> list[Line]:
    """The lines that can be a headline, up to the first line of the story."""
    found: list[Line] = []
    for line in lines:
        if _is_story(line):
            return found
        if line.count <= _LONGEST and not credited(line):
            found.append(line)
    if len(lines) < 2:
        return []  # without anything below it, a line is the story itself
    return found if len(found) < len(lines) else found[:1]


def _is_story(line: Line) -> bool:
    if line.count >= _STORY or (line.stopped and line.count >= 20 and not line.words.endswith("?")):
        return True
    return (line.words.endswith(".") and not line.words.endswith("..")) or (opening_mark(line.words)[1] > 2)


def _parts(above: Sequence[Line]) -> list[Line]:
    """Kicker and title, or the title alone, out of the lines above the story."""
    named = [line for line in above if byline_line(line) is None or _is_place(line)] or list(above)
    first = named[0]
    if len(named) > 1 and (first.words.rstrip().endswith(":") or _is_place(first)):
        return [first, named[1]]
    return [first]


def _is_place(line: Line) -> bool:
    """True for the bare name of a place: "Thành phố Cẩm Phả", "HUYỆN CHI LĂNG", "Mường Lát"."""
    level = _LEVEL.match(line.folded)
    name = line.words[level.end() :] if level else line.words
    words = name.split()
    most = 5 if level else 3
    return 1 <= len(words) <= most and all(w[0] in UPPER or w in ("-", "–") for w in words) and not line.stopped


def _repeated(lines: Sequence[Line]) -> list[Line]:
    """The short line that the page prints more than once near its beginning: its headline, below a lead."""
    counts = Counter(line.folded for line in lines[:12] if 4 <= line.count <= _LONGEST and not line.stopped)
    return [line for line in lines if counts[line.folded] > 1 and byline_line(line) is None][:1]
