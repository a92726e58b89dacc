"""Series: figures of one indicator over two or more periods, where their course is believable.

What a table of standing indicators does not name must be told side by side in one sentence ("năm 2019 kết nạp 120 đảng viên, năm
2020 kết nạp 131 đảng viên"): two articles that use the same words in two years need not mean the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.brief.evidence import sentence_of
from reportgen.brief.merge import Merged
from reportgen.brief.standing import is_standing
from reportgen.model import Metric

_STEP = Decimal(30)
"""Percentage points that a share may move from one period to the next."""

_A_YEAR = Decimal(10)
"""Percentage points that it may move in a year, where no one sentence tells both figures."""

_TIMES = Decimal(5)
"""How many times larger or smaller a count or sum may be in the next period."""


def course(entries: Sequence[Merged[Metric]]) -> list[list[Merged[Metric]]]:
    """The courses among figures of one indicator, unit and scope, one figure a period; each in time order."""
    by_length: dict[tuple[int, ...], list[Merged[Metric]]] = defaultdict(list)
    for entry in entries:
        by_length[length(entry[0].period or "")].append(entry)
    found = []
    for points in by_length.values():
        points.sort(key=lambda entry: entry[0].period or "")
        if len(points) > 1 and (is_standing(points[0][0]) or _side_by_side(points)) and _believable(points):
            found.append(points)
    return found


def length(period: str) -> tuple[int, ...]:
    """How long an EDTF period is, comparable with others: years, or months where it lies in one year.

    >>> length("2021"), length("2021-06"), length("2021-01/2021-06"), length("2015/2020")
    ((0, 12), (0, 1), (0, 6), (5, 0))
    """
    start, _, end = period.partition("/")
    if not end:
        return (0, 12) if len(start) == 4 else (0, 1) if len(start) == 7 else (0, 0)
    if len(start) == len(end) == 4:
        return int(end) - int(start), 0
    if len(start) == len(end) == 7:
        return 0, (int(end[:4]) - int(start[:4])) * 12 + int(end[5:]) - int(start[5:]) + 1
    return -1, len(period)


def _side_by_side(points: Sequence[Merged[Metric]]) -> bool:
    """True where one sentence tells them all."""
    sentences = [{(e.article.source.path, sentence_of(e.article, span)[0]) for e, span in told} for _, told in points]
    return bool(set.intersection(*sentences))


def _believable(points: Sequence[Merged[Metric]]) -> bool:
    """False where a figure leaps: then one of the two is of something else, or was read wrongly."""
    for first, second in pairwise(points):
        a, b = first[0], second[0]
        if (a.unit or "") in {"%", "‰"}:
            years = max(1, int((b.period or "0")[:4]) - int((a.period or "0")[:4]))
            step = _STEP if _side_by_side([first, second]) else min(_STEP, _A_YEAR * years)
            if abs(a.value - b.value) > step:
                return False
        elif not min(a.value, b.value) or max(a.value, b.value) / min(a.value, b.value) > _TIMES:
            return False
    return True
