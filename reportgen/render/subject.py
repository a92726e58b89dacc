"""What PDF and DOCX say of a page beside its Markdown: its title, its kind, the places it is about, its day, and how it lies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportgen.model import Brief, Comparison
from reportgen.render.markdown import compared_title, unit_title

Printed = Brief | Comparison
"""What there are pages of in all formats."""

_UPRIGHT = 2
"""Localities whose columns have room on an upright page."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about. `across` where it is wider than high; of localities side by side (`abreast`) the notes stand at the end."""

    title: str
    kind: str
    places: tuple[str, ...]
    day: dt.date | None
    across: bool = False
    abreast: int = 0


def subject(what: Printed, words: Mapping[str, Any]) -> Subject:
    """The subject of a brief or a comparison; `words` are the labels."""
    if isinstance(what, Brief):
        places = tuple(place.name for place in what.unit.path)
        return Subject(unit_title(what.unit), str(words["kind"]), places, what.until)
    places = tuple(dict.fromkeys(place.name for b in what.briefs for place in b.unit.path))
    kind = str(words["compare"]["kind"])
    return Subject(compared_title(what), kind, places, what.until, len(what.units) > _UPRIGHT, len(what.units))
