"""What a reference is in its sentence: the subject, a place that the sentence speaks of, or something said by the way.

sentence = {clause sep} clause          sep = "," | ";"
clause   = [topic] phrase unit predicate | words "của" phrase unit measured
"""

from __future__ import annotations

import re

from reportgen.errors import TableError
from reportgen.text import Span
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

DATA = table("reportgen.extract.scope", "words.toml")

_B = r"[ \u00a0]"
try:
    _WORDS = alternation(w for w in DATA["phrase"] if w[0].isalpha())
    _VILLAGE = rf"{starting(DATA['village'])}(?!{_B}{alternation(DATA['no_village'])}(?!\w))(?:{_B}[^\s,.;:]+){{1,5}},?"
    _ORGAN = (
        rf"{starting(DATA['organ']['words'])}(?:{_B}(?!{alternation(DATA['organ']['acts'])}(?!\w))[^\s,.;:]+){{0,9}}"
    )
    _PIECE = rf"(?:(?<!\w){_WORDS}(?!\w)|[-–]|{_VILLAGE}){_B}*"
    _PHRASE = re.compile(rf"(?:{_PIECE})+$")
    _WHOLE = re.compile(rf"{_B}*(?:{_PIECE})*")
    _NAMED_ORGAN = re.compile(rf"{_ORGAN}{_B}$")
    _LISTS = [words.split(", ") for words in DATA["phrase"] if ", " in words]  # "các ban, ngành"
    _COMMA = "".join(rf"(?!(?<={words}),{_B}{after}(?!\w))" for words, after in _LISTS) + ","
    _SEPARATED = re.compile(rf"(?s:.*)(?:[.;:“\"]|{_COMMA})")
    _TOPIC = re.compile(rf"(?:^|[,:;.“\"]{_B}*)(?:{alternation(DATA['topic'])}|[^,:;.“\"]{{1,25}}{_B}là)[ ,:]*$")
    _TOPIC_ENDS = tuple({words.split()[-1] for words in (*DATA["topic"], "là")})
    _PLACE = re.compile(rf"(?:[^,.;:]{{0,25}},{_B})?[\W_]*{alternation(DATA['place'])}{_B}[^,.;:]{{0,70}}")
    _OWNED = re.compile(rf"[^,.;:()“”\"]{{3,90}}{_B}của{_B}(?:{_WORDS}{_B})*")
    _SOURCE = re.compile(rf"[\W_]*{alternation(DATA['source'])}{_B}[^,.;:]{{0,70}}")
    _AGAINST = re.compile(rf"{starting(DATA['against'])}{_B}*$")
    _JOINED = re.compile(rf"{starting(DATA['joined'])}(?!\w)")
    _MANY = {
        depth: re.compile(rf"(?:[^,.;:]{{0,40}},{_B}){{0,2}}[\W_]*{alternation(DATA['many'][tier])}(?!\w)")
        for depth, tier in ((2, "district"), (3, "commune"))
    }
    _COUNTED = {
        depth: re.compile(
            rf"(?:[^,.;:]{{0,40}},{_B})?[\W_]*(?:(?:tại|ở|có){_B})?\d+(?:/\d+)?{_B}{alternation(levels)}(?!\w)(?!{_B}[\d{UPPER}])"
        )
        for depth, levels in ((2, ("huyện", "quận")), (3, ("xã", "phường", "thị trấn")))
    }
    _COUNTRY = re.compile(rf"(?:[^,.;:]{{0,40}},{_B})?[\W_]*({alternation(DATA['country'])})(?!\w)")
    _SAYS = re.compile(rf"{starting(DATA['speech']['says'])}(?!\w)")
except (KeyError, TypeError) as e:
    raise TableError(f"words.toml: {e}") from e

_REACH = 160
_MEASURED = re.compile(rf"{_B}(?:hiện |chỉ |đã |nay )?(?:là|đạt|còn|có|tăng|giảm|chiếm)(?!\w)[^,.;:\d]{{0,25}}\d")
_MINISTRY = re.compile(rf"Bộ{_B}[{UPPER}]")
_PREDICATE = re.compile(rf"{_B}[{LOWER}]")


def subject(string: str, folded: str, sentence: Span, unit: Span) -> int | None:
    """Where the clause starts whose subject or topic stands at `unit`, None where it is none.

    >>> s = "năm 2016, đảng ủy xã hoa mai đã mở 3 lớp"
    >>> subject(s, s, Span(0, len(s)), Span(10, 28))
    9
    """
    before = folded[max(sentence.start, unit.start - _REACH) : unit.start]
    at = unit.start - len(before)
    head = _opened(before)
    if head is not None and (not head or head[-1] in '“".'):
        return at + len(head)
    topic = before.rstrip(" ,:").endswith(_TOPIC_ENDS) and _TOPIC.search(before)
    if topic or _PLACE.fullmatch(before):
        return at + len(_PHRASE.sub("", before).rstrip(" \u00a0") if head is None else head)
    if _MEASURED.match(folded, unit.end) and _OWNED.fullmatch(folded, sentence.start, unit.start):
        return sentence.start
    if head is None:
        return None
    if head[-1] == ":":
        return at + len(head) if _SAYS.search(head[-30:]) else None
    if head[-1] == "," and _JOINED.search(before.rpartition(";")[2]):
        return None
    if head[-1] in ",;" and _PREDICATE.match(string, unit.end) and not _AGAINST.search(before):
        return at + len(head)
    return None


def _opened(before: str) -> str | None:
    """What stands before the clause that `before` opens: with an organ and its name, with bodies, posts and people, or with nothing.

    None where it opens none.
    """
    clause = max(before.rfind(","), before.rfind(";")) + 1
    if _NAMED_ORGAN.match(before, clause + (clause > 0)):
        return before[:clause] if clause > 1 else ""
    separated = _SEPARATED.match(before)
    at = separated.end() if separated else 0
    if not _WHOLE.fullmatch(before, at):
        return None
    phrase = _PHRASE.search(before) if at and before[at - 1] == "," else None  # "chi bộ thôn Mai, xã X"
    return before[: min(at, phrase.start()) if phrase else at].rstrip(" \u00a0")


def source(folded: str, sentence: Span, unit: Span) -> bool:
    """True when a sentence opens with whose word it gives: "Theo báo cáo của UBND huyện, …"."""
    return _SOURCE.fullmatch(folded, sentence.start, unit.start) is not None


def many(folded: str, sentence: Span, depth: int) -> bool:
    """True when a sentence speaks of many units of the tier that stands `depth` steps down a path ("Các xã đã …", "Tại 11 xã …")."""
    several = (_MANY.get(depth), _COUNTED.get(depth))
    return any(p and p.match(folded, sentence.start, sentence.end) for p in several)


def country(string: str, folded: str, sentence: Span) -> bool:
    """True when a sentence tells what a body of the country did ("Thủ tướng đã …", "Chiều 5/3, Bộ Y tế …"; not "bộ phận")."""
    m = _COUNTRY.match(folded, sentence.start, sentence.end)
    return bool(m and (folded[m.start(1) : m.end(1)] != "bộ" or _MINISTRY.match(string, m.start(1))))
