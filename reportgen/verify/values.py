"""Values: the numbers in a text, however it writes them, to ask whether one text holds those of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.numbers import read_multiple, read_number, read_part, read_words

_RUN = re.compile(r"\d+(?:[.,]\d+)*")
_DOTTED = re.compile(r"(?<![\d.])(?:\d{1,2}\.)?\d{1,2}\.(?:19|20)\d\d(?!\d)")
_RANGE = re.compile(r"\d+(?:[.,]\d+)*\s*(?:-|–|đến|tới|hoặc)\s*(?=\d)")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_SCALES = {"million": 10**6, "billion": 10**9}
_ENGLISH_SCALE = re.compile(rf" ({'|'.join(_ENGLISH_SCALES)})(?!\w)")
"""A brief in English writes its sums so."""


def written(text: str) -> Iterator[tuple[str, frozenset[Decimal]]]:
    """Each number in digits in `text`, as it stands there, with the values that it can mean.

    "4.134" is 4134, in English 4.134; "56 triệu" or "56 million" is 56000000 or, its word apart, 56.

    >>> [(run, sorted(map(int, values))) for run, values in written("56 triệu đồng, 4.134 hộ")]
    [('56', [56, 56000000]), ('4.134', [4, 4134])]
    """
    folded = fold(text)
    for m in _RUN.finditer(folded):
        yield m[0], frozenset(_meant(folded, m))


def _meant(folded: str, m: re.Match[str]) -> Iterator[Decimal]:
    """The values of the run that `m` begins with."""
    plain = _digits(m)
    number = read_number(folded, m.start())
    if number is not None and number.span.end >= m.start() + len(plain):
        yield number.value
    scale = _ENGLISH_SCALE.match(folded, m.start() + len(plain))
    for group, point in ((".", ","), (",", ".")):
        value = plain.replace(group, "").replace(point, ".")
        if value.count(".") < 2:
            yield Decimal(value)
            if scale:
                yield Decimal(value) * _ENGLISH_SCALES[scale[1]]


def _digits(m: re.Match[str]) -> str:
    run = _RUN.match(m[0])
    return run[0] if run else ""


@lru_cache(maxsize=4096)
def values(text: str) -> frozenset[Decimal]:
    """Every value that `text` can mean, those written in words among them."""
    folded = fold(text)
    found = {value for _, meant in written(text) for value in meant}
    for m in _DOTTED.finditer(folded):
        found |= set(map(Decimal, m[0].split(".")))
    for m in _RANGE.finditer(folded):
        number = read_number(folded, m.end())
        if number is not None:
            found |= {value * number.scale for value in _meant(folded, m)}
    for m in _WORD.finditer(folded):
        for read in (read_words, read_part, read_multiple):
            if number := read(folded, m.start()):
                found |= {number.value, *([number.of] if number.of else [])}
    return frozenset(found)
