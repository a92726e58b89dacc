"""When two figures are one figure told twice.

Value, unit, bound and direction agree, and whose it is; the words for what is counted are the same, or the value is so
particular (187, 38.719, 23,5) that chance is ruled out and the words, or the sentences, are much alike. A period that only one of
them names is no difference then. Where both are told of one event, in different paragraphs, the same value is hardly ever another
figure: the more particular it is, the less of the words need to agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.brief.amounts import amount, digits, rounds
from reportgen.brief.standing import core
from reportgen.brief.stories import Near
from reportgen.brief.wording import BODIES, POSTS, wording
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

_ARTICLE = {1: (0.75, 2, 0.7), 2: (0.5, 1, 0.5), 3: (0, 0, 0)}
"""Within one article, by the digits of a value: how much of the shorter indicator must stand in the other and how many words of it, or
how much of the shorter sentence. Shares are as one digit."""

_EVENT = {1: (0.5, 1, 0.4), 2: (0, 0, 0), 3: (0, 0, 0)}
"""The same in two articles of one event, for an amount that neither gives to something else beside it."""

_VERBATIM = 0.75
"""So much of the shorter sentence in the other, two articles of one event tell the figure in the same words."""

_FAR = 0.25
"""With less of the sentence and nothing of the indicator in common, one article tells the same amount of two things."""

_COMMON = Decimal(2)
"""Up to this a count says nothing."""


def same_metric(a: Metric, b: Metric, near: Near, sentences: tuple[str, str]) -> bool | None:
    """True where `a` and `b` are the same figure, False where they are not, None where nothing says so; `sentences` tell them.

    Beside each other figures are the same only where they agree in everything, and in one sentence they never are.
    """
    words = core(a.indicator or ""), core(b.indicator or "")
    equal = _shape(a) == _shape(b) and words[0] == words[1] and a.period == b.period
    if near == "sentence" or (near == "beside" and not (equal and _own_words(a))):
        return False
    if equal:
        return True
    if near == "event" and _told_alike(a, b, sentences):
        return True
    if (a.period and b.period and a.period != b.period) or (near != "event" and _others(a, b)):
        return False
    if wording(words[0]).turning != wording(words[1]).turning or not _agree(a, b):
        return False
    if a.value == b.value and a.unit == b.unit and is_particular(a.value) and _much_alike(words, sentences):
        return True
    return _same_amount(a, b, near, words, sentences)


def _told_alike(a: Metric, b: Metric, sentences: tuple[str, str]) -> bool:
    """True where two articles give one amount in the same words, whatever was read of period and direction."""
    same = a.target == b.target and a.value > _COMMON and amount(a) == amount(b)
    return same and _share(*sentences, _SENTENCE) >= _VERBATIM


def _agree(a: Metric, b: Metric) -> bool:
    """True where nothing that one says beside value and unit differs from what the other says; a bound or a baseline may be left out."""
    apart = ((a.bound, b.bound), (a.baseline, b.baseline), (a.of, b.of))
    return _hard(a) == _hard(b) and all(x is None or y is None or x == y for x, y in apart)


def _others(a: Metric, b: Metric) -> bool:
    """True where both name somebody or something, and not the same: "phạt ông Long", "phạt ông Phương"."""
    mine, theirs = (wording(m.indicator or "").names - POSTS - BODIES for m in (a, b))
    return bool(mine and theirs) and not mine & theirs


def _much_alike(words: tuple[str, str], sentences: tuple[str, str]) -> bool:
    less, more = sorted((wording(w).words for w in words), key=len)
    if len(less) >= _WORDS and less <= more:
        return True
    return _share(*words, _INDICATOR) >= _ALIKE or _share(*sentences, _SENTENCE) >= _ALIKE


def _same_amount(a: Metric, b: Metric, near: Near, words: tuple[str, str], sentences: tuple[str, str]) -> bool | None:
    (one, unit), (other, its) = amount(a), amount(b)
    if unit != its:
        return False
    if one != other:
        exact = near == "event" and unit != "%" and rounds(one, other)
        return exact and _share(*words, _WORDS) >= _ALIKE
    if unit == "%" and one == 100:  # "100% …, 100% …": all of many things
        return near != "apart" and _share(a.indicator or "", b.indicator or "", _INDICATOR) == 1
    told = min(digits(one), _PARTICULAR)
    if near == "apart" or (near == "article" and one <= _COMMON):
        return None if told > 1 and unit != "%" else False
    indicator, least, sentence = (
        _EVENT[told] if near == "event" and one > _COMMON else _ARTICLE[told if unit != "%" else 1]
    )
    alike, beside = _share(*words, least), _share(*sentences, _SENTENCE)
    if alike >= indicator or beside >= sentence:
        return True
    return None if told > 1 and unit != "%" and (alike or beside >= _FAR) else False


def _share(a: str, b: str, least: int) -> float:
    """How much of the shorter of two wordings stands in the other, 0 where it has fewer than `least` content words."""
    less, more = sorted((wording(x).words for x in (a, b)), key=len)
    return len(less & more) / len(less) if less and len(less) >= least else 0.0


def _shape(m: Metric) -> tuple[object, ...]:
    return m.value, m.bound, m.of, m.baseline, fold(m.unit or ""), _hard(m)


def _hard(m: Metric) -> tuple[object, ...]:
    return m.to, m.change, m.target, m.locality.full if m.locality else None


def is_particular(value: Decimal) -> bool:
    """True where two counts hardly agree by chance.

    >>> [is_particular(Decimal(v)) for v in ("187", "23.5", "4100000000.0", "38719", "90")]
    [True, True, False, True, False]
    """
    return digits(value) >= _PARTICULAR


def fuller(told: Sequence[Metric]) -> Metric:
    """The first of those that say most: the period, what is counted in words of its own, the value most exactly, in the fewest words.

    Where they do not agree on the period, it has none.
    """
    said = min(
        told,
        key=lambda m: (m.period is None, not _says(m), m.bound is None, -digits(m.value), len(m.indicator or "")),
    )
    return said if len({m.period for m in told} - {None}) < 2 else replace(said, period=None)


def _says(m: Metric) -> bool:
    return len(_own_words(m)) >= _WORDS


def _own_words(m: Metric) -> frozenset[str]:
    """The content words of the indicator that are not the unit's."""
    return wording(m.indicator or "").words - wording(m.unit or "").words
