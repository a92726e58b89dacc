"""The words around a figure: its bound, its direction, whether it is aimed at, and what it is measured from."""

from __future__ import annotations

import re

from reportgen.model import Bound, Change
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_CONTEXT = table("reportgen.extract.metrics", "context.toml")
_BOUNDS: dict[str, Bound] = {word: bound for bound, words in _CONTEXT["bounds"].items() for word in words}
_BOUND = re.compile(rf"(?<!\w)(?P<word>{alternation(_BOUNDS)})[ ]?$")
_CHANGES_TO = re.compile(r"[^.,;]{0,60}?(?<!\w)(?:lên|xuống|đến|thì|tới|còn)(?!\w)")
"""Behind "từ 33 triệu …": where the figure began, not a bound."""
_BEHIND: dict[str, Bound] = {word: bound for bound, words in _CONTEXT["bounds_behind"].items() for word in words}
_BOUND_BEHIND = re.compile(rf"[ ](?P<word>{alternation(_BEHIND)})(?!\w)")
_CHANGES: dict[str, Change] = {word: change for change, words in _CONTEXT["change"].items() for word in words}
_CHANGE = re.compile(rf"(?<!\w)(?P<word>{alternation(_CHANGES)})(?P<between>(?:[ ]\w+){{0,2}})[ ]$")
_OF_RATE = re.compile(
    r"(?<!\w)(?P<word>giảm|tăng) (?:tỷ lệ|tỉ lệ)(?P<what>(?: [^\W\d]+){1,9}?)"
    r" (?:bình quân|trung bình|mỗi năm|hằng năm|hàng năm|thêm)(?: (?:từ|mỗi năm|hằng năm|hàng năm))? $"
)
"""How much a rate falls in a year: "giảm tỷ lệ hộ nghèo bình quân 1,5%"; without these words it is the level."""
_RATE = re.compile(r"(?<!\w)(?:tốc độ|mức tăng|tăng trưởng)(?!\w)[^,;.]*$")
"""A rise that is the name of a rate: "tốc độ tăng trưởng kinh tế tăng 8%"."""
_LEVEL = re.compile(rf"(?<!\w){alternation(_CONTEXT['change_not']['between'])}(?!\w)")
_TARGET = re.compile(
    rf"(?<!\w)(?!mục tiêu quốc gia)(?!sẽ (?:được|ở mức|bị|nhận|phải|hưởng)(?!\w)){alternation(_CONTEXT['target']['words'])}(?!\w)"
)
_NAMED = re.compile(r"(?:(?<!\w)(?:các|những|nhiều|thực hiện|so với|hoàn thành|đạt|vượt)|%)[ ]mục tiêu$")
"""Aims that are only spoken of; what a colon introduces is aimed at: "với các mục tiêu cụ thể: …"."""
_MUST = re.compile(r"(?<!\w)phải (?:[^\W\d]+ ){1,14}đạt(?!\w)")
"""What has to be reached: "phải được thu gom, xử lý đạt ≥ 95%"."""
_REACHED = re.compile(r"(?<!\w)(?:đã|đạt được|đến nay|hiện nay|hiện tại)(?!\w)")
_BASELINE = re.compile(r"[^.;:\d]{0,25}?(?<!\w)so (?:với |(?=cùng kỳ))(?P<what>[^\W\d][^,;:()“”\"….]{1,60})")
_BASELINE_ENDS = re.compile(
    r"[ ](?:và|với|chưa|đang|do|nhưng|trong|trong khi|tăng|giảm|cao|thấp|vượt|thì|vi phạm|đã|được|bằng|từ|là|có|chiếm|đạt|\(|–|-)[ ]"
)


def bound_of(before: str, after: str) -> tuple[Bound | None, int]:
    """The bound of a figure, from the words right before and behind it, and how many characters before belong to it.

    >>> bound_of("cho gần ", " người"), bound_of("đạt ", " trở lên"), bound_of("đạt ", "")
    (('~', 4), ('>=', 0), (None, 0))
    """
    m = _BOUND.search(before)
    behind = _BOUND_BEHIND.match(after)
    if behind:
        return _BEHIND[behind["word"]], len(before) - m.start() if m else 0
    if m and m["word"] == "từ" and _CHANGES_TO.match(after):
        return None, len(before) - m.start()
    if m and (m[0].endswith(" ") or not m["word"].isalpha()):
        return _BOUNDS[m["word"]], len(before) - m.start()
    return None, 0


def change_of(before: str, *, share: bool = True) -> Change | None:
    """Whether the figure is itself a rise or a fall: "tăng 20%", but not "giảm xuống còn 3%".

    >>> change_of("tỷ lệ tăng "), change_of("giảm xuống còn "), change_of("tốc độ tăng trưởng hằng năm tăng ")
    ('+', None, None)
    """
    rate = _OF_RATE.search(before) if share else None
    if rate and not _LEVEL.search(rate["what"]):
        return _CHANGES[rate["word"]]
    m = _CHANGE.search(before)
    if not m or _LEVEL.search(m["between"]):
        return None
    if share and m["word"] in {"tăng", "tăng bình quân"} and _RATE.search(before):
        return None
    if m["word"] == "vượt" and (m["between"].strip() or not share):
        return None  # "vượt 5% kế hoạch" is a rise, "vượt 1.000 tỷ đồng" a bound
    return _CHANGES[m["word"]]


def is_target(before: str) -> bool:
    """True where the clause before the figure aims at it, and nothing there says that it was reached."""
    aimed = [
        m
        for m in _TARGET.finditer(before)
        if not _NAMED.search(before, 0, m.end()) or ":" in before[m.end() : m.end() + 30]
    ]
    aimed += _MUST.finditer(before)
    return bool(aimed) and not _REACHED.search(before, aimed[-1].end())


def baseline_of(after: str) -> str | None:
    """What a rise or fall is measured from, in the words behind it.

    >>> baseline_of(" so với cùng kỳ năm 2018 và vượt kế hoạch"), baseline_of(" hộ so với đầu nhiệm kỳ."), baseline_of(" hộ")
    ('cùng kỳ năm 2018', 'đầu nhiệm kỳ', None)
    """
    m = _BASELINE.match(fold(after))
    if not m:
        return None
    what = after[m.start("what") : m.end("what")]
    end = _BASELINE_ENDS.search(fold(what) + " ")
    return what[: end.start()].strip() if end else what.strip()
