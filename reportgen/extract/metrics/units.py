"""Units: what a number counts or measures, taken from the words behind it.

unit    = measure , { "/" , per } | counted , [ "/" , per ] ;
counted = noun , [ "," , noun ] ;      the longest noun of the table, else the words up to where a noun phrase ends
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.errors import TableError
from reportgen.extract.metrics.phrases import VERBS
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.syllables import is_syllable
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "units.toml")


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the table: how a brief writes the unit, what it measures, and how many basic units of that one is."""

    name: str
    dimension: str
    factor: Decimal


def _measures() -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for row in _TABLE["measure"]:
        for word in row["words"]:
            if word in found:
                raise TableError(f"reportgen.extract.metrics/units.toml: {word!r} is a word of two measures")
            found[word] = Measure(row["name"], row["dimension"], Decimal(row["factor"]))
    return found


MEASURES = _measures()
"""The measures by the words that name them."""

_MEASURE = re.compile(rf"[ \u00a0]?(?P<unit>{alternation(MEASURES)})(?![\w²³]|[ ][²³])")
_PER = re.compile(rf"[ ]?/[ ]?(?:0?10{0, 5}[ ]?)?(?P<per>{alternation(_TABLE['per']['words'])})(?!\w)")
_COUNTED = re.compile(
    rf"[ \u00a0]?[“\"]?(?!{alternation(_TABLE['compounds']['words'])}(?!\w))(?P<unit>{alternation(_TABLE['counted']['words'])})(?!\w)"
)
_END = re.compile(rf"{alternation(_TABLE['ends']['words'])}(?!\w)")
_VERB = re.compile(rf"{VERBS}(?!\w)")
_SYLLABLE = re.compile(r"[ \u00a0](?P<word>[^\W\d_]+)")
_MORE = re.compile(
    rf",[ ](?!{alternation(_TABLE['compounds']['words'])}(?!\w))(?P<unit>{alternation(_TABLE['counted']['words'])})(?!\w)"
)
_MOST = 3
"""Syllables of a noun that is not in the table."""


@dataclass(frozen=True, slots=True)
class UnitWords:
    """A unit and where its words end. `kind` bare: there are none, and the figure stands only if it is money."""

    name: str | None
    end: int
    kind: Literal["measure", "counted", "other", "bare"]
    dimension: str | None = None


def read_unit(string: str, folded: str, at: int, end: int, *, scaled: int) -> UnitWords:
    """The unit that starts at `at`, bare where what follows is none. `scaled`: what words multiplied the number by.

    >>> read_unit("x 19 công chức, cán bộ đạt chuẩn", "x 19 công chức, cán bộ đạt chuẩn", 4, 32, scaled=1).name
    'công chức, cán bộ'
    >>> read_unit("56 triệu đồng/người/năm", "56 triệu đồng/người/năm", 8, 23, scaled=10**6).name
    'đồng/người/năm'
    """
    measure = _MEASURE.match(folded, at, end)
    counted = _COUNTED.match(folded, at, end)
    if counted and not measure and folded[at] not in " \u00a0" and counted.end() - at < 3:
        counted = None  # a letter glued to a number: "30a"
    if measure and not (counted and counted.end() > measure.end()):  # "6 đồng chí" are no money
        return _measured(folded, measure, end)
    if counted:
        return _noun(string, folded, counted, end)
    per = _PER.match(folded, at, end)
    if scaled >= 10**6 and per:
        return UnitWords(f"đồng/{per['per']}", per.end(), "measure", "money")  # "3,5 tỷ/công trình"
    if scaled >= 10**9:
        return UnitWords("đồng", at, "measure", "money")  # "24 tỉ"
    return _unknown(string, folded, at, end) or UnitWords(None, at, "bare")


def _noun(string: str, folded: str, counted: re.Match[str], end: int) -> UnitWords:
    stop = counted.end()
    at = stop
    while (more := _MORE.match(folded, at, end)) and string[more.start("unit")].islower() and " " in more["unit"]:
        at = more.end()
    if at > stop and not re.match(r"[ ]?\d", folded[at : at + 2]) and _one_noun(folded, at, end):
        stop = at
    per = _PER.match(folded, stop, end)
    name = string[counted.start("unit") : stop]
    if per:
        name, stop = f"{name}/{per['per']}", per.end()
    return UnitWords(" ".join(name.split()), stop, "counted")


def _unknown(string: str, folded: str, at: int, end: int) -> UnitWords | None:
    """A noun that is not in the table: up to three syllables before a word that ends a noun phrase. A capital may open it
    ("08 Phó trưởng ban") where a small letter follows; two are a name."""
    words: list[str] = []
    stop = at
    while len(words) < _MOST and (m := _SYLLABLE.match(folded, stop, end)):
        word = string[m.start("word") : m.end("word")]
        if _END.match(folded, m.start("word")) or (words and (word.isupper() or _VERB.match(folded, m.start("word")))):
            break
        if word[0].isupper() and not word.isupper() and (words or not _small(string, m.end("word"))):
            break
        words.append(word)
        stop = m.end("word")
    if not words or (len(words) == 1 and not is_syllable(words[0]) and not words[0].isupper()):
        return None
    return UnitWords(" ".join(words), stop, "other")


def _small(string: str, at: int) -> bool:
    """True where a word in small letters follows."""
    return re.match(r"[ ][^\W\d_]", string[at : at + 2]) is not None and string[at + 1].islower()


def _one_noun(folded: str, at: int, end: int) -> bool:
    """True where the two nouns are one unit: what follows is a verb or the end of the clause, no further noun."""
    return at >= end or (folded[at] in " ." and not re.match(r"[ ](?:và|cùng)", folded[at : at + 5]))


def _measured(folded: str, m: re.Match[str], end: int) -> UnitWords:
    measure, stop = MEASURES[" ".join(m["unit"].split())], m.end()
    name = measure.name
    while per := _PER.match(folded, stop, end):
        name, stop = f"{name}/{per['per']}", per.end()
    return UnitWords(name, stop, "measure", measure.dimension)
