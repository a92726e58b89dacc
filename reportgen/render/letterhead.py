"""The words round a brief in official layouts: heading block, title, signature, recipients; open places are marked.

Party: Hướng dẫn 05-HD/VPTW; State: Nghị định 30/2020/NĐ-CP, Phụ lục I.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from reportgen.render.escape import plain
from reportgen.render.office import Layout


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a line; `open` where a setting is missing and a person fills them in."""

    words: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Every line of the heading block and of the signature block, in the order in which they are read."""

    parent: Words
    organisation: Words
    national: str
    motto: str  # empty in Party documents
    number: Words
    place_and_date: Words
    kind: str
    title: str  # {} is the unit
    authority: Words
    post: Words
    signer: Words
    recipients_head: str
    recipients: tuple[Words, ...]


def open_places(head: Letterhead | None) -> tuple[str, ...]:
    """The lines of `head` that are left open, as they are printed until a person fills them in."""
    if head is None:
        return ()
    lines = (*(getattr(head, field.name) for field in fields(head)), *head.recipients)
    return tuple(line.words for line in lines if isinstance(line, Words) and line.open)


def letterhead(layout: Layout, labels: Mapping[str, Any]) -> Letterhead | None:
    """The words round a brief, None in the plain layout, which has none."""
    if layout.name == "plain":
        return None
    office, words = layout.office, labels["office"]
    form = words[layout.name]
    empty = words["open"]

    def said(name: str) -> Words:
        value = plain(getattr(office, name))
        return Words(value) if value else Words(str(empty[name]), True)

    return Letterhead(
        parent=said("parent"),
        organisation=said("organisation"),
        national=str(form["national"]),
        motto=str(form["motto"]),
        number=_number(plain(office.number), str(form["number"]), str(empty["number"][layout.name])),
        place_and_date=_place_and_date(said("place"), office.date, str(words["date"])),
        kind=str(words["kind"]),
        title=str(form["title"]),
        authority=said("authority"),
        post=said("post"),
        signer=said("signer"),
        recipients_head=str(words["recipients"]),
        recipients=_recipients(tuple(map(plain, office.recipients))) or (Words(str(empty["recipients"]), True),),
    )


def _number(number: str, label: str, empty: str) -> Words:
    """The number line; what only follows the number ("-BC/HU") leaves the number itself open."""
    if re.match(r"\d", number):
        return Words(label.format(number))
    return Words(label.format("…" + (number or empty)), True)


def _place_and_date(place: Words, day: dt.date | None, label: str) -> Words:
    """Days under 10 and the months 1 and 2 are written with a 0."""
    parts = (
        ("…", "…", "…")
        if day is None
        else (f"{day.day:02d}", f"{day.month:02d}" if day.month < 3 else day.month, day.year)
    )
    return Words(label.format(place.words, *parts), place.open or day is None)


def _recipients(names: tuple[str, ...]) -> tuple[Words, ...]:
    """Each on a line of its own: "- …;", the last with a full stop."""
    ends = [";"] * (len(names) - 1) + ["."]
    return tuple(Words(f"- {name.rstrip('.;, ')}{end}") for name, end in zip(names, ends, strict=True)) if names else ()
