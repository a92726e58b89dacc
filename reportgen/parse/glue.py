"""Seams: where line ends were lost, so that two paragraphs touch."""

from __future__ import annotations

import re

from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.syllables import is_syllable
from reportgen.vietnamese.tables import table

_WORDS = table("reportgen.parse", "glue.toml")
_NEVER_LAST = frozenset(map(fold, _WORDS["never_last"]))
_INSIDE_NAME = re.compile("|".join(map(re.escape, _WORDS["inside_name"])))

_AFTER_STOP = re.compile(
    rf"(?<=[{LOWER}\d”\"%)])(?:\.{{1,3}}|…|[!?])[”\"’)]*(?=[“\"]?[{UPPER}][{LOWER}]|[“\"][{UPPER}])"
)
_AFTER_WORD = re.compile(rf"(?P<last>[{LOWER}]+)(?=(?P<first>[{UPPER}][{LOWER}]*)\b)")


def _opener(word: str) -> str:
    return re.escape(word[:-2]) + r"(?= \d)" if word.endswith(" #") else re.escape(word) + r"(?!\w)"


_OPENERS = "|".join(_opener(word) for word in sorted(_WORDS["openers"], key=lambda w: (-len(w), w)))
_OPENER = re.compile(rf"(?<=[{LOWER}\d”\")] )(?:{_OPENERS})(?= [{LOWER}{UPPER}\d“\"])")
_SUREST = re.compile("|".join(map(_opener, _WORDS["surest"])))
OPENING_WORD = re.compile(rf"(?<= )(?:{_OPENERS})(?=[\s,]|$)")
"""A word that opens a sentence, wherever it stands."""

_HEADING = rf"[“\"]?[{UPPER}][^.!?…:;\n()]{{6,90}}?[{LOWER}\d”\"]"
_RUN_IN = re.compile(rf"(?:^|(?<=[.…!?] )|(?<=[.…!?][”\"] ))(?P<heading>{_HEADING}) (?=(?:{_OPENERS}) )")
_RUN_IN_WORDS = 16
_NEVER_FIRST = re.compile(rf"(?:{'|'.join(map(re.escape, _WORDS['never_first']))})(?!\w)")
_IN_NAMES = re.compile(rf"(?:{'|'.join(map(re.escape, _WORDS['in_names']))})(?!\w)")
_PHRASE = re.compile(r"[^.!?…:;\n]*$")
_HEADING_WORDS = 30


def seams(string: str) -> tuple[int, ...]:
    """Where in `string` a new paragraph begins without a line end.

    >>> s = "Xã đổi mới.Những kết quả bước đầuSau thời gian dài, ôngTrần Văn Tư báo VietNamNet biết."
    >>> [s[a:b] for a, b in zip((0, *seams(s)), (*seams(s), len(s)))]
    ['Xã đổi mới.', 'Những kết quả bước đầu', 'Sau thời gian dài, ôngTrần Văn Tư báo VietNamNet biết.']
    >>> seams("Dời trụ sở xãNgày 3/5, chợ ở xãNgọc Hà họp lại.") == (len("Dời trụ sở xã"),)
    True
    """
    names = [m.span() for m in _INSIDE_NAME.finditer(string)]
    found = {m.end() for m in _AFTER_STOP.finditer(string)}
    for m in _AFTER_WORD.finditer(string):
        if not any(a < m.end() < b for a, b in names) and _ends_a_line(string, m):
            found.add(m.end())
    for m in _RUN_IN.finditer(string):
        if _is_run_in(string, m):
            found |= {m.start("heading"), m.end()}
    return tuple(sorted(found - {0, len(string)}))


def _is_run_in(string: str, m: re.Match[str]) -> bool:
    """True where the phrase before an opener can be a heading: short, and no clause that the opener goes on with."""
    heading = m["heading"]
    last = re.search(r"\w+$", heading.rstrip('”"!?'))
    return (
        3 <= len(heading.split()) <= _RUN_IN_WORDS
        and _OPENER.match(string, m.end()) is not None
        and last is not None
        and fold(last[0]) not in _NEVER_LAST
        and not _NEVER_FIRST.match(heading)
        and not (last[0][0].isupper() and _IN_NAMES.match(string, m.end()))
        and heading.count(",") <= 2
        and heading.count("“") == heading.count("”")
        and heading.count('"') % 2 == 0
    )


def _ends_a_line(string: str, m: re.Match[str]) -> bool:
    """True where the words before the capital can be a whole heading or caption, and both sides are Vietnamese."""
    word = re.search(r"\w+$", string[max(0, m.end() - 12) : m.end()])
    last = word is not None and (fold(word[0]) not in _NEVER_LAST or _SUREST.match(string, m.end()))
    if word is None or not last or not (is_syllable(word[0]) and is_syllable(m["first"])):
        return False
    phrase = _PHRASE.search(string[: m.end()][-250:])
    return phrase is not None and 2 <= len(phrase[0].split()) <= _HEADING_WORDS
