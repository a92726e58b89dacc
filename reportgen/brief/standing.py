"""Standing indicators: those that a unit has once a period, such as the share of poor households or the Party members admitted."""

from __future__ import annotations

import re

from reportgen.errors import TableError
from reportgen.model import Metric
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.brief", "standing.toml")
_AROUND = alternation(_TABLE["around"])
_YEAR = (
    r"(?:(?:trong|đến|hết|cuối|vào|của)[ ])*(?:năm|giai đoạn|quý [ivx]+|6 tháng đầu năm)[ ]\d{4}(?:[ ]?[-–/][ ]?\d{4})?"
)
_OUTSIDE = re.compile(rf"^(?:{_AROUND}|{_YEAR})[ ,]+|[ ,]+(?:{_AROUND}|{_YEAR})$")


def core(indicator: str) -> str:
    """`indicator` folded, without the words around it that say whose it is and when.

    >>> core("Tỉ lệ hộ nghèo của huyện năm 2021")
    'tỷ lệ hộ nghèo'
    """
    words = re.sub(r"\s+", " ", fold(indicator).replace("tỉ ", "tỷ ")).strip(" ,;:.")
    while (less := _OUTSIDE.sub("", words).strip(" ,")) != words:
        words = less
    return words


_KINDS = [(tuple(kind["units"]), frozenset(map(core, kind["names"]))) for kind in _TABLE["kinds"]]

if not all(names and units for units, names in _KINDS):
    raise TableError("reportgen.brief/standing.toml: a kind without units or names")


def is_standing(metric: Metric) -> bool:
    """True where the unit that `metric` speaks of can have only one such figure a period."""
    if not metric.indicator or not metric.unit:
        return False
    unit, words = fold(metric.unit), core(metric.indicator)
    return any(unit.startswith(units) and words in names for units, names in _KINDS)
