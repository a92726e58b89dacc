"""Names: how far the name of a body goes, and whether what it names is a body of a locality.

    name  = { further body | joining word | field | proper name | number | "(" , … , ")" } ;
    field = word with a capital , { small syllable of it } ;      ("Sở [Nông nghiệp] và [Phát triển nông thôn]")

A small word that is none of these is no part of a name: with it begins what the body does or is, whether we know the verb or
not ("UBND Đông Lĩnh hé lộ …").
"""

from __future__ import annotations

import re

from reportgen.text import Span
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_ACTORS = table("reportgen.extract.measures", "actors.toml")
_NO_NAME = set(_ACTORS["not_bodies"]) - set(_ACTORS["joins"])
JOINED = re.compile(
    rf"[ ,]*(?:(?!{alternation(_NO_NAME)}(?!\w)){alternation([*_ACTORS['bodies'], *_ACTORS['joins']])}|\d+)(?![\w-])"
)
"""A joining word or a further body within a name."""
WORD = re.compile(r"[ ,.]*(?:[–-][ ]?)?(?:[\w’'&-]+|\([^()]{2,60}\))")
"""Any word, or brackets."""
_FIELD = re.compile(rf"[ ,]*(?:[–&-][ ]?)?(?P<field>{alternation(_ACTORS['fields'])})(?!\w)")
_SIBLINGS = [
    (
        re.compile(rf"(?<!\w)(?:các[ ])?{alternation([first])},[ ]$"),
        re.compile(rf"(?:các[ ])?{alternation(rest)}(?![ ](?:ủy|đoàn))(?!\w)"),
    )
    for row in _ACTORS["siblings"]
    for at, first in enumerate(row)
    if (rest := [word for word in row[at + 1 :] if word != first])
]
_PERSON = re.compile(r"[ ][–-][ ](?:ông|bà|đồng chí)(?=[ ]\w)")
_RELATIVE = re.compile(
    r"(?<!\w)mà[ ](?:đảng|nhà nước|trung ương|chính phủ|thủ tướng|quốc hội|các bộ|tỉnh|huyện|xã),[ ]$"
)
_OWNER = re.compile(
    r"(?<!\w)của[ ](?:ông|bà|đồng chí)[ ][^,;:]{2,30}[ ][–-][ ]$"
)  # "tờ trình của ông A – Chủ tịch UBND tỉnh"
_LAST = re.compile(r"\w+$")
_HEADS = frozenset(word for body in _ACTORS["bodies"] for word in body.split())
_BEFORE = 40  # characters before a comma in which the body of a list stands
_LEAD = " ,.–-"
_LOCAL = re.compile(
    rf"(?<!các )(?<!nhiều )(?<!số )(?<!\d ){starting(_ACTORS['local'])}(?![ ](?:hội|đội|chính phủ))(?!\w)"
)
CENTRE = re.compile(rf"(?<!trực thuộc ){starting(_ACTORS['beyond'])}(?!\w)")
"""Words that name the centre, the army or a company."""
_MINISTRY = re.compile(rf"(?<!\w)(?:Bộ[ ](?!Chỉ|CHQS|CHBĐBP)[{UPPER}]|(?<!trực thuộc )(?:TƯ|TW)(?!\w))")
_OF_MINISTRY = re.compile(rf",?[ ][–(]?(?:thuộc[ ])?(?:Bộ[ ](?!Chỉ|CHQS)[{UPPER}]|TƯ(?!\w)|TW(?!\w))")
_NATIONAL = re.compile(r"(?<!mttq )(?<!mặt trận tổ quốc )việt nam$")
_OPEN_ENDED = re.compile(r"[ ,](?:và|của|thuộc|trong|các|từng|tại|ở)$")


def next_word(string: str, folded: str, at: int, end: int) -> re.Match[str] | None:
    """The next word of the name of a body that goes on at `at`; None where the name ends."""
    field = _FIELD.match(folded, at, end)
    if field and string[field.start("field")].isupper() and not _proper(string, folded, at):
        return field
    joined = JOINED.match(folded, at, end) or _PERSON.match(folded, at, end)
    if joined:
        return joined
    word = WORD.match(folded, at, end)
    if word is None:
        return None
    first = string[word.end() - len(word[0].lstrip(_LEAD)) : word.end()][:1]
    return word if first.isupper() or first.isdigit() or first == "(" else None


def name_end(string: str, folded: str, at: int, end: int) -> int:
    """Where the name of a body ends that goes on at `at`, before a comma or brackets."""
    while (word := next_word(string, folded, at, end)) and not word[0].lstrip().startswith((",", "(", ".")):
        at = word.end()
    return at


def goes_on(folded: str, at: int) -> bool:
    """True where the body at `at` is the next of a list: "cấp ủy, [chính quyền] huyện", "mà Chính phủ, [tỉnh] đã …"; it is no
    new subject."""
    before = max(0, at - _BEFORE)
    if _RELATIVE.search(folded, before, at) or _OWNER.search(folded, before, at):
        return True
    return any(first.search(folded, before, at) and body.match(folded, at) for first, body in _SIBLINGS)


def _proper(string: str, folded: str, at: int) -> bool:
    """True where the word that ends at `at` is one of a proper name: "Nội chính" is no field in "TP Hà Nội chính thức"."""
    before = _LAST.search(folded, 0, at)
    return before is not None and string[before.start() : at].istitle() and before[0] not in _HEADS


def is_beyond(string: str, folded: str, actor: Span) -> bool:
    """True where the body at `actor` is none of a locality: one of the centre or of a ministry, a national one, a company."""
    words = actor.of(folded)
    return bool(
        CENTRE.search(words)
        or _NATIONAL.search(words)
        or _MINISTRY.search(string, actor.start, actor.end)
        or _OF_MINISTRY.match(string, actor.end)
    )


def is_local(words: str) -> bool:
    """True where the folded name `words` is one of a body that only a locality has, and of one.

    >>> [is_local(name) for name in ("ban thường vụ thành ủy", "xã", "các tỉnh", "đảng ủy bộ công an", "thành phố hội")]
    [True, True, False, False, False]
    """
    return _LOCAL.search(words) is not None


def is_whole(words: str) -> bool:
    """False where the folded name `words` breaks off behind a word that joins: "ngành chức năng và"."""
    return _OPEN_ENDED.search(words) is None
