"""Frames: which of the periods that are named around a figure is its own.

period of a figure = the one right behind it                            60 triệu đồng vào năm 2018
                   | the last one named before it in its sentence
                   | the one behind it in its clause
                   | the frame that the sentences before leave to an enumeration or report
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportgen.extract.metrics.periods import Period
from reportgen.extract.metrics.tokens import Figure
from reportgen.extract.metrics.turns import NOW, TURN
from reportgen.text import Span

_OPENING = 60  # characters before a period that opens its sentence
_NEAR = 40  # characters in which a word like "hiện nay" opens its sentence
_SILENT = 3  # sentences without a figure that end a frame
_SILENT_STORY = 2  # the same where the frame's own sentence has none: it tells a story, no report
_RIGHT_BEHIND = re.compile(r"[ ]*(?:\(|vào |trong |của |ở |tại |hồi |vào thời điểm |vào cuối |vào đầu )?$")
_FROM = re.compile(r"(?<!\w)từ[ ](?:\w+[ ])?$")
_CLAUSE_START = re.compile(r"(?:^|[,:;–-])[ ]*(?:\w+[ ]){0,2}$")
_SOME_DAYS = re.compile(r"(\d{4}-\d\d)-\d\d/\1-\d\d")
"""Some days of one month, in which something happened: no frame."""
_SINCE = re.compile(r"\d{4}-\d\d(?:-\d\d)?/\.\.")
"""From a day or month on: where no figure is given for it, it is when something began: "Từ tháng 8/2019, thanh tra vào cuộc"."""
_TERM = re.compile(r"(?<!\w)(?:khóa|lần thứ)[ ]\w+,[ ]*$")
"""Before the term of a council or congress, which is no frame: "HĐND tỉnh khóa XV, nhiệm kỳ 2016-2021, …"."""
_EVENT = re.compile(
    r"(?:(?<!\w)(?:sáng|trưa|chiều|tối|đêm)[ ]|(?<!\w)(?<!đến )(?<!tính đến hết )ngày[ ])\d{1,2}[-/.]\d{1,2}(?!\d)"
)
_YEAR_BEFORE = re.compile(r"(?<!so )(?<!so với )(?<!\w)cùng kỳ(?: năm (?:trước|ngoái))?(?: [^\W\d]+){0,3} $")
"""A figure of the year before, told beside this year's: "xử lý 12 vụ (cùng kỳ là 15 vụ)"."""
_ALWAYS = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi)[ ](?:năm|tháng|quý|tuần|ngày|vụ)(?!\w)")


@dataclass(slots=True)
class Frame:
    """The period that the figures of a paragraph stand in until another is named; `report` is the whole article's.

    It holds for an enumeration: sentences that tell no figures end it, and so do a dated event and words like "hiện nay".
    """

    report: str | None
    edtf: str | None = None
    silent: int = 0
    bears: int = _SILENT

    def __post_init__(self) -> None:
        self.edtf = self.edtf or self.report

    def enter(self, folded: str, sentence: Span, periods: Sequence[Period], figures: Sequence[Figure]) -> None:
        """What a new sentence does to the frame before its figures are read."""
        now = NOW.search(folded, sentence.start, min(sentence.start + _NEAR, sentence.end))
        if now and not inside(now, periods):
            self.edtf = None
        if self.edtf == self.report:
            return
        opening = folded[sentence.start : min(sentence.start + _OPENING, sentence.end)]
        if self.silent >= self.bears or _EVENT.search(opening) or TURN.match(folded, sentence.start, sentence.end):
            self.edtf = None

    def leave(self, folded: str, sentence: Span, periods: Sequence[Period], figures: Sequence[Figure]) -> None:
        """What a sentence leaves to those that follow."""
        self.silent = 0 if figures else self.silent + 1
        now = [m for m in NOW.finditer(folded, sentence.start, sentence.end) if not inside(m, periods)]
        if now and not any(p.span.start > now[-1].start() for p in periods):
            self.edtf = None
        if (
            periods
            and not _SOME_DAYS.fullmatch(periods[0].edtf)
            and not (_SINCE.fullmatch(periods[0].edtf) and not figures)
            and _opens(folded[sentence.start : periods[0].span.start], folded[periods[0].span.end : sentence.end])
        ):
            self.edtf, self.silent, self.bears = periods[0].edtf, 0, _SILENT if figures else _SILENT_STORY


