"""Indicators: what is counted or said of the counted thing, in the article's own words.

    counts    the act before and what is said behind: "cử" 3 đồng chí "đi học lớp …", "kết nạp" 187 đảng viên
    shares    the noun phrase behind (85% "đảng viên hoàn thành …"), or the head before ("tỷ lệ hộ nghèo" còn 3%)
    amounts   the head before: "thu nhập bình quân đầu người" đạt 56 triệu đồng

A figure in a list whose own words say nothing takes the act of the figure before it; a rise or fall takes its whole
indicator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.extract.metrics.tokens import Figure
from reportgen.model import Unit
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "indicator.toml")
_MOST = 16  # words of an indicator
_FEW = 4  # words below which a piece reaches over the next comma
_SHARES = frozenset({"%", "‰", "điểm phần trăm"})
_RIGHT_END = re.compile(
    rf"[,;:()“”?!…]|\.(?=\s|$)|[ ]–[ ]|(?<=[ ])(?:và[ ])?(?=\d)|[ ]{alternation(_TABLE['ends_right'])}(?!\w)"
)
_LEFT_START = re.compile(r"[;:(“”?!…]|\.(?=\s)|[ ]–[ ]|,(?=\s)")
_LEAD = re.compile(rf"(?:{alternation(_TABLE['lead'])}(?!\w)[ ,]*)+")
_TRAIL = re.compile(rf"(?:(?:^|[ ,]+){alternation(_TABLE['trail'])})+[ ,(:]*$")
_FRAME = re.compile(
    r"(?:(?:đến|tính đến|trong|từ|giai đoạn|nhiệm kỳ|riêng|hết|cuối|đầu|sau|qua|hằng|hàng)[ ])*(?:(?:hết|cuối|đầu)[ ])?(?:\d+[ ])?"
    r"(?:năm|tháng|quý)(?:[ ](?:học[ ])?[ivx\d/–-]+)*(?:[ ]đến[ ](?:nay|năm[ ]\d+))?(?:[ ,]+|$)"
)
_LOOSE = re.compile(r"(?:[ ](?:cho|với|của|để|từ|gần|hơn|trên|khoảng|dưới|tới|đến|và|có|là|đối))+$")
_SUBJECT = re.compile(r"^[^,;]{2,70}?(?<!\w)(?:đã|đang|còn)[ ](?=\w)")
_BODY_ALONE = re.compile(rf"{alternation(_TABLE['bodies'])}(?:[ ]\w+){{0,3}}")
_ACRONYM = re.compile(r"[ ]\([^()]{2,20}\)(?=[ ][^\W\d])")
_HEAD = re.compile(rf"(?<!\w)(?:{alternation(_TABLE['heads'])})(?!\w)")
_VAGUE = frozenset(_TABLE["vague"])


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure says: `words`, None where nothing does; `act` is what a further figure of the list shares."""

    words: str | None
    act: str | None


def indicator_of(
    string: str, start: int, figure: Figure, end: int, before: Indicator | None, *, change: bool, whose: Unit | None
) -> Indicator:
    """The indicator of `figure`, from `string[start:end]`.

    `start` is behind the figure before it in the sentence, `before` that figure's indicator, `whose` the unit that the
    figure speaks of: its bare name says nothing of the figure.
    """
    left = _left(string, start, figure.number.start, first=before is None)
    if whose and fold(left) in {fold(whose.label), fold(whose.name)}:
        left = ""
    right = _right(string, figure, end)
    own = before is None or bool(_LEFT_START.search(string, start, figure.number.start))
    act = left if left and own else (before.act if before else None)
    if change and not left and before:
        return Indicator(before.words, before.act)
    if figure.unit.name in _SHARES or figure.unit.kind == "measure":
        words = _of_share(left, right, before, percent=figure.unit.name == "%")
    elif before and not own and left:
        words = f"{left} {right}".strip()  # "7 lớp trung cấp cho 620 học viên": of what the figure before counts
    elif before and before.words and 0 < len(left.split()) <= 2 and not right and fold(left) not in fold(before.words):
        words = f"{before.words}, {left}"  # "cấp tỉnh là 29 lượt; cấp huyện là 25 lượt"
    else:
        words = " ".join(x for x in (_act(act), right) if x)
    if not words and before:
        words = before.words or ""
    words = " ".join(words.split()[:_MOST]).strip(" ,;:-–()")
    return Indicator(words if any(c.isalpha() for c in words) else None, act)


