"""Amounts: the values of two figures of one story, whatever unit or precision each article tells them in."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from reportgen.model import Metric
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.brief", "amounts.toml")
_SCALE: dict[str, tuple[str, int]] = {unit: (base, factor) for unit, (base, factor) in _TABLE["scale"].items()}
_ALIKE = {word: group[0] for group in _TABLE["words"]["alike"] for word in group}
_NEAR = Decimal("0.02")
"""How much of a value rounding may take or add."""

_PLACES = 4
"""Digits to which a value may be rounded."""


def amount(metric: Metric) -> tuple[Decimal, str]:
    """The value of a figure in the smallest unit of its kind, and that unit, folded.

    >>> from reportgen.model import Metric
    >>> amount(Metric(None, Decimal("1.3"), None, None, "ha", None, None, False, None, None, None, None))
    (Decimal('13000.0'), 'm²')
    """
    unit = fold(metric.unit or "")
    base, factor = _SCALE.get(unit, (_ALIKE.get(unit, unit), 1))
    return metric.value * factor, base


def digits(value: Decimal) -> int:
    """How many digits a value is told with, zeros at its ends apart.

    >>> [digits(Decimal(v)) for v in ("187", "23.5", "4100000000.0", "100")]
    [3, 3, 2, 1]
    """
    return len(format(value.normalize(), "f").replace(".", "").strip("0"))


def rounds(a: Decimal, b: Decimal) -> bool:
    """True where one value is the other, rounded or cut ("hơn 60 tỷ" of 60,6 tỷ), and hardly differs from it.

    >>> D = Decimal
    >>> rounds(D("60"), D("60.6")), rounds(D("180"), D("179.5")), rounds(D("60"), D("61")), rounds(D("2"), D("2.05"))
    (True, True, False, False)
    """
    short, long = sorted((a, b), key=digits)
    if digits(short) == digits(long) or abs(short - long) > _NEAR * long:
        return False
    first = short.adjusted()
    for place in range(first - 1, first - _PLACES, -1):
        told = long.scaleb(-place)
        if short in {told.to_integral_value(rounding).scaleb(place) for rounding in (ROUND_DOWN, ROUND_HALF_UP)}:
            return True
    return False
