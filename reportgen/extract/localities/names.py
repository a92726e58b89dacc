"""Names of provinces and districts in a story, whatever stands before them; most are no places of it until something says so.

They are read once an article. A run of capitals is looked up only from a word on that some such name begins with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportgen.extract.localities.candidates import cuts
from reportgen.extract.localities.lexicon import FIRST, NAMED
from reportgen.gazetteer import Gazetteer, Row
from reportgen.gazetteer.key import key
from reportgen.text import Span


@dataclass(frozen=True, slots=True)
class Name:
    """Two or more words that `provinces` or `districts` bear, of any time. `within` is the headline or block where they stand."""

    span: Span
    within: Span
    provinces: tuple[Row, ...]
    districts: tuple[Row, ...]


def names(string: str, spans: Iterable[Span], units: Gazetteer) -> Iterator[Name]:
    """The names in `spans`, in order, of those that start together the longest first."""
    for span in spans:
        for word, second in pairwise(FIRST.finditer(string, span.start, span.end)):
            first = key(word[0])
            if first in units.openings and f"{first} {key(second[0])}" in units.openings:
                run = NAMED.match(string, word.start(), span.end)
                for end in cuts(string, Span(*run.span())) if run else ():
                    words = string[word.start() : end]
                    if " " not in words:
                        break
                    provinces, districts = units.find(words, "province"), units.find(words, "district")
                    if provinces or districts:
                        yield Name(Span(word.start(), end), span, provinces, districts)
