"""Frames: what stands around the statement of a sentence and does not belong to it.

    sentence = [ speaker , report , ":" ] , { connective , [ "," ] } , statement ;

"Ông A, Bí thư Đảng ủy xã B, cho biết: Đồng thời, đảng ủy đã cử …" states "đảng ủy đã cử …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_ACTORS = table("reportgen.extract.measures", "actors.toml")
_ACTS = table("reportgen.extract.measures", "acts.toml")
_REPORT = re.compile(
    rf"(?<!\w)(?:{alternation(_ACTORS['says'])},[ “\"]*|{alternation(_ACTORS['reports'])}(?:[ ]?:[ “\"]*|[ ]rằng[:,]?[ ]))"
)
_CONNECTIVE = re.compile(rf"[“\"‘–\- ]*(?:{alternation(_ACTS['connectives'])}(?!\w)[ ]?[,:][ ]*)+")
_BARE_CONNECTIVE = re.compile(r"(?:đồng thời|theo đó|bên cạnh đó)(?!\w)[ ]+")
_FAR = 220
"""A report further from the start of its sentence than this is no frame."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement of a sentence. `reported` where a speaker tells it, `speaker` then holds the words before the colon."""

    span: Span
    reported: bool
    speaker: Span | None


def statement_of(folded: str, sentence: Span) -> Statement:
    """The sentence without its frames."""
    start, speaker = sentence.start, None
    m = _REPORT.search(folded, start, min(sentence.end, start + _FAR))
    if m and sentence.end - m.end() > 20 and not re.search(r"[;:]", folded[start : m.start()]):
        speaker, start = Span(start, m.start()), m.end()
    while True:
        c = _CONNECTIVE.match(folded, start, sentence.end) or _BARE_CONNECTIVE.match(folded, start, sentence.end)
        if not c or c.end() >= sentence.end:
            break
        start = c.end()
    while start < sentence.end and folded[start] in ' “"‘–-•*+':
        start += 1
    end = sentence.end
    while end > start and folded[end - 1] in ' ”"’':
        end -= 1
    if end - start < 8:
        return Statement(sentence, False, None)
    return Statement(Span(start, end), speaker is not None, speaker)
