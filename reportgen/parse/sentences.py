"""Sentences of a stretch of text.

    end = stop, closing*, (blank+ | glued), opening
    stop = "." | "!" | "?" | "…" | "..." | "./."
    opening = a capital, a digit, an opening quotation mark, or a dash before one of these

A glued end has no blank: "Nhân dân.Từ năm 2016", "đảng viên…Để". Not ends: abbreviations (TP. Hạ Long, ThS. Hà),
initials ("ông A. Nguyễn"), numbers (8.000), counters of lists ("1. Tăng cường"), a quotation inside a sentence
(“…?” ông hỏi). Semicolons and colons do not end a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.parse.glue import OPENING_WORD
from reportgen.text import Span
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.tables import table

_ABBREVIATIONS = table("reportgen.parse", "abbreviations.toml")
_BEFORE_NAME = frozenset(_ABBREVIATIONS["before_name"])
_BEFORE_PLACE = frozenset(_ABBREVIATIONS["before_place"])
_INSIDE = frozenset(_ABBREVIATIONS["inside"])

_CLOSING = "”’\"'»)\\]"
_OPENING = "“‘\"'«(\\["
_STOP = r"\./\.|\.{2,}|[.!?…]+"
_END = re.compile(
    rf"(?P<stop>{_STOP})(?P<close>[{_CLOSING}]*)"
    rf"(?:(?P<blank>\s+)(?P<bullet>[-–—+*•]+\s*)?(?=[{_OPENING}]*[{UPPER}\d])|(?=[{_OPENING}]*(?:[{UPPER}][{LOWER}]|UBND|HĐND|MTTQ|BTV|BCH|TAND)))"
)
_TOKEN = re.compile(r"[\w./’']*$")
_COUNTER = re.compile(r"(?:^|[:;.…]\s*)[-–+*•(]*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zA-ZĐđ])$")
_NEXT_WORDS = re.compile(rf"[{_OPENING}\s]*([{UPPER}]\w*)(?:\s+(\w+))?")
_BULLET = re.compile(r"[-–—+*•●▪]+\s*(?=\S)")


def sentences(string: str, block: Span) -> tuple[Span, ...]:
    """The sentences in `block` of `string`, in order, without blanks and list dashes around them.

    >>> s = "TP. Hạ Long có 8.000 đảng viên…Để sát sao, bà A. cử người theo dõi. 85% đạt."
    >>> [x.of(s) for x in sentences(s, Span(0, len(s)))]
    ['TP. Hạ Long có 8.000 đảng viên…', 'Để sát sao, bà A. cử người theo dõi.', '85% đạt.']
    """
    spans: list[Span] = []
    at = block.start
    for end, following in _ends(string, block):
        _add(spans, string, at, end)
        at = following
    _add(spans, string, at, block.end)
    return tuple(spans)


def _add(spans: list[Span], string: str, start: int, end: int) -> None:
    while start < end and string[start].isspace():
        start += 1
    while start < end and string[end - 1].isspace():
        end -= 1
    if bullet := _BULLET.match(string, start, end):
        start = bullet.end()
    if any(c.isalnum() for c in string[start:end]):
        spans.append(Span(start, end))
    elif spans and end > start:  # a stray mark belongs to the sentence before it
        spans[-1] = Span(spans[-1].start, end)


def _ends(string: str, block: Span) -> Iterator[tuple[int, int]]:
    """Where sentences end, and where the next ones start."""
    start = block.start
    for m in _END.finditer(string, block.start, block.end):
        if _is_end(string, start, m):
            yield m.end("close"), m.end()
            start = m.end()


def _is_end(string: str, start: int, m: re.Match[str]) -> bool:
    stop, glued = m["stop"], m["blank"] is None
    before = string[start : m.start()]
    if not any(c.isalnum() for c in before):
        return False
    if stop != ".":
        # “Đúng không?” Ông hỏi: a capital after it opens a new sentence; glued only a quotation can go on.
        return not (glued and m["close"] and stop in "!?")
    if m["close"]:
        return True
    found = _TOKEN.search(before[-24:])
    token = found[0].lstrip("“”‘’\"'(/") if found else ""
    if token in _INSIDE:
        return not glued
    if token in _BEFORE_PLACE and not glued and OPENING_WORD.match(string, m.end()):
        return True  # "… báo cáo với TP. Hiện nay, …"
    if token in _BEFORE_NAME or token.rpartition(".")[2] in _BEFORE_NAME:
        return False
    if _COUNTER.search(before.strip() if len(before) < 12 else before[-12:]):
        return False
    following = _NEXT_WORDS.match(string, m.end())
    if len(token) == 1 and token.isupper():
        # An initial: "bà A. Trong tháng" ends a sentence, "Y. Nguyễn" and "N. V. Tám" do not.
        return bool(following and len(following[1]) > 1 and following[2] and following[2][0].islower())
    if glued:
        # "UBND.Theo đó" and "máy.UBND xã" end a sentence; "S.Nguyễn", "PT.Hà" and "155/QĐ.UBND" do not.
        last = before.rstrip()[-1]
        if string[m.end() : m.end() + 3].isupper():
            return last.islower() or last.isdigit()
        return last.islower() or last in '0123456789%”")' or (token.isupper() and len(token) > 2)
    return True
