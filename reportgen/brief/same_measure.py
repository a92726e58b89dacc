"""When two measures are one act told twice.

The words need not be the same, but nothing may speak against it: each figure and name of the one stands in the other, the
actors do not differ, neither turns the other round ("chưa", "thu hồi"). What is left, without the words for who acts, must
be much the same: the more, the fewer figures and names there are to hold on to.
"""

from __future__ import annotations

from itertools import pairwise

from reportgen.brief.wording import Wording, wording
from reportgen.model import Measure

_ENOUGH = ((2, 5, 0.45), (1, 6, 0.65), (0, 12, 0.8))
"""Figures that both have, content words that the shorter needs, and how much of it must stand in the other."""

_NAMES = (2, 7, 0.7)
"""The same for syllables of names, beside those of the unit and of who acts."""

_LIKE = 0.8
"""So alike in length, two wordings must have the same turning words."""


def same_measure(a: Measure, b: Measure, *, one_article: bool) -> bool:
    """True where `a` and `b`, of one unit, are the same act. Within one article only equal words are."""
    if a.status != b.status:
        return False
    one, other = wording(a.text), wording(b.text)
    if one.content == other.content:
        return True
    if one_article or not _agree(one, other) or not _same_actor(a, b):
        return False
    actors = _actor(a) | _actor(b) | _unit(a)
    shorter, longer = sorted(([w for w in x.content if w not in actors] for x in (one, other)), key=len)
    less, more = (one, other) if len(one.content) <= len(other.content) else (other, one)
    if not less.turning <= more.turning or (len(shorter) > _LIKE * len(longer) and less.turning != more.turning):
        return False
    much = _within(shorter, longer)
    figures, names = len(one.anchors & other.anchors), len((one.names & other.names) - actors)
    if names >= _NAMES[0] and len(shorter) >= _NAMES[1] and much >= _NAMES[2]:
        return True
    return any(figures >= n and len(shorter) >= words and much >= share for n, words, share in _ENOUGH)


def _within(shorter: list[str], longer: list[str]) -> float:
    """How many of the pairs of neighbours in `shorter` are pairs of `longer`, from 0 to 1."""
    pairs = set(pairwise(shorter))
    return len(pairs & set(pairwise(longer))) / len(pairs) if pairs else 0.0


def _agree(a: Wording, b: Wording) -> bool:
    """True where each figure of one wording, and each name of one, stands in the other."""
    figures = a.figures <= b.figures or b.figures <= a.figures
    names = a.names <= set(b.content) or b.names <= set(a.content)
    return figures and names


def _same_actor(a: Measure, b: Measure) -> bool:
    """True where one actor's words hold the other's, or one is not named; the unit itself ("thị xã") is as good as none."""
    one, other = _actor(a) - _unit(a), _actor(b) - _unit(a)
    return one <= other or other <= one


def _actor(measure: Measure) -> set[str]:
    return set(wording(measure.actor or "").content)


def _unit(measure: Measure) -> set[str]:
    return set(wording(measure.locality.full).content) if measure.locality else set()
