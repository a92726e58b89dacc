"""Outcomes: rules that tell what came of acts, states, figures and judgements from acts."""

from __future__ import annotations

import re

from reportgen.extract.measures.clauses import is_outcome, results_in
from reportgen.extract.measures.heads import HEAD
from reportgen.extract.measures.seen import Seen
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_ACTS = table("reportgen.extract.measures", "acts.toml")
_FAULT = re.compile(rf"{starting(_ACTS['faults'])}(?!\w)")
_GROUNDLESS = re.compile(rf"{starting(_ACTS['groundless'])}(?!\w)")
_DECIDES = frozenset({"quyết định", "thu hồi", "ban hành", "ra quyết định", "có quyết định", "cưỡng chế"})
_RIGHTING = frozenset(_ACTS["righting"])
_BUT = re.compile(r"(?<!\w)(?:nhưng|song|tuy nhiên)[ ,][^;:]*?(?<!\w)(?:chưa|không|còn)(?!\w)")
_WHICH = re.compile(
    rf"(?:các|những|hai|ba|bốn|\d+)[ ](?:đơn vị|cơ quan|địa phương|tổ chức|xã|huyện|trường)[ ](?!{starting(_ACTS['tenses'])})"
)
_ARE = re.compile(r"[^,;:]{0,60}[ ]là[ ](?!việc)")
_COUNT = re.compile(r"(?:trong[ ])?(?:tổng[ ])?(?:số|số lượng|tỷ lệ|số vụ|số người)[ ]\w")
_COUNTED = re.compile(
    r"[^,;:]{0,60}[ ](?:(?:tăng|giảm|chiếm|đạt)(?!\w)|là[ ](?:hơn |trên |gần )?\d)|[^;:]{0,40},[ ]có[ ]\d"
)
_BELIEVED = re.compile(rf"{alternation(_ACTS['believed'])}(?!\w)")
_STATE = re.compile(
    r"(?:[^,]{0,80},[ ])?(?:hiện nay|hiện tại|hiện|đến nay|tính đến)?[^,]{0,60}(?<!\w)(?:có|còn|đạt|là|chiếm|gồm)[ ]"
    r"(?:trên |gần |hơn |khoảng )?\d"
)
_HEAD = 160  # characters of a statement in which a state is told
_JUDGED = frozenset(_ACTS["assessed"])
_PUNISHED = frozenset(_ACTS["punished"])
_BY = re.compile(r"(?<!\w)được(?!\w)")
_IS = re.compile(r"(?<!\w)là(?!\w)")
_CARRYING_OUT = re.compile(
    rf"(?:thực hiện|triển khai)(?!\w)[^,;]{{3,160}},[ ][^,;]{{3,80}}?{starting(_ACTS['results'])}(?!\w)"
)  # "Thực hiện cơ chế một cửa, trình độ cán bộ được nâng lên"
_REACHED = re.compile(r"[ ](?:đạt|vượt|thành công|thắng lợi|cao|trước)(?!\w)")
_NEAR = 60  # characters behind a passive act in which a word of result makes it one


def which(s: Seen) -> bool | None:
    """ "Hai đơn vị phối hợp tổ chức thi là trường A và trường B": which bodies do it, not that they do."""
    return False if s.clause.kind == "acted" and _WHICH.match(s.before) and _ARE.match(s.behind) else None


def drawback(s: Seen) -> bool | None:
    """ "Chính sách đã được ban hành nhưng … chưa hiệu quả": told for what is wrong with it, by nobody."""
    return False if s.clause.kind == "passive" and not s.clause.actor and _BUT.search(s.behind) else None


def counted(s: Seen) -> bool | None:
    """ "Số đảng viên bị kỷ luật tăng nhanh", "Tổng số người được hỗ trợ là 182": how many there are."""
    if s.clause.kind != "passive" or not _COUNT.match(s.words):
        return None
    told = _COUNTED.match(s.behind)
    punished = s.clause.act_words in _PUNISHED and told and _IS.search(told[0])  # "Tổng số đảng viên bị kỷ luật là 201"
    return False if told and not punished else None


def blamed(s: Seen) -> bool | None:
    """ "UBND đã phê duyệt … là không đúng quy định": an act that is told as a wrong is none to report."""
    tells = (
        s.clause.act is not None and HEAD.match(s.folded, s.clause.act.end + 1) is not None
    )  # "giao Thanh tra tỉnh làm rõ …"
    if s.clause.act_words in _DECIDES and _GROUNDLESS.search(s.behind):
        return False
    return False if s.clause.act_words not in _RIGHTING and not tells and _FAULT.search(s.behind) else None


def outcome(s: Seen) -> bool | None:
    """ "Nhờ đó, năng lực được nâng lên": what came of it, unless a body is said to act again."""
    if not is_outcome(s.folded, s.sentence) and not is_outcome(s.folded, s.statement.span):
        return None
    if s.clause.kind == "elided" and _BELIEVED.match(s.words) and not results_in(s.folded, s.statement.span):
        return None
    told = Span(s.clause.start, s.clause.act.end if s.clause.act else s.clause.start)
    return None if s.clause.kind == "acted" and not results_in(s.folded, told) else False


def state(s: Seen) -> bool | None:
    """ "Chi bộ hiện có 24 đảng viên": a state in figures; "có 5 đảng viên bị kỷ luật" is none."""
    m = _STATE.match(s.words[:_HEAD])
    return False if m and m.end() <= len(s.before) and s.clause.act_words not in _PUNISHED else None


def assessed(s: Seen) -> bool | None:
    """ "Đảng bộ được cấp trên đánh giá …": the body is the one that is judged."""
    return False if s.clause.act_words in _JUDGED and _BY.search(s.before) else None


def held_to_be(s: Seen) -> bool | None:
    """ "Các cấp ủy đều xác định … là điều kiện tiên quyết": a conviction."""
    if s.clause.act_words != "xác định":
        return None
    return False if _IS.search(s.behind) and not _BY.search(s.behind) else None


def result(s: Seen) -> bool | None:
    """Where the subject or the predicate before the act is a result, what is told is one."""
    act, span = s.clause.act, s.statement.span
    if act is None:
        return False
    before = Span(span.start, act.start)
    told = before if s.clause.actor else Span(span.start, min(act.end + _NEAR, span.end))
    if s.clause.kind == "passive" and results_in(s.folded, told):
        return False
    if s.clause.kind == "elided" and (_CARRYING_OUT.match(s.words) or results_in(s.folded, before)):
        return False
    if s.clause.act_words == "kết nạp" and s.behind.startswith(" được"):
        return False  # how many were won is a result
    return False if s.clause.kind == "acted" and _REACHED.match(s.behind) else None
