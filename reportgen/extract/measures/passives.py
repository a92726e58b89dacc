"""Passives: acts told of what they are done to, by a body that is named, or by nobody.

passive = subject , ( "được" | "bị" ) , [ body ] , { adverb } , act
        | subject , "đã" , { adverb } , act ;              with a subject that stands for a body ("Công tác kiểm tra đã …")
"""

from __future__ import annotations

import re

from reportgen.extract.measures.heads import ADVERBS, OFFICE, OFFICIAL, deed_at, outsider_at
from reportgen.extract.measures.names import is_beyond
from reportgen.extract.measures.reading import Clause, Reading
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_ACTS = table("reportgen.extract.measures", "acts.toml")
_STRONG = alternation(_ACTS["strong"])
_PASSIVE = re.compile(
    rf"(?<!\w)(?:(?<!chưa[ ])(?<!không[ ])được[ ](?:{ADVERBS}[ ]|các cấp[ ]|cấp trên[ ]){{0,3}}(?P<act>{alternation(_ACTS['passive'])})"
    rf"|bị[ ](?:[\w]+[ ]){{0,2}}?(?P<punished>{alternation(_ACTS['punished'])}))(?!\w)"
)
_GIVEN = re.compile(r"được[ ](?:giao|phân công)[,.;]?$")  # "nhiệm vụ được giao"
_IS = re.compile(
    r"(?:[ ](?!\d)\w+){0,2}(?:[ ]là[ ]|:[ ])"
)  # "Nhóm được hỗ trợ tiếp theo là …": what it is, not what is done
_LEVELS = table("reportgen.extract.measures", "actors.toml")["levels"]
UNIT = re.compile(rf"(?:(?:các|toàn)[ ])?{alternation(_LEVELS)}(?![ ]ủy)(?!\w)")
"""A unit that stands for its authorities."""
_POINTING = re.compile(r"(?:\w+[ ]){1,3}(?:này|ấy|đó|trên)[ ]")  # "Cách làm ấy được mở rộng"
_BY = re.compile(r"(?<!\w)(?:được|bị)[ ]")
_PUNISHED = re.compile(rf"(?:{ADVERBS}[ ])*{alternation(_ACTS['punished'])}(?!\w)")
_ASSIGNED = re.compile(rf"(?:{ADVERBS}[ ])*được[ ](?:{ADVERBS}[ ])*(?P<act>giao|phân công)[ ]\w")
_GAINED = re.compile(rf"(?<!\w){_STRONG}[ ]$")  # "huy động được …" tells what was gained
_WISHED = re.compile(
    r"(?<!\w)(?:cần|phải|nên|chưa|không|muốn|xin|mong|có thể|sớm|để|nếu|khi)[ ]$|"
    r"(?<!\w)(?:cần|phải)[ ](?:thường xuyên|kịp thời|tiếp tục|luôn|sớm)[ ]$|"
    r"(?<!\w)(?:nếu|khi)[ ](?:(?!thì[ ])[^,;:]){0,60}$"
)
_THING = re.compile(  # "Dự án có chiều dài 7 km được triển khai": what is told of it, not what is done
    r"(?:\w+[ ]){0,3}?(?:dự án|công trình|tuyến|gói thầu|khu|cầu|nhà máy|hệ thống|đề án|tòa nhà)(?!\w)[^,;:]*?[ ]"
    r"(?:có|nằm|gồm|thuộc|dài|rộng|với|do|là)[ ]"
)
_SO = re.compile(
    r"[^,;:]{0,80}[ ]nên[ ](?:đã|đời sống|đến nay|tỷ lệ|số)[ ]"
)  # "được quan tâm đầu tư nên đã …": what came of it
_MAIN = re.compile(
    r"(?:[ ](?!để |và |đã |nên |mà )[^ ,;:]+){1,8}?[ ]đã[ ](?!được|bị)\w"
)  # "Người được đào tạo đã đưa …": which people
_ALTHOUGH = re.compile(r"(?<!\w)(?:mặc dù|tuy|dù|cho dù)[ ][^,;:]*$")
_TENSED = re.compile(rf"{starting([*_ACTS['tenses'], 'đều', 'cũng', 'luôn', 'mới'])}(?<!nông thôn mới)[ ]$")
_DESCRIBES = re.compile(r"(?:xây dựng|tính toán|thiết kế|lập)[ ](?:trên|tại|theo|với|từ|năm|bằng|ở|gồm|bao gồm)(?!\w)")
_JUDGED = frozenset(_ACTS["assessed"])
_PLAIN = frozenset(_ACTS["plain"])
_IMPERSONAL = re.compile(
    rf"{alternation(_ACTS['impersonal'])}[ ][^;:“\"]{{3,140}}?[ ](?:đã|tiếp tục|luôn)[ ](?:{ADVERBS}(?!\w)[ ])*"
    r"(?P<act>tập trung|chú trọng|quan tâm|triển khai|thực hiện|tổ chức|xử lý|duy trì|phối hợp)(?!\w)"
)
_EVERY = re.compile(r"(?:các|mỗi|những|mọi|\d[\d.]*)[ ]")
_PUNISHMENTS = frozenset(_ACTS["punished"])
_GIFTS = frozenset(
    {"hỗ trợ", "trao", "tặng", "cấp phát", "tập huấn", "đào tạo", "khám", "tiêm", "vận động", "tuyên truyền"}
)
_RESULT = re.compile(rf"{starting(_ACTS['results'])}(?!\w)")
_LISTED = re.compile(r"\d+[ ](?:\w+[ ]){1,3}(?:gồm|là)(?!\w)")  # "4 đảng viên gồm … bị phê bình"
_DOCUMENT = re.compile(
    rf"{alternation(_ACTS['documents'])}(?:[ ](?:này|trên|nói trên|nêu trên|số[ ][\w./-]+|của[ ][^,;:“\"]{{2,40}}?))?[ ]"
    rf"(?:{ADVERBS}(?!\w)[ ])*(?P<act>{alternation(_ACTS['laid_down'])})(?!\w)"
)
_REACH = 240  # characters of a statement in which a passive is looked for


