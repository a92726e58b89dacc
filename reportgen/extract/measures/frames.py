"""Frames: what stands around the statement of a sentence and does not belong to it.

    sentence = [ place , ":" ] , [ heading ] , [ speaker , report , [ ":" ] | "theo" , speaker , "," ] ,
               { connective , [ "," ] } , statement , [ "," , speaker , report | "," , "theo" , speaker ] ;

"Ông A, Bí thư Đảng ủy xã B, cho biết: Đồng thời, đảng ủy đã cử …" states "đảng ủy đã cử …". A heading is one that ran into
the sentence behind it ("Nâng chất lượng đội ngũ Để thực hiện …").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.parse.glue import OPENING_WORD
from reportgen.text import Span
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_ACTORS = table("reportgen.extract.measures", "actors.toml")
_ACTS = table("reportgen.extract.measures", "acts.toml")
_WHO = rf"(?:người đứng đầu|ông|bà|anh|chị|đồng chí|đ/c|vị|cô|{alternation(_ACTORS['offices'])})"
_REPORT = re.compile(
    rf"(?<!\w)(?:(?:(?:{alternation(_ACTORS['says'])}|cho[ ][^,;:.]{{2,40}}[ ]biết),|{alternation(_ACTORS['says_on'])}(?=[ ]\w))[ “\"]*"
    rf"|{alternation(_ACTORS['reports'])}(?:[ ]?:[ “\"]*|[ ]rằng[:,]?[ ]))"
)
_ACCORDING = re.compile(
    rf"(?:cũng[ ]|còn[ ])?theo[ ](?:lời[ ])?(?:{_WHO}|{alternation(_ACTORS['bodies'])})[ ][^,;:“]{{2,110}}"
    rf"(?:,[ ]{_WHO}[ ][^,;:“]{{2,90}})*(?:,[ ]|[ ]?:[ “\"]*)"
)
_THINKING = re.compile(
    rf"(?:[^,;:“]{{0,160}},[ ])?(?:{_WHO}|đb|đại biểu)[ ](?:[^;:“]{{1,120}}?[ ])?cho rằng,[ ]"
)  # "Góp ý cho dự thảo, đại biểu A cho rằng, …"
_REPORTED = re.compile(rf"theo[ ]{alternation(_ACTORS['accounts'])}(?!\w)[^,;:“]{{0,110}},[ ]")
_TOLD = rf"{alternation(_ACTORS['reports'])}(?!\w)(?![ ](?:từ|riêng|chung|cả|và))"
_SAID = rf"{alternation([*_ACTORS['reports'], *_ACTORS['closings']])}(?!\w)(?![ ](?:từ|riêng|chung|cả|và))"
_CLOSING = re.compile(
    rf"[”\"]?[ ]*(?:[,–-]|-[ ])[ ]*(?:(?:lời|theo)[ ]{_WHO}[ ][^,;:“”]{{2,90}}"
    rf"|(?:{_WHO}|chủ nhân)[ ][^;:“”\"]{{1,150}}?{_TOLD}[^,;:“”]{{0,30}})$"
    rf"|[”\"][ ]*[,–-]+[ ]*[^,;:“”\"]{{2,120}}?{_SAID}[^,;:“”]{{0,30}}$"
)
_CONNECTIVE = re.compile(rf"[“\"‘–\- ]*(?:{alternation(_ACTS['connectives'])}(?!\w)[ ]?[,:][ ]*)+")
_BARE_CONNECTIVE = re.compile(
    r"(?:(?:đồng thời|theo đó|bên cạnh đó|ngoài ra|từ đó|qua đó)(?!\w)[ ]+(?!với|đến|tới|về)|riêng[ ](?=đối với|với|năm|tại|trong|về))"
)
_NAMED = frozenset(_ACTORS["levels"]) | {"ông", "bà", "anh", "chị", "đường", "phố", "chợ", "cầu", "sông", "núi", "làng"}
_LABEL = re.compile(  # "Đà Nẵng: Sáng nay, …": where the news is from
    rf"(?:TP\.?[ ]?HCM|(?:(?:TP|TX)\.?[ ]?|(?:Tỉnh|Huyện|Thành phố|Thị xã|Quận)[ ])?[{UPPER}][{LOWER}]+"
    rf"(?:[ –-]{{1,3}}[{UPPER}][{LOWER}]+|[ ]\d+){{0,4}})[ ]?:[ ](?=[{UPPER}“])"
)
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[a-zđ]\))[ ]+")  # of a list: "5. Đảng bộ …"
_TELLER = re.compile(  # "Cải cách hành chính [Bí thư Lê Văn A đề nghị …]"
    rf"(?<=[ ])(?:(?:ông|bà|đồng chí|thanh tra|đoàn thanh tra)|{alternation(_ACTORS['offices'])})(?!\w)"
    rf"[^,.;:“”\"]{{0,60}}?[ ](?:cũng[ ]|đã[ ])?"
    rf"{alternation([*_ACTS['asking'], *_ACTORS['says_on'], 'kiến nghị', 'khẳng định', 'nhấn mạnh', 'cho rằng'])}(?!\w)"
)
_LEADING = re.compile(rf"(?<!\w){alternation(_ACTORS['leading'])}[ ]$")
_HEADING = (12, 130)  # characters of a heading that ran into its sentence
_FAR = 220  # a report further from the start of its sentence than this is no frame
_REST = 20  # characters that must be left for the statement


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement of a sentence. `reported` where a speaker tells it; `speaker` then holds the words that name him."""

    span: Span
    reported: bool
    speaker: Span | None