def _opens(before: str, after: str) -> bool:
    """True where a period between these words of its sentence is the frame of what follows: it opens a clause near the
    sentence's start ("Năm 2018, …", "Vụ xuân 2023-2024, …"), stands between commas, or right behind "cho biết:"; "kế hoạch năm
    2018" is none.
    """
    if _TERM.search(before):
        return False
    adjunct = after.startswith(",") and "," not in before
    near = len(before) < _OPENING and (adjunct or _CLAUSE_START.search(before) is not None)
    apart = after.startswith(",") and before.rstrip().endswith(",")
    return near or apart or before.rstrip().endswith(":")


def periods_of(
    folded: str, sentence: Span, figures: Sequence[Figure], periods: Sequence[Period], frame: Frame
) -> list[str | None]:
    """The periods of a sentence's figures in EDTF; `frame` is what it stands in. "đến nay" and its like end
    what was named before them; the period of a figure that something rose from is its own alone."""
    carried, reported = frame.edtf, frame.edtf == frame.report
    found: list[str | None] = []
    taken: list[Period] = []
    asides = [p for p in periods if _is_aside(folded, sentence, figures, p)]
    for i, figure in enumerate(figures):
        after = figures[i + 1].number.start if i + 1 < len(figures) else sentence.end
        close = next((p for p in periods if figure.span.end <= p.span.start < after), None)
        close = None if close and _of_an_aside(folded, figure, close, after) else close
        right_behind = close and _RIGHT_BEHIND.fullmatch(folded, figure.span.end, close.span.start)
        own = close if right_behind else None if close else _shared(folded, figures[i:], periods)
        if own:
            if _FROM.search(folded, sentence.start, figure.number.start):
                taken.append(own)
            found.append(own.edtf)
            continue
        if _YEAR_BEFORE.search(folded, sentence.start, figure.number.start):
            found.append(None)
            continue
        named = [p for p in periods if p.span.end <= figure.number.start and p not in taken]
        named = [p for p in named if p not in asides or ")" not in folded[p.span.end : figure.number.start]]
        said = [m for m in NOW.finditer(folded, sentence.start, figure.number.start) if not inside(m, periods)]
        here = said and (i == 0 or said[-1].start() >= figures[i - 1].span.end)
        if said and (not named or said[-1].start() >= named[-1].span.end):
            named, carried = [], None
        if named:
            found.append(named[-1].edtf)
        elif close and not here and _goes_with(folded[figure.span.end : close.span.start]):
            found.append(close.edtf)
        else:
            always = not reported and _ALWAYS.search(folded, sentence.start, figure.span.end)
            found.append(None if always else carried)
    return found


def _goes_with(between: str) -> bool:
    """True where a period behind these words may be the figure's: no clause, aside of something else or word of the present
    parts them."""
    return not re.search(r"[,;]|(?<=[\w)] )\(", between) and not NOW.search(between)


def _is_aside(folded: str, sentence: Span, figures: Sequence[Figure], period: Period) -> bool:
    """True where a period stands in a bracket with figures, or with words of its own, which are no others': "(năm 2012 đạt 5 tấn)",
    "ông A (về hưu từ ngày 1/8/2019)"."""
    opened = folded.rfind("(", sentence.start, period.span.start)
    closed = folded.find(")", period.span.end, sentence.end)
    if opened < 0 or closed < 0 or ")" in folded[opened : period.span.start]:
        return False
    return bool(folded[opened + 1 : period.span.start].strip()) or any(
        opened < f.number.start < closed for f in figures
    )


def _of_an_aside(folded: str, figure: Figure, period: Period, after: int) -> bool:
    """True where a period stands in a bracket that has a figure of its own: "tăng 8,3% (năm 2018 tăng 8,1%)"."""
    opened = folded.find("(", figure.span.end, period.span.start)
    closed = folded.find(")", period.span.end)
    return opened >= 0 and after < closed and ")" not in folded[opened : period.span.start]


_LISTED = re.compile(r"(?:[ ][^\W\d]+){0,3}(?:,| và|, và)[ ](?:thêm |hơn |trên |gần |khoảng )?$")


def _shared(folded: str, figures: Sequence[Figure], periods: Sequence[Period]) -> Period | None:
    """The period right behind the last of figures that are only listed: "giảm 1.956 hộ nghèo, 800 hộ cận nghèo năm 2018"."""
    for this, later in pairwise(figures):
        if not _LISTED.fullmatch(folded, this.span.end, later.number.start):
            return None
        behind = next((p for p in periods if p.span.start >= later.span.end), None)
        if behind and _RIGHT_BEHIND.fullmatch(folded, later.span.end, behind.span.start):
            return behind
    return None


def inside(m: re.Match[str], periods: Sequence[Period]) -> bool:
    """True where a match lies in a period."""
    return any(p.span.overlaps(Span(m.start(), m.end())) for p in periods)