def _of_share(left: str, right: str, before: Indicator | None, *, percent: bool) -> str:
    head = _HEAD.search(fold(left))
    if head and fold(left) not in _VAGUE:
        return left[head.start() :]
    if percent and right and fold(right).startswith(("kế hoạch", "chỉ tiêu", "dự toán")):
        about = left or (before.words if before else "") or ""
        return f"{about} đạt {right}".strip()
    if percent and len(right.split()) >= 2:
        return right
    if fold(left) in _VAGUE and before and before.words:
        return f"{before.words}, {left}"
    said = left or ((before.act or before.words) if before else "") or ""
    return " ".join(x for x in (_act(said), right if len(right.split()) <= 8 else "") if x) or right


def _act(left: str | None) -> str:
    """The words before a count without their subject: "Thành ủy đã lựa chọn" is "lựa chọn"."""
    if not left:
        return ""
    subject = _SUBJECT.match(fold(left))
    left = left[subject.end() :] if subject else left
    return "" if _BODY_ALONE.fullmatch(fold(left)) else left


def _left(string: str, start: int, end: int, *, first: bool) -> str:
    """The words between the figure before and this one that belong to this one, without frames and words of measure."""
    piece = string[start:end]
    cuts = [0, *(m.end() for m in _LEFT_START.finditer(piece))]
    stop = _hard(piece, cuts)
    if not first and len(cuts) > 1:
        stop = max(stop, cuts[1])  # up to there the words are said of the figure before
    words = ""
    if not first and not _trimmed(piece[cuts[-1] :]):
        return ""  # a list goes on: "12 điểm trường, 7 trung tâm"
    for cut in reversed([c for c in cuts if c >= stop]):
        words = _trimmed(piece[cut:])
        if len(words.split()) >= _FEW:
            break
    return words


def _hard(piece: str, cuts: list[int]) -> int:
    """The last cut that is no comma: over it nothing reaches."""
    return max((c for c in cuts if not c or piece[c - 1] != ","), default=0)


def _trimmed(piece: str) -> str:
    piece = " ".join(piece.split()).strip(" ,;:-–()")
    while True:
        folded = fold(piece)
        trail, lead = _TRAIL.search(folded), _LEAD.match(folded) or _FRAME.match(folded)
        if trail:
            piece = piece[: trail.start()].rstrip(" ,;:-–(")
        elif lead and lead.end():
            piece = piece[lead.end() :].lstrip(" ,;:-–(")
        else:
            return piece


def _right(string: str, figure: Figure, end: int) -> str:
    """The words behind a figure that say something of it, up to where its clause ends."""
    at = figure.unit.end
    skipped = _ACRONYM.match(string, at)
    piece = string[skipped.end() if skipped else at : end]
    folded = fold(piece)
    stop = 0
    for m in _RIGHT_END.finditer(folded):
        stop = m.start()
        if m[0] != "," or len(piece[:stop].split()) >= _FEW or not stop:
            break
        if re.match(r"[ ]*(?:\d|và|đã|trong|với|đạt|tăng|giảm|hơn|trên|gần|khoảng|chiếm)", folded[m.end() :]):
            break
    else:
        stop = len(piece)
    piece, folded = piece[:stop].strip(), folded[:stop].strip()
    lead = re.match(rf"{alternation(_TABLE['right_lead'])}(?!\w)[ ]*", folded)
    if lead:
        piece = piece[lead.end() :]
    if re.match(rf"{alternation(_TABLE['right_none'])}(?!\w)", fold(piece)):
        return ""
    return _LOOSE.sub("", " ".join(piece.split()).strip(" ,;:-–()"))