def statement_of(string: str, folded: str, sentence: Span) -> Statement:
    """The sentence without its frames."""
    label = _LABEL.match(string, sentence.start, sentence.end)
    start = _behind_heading(string, folded, Span(label.end(), sentence.end) if label else sentence)
    end, speaker = sentence.end, None
    while end > start and folded[end - 1] in ' ”"’.':
        end -= 1
    closing = _CLOSING.search(folded, start + _REST, end) if end - start > _REST else None
    if closing:
        speaker, end = Span(closing.start(), end), closing.start()
    elif folded[end : end + 1] == ".":
        end += 1
    number = _NUMBER.match(folded, start, end)
    start = _behind_connectives(folded, number.end() if number else start, end)
    m = _REPORT.search(folded, start, min(end, start + _FAR))
    if m and end - m.end() > _REST and not re.search(r"[;:]", folded[start : m.start()]):
        speaker, start = Span(start, m.start()), m.end()
    elif (m := _THINKING.match(folded, start, end)) and end - m.end() > _REST:
        speaker, start = Span(start, m.end()), m.end()
    elif (m := _ACCORDING.match(folded, start, end)) and end - m.end() > _REST:
        speaker, start = Span(folded.index("theo ", m.start()) + len("theo "), m.end()), m.end()
    elif (m := _REPORTED.match(folded, start, end)) and end - m.end() > _REST:
        start = m.end()
    start = _behind_connectives(folded, start, end)
    while start < end and folded[start] in ' “"‘–-•*+':
        start += 1
    while end > start and folded[end - 1] in ' ”"’':
        end -= 1
    if end - start < 8:
        return Statement(sentence, False, None)
    return Statement(Span(start, end), speaker is not None, speaker)


def _behind_connectives(folded: str, start: int, end: int) -> int:
    while True:
        c = _CONNECTIVE.match(folded, start, end) or _BARE_CONNECTIVE.match(folded, start, end)
        if not c or c.end() >= end:
            return start
        start = c.end()


def _behind_heading(string: str, folded: str, sentence: Span) -> int:
    """Where the sentence begins behind a heading that ran into it: such words have no capital within a sentence."""
    least, most = _HEADING
    teller = _TELLER.search(folded, sentence.start + least, min(sentence.end, sentence.start + most))
    if teller and string[teller.start()].isupper() and string[sentence.start : teller.start()].split()[-1].islower():
        before = folded[sentence.start : teller.start()]
        if not re.search(r"[,.;:“”]", before) and not _LEADING.search(before):
            return teller.start()
    for m in OPENING_WORD.finditer(string, sentence.start + least, min(sentence.end, sentence.start + most)):
        if string[m.start() - 2].isupper() or re.search(r"[,.;:“”]", string[sentence.start : m.start()]):
            return sentence.start
        before = string[sentence.start : m.start()].split()[-1]
        name = before in _NAMED and string[m.end() + 1 : m.end() + 2].isupper()  # "huyện Từ Liêm"
        if before.islower() and not name:
            return m.start()
    return sentence.start
