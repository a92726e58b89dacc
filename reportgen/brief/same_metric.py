"""When two figures are one figure told twice.

Value, unit, bound and direction agree, and whose it is; the words for what is counted are the same, or the value is so
particular (187, 38.719, 23,5) that chance is ruled out and the words, or the sentences, are much alike. A period that only one of
them names is no difference then.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reportgen.brief.standing import core
from reportgen.brief.wording import wording
from reportgen.model import Metric
from reportgen.vietnamese.fold import fold

_PARTICULAR = 3
"""So many digits that are not zeros at the end."""

_WORDS = 2
"""Content words that the shorter of two indicators needs."""

_ALIKE = 0.65
"""How much of the shorter of two wordings must stand in the other for them to be alike."""

_INDICATOR, _SENTENCE = 4, 8
"""Content words that the shorter needs for that, as an indicator and as a sentence."""


def same_metric(a: Metric, b: Metric, sentences: tuple[str, str] | None) -> bool:
    """True where `a` and `b` are the same figure; `sentences` are those that tell them, None where it is one article's.

    Two figures of one article are the same only where they agree in everything.
    """
    if _shape(a) != _shape(b):
        return False
    words = [core(m.indicator or "") for m in (a, b)]
    if words[0] == words[1] and a.period == b.period:
        return True
    if sentences is None or not is_particular(a.value) or (a.period and b.period and a.period != b.period):
        return False
    less, more = sorted((wording(w).content for w in words), key=len)
    if wording(words[0]).turning != wording(words[1]).turning:
        return False
    if len(less) >= _WORDS and set(less) <= set(more):
        return True
    return _alike(words[0], words[1], _INDICATOR) or _alike(*sentences, _SENTENCE)


def _alike(a: str, b: str, enough: int) -> bool:
    less, more = sorted((set(wording(x).content) for x in (a, b)), key=len)
    return len(less) >= enough and len(less & more) >= _ALIKE * len(less)


def _shape(m: Metric) -> tuple[object, ...]:
    where = m.locality.full if m.locality else None
    return m.value, m.to, m.of, m.bound, m.change, m.target, m.baseline, where, fold(m.unit or "")


def is_particular(value: Decimal) -> bool:
    """True where two counts hardly agree by chance.

    >>> [is_particular(Decimal(v)) for v in ("187", "23.5", "4100000000.0", "38719", "90")]
    [True, True, False, True, False]
    """
    return len(format(value.normalize(), "f").replace(".", "").strip("0")) >= _PARTICULAR


def fuller(told: Iterable[Metric]) -> Metric:
    """The first of those that say most: the period, then what is counted in the fewest words."""
    return min(told, key=lambda m: (m.period is None, len(m.indicator or "")))
