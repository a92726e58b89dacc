"""Support: whether the words and figures of a line stand in the sentences that it cites.

Each figure of a line must stand in one of the quoted sentences; a year, a day or the number of a document may stand elsewhere in a
cited article, since a period opens a report and holds for what follows. Each word must stand in a cited article, be a label of the
brief or belong to a unit's name.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Set
from decimal import Decimal

from reportgen.verify.values import values, written
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.tables import table

_NUMBERED = re.compile(r"^(?:Bảng|Biểu đồ|Table|Chart) \d+\.")
"""What counts the tables and charts of a brief, which is no figure."""

_MARK = re.compile(r"\[\d+\]")
_WORD = re.compile(r"[^\W\d_²³]+")
_DATED = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}[/-]\d{4}")
_LATEST = 2100
_BODIES = table("reportgen", "extract/directives/organs.toml")[
    "central"
].values()  # without loading the rules beside it
_WRITTEN_OUT = frozenset(
    word for name in ("trung ương tw ban chấp hành quyết định đồng ha", *_BODIES) for word in fold(name).split()
)
"""What a brief writes out where an article writes it short ("T.Ư", "BCH", "QĐ", "62.000 tỷ", "héc-ta"), and the names of central
bodies, which a document's symbol says ("…/QĐ-TTg" is the Thủ tướng Chính phủ's).
"""

_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")


def unsupported(
    line: str, quotes: Iterable[str], articles: Iterable[str], days: Iterable[dt.date], labels: Set[str]
) -> Iterator[str]:
    """What in `line` nothing speaks for: figures as they stand in it, and words. `days` are those of publication."""
    line = _NUMBERED.sub(" ", _MARK.sub(" ", line))
    articles = list(articles)
    told = frozenset[Decimal]().union(*map(values, quotes))
    around = frozenset[Decimal]().union(*map(values, articles), *map(_near, days))
    dates = [m.span() for m in _DATED.finditer(line)]
    for run, meant, at in _placed(line):
        dated = any(start <= at < end for start, end in dates) or any(_is_dated(v) for v in meant)
        if not meant & told and not (dated and meant & around):
            yield run
    known = set(labels | _WRITTEN_OUT).union(*(words(article) for article in articles))
    for word in dict.fromkeys(_WORD.findall(fold(line))):
        if word not in known and not (_ROMAN.fullmatch(word) and _roman(word) in around):
            yield word


def _placed(line: str) -> Iterator[tuple[str, frozenset[Decimal], int]]:
    at = 0
    for run, meant in written(line):
        at = line.index(run, at)
        yield run, meant, at
        at += len(run)


def _near(day: dt.date) -> frozenset[Decimal]:
    """What an article of `day` means by "tháng này", "năm ngoái", "cuối năm", "năm tới"."""
    return frozenset(map(Decimal, (day.day, day.month, 12, day.year - 1, day.year, day.year + 1)))


def _is_dated(value: Decimal) -> bool:
    """True for what can be a year, a day or a month, or stand in a document's symbol."""
    return value == value.to_integral_value() and (value <= 31 or 1900 <= value <= _LATEST)


def _roman(numeral: str) -> int:
    """The value of a Roman numeral up to 39, as congresses and terms have."""
    ones = {"i": 1, "v": 5, "x": 10}
    numbers = [ones[letter] for letter in numeral]
    return sum(n if n >= after else -n for n, after in zip(numbers, [*numbers[1:], 0], strict=True))


def words(text: str) -> Set[str]:
    """The words of `text`, folded."""
    return frozenset(_WORD.findall(fold(text)))
