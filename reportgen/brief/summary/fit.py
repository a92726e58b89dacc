"""Fit: whether a measure's statement can be read alone, by a reader who has not seen the article."""

from __future__ import annotations

import re
from collections.abc import Callable

from reportgen.brief.summary.acting import acting
from reportgen.brief.summary.bodies import is_named
from reportgen.model import Measure
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.brief.summary", "fit.toml")


def _whole(name: str) -> str:
    return rf"(?<!\w){alternation(_TABLE[name])}(?!\w)"


_OPENINGS = re.compile(
    rf"{alternation(_TABLE['openings'])}(?!\w)|(?:tại|trong|ở)[ ]{alternation(_TABLE['meetings'])}(?:[ ][^\W\d]+){{0,3}},"
)
_POINTING = re.compile(rf"{_whole('pointing')}|(?<!cấp )(?<!\w)trên(?=[ ]*(?:[.,;)]|là|đã|để|và))")
_PRONOUN = re.compile(rf"(?<!\w)(?:ông|bà|cụ)[ ](?!(?:bà|con|cha|mẹ|cụ|nội|ngoại|đỡ)(?!\w))[{LOWER}]")
_NOT_POINTING = re.compile(_whole("not_pointing"))
_STORY_TIME = re.compile(_whole("story_time"))
_VOICES = re.compile(rf"{_whole('voices')}|,[^,]{{3,60}}{_whole('said_last')}\W*$")
_TURNS = re.compile(_whole("turns"))
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))
_TYPED = re.compile(
    "|".join(
        (
            r"[?!]",
            r"(?:…|\.\.|[:;]\s*\d*)\W*$",  # a list that was cut off
            r"[,;:]\s*[,;:]|\s[,;:.]|[,;:][^\W\d_]",
            rf"[{LOWER}][{UPPER}]",
            rf"(?<![\w{UPPER}])[{LOWER}]{{8,}}|\d[{LOWER}]{{4,}}",  # no syllable has more than seven letters
            r"\bhttps?:",
            r"^[^\w“\"]|^\d+[-.)]",
            rf"(?<!TP)(?<!TX)(?<!TT)(?<!\b[PQT])(?<=\w)\.[{UPPER}][{LOWER}]",
        )
    )
)

_PLACE = re.compile(rf"{alternation(table('reportgen.extract.measures', 'actors.toml')['levels'])}(?!\w)")
_OFFICE = re.compile(rf"(?<!\w){alternation(table('reportgen.extract.measures', 'actors.toml')['offices'])}(?!\w)")
_PERSON = re.compile(rf"(?P<name>(?:[{UPPER}][{LOWER}]+[ ]){{2}}[{UPPER}][{LOWER}]+)$")

SHORTEST, LONGEST = 7, 330
"""Words that a statement has at least, and characters at most."""


def fits(measure: Measure) -> bool:
    """True where the statement of `measure` stands alone: a whole sentence in which a body acts, that leans on nothing before."""
    return not any(rule(measure, fold(measure.text)) for _, rule in RULES)


def _odd_length(measure: Measure, folded: str) -> bool:
    return len(folded) > LONGEST or len(folded.split()) < SHORTEST


def _opens_on_what_was_told(measure: Measure, folded: str) -> bool:
    return bool(_OPENINGS.match(folded))


def _points(measure: Measure, folded: str) -> bool:
    """ "UBND xã đã kiểm tra khu vực này", "đất của gia đình ông để …": what is meant stands in a sentence that the reader does
    not see."""
    return bool(_POINTING.search(_NOT_POINTING.sub(" ", folded)) or _PRONOUN.search(measure.text))


def _tells_the_storys_time(measure: Measure, folded: str) -> bool:
    return bool(_STORY_TIME.search(folded))


def _speaks(measure: Measure, folded: str) -> bool:
    return bool(_VOICES.search(folded))


def _turns(measure: Measure, folded: str) -> bool:
    return bool(_TURNS.search(folded))


def _broken(measure: Measure, folded: str) -> bool:
    """What was typed or cut badly: a bracket or quotation mark without its partner, words run together, the end of a list."""
    words = measure.text
    if any(words.count(a) != words.count(b) for a, b in _PAIRS) or words.count('"') % 2 or _TYPED.search(words):
        return True
    actor = measure.actor or ""
    if len(actor.split()) >= 3 and not _PLACE.match(fold(actor)) and fold(words).count(fold(actor)) > 1:
        return True  # a headline that ran into the sentence, here and below
    person = _PERSON.search(measure.actor or "") if _OFFICE.search(fold(measure.actor or "")) else None
    return bool(person and words.count(person["name"]) > 1)


def _nobody(measure: Measure, folded: str) -> bool:
    """Nobody acts, or what stands for who acts is not the name of a body ("Đơn vị trúng")."""
    return acting(measure) is None or not is_named(measure.actor or "")


RULES: tuple[tuple[str, Callable[[Measure, str], bool]], ...] = (
    ("odd length", _odd_length),
    ("opens on what was told", _opens_on_what_was_told),
    ("points", _points),
    ("the story's time", _tells_the_storys_time),
    ("speaks", _speaks),
    ("turns", _turns),
    ("broken", _broken),
    ("nobody", _nobody),
)
