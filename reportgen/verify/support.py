"""Support: whether the words and figures of a line stand in the sentences that it cites.

Each figure of a line must stand in one of the quoted sentences; a year, a day or a term may stand elsewhere in a cited article, since a
period opens a report and holds for what follows. Each word must stand in one of them, too, be a label of the brief or belong to a unit's
name; at the head of a line, where it says who acts, and with a capital letter, in a cited article.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Set
from decimal import Decimal
from functools import lru_cache

from reportgen.verify.values import values, written
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.tables import table

_NUMBERED = re.compile(r"^(?:Bảng|Biểu đồ|Table|Chart) \d+\.")
"""What counts the tables and charts of a brief, which is no figure."""

_MARK = re.compile(r"\[\d+\]")
_HEAD = 20
"""Words at the head of a line, or behind a mark, that may say who acts: "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, Trưởng đoàn …"."""

_WORD = re.compile(r"[^\W\d_²³]+")
_DATED = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}[/.-]\d{4}|(?<![\d/])(?:[12]?\d|3[01]|0\d)/(?:0?\d|1[0-2])(?![\d/])"
    r"|(?<!\w)(?:năm|tháng|ngày|quý|q|thứ|khóa|first) ?\d+"
    r"|\d+(?= (?:tháng|months|january|february|march|april|may|june|july|august|september|october|november|december)(?!\w))"
    r"|(?<!\d)(?:19|20)\d\d(?![\d.,]*\d)"
)
"""What is a date, a part of the year or a term, in a line that is folded."""

_BODIES = table("reportgen", "extract/directives/organs.toml")[
    "central"
].values()  # without loading the rules beside it
_CODES = table("reportgen", "extract/directives/laws.toml")["codes_in_short"].values()
_WRITTEN_OUT = frozenset(
    word
    for name in ("trung ương tw ban chấp hành quyết định đồng ha lần bộ luật", *_BODIES, *_CODES)
    for word in fold(name).split()
)
"""What a brief writes out where an article writes it short ("T.Ư", "BCH", "QĐ", "BLHS", "62.000 tỷ", "héc-ta", "gấp đôi"), and the
names of central bodies, which a document's symbol says ("…/QĐ-TTg" is the Thủ tướng Chính phủ's).
"""

_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")


def unsupported(
    line: str, quotes: Iterable[str], articles: Iterable[str], days: Iterable[dt.date], labels: Set[str]
) -> Iterator[str]:
    """What in `line` nothing speaks for: figures as they stand in it, and words. `days` are those of publication."""
    line = _NUMBERED.sub(" ", line)
    quotes, articles = list(quotes), list(articles)
    told = frozenset[Decimal]().union(*map(values, quotes))
    around = frozenset[Decimal]().union(*map(values, articles), *map(_near, days))
    bare = _MARK.sub(" ", line)
    dates = [m.span() for m in _DATED.finditer(fold(bare))]
    for run, meant, at in _placed(bare):
        dated = any(start <= at < end for start, end in dates)
        if not meant & told and not (dated and meant & around):
            yield run
    known = labels | _WRITTEN_OUT | frozenset().union(*map(words, quotes))
    elsewhere = frozenset().union(*map(words, articles))
    missing = []
    for piece in _MARK.split(line):
        spelt = _WORD.findall(piece)
        for place, (word, named) in enumerate((fold(w), w[:1].isupper()) for w in spelt):
            if word not in known and not ((place < _HEAD or named) and word in elsewhere):
                missing += [] if _ROMAN.fullmatch(word) and _roman(word) in around else [word]
    yield from dict.fromkeys(missing)


def _placed(line: str) -> Iterator[tuple[str, frozenset[Decimal], int]]:
    at = 0
    for run, meant in written(line):
        at = line.index(run, at)
        yield run, meant, at
        at += len(run)


def _near(day: dt.date) -> frozenset[Decimal]:
    """What an article of `day` means by "tháng này", "năm ngoái", "cuối năm", "năm tới"."""
    return frozenset(map(Decimal, (day.day, day.month, 12, day.year - 1, day.year, day.year + 1)))


def _roman(numeral: str) -> int:
    """The value of a Roman numeral up to 39, as congresses and terms have."""
    ones = {"i": 1, "v": 5, "x": 10}
    numbers = [ones[letter] for letter in numeral]
    return sum(n if n >= after else -n for n, after in zip(numbers, [*numbers[1:], 0], strict=True))


@lru_cache(maxsize=4096)
def words(text: str) -> Set[str]:
    """The words of `text`, folded."""
    return frozenset(_WORD.findall(fold(text)))
