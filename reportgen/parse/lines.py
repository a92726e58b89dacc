"""Lines of a page: what stands between line ends, with wrapped lines joined and lost line ends found again.

Three kinds of files come in: a line a paragraph (most); lines broken at a width; and texts whose line ends were lost
on the way, so that the end of one paragraph touches the beginning of the next ("trong vùng.Trước đây", "bước đầuSau").
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from reportgen.parse.glue import seams
from reportgen.text import Span
from reportgen.vietnamese.fold import fold

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_HEADING_MARK = re.compile(r"(?:#{1,6} +|> +)(?=[\w*])")
_LINK = re.compile(r"(?:xem (?:chi tiết|thêm|tiếp)|tin (?:liên quan|khác|mới)|chia sẻ)(?!\w)")
_OPEN_END = re.compile(
    r"(?<!\w)(?:của|do|tại|ngày|khóa)$|(?<!thiểu )(?<!dân )(?<!chỉ )số$"
)  # a name or a figure must follow
_FIELD = re.compile(r"[\w-]{2,20}\s?[:=](?:\s|$)")
_STOPS = tuple('.!?…:;”"’)»]')
_WIDTH = 130  # no line of a text that was broken at a width is longer
_LONG = 800  # a line so long that holds most of the text has lost its line ends


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it. `folded` has the same length as `words`."""

    span: Span
    words: str
    folded: str

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self.words.split())

    @property
    def stopped(self) -> bool:
        """True when it ends as a sentence does."""
        return self.words.rstrip("”\"'’)»] ").endswith((".", "!", "?", "…"))

    def cut(self, start: int, end: int) -> Line:
        """The part from `start` to `end`, counted in the line, without blanks around it."""
        return line_at(self.words, Span(start, end), self.span.start)


def line_at(string: str, span: Span, shift: int = 0) -> Line:
    """The line in `span` of `string`; its own span is `shift` further right."""
    words = span.of(string)
    start = span.start + len(words) - len(words.lstrip())
    words = words.strip()
    return Line(Span(start, start + len(words)).shift(shift), words, fold(words))


def lines(string: str) -> tuple[Line, ...]:
    """The lines of `string` that hold more than blanks.

    >>> [line.words for line in lines("Xã Tân An\\n\\nCán bộ xã họp bàn\\nviệc làm đường")]
    ['Xã Tân An', 'Cán bộ xã họp bàn\\nviệc làm đường']
    """
    found = [_trimmed(string, Span(m.start(), m.end())) for m in _LINE.finditer(string)]
    found = [span for span in found if span.start < span.end]
    joined = _joined(string, found)
    total = sum(map(len, joined))
    out: list[Line] = []
    for span in joined:
        if len(span) > _LONG and 2 * len(span) > total:
            cuts = [span.start, *(span.start + at for at in seams(span.of(string))), span.end]
            out += [line_at(string, Span(a, b)) for a, b in itertools.pairwise(cuts)]
        else:
            out.append(line_at(string, span))
    return tuple(line for line in out if line.words)


def _trimmed(string: str, span: Span) -> Span:
    words = span.of(string)
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    mark = _HEADING_MARK.match(string, start, end)
    return Span(mark.end() if mark else start, end)


def _joined(string: str, spans: list[Span]) -> list[Span]:
    """Lines that go on in the next one, joined: all of a paragraph where the text was broken at a width, else those
    that stop in mid-sentence, before a small letter ("… các nhiệm vụ / cần thực hiện trong quý II") or behind a word that
    cannot end one ("… của / Bộ Nội vụ")."""
    narrow = _broken_at_a_width(string, spans)
    out: list[Span] = []
    for span in spans:
        if out and _goes_on(string, out[-1], span, narrow):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return out


def _goes_on(string: str, before: Span, span: Span, narrow: bool) -> bool:
    if string.count("\n", before.end, span.start) != 1:
        return False
    last = before.of(string).rsplit("\n", 1)[-1]
    if (
        (string[span.start].islower() or (string[span.start].isalnum() and _OPEN_END.search(fold(last))))
        and len(last) <= _WIDTH
        and len(span) <= _WIDTH
        and not last.endswith(_STOPS)
        and not last.isupper()
        and not _FIELD.match(string, span.start, span.end)
        and not _LINK.match(string, span.start, span.end)
    ):
        return True
    return narrow and len(last) > 55 and not (last.endswith(_STOPS[:4]) and len(last) < 65)


def _broken_at_a_width(string: str, spans: list[Span]) -> bool:
    if len(spans) < 8 or max(map(len, spans)) > _WIDTH:
        return False
    small = sum(1 for span in spans if string[span.start].islower())
    return 4 * small > len(spans)
