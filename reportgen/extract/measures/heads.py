"""Heads: who stands at the head of a clause, and what they are said to do.

    head = [ conjunction ] , [ time ] , { determiner } , ( body | outsider ) , name ;
    name = { capitalised word | further body | joining word } ;
    deed = { adverb } , act | tense , { tense } , verb ;

Bodies are those of a locality; outsiders are the bodies of the centre, companies and private persons, whose acts are
no measures of the locality.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.extract.measures.names import JOINED, is_beyond, is_whole, next_word
from reportgen.text import Span
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_ACTORS = table("reportgen.extract.measures", "actors.toml")
_ACTS = table("reportgen.extract.measures", "acts.toml")

ADVERBS = alternation(_ACTS["adverbs"])
_NO_ACT = rf"(?!{alternation(_ACTS['not_acts'])}(?!\w))"
ACT = re.compile(
    rf"(?:{ADVERBS}(?!\w)[ ,:]*)*{_NO_ACT}(?P<act>{alternation(_ACTS['strong'])})(?![ ](?:chưa|không))(?!\w)"
)
"""An act with the adverbs before it."""
_INERT = rf"(?:{alternation([*_ACTS['inert'], *_ACTS['adverbs']])}(?!\w)|\d)"
_OPEN = re.compile(rf"(?:{alternation(_ACTS['tenses'])}[ ])+(?!{_INERT})(?P<act>\w+(?:[ ]\w+)?)(?!\w)")

_BEFORE = (
    rf"(?:{alternation(_ACTORS['conjunctions'])}[ ])?"
    rf"(?:(?:{alternation(_ACTORS['time'])}(?:[ ]\d[\w./-]*)?[ ]|\d+[ ](?=năm|tháng|ngày))+)?"
)
_COUNT = r"(?:\d(?:[\d./]*[\d%])?|hai|ba|bốn)"
HEAD = re.compile(
    rf"{_BEFORE}(?P<who>(?:(?:{alternation(_ACTORS['determiners'])}|{_COUNT})[ ])*"
    rf"(?P<body>(?!{alternation(_ACTORS['not_bodies'])}(?!\w)){alternation(_ACTORS['bodies'])}))(?!\w)"
)
_DEVELOPMENTS = frozenset(_ACTS["developments"])
_TENSE = re.compile(rf"{alternation(_ACTS['tenses'])}(?!\w)")
_OUTSIDER = re.compile(
    rf"{_BEFORE}(?:(?:{alternation(_ACTORS['determiners'])}|{_COUNT}|{alternation(_ACTORS['offices'])})[ ])*"
    rf"(?:{alternation(_ACTORS['central'])}|{alternation(_ACTORS['outsiders'])})(?!\w)"
)
_LIVING = re.compile(r"[^,;:]{0,60}[ ](?:ở|tại|ngụ|trú|thôn|xóm|ấp|bản|khu phố|khu dân cư|tổ)[ ][^,;:]{0,40},")
OFFICIAL = re.compile(
    rf"{_BEFORE}(?:(?:{alternation(_ACTORS['determiners'])}|{alternation(_ACTORS['offices'])})[ ])*{alternation(_ACTORS['central'])}(?!\w)"
)
"""The centre at the head of a clause."""
_TITLED = re.compile(rf"[ ]?[,–(-][ ]?(?:nguyên[ ]|hiện[ ]là[ ])?{alternation(_ACTORS['offices'])}(?!\w)")
_STATE = re.compile(rf"(?:{alternation(_ACTS['states'])}|{alternation(_ACTORS['reports'])})(?!\w)")
_ADVERB = re.compile(rf"{ADVERBS}(?!\w)")
_FINITE = re.compile(
    r"[^,;:]{0,120}?(?<!\w)(?:đã|đang|sẽ|vừa|mới|cũng|luôn|đều|phải|cần|không|chưa|bị|được|là|có|lại|cho biết|"
    r"khẳng định|nhấn mạnh|đề nghị|yêu cầu|chỉ đạo|phát động|quyết định|đánh giá|biểu dương|ghi nhận|chuyển|gửi)(?!\w)"
)
_ADDRESS = re.compile(rf"(?:{alternation([*_ACTORS['levels'], 'TP'])})[ .](?:[{UPPER}][\w’-]*[ ]?){{1,4}},[ ]")
_RESIDING = re.compile(
    rf"(?:hiện[ ])?(?:ngụ|trú|cư trú|thường trú|tạm trú|sống|ở|quê)[ ](?:tại[ ]|ở[ ])?{alternation(_ACTORS['levels'])}(?!\w)"
)
OFFICE = re.compile(rf"{starting(_ACTORS['offices'])}[ ](?:thường trực[ ])?")
_NEXT = re.compile(rf",[ ](?:{alternation(w for w in _ACTORS['offices'] if 'lãnh đạo' not in w)})$")
_TEAM = re.compile(alternation(_ACTORS["teams"]) + r"(?!\w)")
_MADE = re.compile(  # "tổ khai thác", "các ban xây dựng Đảng"
    r"(?<!\w)(?:ban|tổ|đội|(?<!tỉnh )(?<!thành )(?<!huyện )(?<!quận )(?<!thị )đoàn)[ ]$"
)
_LATER = re.compile(
    r"(?:[ ][\w-]+){0,6}?[ ](?:đã|vừa|sẽ|đang|còn|cũng|luôn|được|(?<!chuẩn )(?<!thiết )(?<!trang )bị|cần)[ ]"
)
_PLACES = frozenset(_ACTORS["levels"])
_NAME_WORDS = 26  # words between a body and its act


@dataclass(frozen=True, slots=True)
class Deed:
    """A body and its act, None where it is said to be something or to do what is no act. `body` is where the body's own
    words begin, behind the determiners of `actor`."""

    actor: Span
    body: int
    act: Span | None
    words: str = ""
    tensed: bool = False  # "đã", "sẽ", "thường xuyên" … stands before the act


_LEADS = re.compile(rf"lãnh đạo(?:,[ ]chỉ đạo|[ ]{alternation(_ACTORS['leads'])})(?!\w)")


def deed_at(
    string: str, folded: str, start: int, end: int, names: Sequence[str] = (), within: bool = False
) -> Deed | None:
    """What a body of the locality does at `start`: body, name, adverbs, act, with no other verb between.

    `within` a sentence a unit before a comma is an address ("…, tỉnh X, …"). `names` are folded
    names of units that act by name alone ("Quỳnh Lưu đã chỉ đạo …").
    """
    head = HEAD.match(folded, start, end)
    name = next((n for n in names if folded.startswith(n + " ", start)), None)
    other = _OUTSIDER.match(folded, start, end)
    if (not head and not name) or (other and not (head and head.end() > other.end())):
        return None  # "ngân hàng" is an outsider, "Ngân hàng CSXH" a body
    if within and _ADDRESS.match(string, start, end):
        return None
    begins, at = (head.start("who"), head.end()) if head else (start, start + len(name or ""))
    body = head.start("body") if head else start
    if head and head["body"] == "lãnh đạo" and folded.startswith(",", at):
        return None  # "sự quan tâm, lãnh đạo, chỉ đạo của …"
    for _ in range(_NAME_WORDS):
        begin = at
        while begin < end and folded[begin] in " ,":
            begin += 1
        act = ACT.match(folded, begin, end) or _OPEN.match(folded, begin, end)
        if act and begin > at and string[begin].isupper() and act.start("act") > begin:
            act = None  # "Nguyễn Thị Quyết Tâm"
        if act and begin > at and _names(string, folded, body, act):
            at = act.end()
            continue
        if act and begin > at and not _leads(folded, at, act):
            tensed = _TENSE.match(folded, begin, act.start("act")) is not None
            if not head and not tensed and act["act"] in _DEVELOPMENTS:
                return None  # "Quảng Trị áp dụng máy móc": its people do
            actor = Span(begins, at)
            if is_beyond(string, folded, actor):
                return None  # "Phó Trưởng Ban Tổ chức Trung ương": an office of the centre
            if (
                within
                and act.start() == act.start("act")
                and "," in folded[at:begin]
                and not OFFICE.match(folded, body)
            ):
                return None  # "Sau khi thăm một số khoa, phòng, tặng quà …": a list goes on
            if not is_whole(actor.of(folded)):
                return Deed(actor, body, None)
            return Deed(actor, body, Span(*act.span("act")), act["act"], tensed)
        word = next_word(string, folded, at, end)
        small = not string[begin : begin + 1].isupper()  # "Cần Thơ" is a name, "cần" is none
        joined = word is not None and word.re is JOINED
        if not act and not joined and small and (_STATE.match(folded, begin, end) or _ADVERB.match(folded, begin, end)):
            return Deed(Span(begins, at), body, None)  # "đã đến thăm": a verb, but no act
        if word is None:
            verb = (
                begin < end and "," not in folded[at:begin] and (" " in folded[body:at] or folded[body:at] in _PLACES)
            )
            return Deed(Span(begins, at), body, None) if verb else None  # a verb that is not in the tables
        person = word[0].strip(" ,–-") in {"ông", "bà"} and not string[word.end() + 1 : word.end() + 2].isupper()
        if person or (_NEXT.match(word[0]) and not OFFICE.match(folded, body)):
            return None  # "các sở, ngành, Chủ tịch UBND …": a list before the one who acts
        at = word.end()
    return None


def _names(string: str, folded: str, body: int, act: re.Match[str]) -> bool:
    """True where the words of an act are part of a body's name: "Ban Chỉ đạo …", "Đoàn kiểm tra liên ngành đã …"."""
    bare = act.start("act") == act.start()
    if bare and string[act.start()].isupper():
        return True
    if bare and _MADE.search(folded, body, act.start()):
        return True
    return bare and _TEAM.match(folded, body) is not None and _LATER.match(folded, act.end()) is not None


