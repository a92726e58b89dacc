"""The words around a figure: its bound, its direction, and what it is measured from."""

from __future__ import annotations

import re

from reportgen.model import Bound, Change
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_CONTEXT = table("reportgen.extract.metrics", "context.toml")
_BOUNDS: dict[str, Bound] = {word: bound for bound, words in _CONTEXT["bounds"].items() for word in words}
_BOUND = re.compile(rf"(?<!\w)(?!(?<=vượt )dự kiến)(?!(?<=so với )dự kiến)(?P<word>{alternation(_BOUNDS)})[ ]?$")
_CHANGES_TO = re.compile(r"[^.,;]{0,60}?(?<!\w)(?:lên|xuống|đến|thì|tới|còn)(?!\w)")
"""Behind "từ 33 triệu …": where the figure began, not a bound."""
_BEHIND: dict[str, Bound] = {word: bound for bound, words in _CONTEXT["bounds_behind"].items() for word in words}
_BOUND_BEHIND = re.compile(rf"[ ](?P<word>{alternation(_BEHIND)})(?!\w)")
_ESTIMATED = re.compile(
    rf"(?<!\w)(?<!so với )(?<!vượt )(?<!hơn )(?<!theo )(?<!về ){alternation(_CONTEXT['estimated']['words'])}"
    r"(?:[ ](?:[^\W\d]+|(?:19|20)\d\d)){1,12}[ ]$"
)
"""What opens an estimate, with the words up to the figure: "dự báo giá trị sản xuất năm 2019 đạt"."""
_CHANGES: dict[str, Change] = {word: change for change, words in _CONTEXT["change"].items() for word in words}
_CHANGE = re.compile(rf"(?<!\w)(?P<word>{alternation(_CHANGES)})(?P<between>(?:[ ]\w+){{0,2}})[ ]$")
_OF_RATE = re.compile(
    r"(?<!\w)(?P<word>giảm|tăng) (?:tỷ lệ|tỉ lệ)(?P<what>(?: [^\W\d]+){1,9}?)"
    r" (?:bình quân|trung bình|mỗi năm|hằng năm|hàng năm|thêm)(?: (?:từ|mỗi năm|hằng năm|hàng năm))? $"
)
"""How much a rate falls in a year: "giảm tỷ lệ hộ nghèo bình quân 1,5%"; without these words it is the level."""
_RATE = re.compile(r"(?<!\w)(?:tốc độ|mức tăng|tăng trưởng)(?!\w)[^,;.]*$")
"""A rise that is the name of a rate: "tốc độ tăng trưởng kinh tế tăng 8%"."""
_LEVEL = re.compile(rf"{starting(_CONTEXT['change_not']['between'])}(?!\w)")
_BASELINE = re.compile(r"[^.;:\d]{0,25}?(?<!\w)so (?:với |(?=cùng kỳ))(?P<what>[^\W\d][^,;:()“”\"….]{1,60})")
_BASELINE_ENDS = re.compile(
    r"[ ](?:và|với|chưa|đang|do|nhưng|trong|trong khi|tăng|giảm|cao|thấp|vượt|thì|vi phạm|đã|được|bằng|từ|là|có|chiếm|đạt|\(|–|-)[ ]"
)


def bound_of(before: str, after: str) -> tuple[Bound | None, int]:
    """The bound of a figure, from the words right before and behind it, and how many characters before belong to it.

    >>> bound_of("cho gần ", " người"), bound_of("đạt ", " trở lên"), bound_of("đạt ", ""), bound_of("ước cả năm đạt ", "")
    (('~', 4), ('>=', 0), (None, 0), ('~', 0))
    """
    m = _BOUND.search(before)
    behind = _BOUND_BEHIND.match(after)
    if behind:
        return _BEHIND[behind["word"]], len(before) - m.start() if m else 0
    if m and m["word"] == "từ" and _CHANGES_TO.match(after):
        return None, len(before) - m.start()
    if m and (m[0].endswith(" ") or not m["word"].isalpha()):
        return _BOUNDS[m["word"]], len(before) - m.start()
    return ("~", 0) if _ESTIMATED.search(before) else (None, 0)


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
