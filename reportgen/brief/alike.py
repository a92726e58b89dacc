"""Alike: whether figures of two localities are of one thing, so that they may stand side by side without a guess."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable

from reportgen.brief.doubts import doubt
from reportgen.brief.series import length
from reportgen.brief.standing import core, is_standing
from reportgen.errors import TableError
from reportgen.model import Metric
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.brief", "alike.toml")
_CLOSED = re.compile(r"\d{4}(?:-\d{2}){0,2}(?:/\d{4}(?:-\d{2}){0,2})?")
_PLAN = 5
"""Years that plans run for."""

_LATE = 10
"""The month up to which a figure of the whole year is one of its plan."""

_OWN = re.compile(r"(?<!\w)của (?:toàn )?(?:huyện|tỉnh|xã|thành phố|thị xã|phường|quận|địa phương)(?!\w)")


def _first(groups: Iterable[list[str]], key: str) -> dict[str, str]:
    """For each word of a group the group's first; TableError where a word stands in two."""
    first: dict[str, str] = {}
    for words in groups:
        for word in dict.fromkeys(map(core, words)):
            if first.setdefault(word, core(words[0])) != core(words[0]):
                raise TableError(f"reportgen.brief/alike.toml: {word!r} stands in two groups of {key}")
    return first


_NAMES = _first(_TABLE["same"], "same")
_UNITS = _first(_TABLE["units"], "units")
_PER_HEAD, _OF_TWO = (frozenset(_TABLE[key]) for key in ("per_head", "own"))


@dataclasses.dataclass(frozen=True, slots=True)
class Kind:
    """What two figures have in common that may be compared. `unit` is how a chart of them names it."""

    name: str
    unit: str
    length: tuple[int, ...]  # of the period: three months' revenue is not a year's
    change: str | None  # rises stand beside rises from the same point
    baseline: str | None
    target: bool
    own: bool  # the unit's own sum, not what is raised on its ground


def kind(metric: Metric) -> Kind | None:
    """The kind of `metric`; None where it is no standing indicator of a closed period, or cannot be right.

    "Tổng mức đầu tư" of two places is of two projects: only what a unit has once a period is comparable (`standing.toml`). A rise
    of which nothing says from when is comparable with none.
    """
    if not metric.period or not _CLOSED.fullmatch(metric.period) or not is_standing(metric) or doubt(metric):
        return None
    if metric.change and not metric.baseline:
        return None
    name = core(metric.indicator or "")
    name = _NAMES.get(name, name)
    unit: str | None = fold(metric.unit or "")
    if name in _PER_HEAD:
        unit = _of_a_person(metric)
    if unit is None:
        return None
    return Kind(
        name,
        _UNITS.get(unit, unit),
        length(metric.period),
        metric.change,
        fold(metric.baseline) if metric.baseline else None,
        metric.target,
        name in _OF_TWO and _OWN.search(fold(metric.indicator or "")) is not None,
    )


def _of_a_person(metric: Metric) -> str | None:
    """The unit of a sum a head with its time, which a whole year as the period says too; None where nothing says it."""
    money, *of = fold(metric.unit or "").split("/")
    if not {"người", "năm", "tháng"}.issuperset(of):  # "đồng/hộ/năm"
        return None
    if "tháng" in of:
        unit = f"{money}/người/tháng"
    elif "năm" in of or re.fullmatch(r"\d{4}", metric.period or ""):
        unit = f"{money}/người/năm"
    else:
        return None
    return None if doubt(dataclasses.replace(metric, unit=unit)) else unit


def lies_ahead(metric: Metric, days: Iterable[dt.date], others: Iterable[dt.date]) -> bool:
    """True where the period was not over on any of `days`, those of publication: what is meant to be is no figure of today.

    A figure of a whole year that was told in its first months is one of its plan. Where no page says its day, the `others` that
    stand beside it and a plan's length are the bound.
    """
    if metric.target:
        return False
    told, year = list(days), max(map(int, re.findall(r"\d{4}", metric.period or "0000")))
    if not told:
        bounds = [day.year + _PLAN for day in others]
        return bool(bounds) and year > max(bounds)
    return all(year > day.year or (metric.period == str(day.year) and day.month <= _LATE) for day in told)