def _leads(folded: str, at: int, act: re.Match[str]) -> bool:
    """True for "lãnh đạo" as a noun, in a list of who takes part: "UBND huyện, lãnh đạo các ban"."""
    if act["act"] != "lãnh đạo" or act.start() != act.start("act"):
        return False
    return folded[at : at + 2] == ", " or folded.endswith(" và", 0, at) or not _LEADS.match(folded, act.start())


def centre_at(folded: str, start: int, end: int) -> bool:
    """True where the centre acts at `start` ("Bộ trưởng … chỉ đạo")."""
    who = OFFICIAL.match(folded, start, end)
    return who is not None and _FINITE.match(folded, who.end(), end) is not None


def resides_at(folded: str, start: int, end: int) -> bool:
    """True where it is told at `start` where somebody lives ("ngụ tại xã A, huyện B")."""
    return _RESIDING.match(folded, start, end) is not None


def address_at(string: str, start: int, end: int) -> bool:
    """True where a unit stands before a comma ("…, huyện B, TP C"): a part of an address."""
    return _ADDRESS.match(string, start, end) is not None


def person_at(folded: str, start: int, end: int) -> bool:
    """True where an outsider is named at `start` whose address follows ("Chị A ở thôn B, xã C …")."""
    who = _OUTSIDER.match(folded, start, end)
    return who is not None and _LIVING.match(folded, who.end(), end) is not None


def outsider_at(folded: str, start: int, end: int) -> bool:
    """True where somebody else acts at `start`: the centre, a company, a private person ("Thủ tướng đã …")."""
    who, head = _OUTSIDER.match(folded, start, end), HEAD.match(folded, start, end)
    if not who or (head and head.end() > who.end()):
        return False
    verb = _FINITE.match(folded, who.end(), end)
    titled = _TITLED.search(folded, who.end(), min(end, who.end() + 40))
    return verb is not None and not (titled and titled.start() < verb.end() and not OFFICIAL.match(folded, start, end))
