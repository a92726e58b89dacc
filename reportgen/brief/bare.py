"""Bare figures: those whose indicator does not say what they are of, so that a row of a table would say nothing, or the wrong thing."""

from __future__ import annotations

import re

from reportgen.brief.standing import is_standing
from reportgen.model import Metric
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import starting
from reportgen.vietnamese.tables import table

_EMPTY = re.compile(rf"{starting(table('reportgen.brief', 'bare.toml')['words'])}(?!\w)")

_SHARE = 3
"""Syllables that a share's indicator has at least."""


def is_bare(metric: Metric) -> bool:
    """True where the indicator adds nothing to the figure: none, the unit again ("ha: 120 ha"), or a word such as "số tiền".

    "16/19 tiêu chí" says of what it is a part; a share needs more than the name of its whole ("xã: 60%"): what is it that these do?
    """
    if is_standing(metric) or (metric.of is not None and metric.indicator):
        return False
    said = re.findall(r"[^\W\d]+", _EMPTY.sub(" ", fold(metric.indicator or "")))
    if metric.unit in {"%", "‰"} and not metric.change and len(said) < _SHARE:
        return True
    return fold(metric.unit or "").startswith(" ".join(said))
