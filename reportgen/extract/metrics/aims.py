"""Aims: whether a figure is aimed at, planned or asked for, and not reached.

aim = aimed word , … , figure              phấn đấu đến năm 2025 có 9 xã …, sẽ xây 10 tuyến
    | asks , … , act , figure              đề nghị tỉnh hỗ trợ 5 tỷ đồng
    | due , act , figure                   phải di dời 30 hộ, lộ trình sáp nhập 4 xã
    | plan , ( "là" | "(" ) , figure       kế hoạch là 12 tỷ đồng
    | figure , noun , ahead , act          5 xã còn lại sẽ về đích

no aim = "so với" , figure                 so với 2.600 biên chế được giao
    | aim , ";" … , figure , "đã"          sẽ xây 5 khu, trong đó 2 khu đã được quy hoạch
"""

from __future__ import annotations

import re

from reportgen.extract.metrics.turns import NOW
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "aims.toml")
_AIMS, _ASKED, _DUE, _AHEAD, _PLANNED = (_TABLE[key] for key in ("aims", "asked", "due", "ahead", "planned"))


def _behind_none_of(words: list[str]) -> str:
    return "".join(f"(?<!(?<!\\w){word} )" for word in words)


_BEFALLS = re.compile(rf"(?:[ ][^\W\d]+){{0,4}}?[ ]sẽ[ ]{alternation(_AIMS['will_not'])}(?!\w)")
_DONE = "".join(f"(?<!{word} phấn đấu)(?<!{word} quyết tâm)" for word in _AIMS["done_after"])
_AIM = re.compile(
    rf"(?<!\w)(?!mục tiêu quốc gia)(?!sẽ {alternation(_AIMS['will_not'])}(?!\w)){alternation(_AIMS['words'])}{_DONE}(?!\w)"
)
_OPENING = re.compile(rf"(?:^|[,;:.(“\"–-])[ ]*{alternation(_AIMS['opening'])}(?!\w)")
_NAMED = re.compile(rf"(?:{starting(_AIMS['named'])}|%)[ ](?:mục tiêu|chỉ tiêu đề ra)$")
"""Aims that are only spoken of; what a colon introduces is aimed at: "với các mục tiêu cụ thể: …"."""
_MET = re.compile(
    rf"(?<!\w){alternation(_AIMS['met'])}(?: \w+){{0,3}} (?:các|những) (?:mục tiêu|chỉ tiêu(?: \w+)? đề ra)$"
)
"""Aims that were reached, also before a colon: "đạt và vượt hầu hết các chỉ tiêu đề ra: …"."""
_COMPARED = re.compile(r"(?<!\w)so với (?:hơn |trên |gần |khoảng |tổng số )?$")
_HAVE_BEEN = re.compile(r"(?:[ ][^\W\d]+){0,3}?[ ](?:hiện )?đã[ ]")
_CLAUSE = re.compile(r"trong đó|[;:(]|,(?=[ ](?:có|riêng|với))")
_MUST = re.compile(r"(?<!\w)phải (?:[^\W\d]+ ){1,14}đạt(?!\w)")
"""What has to be reached: "phải được thu gom, xử lý đạt ≥ 95%"."""
_REACHED = re.compile(rf"{starting(_AIMS['reached'])}(?!\w)")
_OPENS = re.compile(r"(?:^|[,;:.(–-]|(?<!\w)(?:và|nhưng|mà|song))[ ]*$")
_NOT_BESIDE = re.compile(r"(?<!so với )(?<!như )$")
_REACH = 60  # characters from an aim to the colon that introduces its figures
_IF = re.compile(r"(?<!\w)(?:nếu|giả sử)(?!\w)")

_NEAR = r"(?:từ |đến |lên |thêm |tới |khoảng |hơn |trên |gần |ít nhất |tối thiểu |không quá |cho )*"
_FEW = rf"(?:[ ][^\W\d]+){{0,6}}?[ ]{_NEAR}$"
_ASKS = re.compile(
    rf"(?<!\w){_behind_none_of(_ASKED['noun_after'])}{alternation(_ASKED['words'])}(?![ ]{alternation(_ASKED['noun_before'])}(?!\w))"
    rf"[^.;:()]{{1,140}}?[ ]{_behind_none_of(_ASKED['no_acts_after'])}{alternation(_ASKED['acts'])}"
    rf"(?![ ]{alternation(_ASKED['no_acts_before'])}(?!\w)){_FEW}"
)
_GRANTED = re.compile(rf"{starting(_ASKED['granted'])}(?!\w)")
_MUST_DO = re.compile(
    rf"(?<!\w){_behind_none_of(_DUE['not_after'])}{alternation(_DUE['words'])}[ ]{alternation(_DUE['acts'])}"
    rf"(?:[ ](?!{alternation(_DUE['not_before'])}[ ])[^\W\d]+){{0,5}}?[ ]{_NEAR}$"
)
_PLAN = re.compile(
    rf"(?<!\w)(?<!- )(?P<how>{alternation(_PLANNED['short_of'])}[ ])?{alternation(_PLANNED['words'])}"
    rf"(?:[ ](?!{alternation(_PLANNED['not_with'])}[ ])(?:[^\W\d]+|\d{{4}})){{0,6}}[ ](?P<link>là |\()(?:trên |dưới |từ |hơn |khoảng )?$"
)
_THEY_WILL = re.compile(
    rf"(?:[ ][^\W\d]+){{0,7}}?[ ]{alternation(_AHEAD['words'])}[ ](?:cơ bản[ ])?{alternation(_AHEAD['acts'])}(?!\w)"
)


def is_target(before: str, behind: str = "") -> bool:
    """True where the sentence aims at a figure between the words `before` and `behind`, and says not that it was reached.

    >>> is_target("xã phấn đấu trồng "), is_target("xã phấn đấu và đã trồng "), is_target("đề nghị tỉnh hỗ trợ ")
    (True, False, True)
    >>> is_target("Có ", " xã còn lại sẽ về đích"), is_target("kế hoạch là "), is_target("đã phải di dời ")
    (True, True, False)
    """
    if _THEY_WILL.match(behind) and not is_reached(before, max(before.rfind(mark) for mark in ",;:") + 1):
        return True
    if _BEFALLS.match(behind) or _COMPARED.search(before):
        return False
    if _HAVE_BEEN.match(behind) and (clause := [m.end() for m in _CLAUSE.finditer(before)]):
        before = before[clause[-1] :]
    aimed = [
        m
        for m in _AIM.finditer(before)
        if not (m[0].startswith("sẽ") and _IF.search(before, 0, m.start()))
        and before.find(": ", m.end()) <= m.end() + _REACH
        and not _MET.search(before, 0, m.end())
        and (not _NAMED.search(before, 0, m.end()) or ":" in before[m.end() : m.end() + 30])
    ]
    aimed += [*_MUST.finditer(before), *_OPENING.finditer(before)]
    if aimed and not is_reached(before, max(m.end() for m in aimed)):
        return True
    asked = next(iter(_ASKS.finditer(before)), None) or next(iter(_MUST_DO.finditer(before)), None)
    if asked and not _REACHED.search(asked[0]) and not _GRANTED.search(asked[0]):
        return True
    plan = _PLAN.search(before)
    return plan is not None and (plan["how"] is not None or plan["link"] == "là ")


def is_reached(before: str, at: int) -> bool:
    """True where the words from `at` on say that it was reached."""
    if _REACHED.search(before, at):
        return True
    said = list(NOW.finditer(before, at))
    return any((_OPENS if m[0] == "hiện" else _NOT_BESIDE).search(before, at, m.start()) for m in said)
