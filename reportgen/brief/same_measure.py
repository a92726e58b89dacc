"""When two measures are one act told twice.

The words need not be the same, but nothing may speak against it: each figure and name of the one stands in the other, the
actors do not differ, neither turns the other round ("chưa", "thu hồi"). What is left, without the words for who acts, must
be much the same: the more, the fewer figures and names there are to hold on to. Where both are told of one event, less is enough
(`near`), and one may say more than the other of when and by whom.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from reportgen.brief.amounts import rounds
from reportgen.brief.stories import Near
from reportgen.brief.wording import BODIES, POSTS, Wording, wording
from reportgen.model import Measure

_ENOUGH = ((2, 5, 0.45), (1, 6, 0.65), (0, 12, 0.8))
"""Figures that both have, content words that the shorter needs, and how much of it must stand in the other."""

_NAMES = (2, 7, 0.7)
"""The same for syllables of names, beside those of the unit and of who acts."""

_LIKE = 0.8
"""So alike in length, two wordings must have the same turning words."""

_LEAST = 0.3
"""With less in common, whatever it is, two wordings are not looked at."""

_WORDS, _HELD = 5, 0.7
"""Within one event: content words that the shorter needs beside names and posts, and how many of them must stand in the other, where
both have a figure or a name in common."""

_SHORT, _HELD_CLOSE = 8, 0.85
"""How many, where they are so few, or told in one article, which may go on with what follows from an act."""

_COUNTED = 0.55
"""How many in two articles that count the same things ("7 mẫu nước")."""

_PAIRS = (7, 0.85)
"""The same for pairs of neighbours, where they have nothing of that in common."""


def same_measure(a: Measure, b: Measure, near: Near) -> bool:
    """True where `a` and `b`, of one unit, are the same act. Beside each other only equal words are."""
    if a.status != b.status:
        return False
    one, other = wording(a.text), wording(b.text)
    if one.content == other.content:
        return True
    if len(one.words & other.words) < _LEAST * min(len(one.words), len(other.words)):
        return False
    actors = _actor(a) | _actor(b) | _unit(a)
    if near in ("sentence", "beside") or not _same_actor(a, b) or _others(one, other, actors):
        return False
    shorter, longer = sorted(([w for w in x.content if w not in actors] for x in (one, other)), key=len)
    less, more = (one, other) if len(one.content) <= len(other.content) else (other, one)
    if _turned(less, more) or (len(shorter) > _LIKE * len(longer) and less.turning != more.turning):
        return False
    names = (one.names & other.names) - actors
    if (
        near != "article"
        and _agree(one, other)
        and _enough(shorter, longer, len(one.anchors & other.anchors), len(names))
    ):
        return True
    return (
        near != "apart"
        and (_consistent(one, other) or _of_one_count(one, other, near))
        and _enough_of_one_event(shorter, longer, one, other, near)
    )


def _enough(shorter: list[str], longer: list[str], figures: int, names: int) -> bool:
    much = _within(shorter, longer)
    if names >= _NAMES[0] and len(shorter) >= _NAMES[1] and much >= _NAMES[2]:
        return True
    return any(figures >= n and len(shorter) >= words and much >= share for n, words, share in _ENOUGH)


def _enough_of_one_event(shorter: list[str], longer: list[str], one: Wording, other: Wording, near: Near) -> bool:
    said = {w for w in shorter if w not in one.names | other.names | POSTS}
    held = one.anchors & other.anchors or (one.names & other.names & set(shorter)) - POSTS - BODIES
    least = _COUNTED if near == "event" and one.counts & other.counts else _HELD if held else 1
    if near == "article" or len(said) < _SHORT:
        least = max(least, _HELD_CLOSE)
    if len(said) >= _WORDS and least < 1 and len(said & set(longer)) >= least * len(said):
        return True
    return len(shorter) >= _PAIRS[0] and _within(shorter, longer) >= _PAIRS[1]


def _within(shorter: list[str], longer: list[str]) -> float:
    """How many of the pairs of neighbours in `shorter` are pairs of `longer`, from 0 to 1."""
    pairs = set(pairwise(shorter))
    return len(pairs & set(pairwise(longer))) / len(pairs) if pairs else 0.0


def _agree(a: Wording, b: Wording) -> bool:
    """True where each figure of one wording, and each name of one, stands in the other."""
    figures = a.figures <= b.figures or b.figures <= a.figures
    names = a.names <= b.words or b.names <= a.words
    return figures and names


def _others(a: Wording, b: Wording, actors: frozenset[str]) -> bool:
    """True where both name people, and not the same ones."""
    mine, theirs = a.persons - actors, b.persons - actors
    return bool(mine and theirs) and mine != theirs


def _consistent(a: Wording, b: Wording) -> bool:
    """True where figures and days of one do not contradict those of the other; a rounded figure ("60", "60,6") does not."""
    days = a.days <= b.days or b.days <= a.days
    return days and (_covers(a.figures - a.days, b.figures) or _covers(b.figures - b.days, a.figures))


def _of_one_count(a: Wording, b: Wording, near: Near) -> bool:
    """True where two articles of one event count several same things, whatever else each of them counts."""
    return near == "event" and len(a.counts & b.counts) > 1 and (a.days <= b.days or b.days <= a.days)


def _covers(figures: frozenset[str], others: frozenset[str]) -> bool:
    return figures <= others or all(f in others or any(rounds(_value(f), _value(o)) for o in others) for f in figures)


def _value(figure: str) -> Decimal:
    return Decimal(figure.replace(",", "."))


def _turned(less: Wording, more: Wording) -> bool:
    """True where a turning word stands in one wording alone, and turns what both say: "giao đất", "chưa giao đất"."""
    if not less.turning <= more.turning:
        return True
    both = less.words
    return any(word in more.turning - less.turning and after in both for word, after in pairwise(more.content))


def _same_actor(a: Measure, b: Measure) -> bool:
    """True where one actor's words hold the other's, or one is not named; the unit itself ("thị xã") is as good as none."""
    one, other = _actor(a) - _unit(a), _actor(b) - _unit(a)
    return one <= other or other <= one


def _actor(measure: Measure) -> frozenset[str]:
    return wording(measure.actor or "").words


def _unit(measure: Measure) -> frozenset[str]:
    return wording(measure.locality.full).words if measure.locality else frozenset()
