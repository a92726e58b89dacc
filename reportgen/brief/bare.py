"""Bare figures: those whose indicator does not say what they are of, so that a row of a table would say nothing, or the wrong thing."""

from __future__ import annotations

import re

from reportgen.brief.standing import is_standing
from reportgen.model import Metric
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_EMPTY = re.compile(rf"(?<!\w){alternation(table('reportgen.brief', 'bare.toml')['words'])}(?!\w)")


def is_bare(metric: Metric) -> bool:
    """True where the indicator adds nothing to the figure: none, the unit again ("ha: 120 ha"), or a word such as "số tiền"."""
    if is_standing(metric):
        return False
    said = " ".join(re.findall(r"[^\W\d]+", _EMPTY.sub(" ", fold(metric.indicator or ""))))
    return fold(metric.unit or "").startswith(said)
