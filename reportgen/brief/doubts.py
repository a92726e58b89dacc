"""Doubts: figures that cannot be as they stand. They are flagged for the reader, never mended."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.model import Doubt, Metric
from reportgen.vietnamese.fold import fold

_SHARE = re.compile(r"^(?:tỷ|tỉ) (?:lệ|trọng)\b|^chiếm\b|^cơ cấu\b")
_OF_A_PLAN = re.compile(
    r"\b(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|mục tiêu|so với|cùng kỳ|tăng|định mức|công suất|thu hồi)\b"
)
_PER_HEAD = re.compile(r"\b(?:bình quân|đầu người)\b")
_INCOME = {"năm": (Decimal(10) ** 6, Decimal(10) ** 9), "tháng": (Decimal(10) ** 5, Decimal(10) ** 8)}
"""Income of one person: what lies outside is a slip of triệu, tỷ or nghìn."""


def doubt(metric: Metric) -> Doubt | None:
    """What cannot be right of `metric`, looked at alone; None where nothing speaks against it.

    Over 100 % is wrong for a share of something ("tỷ lệ hộ nghèo 105 %"), not for what was reached of a plan.
    """
    words = fold(metric.indicator or "")
    if metric.of is not None and metric.value > metric.of > 0 and not metric.change:
        return "part"
    if metric.unit == "%" and metric.value > 100 and not metric.change:
        return "share" if _SHARE.search(words) and not _OF_A_PLAN.search(words) else None
    unit = fold(metric.unit or "")
    if unit.startswith("đồng/người") and _PER_HEAD.search(words) and "thu nhập" in words and not metric.change:
        low, high = _INCOME["tháng" if unit.endswith("tháng") else "năm"]
        return None if low <= metric.value <= high else "scale"
    return None


def thousandfold(a: Metric, b: Metric) -> bool:
    """True where one sum is about a thousand times the other: triệu for tỷ, or the other way round."""
    if not (a.unit or "").startswith("đồng") or not a.value or not b.value:
        return False
    ratio = max(a.value, b.value) / min(a.value, b.value)
    return Decimal(500) <= ratio <= Decimal(2000)
