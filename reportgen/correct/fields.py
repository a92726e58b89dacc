"""The fields of a fact that a correction may set, and the values that they take."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import get_args

from reportgen.errors import CorrectionError
from reportgen.gazetteer import COMMUNE_LEVELS, gazetteer
from reportgen.model import THEMES, Bound, Change, FactKind, Place, Status, Unit

FIELDS: dict[FactKind, tuple[str, ...]] = {
    "measure": ("text", "theme", "actor", "status", "locality"),
    "metric": (
        *("value", "to", "of", "unit", "bound", "change", "target", "indicator", "period", "baseline"),
        "locality",
    ),
    "directive": (
        *("type", "number", "symbol", "date", "issuer", "body", "term", "about", "issued_here"),
        "locality",
    ),
}

_CHOICES = {"theme": THEMES, "status": get_args(Status), "bound": get_args(Bound), "change": get_args(Change)}
_NUMBERS = {"value", "to", "of"}
_FLAGS = {"target", "issued_here"}
_FIXED = {"text", "theme", "status", "value", "type", "target", "issued_here"}
"""What a fact must have: it cannot be emptied."""

_SHAPES = {
    "period": re.compile(r"\d{4}(?:-\d{2}){0,2}(?:/(?:\.\.|\d{4}(?:-\d{2}){0,2}))?|\.\./\d{4}(?:-\d{2}){0,2}"),
    "date": re.compile(r"\d{4}(?:-\d{2}){0,2}|--\d{2}-\d{2}"),
}
_LEVELS = ("thành phố", "tỉnh", "huyện", "quận", "thị xã", *sorted(COMMUNE_LEVELS, key=len, reverse=True))


def checked(kind: FactKind, name: str, value: object) -> tuple[str, object]:
    """The field with its value as the facts have it; an empty text is None. CorrectionError where a fact has no such."""
    if name not in FIELDS[kind]:
        raise CorrectionError(f"a {kind} has no {name!r}; it has {', '.join(FIELDS[kind])}")
    if value == "" and name not in _FIXED:
        return name, None
    if name in _FLAGS:
        if not isinstance(value, bool):
            raise CorrectionError(f"{name} is true or false")
        return name, value
    if name in _NUMBERS:
        return name, _number(name, value)
    if not isinstance(value, str) or not value.strip():
        raise CorrectionError(f"{name} is a text in quotation marks")
    value = value.strip()
    if name in _CHOICES and value not in _CHOICES[name]:
        raise CorrectionError(f"{name} is {value!r}; choose from {', '.join(_CHOICES[name])}")
    if name in _SHAPES and not _SHAPES[name].fullmatch(value):
        raise CorrectionError(f"{name} is {value!r}; write it as 2021, 2021-03 or 2021-03-13")
    return name, unit(value) if name == "locality" else value


def _number(name: str, value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise CorrectionError(f"{name} is a number, as 187 or 1.5")
    try:
        number = Decimal(str(value))
    except InvalidOperation as e:
        raise CorrectionError(f"{name} is {value!r}, no number; write it as 187 or 1.5") from e
    if not number.is_finite():
        raise CorrectionError(f"{name} is {value!r}, no number; write it as 187 or 1.5")
    return number


def unit(path: str) -> Unit:
    """The unit "tỉnh Sơn La > huyện Vân Hồ", with its code where the gazetteer knows it."""
    places = []
    for step in (part.strip() for part in path.split(">")):
        level = next((level for level in _LEVELS if step.startswith(f"{level} ")), None) or step.split(" ")[0]
        name = step[len(level) :].strip()
        if not name:
            raise CorrectionError(
                f'locality is {path!r}; write it from the province down: "tỉnh Sơn La > huyện Vân Hồ"'
            )
        places.append(Place(level, name))
    made = Unit(tuple(places))
    known = [gazetteer().unit(row) for row in gazetteer().find(made.name)]
    return next((u for u in known if u.path == made.path), made)
