"""What is said behind a figure, as a phrase that can stand in a table."""

from __future__ import annotations

import re

from reportgen.extract.metrics.phrases import (
    BODY,
    ENDS_ACT,
    PREDICATE,
    RUN_IN,
    VERB,
    VERBS,
    clipped,
    compounds,
    squeezed,
    tight,
)
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "indicator.toml")
_KEPT = alternation(_TABLE["kept"])
_RIGHT_LEAD = re.compile(rf"(?!{_KEPT}(?!\w)){alternation(_TABLE['right_lead'])}(?!\w)[ ]*")
_RIGHT_NONE = re.compile(rf"{alternation(_TABLE['right_none'])}(?!\w)")
_NAME = rf"[{UPPER}][^\W\d_]*(?:[ ][{UPPER}\d][\w]*){{0,3}}"
_NAMED_ONES = re.compile(rf"[ ]*{_NAME}(?:(?:,| và)[ ]{_NAME})+(?:[ ](?:của|thuộc)[ ][^\W\d_]+[ ]{_NAME})?(?=[ ]|$)")
"""The names of the units that were counted: "4 xã An Bình, Tân Hòa và Phú Lộc đạt chuẩn"."""
_UNNAMED = "".join(
    f"(?<!{word})" for word in ("độ", "số", "lộ", "thị", "quyết", "định", "khóa", "lớp", "cấp", "án", "hoạch")
)
"""Behind these a number is a name, and the phrase goes on: "dịch vụ công mức độ 3"."""
_RIGHT_END = re.compile(
    rf"[,;:“”?!…\"]|\.(?=\s|$)|[ ]–[ ]|(?<=[ ]){alternation(_TABLE['ends_right'])}(?!\w)|{_UNNAMED}[ ]\d"
)
_PER = re.compile(r"^[ ]*/[ ]?\w+")
_GENERIC = frozenset(_TABLE["bodies"])
_LIST_OF_BODIES = re.compile(
    r"(?<!\w)các[ ](?:phòng|ban|ngành|sở|xã|phường|huyện|cơ quan|thôn|cấp ủy)(?:, \w+)?,"
    r"[ ](?:ban|ngành|phường|thị trấn|xã|thành phố|thị xã|bản|tổ|đơn vị|đoàn thể|địa phương|chính quyền)(?!\w)"
)
_NOMINAL = re.compile(rf"[ ]*{alternation(_TABLE['nominal'])}(?!\w)")
_OPENS = re.compile(
    rf"[ ]*(?:(?:và|trong đó|riêng|với|cùng với)[ ])*"
    rf"(?:{VERBS}|{alternation([*_TABLE['heads'], *_TABLE['markers'], *_TABLE['opens']])}|{BODY.pattern})(?!\w)"
)


def right_phrase(words: str, *, subject: bool) -> str:
    """What the words behind a figure say of it; `subject` where it stands before its verb: then the verb is looked for
    behind commas, too.

    >>> right_phrase(" đi học lớp trung cấp, trong đó có nữ", subject=False)
    'đi học lớp trung cấp'
    >>> right_phrase(" các phòng, ban có trình độ đại học", subject=True)
    'các phòng, ban có trình độ đại học'
    """
    words = _PER.sub("", RUN_IN.split(words)[0])
    if named := _NAMED_ONES.match(words):
        words = words[named.end() :]
    folded, stop = fold(words), len(words)
    if folded.lstrip().startswith(","):
        return ""
    whole = compounds(folded)
    for m in _RIGHT_END.finditer(folded):
        if any(k.start <= m.start() < k.end for k in whole) or words[m.start()].isupper():
            continue  # of a compound or a name: "đường Lương Định Của"
        stop = m.start()
        said = folded[:stop].strip()
        if m[0] != "," or re.match(r"[ ]*(?:\d|với|trong đó|riêng)", folded[m.end() :]):
            break
        if any(b.start() < m.end() <= b.end() for b in _LIST_OF_BODIES.finditer(folded)):
            continue
        both = bool(ENDS_ACT.search(said) and VERB.match(folded, m.end() + 1))
        if both:
            continue
        if said and not goes_on(folded[m.end() :]) and (not subject or PREDICATE.search(said)):
            break
        if len(said.split()) > (30 if subject and not PREDICATE.search(said) else 12):
            break
    else:
        stop = len(words)
    phrase = squeezed(words[:stop])
    if _RIGHT_NONE.match(fold(phrase)):
        return ""
    while lead := _RIGHT_LEAD.match(fold(phrase)):
        phrase = phrase[lead.end() :].lstrip()
    if _RIGHT_NONE.match(fold(phrase)):
        return ""
    if fold(phrase) in _GENERIC or all(w[0].isupper() and not w.isupper() for w in phrase.split()):
        return ""  # "70 cán bộ của huyện", "4 xã là Ngọc Sơn, Sơn Hải"
    return tight(clipped(phrase, subject=subject))


def goes_on(folded: str) -> bool:
    """True where what follows a comma goes on with the phrase before it, and opens no clause."""
    return bool(_NOMINAL.match(folded)) or not (_OPENS.match(folded) or re.match(r"[ ]*(?:\d|$)", folded))
