"""The words around names of units, as patterns over the folded text."""

from __future__ import annotations

import re

from reportgen.errors import TableError
from reportgen.gazetteer import Tier, levels
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

DATA = table("reportgen.extract.localities", "levels.toml")

try:
    TIERS: dict[str, tuple[Tier, ...]] = {
        "tỉnh": ("province",),
        "thành phố": ("province", "district"),
        **dict.fromkeys(("huyện", "quận", "thị xã"), ("district",)),
        **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), ("commune",)),
        "": ("province", "district"),
    }
    _BARE_BODIES = [word for words in DATA["bare_bodies"].values() for word in words]
    LEVEL_OF: dict[str, str] = levels.LEVEL_OF | dict.fromkeys(_BARE_BODIES, "")
    BELOW = frozenset(DATA["below"]["words"])
    WRITTEN = frozenset((*levels.WORDS, *levels.BODIES, *_BARE_BODIES, *BELOW))  # in full
    LISTS, ABOVE, ELSEWHERE, BARE, FORMER = (DATA[k] for k in ("lists", "above", "elsewhere", "bare", "former"))
    SURNAMES = frozenset(DATA["people"]["surnames"])
except (KeyError, AttributeError) as e:
    raise TableError(f"levels.toml: {e}") from e

BLANK = r"[ \u00a0]"

PIECE = rf"[{UPPER}][{UPPER}{LOWER}]*(?:['’‘ʼ`´]{BLANK}?[{UPPER}{LOWER}]+)*"
NAME = (
    rf"(?:{PIECE}(?:(?:{BLANK}{{1,2}}|{BLANK}?[-–]{BLANK}?){PIECE}){{0,5}}(?:{BLANK}\d{{1,2}}(?![\w%/.,]\d|[\w%/]))?)"
)
NUMBER = r"(?:\d{1,2}(?![\w%/]|[.,]\d))"

_LEVEL_ENDS = dict.fromkeys(WRITTEN, rf"{BLANK}{{1,2}}|(?=:)")
_LEVEL_ENDS |= dict.fromkeys(levels.SHORT, rf"{BLANK}?") | dict.fromkeys(levels.CLOSE, r"(?=\d)")
LEVEL = re.compile(starting(_LEVEL_ENDS, r"\w.", _LEVEL_ENDS))
"""A level word (or the body that stands for it) and the blank after it, or before a colon, in the folded text."""

KIND = re.compile(rf"{alternation(DATA['kinds']['words'])}{BLANK}")
"""What kind of unit it is, between a level word and the name, and the blank after it."""

NAMED = re.compile(NAME)
FIRST = re.compile(PIECE)
NUMBERED = re.compile(NUMBER + rf"(?:{BLANK}{PIECE}(?:{BLANK}{PIECE}){{0,2}})?")

_WORDS = rf"(?:{BLANK}[^\s,;.()]+)"
_FIGURE = (
    rf"{BLANK}(?:{alternation(LISTS['before_figures'])}{BLANK}){{0,2}}\d[\d.,]*{_WORDS}{{0,5}}|(?<=\d){_WORDS}{{1,5}}"
)
_ASIDE = rf"{BLANK}?\([^()\n]{{1,60}}\)"
BETWEEN = re.compile(rf"(?:{_ASIDE}|{_FIGURE})?{BLANK}*{alternation(LISTS['between'])}{BLANK}+")
ENDS = re.compile(
    rf"{BLANK}?(?:[,;.…()\d]|$)|{BLANK}{alternation([*LISTS['before_figures'], *LISTS['after_names']])}{BLANK}"
)
"""What follows a name that is surely whole."""

OPENING = re.compile(
    rf"(?:{BLANK}?{alternation(LISTS['within'])}{BLANK})?,?{BLANK}?(?:{alternation(LISTS['opening'])}{BLANK}?:?|:){BLANK}"
)
MANY = re.compile(rf"(?<!\w)(?:{alternation(LISTS['many'])}|\d+){BLANK}(?:{alternation(LISTS['many_after'])}{BLANK})?$")
MANY_ENDS = tuple(f"{words.split()[-1]} " for words in (*LISTS["many"], *LISTS["many_after"], *"0123456789"))
ALSO_ENDS = tuple(f"{joint}{blank}" for joint in (",", " và", "-", "–", "/") for blank in ("", " "))
"""How words end where `MANY` and `ALSO` are worth a look."""
_WORD = rf"{BLANK}(?!{alternation(LISTS['not_between'])}(?!\w))[{LOWER}]+"
SEVERAL = re.compile(
    rf"(?:{_WORD}){{5,9}}:{BLANK}|(?:{_WORD}){{0,4}}{BLANK}?(?:(?:{alternation(LISTS['opening'])}{BLANK}?)?[:(]|,?{BLANK}{alternation(LISTS['opening'])}){BLANK}?"
)
LEVELS = re.compile(alternation(levels.WORDS))
ALSO = re.compile(rf"(?<!\w)((?:{alternation(levels.WORDS)}(?:,| và| -| –|/){BLANK}?)+)$")
_LEVEL = rf"{alternation([*levels.WORDS, *levels.SHORT])}"
ABOVE_LINK = re.compile(rf"{BLANK}?{alternation(ABOVE['links'])}{BLANK}?|{BLANK}(?={_LEVEL})")
NOT_HERE = re.compile(
    rf"{starting(ELSEWHERE['before'])}[ :]*(?:{alternation(ELSEWHERE['between'])}{BLANK}[^,;.()]{{1,25}},{BLANK}?){{0,2}}$"
)
NOT_HERE_ENDS = (",", *{words.split()[-1].rstrip(":") for words in ELSEWHERE["before"]})
"""How words end, blanks and colons apart, where `NOT_HERE` is worth a look."""
ABROAD = re.compile(
    rf"(?:{BLANK}?[,(]{BLANK}?{_LEVEL}{BLANK}?[^,.;()\n]{{1,30}}){{0,2}}{BLANK}?[,(-]{BLANK}?{alternation(ELSEWHERE['countries'])}(?={BLANK}?[),.;\n]|$)"
)
FORMERLY = re.compile(rf"{BLANK}?{alternation(FORMER['after'])}(?!\w)")
NAMED_AFTER = re.compile(rf"{starting(BARE['opening'])}(?!\w)(?:(?!{starting(BARE['apart'])}(?!\w))[^,.;:()\n])*$")
"""The opening words of a thing's name, up to the bare name, without a word that parts them."""
WRITTEN_BEFORE = re.compile(rf"({starting(levels.WORDS)}){BLANK}+$")
BLOCKED = re.compile(rf"{starting(BARE['blocked'])}$")