def by_body(r: Reading) -> Clause | None:
    """An act that a named body does to something ("được Đảng ủy xã hỗ trợ", "bị Tỉnh ủy kỷ luật")."""
    for by in _BY.finditer(r.folded, r.span.start, min(r.end, r.span.start + _REACH)):
        gained = _GAINED.search(r.folded, r.span.start, by.start())
        if r.quoted(by.start()) or gained or _WISHED.search(r.folded, r.span.start, by.start()):
            continue
        deed = deed_at(r.string, r.folded, by.end(), r.end, r.names)
        if deed and deed.words in _JUDGED:
            continue
        if deed and deed.act and (by[0] == "được " or _PUNISHED.match(r.folded, deed.act.start)):
            return Clause("passive", r.span.start, deed.actor, deed.act, deed.words)
        if outsider_at(r.folded, by.end(), r.end):
            return Clause("other", r.span.start)
    return None


def by_nobody(r: Reading) -> Clause | None:
    """An act done to something, nobody says by whom ("được bố trí").

    "Thị trấn được thành lập theo …" is none: it was done to the locality, not by it.
    """
    if UNIT.match(r.folded, r.span.start) or _POINTING.match(r.folded, r.span.start):
        return None
    if deed_at(r.string, r.folded, r.span.start, r.end, r.names):
        return None  # "Những đơn vị được lựa chọn …": a body to which something is done
    reach = r.end if _LISTED.match(r.folded, r.span.start, r.end) else min(r.end, r.span.start + _REACH)
    for m in _PASSIVE.finditer(r.folded, r.span.start, reach):
        if r.quoted(m.start()) or _WISHED.search(r.folded, r.span.start, m.start()):
            continue
        if _ALTHOUGH.search(r.folded, r.span.start, m.start()) or _THING.match(r.folded, r.span.start, m.start()):
            continue
        if _SO.match(r.folded, m.end(), r.end):
            return None
        told = (m["act"] and _IS.match(r.folded, m.end(), r.end)) or _MAIN.match(r.folded, m.end(), r.end)
        if told and not _TENSED.search(r.folded, r.span.start, m.start()):
            continue
        plain = m["act"] in _PLAIN or (m["act"] and _DESCRIBES.match(r.folded, m.start("act")))
        if plain and not _TENSED.search(r.folded, r.span.start, m.start()):
            continue  # "Dự án được đầu tư theo hình thức …" describes
        if _RESULT.search(r.folded, max(r.span.start, m.start() - 8), m.end()) or _GIVEN.match(
            r.folded, m.start(), m.end() + 1
        ):
            return None
        act = "act" if m["act"] else "punished"
        return Clause("passive", r.span.start, None, Span(*m.span(act)), m[act])
    return None


def by_document(r: Reading) -> Clause | None:
    """What a document of the locality lays down: "Kế hoạch giao mỗi xã xây dựng …", "Nghị quyết đề ra bốn nhóm giải pháp"."""
    m = _DOCUMENT.match(r.folded, r.span.start, r.end)
    if not m or is_beyond(r.string, r.folded, Span(*m.span())):
        return None
    return Clause("passive", r.span.start, None, Span(*m.span("act")), m["act"])


def received(r: Reading) -> Clause | None:
    """What people at large are given, nobody says by whom: "Mỗi hộ được hỗ trợ …", no single person's story; or how holders of
    offices are punished: "Ông A và ông B (hai phó chủ tịch UBND xã) bị khiển trách"."""
    found = by_nobody(r)
    if found is None or found.act is None:
        return None
    if (
        found.act_words in _PUNISHMENTS
        and not OFFICIAL.match(r.folded, r.span.start)
        and OFFICE.search(r.folded, r.span.start, found.act.start)
    ):
        return found
    return found if found.act_words in _GIFTS and _EVERY.match(r.folded, r.span.start, r.end) else None


def assigned(r: Reading, body: int, at: int) -> re.Match[str] | None:
    """The task that a body was given, in the words at `at` behind its name: "Sở Tài chính được giao kiểm soát …"."""
    return None if UNIT.match(r.folded, body) else _ASSIGNED.match(r.folded, at + 1)


def impersonal(r: Reading) -> Clause | None:
    """An act of a subject that stands for the body behind it: "Công tác kiểm tra đã tập trung vào …"."""
    for start in r.starts:
        m = _IMPERSONAL.match(r.folded, start, r.end)
        if m and not _RESULT.search(r.folded, start, m.end()):
            return Clause("passive", start, None, Span(*m.span("act")), m["act"])
    return None
