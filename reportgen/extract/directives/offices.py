"""Offices: ministries, departments of a province or district, and agencies.

office     = ( [ "Bộ trưởng" ] , "Bộ" | "Sở" | "Phòng" ) , department , [ place ] | head , agency , [ place ] ;
             Bộ Nội vụ | Sở NN&PTNT Hà Nội | Phòng Tư pháp huyện Chi Lăng | Cục Thuế tỉnh Sơn La | Tổng cục Hải quan
place      = [ level ] , name ;
"""

from __future__ import annotations

import re

from reportgen.gazetteer import gazetteer
from reportgen.text import Span
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.directives", "organs.toml")["offices"]
_HEADS = _TABLE["heads"]
_LEVEL_OF = {"bộ": "centre", "bộ trưởng bộ": "centre", "sở": "province", "phòng": "district"} | _HEADS

OFFICE = (
    rf"(?:bộ[ ]trưởng[ ]bộ|(?<!nội[ ])(?<!cán[ ])(?<!đảng[ ])(?<!chi[ ])(?<!toàn[ ])bộ|sở|phòng)(?=[ ][a-zđ])|"
    rf"{alternation(_HEADS)}(?=[ ][a-zđ])"
)
"""What an office's name begins with, in the folded text."""

_DEPARTMENT = re.compile(rf"{alternation(_TABLE['departments'])}(?![\w&])")
_AGENCY = re.compile(rf"{alternation(_TABLE['agencies'])}(?!\w)")
_CAPITALS = re.compile(
    rf"[{UPPER}][{LOWER}]+(?:[ ](?:[{UPPER}]?[{LOWER}]+))?(?:(?:, |[ ]và[ ])[{UPPER}][{LOWER}]+(?:[ ][{LOWER}]+)?)*"
)
_PLACE = re.compile(
    rf"""[ ](?:(?P<level>tỉnh|thành[ ]phố|TP\.?|huyện|quận|thị[ ]xã|H\.|Q\.)[ ]?)?
    (?P<name>(?:[{UPPER}][{LOWER}{UPPER}]*)(?:[ -][{UPPER}][{LOWER}]*){{0,3}}|\d{{1,2}}(?![\d/]|[.-]\d))""",
    re.VERBOSE,
)
_WRITTEN = {"TP": "thành phố", "TP.": "thành phố", "H.": "huyện", "Q.": "quận"}
_ALIASES = {"HCM": "Hồ Chí Minh"}


def read_office(string: str, folded: str, m: re.Match[str], end: int) -> tuple[Span, str, str, str | None] | None:
    """Where the office stands whose first words `m` matched as "office", its words, level and place; None where none does."""
    kind = m["office"]
    name = (_AGENCY if kind in _HEADS else _DEPARTMENT).match(folded, m.end() + 1, end)
    titled = string[m.start()].isupper() and kind not in _HEADS and kind != "phòng"
    if not name and titled:
        name = _CAPITALS.match(string, m.end() + 1, end)
    if not name or not (titled or string[name.start()].isupper()):
        return None
    words = f"{_called(kind)} {string[name.start()].upper()}{string[name.start() + 1 : name.end()]}"
    stop, level, where = name.end(), _LEVEL_OF[kind], None
    if level != "centre" or kind == "cục":
        place = _PLACE.match(string, stop, end)
        called = _known(place) if place else None
        if place and called:
            word = _WRITTEN.get(place["level"] or "", place["level"] or "")
            words, where = " ".join(filter(None, (words, word, called))), called
            stop = place.start("name") + len(called if place["name"].startswith(called) else place["name"])
            level = {"huyện": "district", "quận": "district", "thị xã": "district"}.get(word, "province")
        elif kind == "phòng":
            return None  # "Phòng Nội vụ" of which district, nobody says
    return Span(m.start(), stop), " ".join(words.split()), level, where


def _called(kind: str) -> str:
    return "Bộ trưởng Bộ" if kind == "bộ trưởng bộ" else kind.capitalize()


def _known(place: re.Match[str]) -> str | None:
    """The longest beginning of the name that is a unit's: with a level word any, without one a province's."""
    words = place["name"].split(" ")
    for n in range(len(words), 0, -1):
        name = " ".join(words[:n])
        name = _ALIASES.get(name, name)
        if (place["level"] and name.isdigit()) or gazetteer().find(name, None if place["level"] else "province"):
            return name
    return None
