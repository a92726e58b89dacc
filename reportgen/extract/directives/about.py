"""About: what a document is about, from the quotation marks or the words after "về", up to where that ends.

about     = [ ":" ] , quoted | [ addressed ] , [ introduction ] , "về" , [ "việc" ] , ( quoted | words ) ;
addressed = ( "gửi" | "lên" ) , words ;                    "gửi UBND tỉnh về việc …"

Words end where the table says, and behind the name of a person ("kỷ luật ông Trần Văn A, Bí thư …").
"""

from __future__ import annotations

import re

from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_WORDS = table("reportgen.extract.directives", "about.toml")
_ABOUT = re.compile(
    rf"(?:[ ](?:gửi|lên)[ ][^,.;:()“\"]{{3,60}}?(?=[ ]về[ ]))?[ ]*[,:(]?[ ]*(?:{alternation(_WORDS['introduces'])}[ ]+)?(?:về)(?:[ ]+việc)?"
    r"(?=[ :“\"'‘])[ :]*",
    re.IGNORECASE,
)
_PERSON = re.compile(
    rf"(?:ông|bà|đồng chí|đ/c|anh|chị|tướng|tá)(?:[ ][^\W\d]+){{0,3}}?(?:[ ][{UPPER}][{LOWER}]+){{2,5}}(?=,|[ ][-–][ ]|[ ]tham gia|[ ]giữ)"
)
_QUOTED = re.compile(r"[ ]*[:,]?[ ]*(?P<quote>[“\"](?P<inside>[^“”\"]{6,300})[”\"])")
_STOPS = re.compile(
    r"\.(?=[\s”\"]|$)|[;:…?!”\"]|\)|[ ]\("
    r"|,[ ](?=[^,.;:]{2,40}?[ ](?:đã|đang|sẽ|quyết định|nhận thấy)[ ])"  # a new clause
    rf"|,[ ](?!{alternation(_WORDS['listed'])}(?!\w)){alternation(_WORDS['after_comma'])}(?!\w)"
    rf"|[ ](?:và[ ])?{alternation(_WORDS['after_blank'])}(?!\w)"
    rf"|[ ]và[ ]{alternation(_WORDS['after_and'])}(?!\w)",
    re.IGNORECASE,
)
_LISTS = re.compile(rf"{starting(_WORDS['enumerates'])}$", re.IGNORECASE)
_LONGEST = 260


def read_about(string: str, at: int, end: int) -> tuple[str, int] | None:
    """The subject after a citation that ends at `at`, with where it ends; None where the sentence does not say it.

    >>> read_about("Kế hoạch 5-KH/HU về việc mở lớp; và", 16, 35)
    ('mở lớp', 31)
    >>> read_about("Kế hoạch 5-KH/HU về “Mở lớp học”.", 16, 33)
    ('Mở lớp học', 32)
    """
    led = _ABOUT.match(string, at, end)
    quoted = _QUOTED.match(string, led.end() if led else at, min(end + 2, len(string)))
    if quoted:
        return re.sub(
            r"^về (?:việc )?", "", " ".join(quoted["inside"].split()).rstrip(" ,.;"), flags=re.IGNORECASE
        ), quoted.end()
    if not led or led.end() >= end:
        return None
    stops = (m.start() for m in _STOPS.finditer(string, led.end(), end) if not _enumerates(string, led.end(), m))
    person = _PERSON.search(string, led.end(), end)
    close = min(next(stops, end), person.end() if person else end)
    words = " ".join(string[led.end() : close].split()).rstrip(" ,.;-–")
    if words.count("“") > words.count("”") and string.startswith("”", close):
        words, close = words + "”", close + 1
    if len(words) < 4 or len(words) > _LONGEST or words.lower() in _WORDS["empty"]:
        return None
    return words, close


def _enumerates(string: str, start: int, stop: re.Match[str]) -> bool:
    """True where the comma of `stop` only parts the bodies of a list."""
    listed = stop[0].startswith(",") and string[stop.start() + 2 : stop.start() + 3].islower()
    return listed and _LISTS.search(string, start, stop.start()) is not None
