"""Units: what a number counts or measures, taken from the words behind it.

unit    = percent | money | measure , { "/" , per } | counted ;
counted = noun , { "," , noun } ;      the longest noun of the table, else the words up to where a noun phrase ends
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "units.toml")
_MEASURES: dict[str, str] = _TABLE["measures"]
_MEASURE = re.compile(rf"[ \u00a0]?(?P<unit>{alternation(_MEASURES)})(?![\w²³])")
_PER = re.compile(rf"[ ]?/[ ]?(?:\d+[ ])?(?P<per>{alternation(_TABLE['per']['words'])})(?!\w)")
_COUNTED = re.compile(rf"[ \u00a0](?P<unit>{alternation(_TABLE['counted']['words'])})(?!\w)")
_END = re.compile(rf"{alternation(_TABLE['ends']['words'])}(?!\w)")
_SYLLABLE = re.compile(r"[ \u00a0](?P<word>[^\W\d_]+)")
_MORE = re.compile(rf",[ ](?P<unit>{alternation(_TABLE['counted']['words'])})(?!\w)")
_MOST = 4
"""Syllables of a noun that is not in the table."""


@dataclass(frozen=True, slots=True)
class UnitWords:
    """A unit and where its words end. `kind` bare: there are none, and the figure stands only if it is money."""

    name: str | None
    end: int
    kind: Literal["measure", "counted", "other", "bare"]


def read_unit(string: str, folded: str, at: int, end: int, *, scaled: int) -> UnitWords | None:
    """The unit that starts at `at`, None where what follows is none. `scaled`: what words multiplied the number by.

    >>> read_unit("x 19 công chức, cán bộ đạt chuẩn", "x 19 công chức, cán bộ đạt chuẩn", 4, 32, scaled=1).name
    'công chức, cán bộ'
    >>> read_unit("56 triệu đồng/người/năm", "56 triệu đồng/người/năm", 8, 23, scaled=10**6).name
    'đồng/người/năm'
    """
    measure = _MEASURE.match(folded, at, end)
    counted = _COUNTED.match(folded, at, end)
    if measure and not (counted and counted.end() > measure.end()):  # "6 đồng chí" are no money
        return _measured(folded, measure, end)
    if counted:
        stop = counted.end()
        more = _MORE.match(folded, stop, end)
        if (
            more
            and string[more.start("unit")].islower()
            and not re.match(r"[ ]?\d", folded[more.end() : more.end() + 2])
            and _one_noun(folded, more.end(), end)
        ):
            stop = more.end()
        per = _PER.match(folded, stop, end)
        name = string[counted.start("unit") : stop]
        if per:
            name, stop = f"{name}/{per['per']}", per.end()
        return UnitWords(" ".join(name.split()), stop, "counted")
    words: list[str] = []
    stop = at
    while len(words) < _MOST and (m := _SYLLABLE.match(folded, stop, end)):
        if _END.match(folded, m.start("word")):
            break
        if string[m.start("word")].isupper() and not string[m.start("word") : m.end("word")].isupper():
            break
        words.append(string[m.start("word") : m.end("word")])
        stop = m.end("word")
    if words:
        return UnitWords(" ".join(words), stop, "other")
    return UnitWords("đồng" if scaled >= 10**9 else None, at, "bare" if scaled < 10**9 else "measure")


def _one_noun(folded: str, at: int, end: int) -> bool:
    """True where the two nouns are one unit: what follows is a verb or the end of the clause, no further noun."""
    return at >= end or (folded[at] in " ." and not re.match(r"[ ](?:và|cùng)", folded[at : at + 5]))


def _measured(folded: str, m: re.Match[str], end: int) -> UnitWords:
    name, stop = _MEASURES[m["unit"]], m.end()
    while per := _PER.match(folded, stop, end):
        name, stop = f"{name}/{per['per']}", per.end()
    return UnitWords(name, stop, "measure")
