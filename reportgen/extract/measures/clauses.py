"""Clauses: who acts and how, in the statement of a sentence.

    statement = { adjunct , "," } , [ actor ] , { adverb } , act , … ;

Adjuncts that open a statement ("Để …,", "Thực hiện Nghị quyết …,", "Năm 2018,") are passed over in search of the actor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.text import Span
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_ACTORS = table("reportgen.extract.measures", "actors.toml")
_ACTS = table("reportgen.extract.measures", "acts.toml")
_BODY = alternation(_ACTORS["bodies"])
_ADVERBS = alternation(_ACTS["adverbs"])
_STRONG = alternation(_ACTS["strong"])
_STATES = r"(?:là|có|gồm|đạt|chiếm|bị|không|chưa|cũng như|như|hiện|vẫn còn|còn)"
"""Verbs of state: behind one of these nothing is the act of the body before it."""
_ACT = re.compile(rf"(?:{_ADVERBS}(?!\w)[ ,]*)*(?P<act>{_STRONG})(?!\w)")
_ACTED = re.compile(
    rf"(?<!\w)(?P<actor>{_BODY})(?!\w)(?P<name>(?:[ ,.]*(?!{_STATES}(?!\w))[\w’'.()-]+){{0,14}}?)[ ,]+"
    rf"(?P<adverbs>(?:{_ADVERBS}(?!\w)[ ,]*)*)(?P<act>{_STRONG})(?!\w)"
)
_PASSIVE = re.compile(rf"(?<!\w)được[ ](?:[\w]+[ ]){{0,3}}?(?P<act>{alternation(_ACTS['passive'])})(?!\w)")
_DONE = re.compile(rf"(?:(?:trong|năm|tháng|quý|đến|từ|ngay)[ ][^,;:]{{1,40}}[ ])?đã[ ](?:{_ADVERBS}(?!\w)[ ])*(?P<act>{_STRONG})(?!\w)")
_RESULT = re.compile(rf"(?<!\w){alternation(_ACTS['results'])}(?!\w)")
_OUTCOME = re.compile(rf"[“\" ]*{alternation(_ACTS['outcome_openings'])}(?!\w)")
_ADJUNCT = re.compile(
    r"(?:để|nhằm|với|thực hiện|triển khai|triển khai thực hiện|xác định|nhận thức|quán triệt|bám sát|căn cứ|trên cơ sở|sau|từ|trong|năm|ngày|tháng|giai đoạn|đến|tính đến|ngay từ|ngay|hiện nay"
    r"|những năm|thời gian|trước|về|theo|ngoài|cùng với|bên cạnh|song song với|đối với|tại|ở|qua|nhiệm kỳ|hằng|hàng|mỗi|đầu|cuối|\d+|phát huy|vận dụng|tiếp tục|riêng|chuẩn hóa|đổi mới|nâng cao|đẩy mạnh|ngoài ra|bởi|do|vì|khi|không chỉ|thường xuyên|định kỳ)(?!\w)[^;]{0,320}?(?:,|:|…)[ ]"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What a statement says of acting. `actor` is where the acting body stands, None where it is left unsaid."""

    kind: str  # acted, elided, passive, none
    actor: Span | None
    adverbs: str
    act: Span | None
    act_words: str | None


def clause_of(string: str, folded: str, span: Span) -> Clause:
    """The first act in the statement at `span`, with its actor."""
    starts = [span.start]
    at = span.start
    while m := _ADJUNCT.match(folded, at, span.end):
        at = m.end()
        starts.append(at)
    elided = _ACT.match(folded, span.start, span.end) or _DONE.match(folded, span.start, span.end)
    for start in (starts[-1], *starts[:-1]):
        acted = _ACTED.search(folded, start, min(span.end, start + 330))
        if acted and acted.start() - start <= 60 and _is_subject(folded, start, acted):
            return Clause("acted", Span(acted.start(), _name_end(string, acted)), acted["adverbs"], Span(*acted.span("act")), acted["act"])
    if elided and (not _RESULT.match(folded, span.start)):
        return Clause("elided", None, folded[span.start : elided.start("act")], Span(*elided.span("act")), elided["act"])
    for start in reversed(starts[1:]):
        later = _ACT.match(folded, start, span.end)
        if later:
            return Clause("elided", None, folded[start : later.start("act")], Span(*later.span("act")), later["act"])
    passive = _PASSIVE.search(folded, span.start, min(span.end, span.start + 240))
    if passive and not _RESULT.search(folded, max(span.start, passive.start() - 8), passive.end()):
        return Clause("passive", None, "", Span(*passive.span("act")), passive["act"])
    return Clause("none", None, "", None, None)


def _is_subject(folded: str, start: int, m: re.Match[str]) -> bool:
    """True where the body is the subject: nothing before it but determiners, no preposition that makes it a complement."""
    before = folded[start : m.start()]
    if re.search(r"(?:của|cho|với|từ|tại|ở|về|trong|theo|do|trên|thuộc|là|đối với|đến|vào|của các|cho các|nhiều|có|những|được)[ ]$", before):
        return bool(re.fullmatch(r"(?:do|các)[ ]", before))
    return len(before.split()) <= 9


def _name_end(string: str, m: re.Match[str]) -> int:
    """Where the actor's name ends: behind the capitalised words that follow the body."""
    tail = string[m.end("actor") : m.start("adverbs")]
    return m.end("actor") + len(tail.rstrip(" ,"))


def is_outcome(folded: str, span: Span) -> bool:
    """True where the sentence opens as one that tells what came of something ("Nhờ đó, …")."""
    return bool(_OUTCOME.match(folded, span.start, span.end))


def results_in(folded: str, span: Span) -> int:
    """How many words of result, state or praise stand in `span`."""
    return sum(1 for _ in _RESULT.finditer(folded, span.start, span.end))
