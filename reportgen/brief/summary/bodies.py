"""Bodies: whether the words for who acts name a body, and one of the place that the brief is of."""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.gazetteer import COMMUNE_LEVELS, Tier, gazetteer
from reportgen.model import Unit
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.brief.summary", "bodies.toml")
_ACTORS = table("reportgen.extract.measures", "actors.toml")
_NAMING = ("bodies", "joins", "determiners", "offices", "levels")
_WORDS = re.compile(rf"(?:{alternation(word for kind in _NAMING for word in _ACTORS[kind])}(?!\w)[ ,.-]*)+")
_HEADED = re.compile(rf"{alternation(_TABLE['heads'])}[ ][{UPPER}]\w*(?:[ ](?!của )[^\W\d_{UPPER}]+){{1,2}}")
_NAME = re.compile(rf"[{UPPER}\d][\w’'.-]*")
_LOST_LEVEL = re.compile(rf"{alternation(_ACTORS['levels'])}, [{UPPER}]")
_CENTRAL = re.compile(rf"{alternation([*_ACTORS['central'], *_TABLE['central']])}(?!\w)")
_INDEFINITE = re.compile(rf"{alternation(_TABLE['indefinite'])}(?!\w)(?! số)")
_CENTRE = re.compile(rf"(?<!\w){alternation(_TABLE['centre'])}(?!\w)")
_BARE = frozenset(_TABLE["bare"])
_TIERS: tuple[Tier, ...] = ("province", "district", "commune")
_SEVERAL = re.compile(r"(?<!\w)(?:các|mỗi|từng|nhiều|toàn|một số|những|hầu hết|tất cả)(?!\w)")
_LEVELS: dict[str, int] = {level: tier for tier, levels in enumerate(_TABLE["tiers"]) for level in levels}
_OF_LEVEL = re.compile(rf"(?<!\w)(?:ubnd|hđnd|đảng ủy|trong|toàn) (?P<level>{alternation(_LEVELS)})(?!\w)")
_LEVEL = re.compile(rf"(?<!\w){alternation(_LEVELS)}(?P<named>[ .]+[{UPPER}\d][\w’']*(?:[ ][{UPPER}\d][\w’']*)*)?")


def is_named(actor: str) -> bool:
    """True where every word belongs to the name of a body, an office or a place.

    >>> is_named("Phòng Nội vụ huyện Bình Sen"), is_named("Chủ tịch tỉnh gợi"), is_named("tiểu khu, Ban Thường vụ Huyện ủy")
    (True, False, False)
    """
    said = re.sub(r"\([^)]*\)", " ", actor)
    if _LOST_LEVEL.match(said):
        return False
    said = " ".join(
        _HEADED.sub(lambda m: m[0].title(), said).split()
    )  # "Phòng Nội vụ": a name goes on in small letters
    left, at = _WORDS.sub(lambda m: " " * len(m[0]), fold(said)), 0
    for word in said.split():
        if left[at : at + len(word)].strip(" ,.-") and not _NAME.match(word):
            return False
        at += len(word) + 1
    return True


@lru_cache(maxsize=4096)
def is_of(actor: str, unit: Unit) -> bool:
    """True where `actor` is a body of `unit`, of a unit above it, or one below it that is named; not of another, or of the centre.

    >>> from reportgen.model import Place
    >>> unit = Unit((Place("tỉnh", "An Hải"), Place("huyện", "Bình Sen")))
    >>> [is_of(a, unit) for a in ("Huyện ủy", "UBND xã Cam Lộc", "các xã", "UBND tỉnh An Hải")]
    [True, True, True, True]
    >>> [is_of(a, unit) for a in ("UBND xã", "Đoàn công tác", "UBND huyện Vân Hồ", "Thủ tướng", "Bí thư Thành ủy Hà Nội")]
    [False, False, False, False, False]
    """
    folded = fold(actor)
    if folded in _BARE or _INDEFINITE.match(folded) or _CENTRAL.match(folded) or _CENTRE.search(folded):
        return False
    here = _tier(unit)
    around, names = fold(unit.full), tuple(fold(place.name) for place in unit.path)
    for m in _LEVEL.finditer(actor[:1].lower() + actor[1:]):
        tier = _LEVELS[m[0][: m.start("named") - m.start() if m["named"] else None].lower()]
        if m["named"] is None:
            if tier > here and not _SEVERAL.search(folded):
                return False
        elif (
            tier <= min(here, 2) and _is_place(m["named"], tier) and not fold(m["named"]).strip(" .").startswith(names)
        ):
            return False
    return not any(province in folded and province not in around for province in _provinces())


@lru_cache(maxsize=4096)
def is_clear(statement: str, unit: Unit) -> bool:
    """True where no body of a lower level than `unit` stands in `statement` without its name ("do lãnh đạo UBND quận phụ trách")."""
    said = fold(statement)
    bare = (m for m in _OF_LEVEL.finditer(said) if not statement[m.end() : m.end() + 2].strip()[:1].isupper())
    return all(_LEVELS[m["level"]] <= _tier(unit) for m in bare)


def _is_place(named: str, tier: int) -> bool:
    """True where a name behind a level word begins with that of such a unit; "UBND tỉnh Nguyễn Văn An" goes on with a person's."""
    words = named.strip(" .").split()
    return any(gazetteer().find(" ".join(words[:n]), _TIERS[tier]) for n in range(1, len(words) + 1))


def _tier(unit: Unit) -> int:
    if len(unit.path) == 1:
        return 0
    return 2 if unit.level in COMMUNE_LEVELS else 1 if len(unit.path) == 2 else 3


@lru_cache(maxsize=1)
def _provinces() -> tuple[str, ...]:
    """The names of provinces, folded, of which no two-syllable one is likely to be anything else in the name of a body."""
    names = {fold(row.name) for row in gazetteer().provinces()}
    return (*sorted(name for name in names if " " in name), *_TABLE["short"])
