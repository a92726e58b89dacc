"""What figures of a sentence share: a level that was reached, all of something, a predicate told behind the last of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportgen.extract.metrics.behind import right_phrase
from reportgen.extract.metrics.phrases import VERBS, short, squeezed, trimmed
from reportgen.extract.metrics.stretches import Stretch
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "indicator.toml")
PLAN = re.compile(rf"(?:so với )?{alternation(_TABLE['plans'])}(?!\w)")
ACTS = re.compile(rf"(?<!\w)(?:{VERBS})(?!\w)")


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure says: `words`, None where nothing does; `act` is what a further figure of the list shares, `topic`
    what a figure that hangs on it speaks of; `bare` where nothing but the counted noun says something, `measures` where
    the words end in what is measured of the topic: "xây cầu, tổng vốn"."""

    words: str | None
    act: str = ""
    topic: str = ""
    bare: bool = False
    measures: bool = False


_LEVELS = frozenset({"tiêu chí", "chỉ tiêu"})
_REACHES = re.compile(
    r"(?P<who>(?:[ ][^\W\d]+){0,3}?)[ ](?P<how>(?:(?:đã|cơ bản|hoàn thành|đạt|đạt chuẩn|có|cơ bản đạt|đã đạt)[ ])?"
    r"(?:(?:từ|dưới|trên|hơn|gần)[ ])?)(?<=[^ ][ ])$"
)


def level_reached(string: str, s: Stretch, later: Stretch) -> tuple[Indicator, Indicator] | None:
    """What two figures say of which the one tells the level that the other has reached, None for others: 27 xã "đạt 19 tiêu
    chí", and 19 tiêu chí "xã đạt"; 90% "số xã đạt dưới 5 tiêu chí"."""
    unit = s.figure.unit
    if (
        later.figure.unit.name not in _LEVELS
        or (unit.name or "").split("/")[0] in _LEVELS
        or unit.dimension not in {None, "share"}
    ):
        return None
    m = _REACHES.fullmatch(string, max(unit.end, s.figure.number.end), later.figure.number.start)
    if m is None or not m["how"].strip() or (unit.dimension == "share") is not bool(m["who"].strip()):
        return None
    words = squeezed(string[m.start("how") : later.figure.span.end])
    who = squeezed(m["who"]) or unit.name or ""
    topic = f"{who} {words}"
    said = Indicator(topic if unit.dimension == "share" else words, "", topic)
    return said, Indicator(f"{who} đạt", "", topic)


def all_told(s: Stretch, later: Stretch) -> Indicator | None:
    """What a count says of which all is told behind: 5 huyện "có 100% xã đạt chuẩn"."""
    share = later.figure
    whole = share.value == 100 and share.unit.name == "%" and later.link in {"có", "với"} and later.outer == s.outer
    right = right_phrase(later.right, subject=True) if whole and not trimmed(later.left) else ""
    if len(right.split()) < 2 or s.figure.unit.dimension is not None:
        return None
    return Indicator(short(f"{later.link} 100% {right}"), "", f"{s.figure.unit.name} {later.link} 100% {right}")


def predicates(string: str, chain: Sequence[Stretch]) -> list[str]:
    """What is said behind the last of figures that are only joined holds for all: "131 tổ chức đảng và 102 đảng viên
    chấn chỉnh"."""
    found = [s.right for s in chain]
    joints = [_are_joined(*pair) and ";" not in _between(string, *pair) for pair in pairwise(chain)]
    closed = False
    for i in range(len(chain) - 2, -1, -1):
        this, later = chain[i], chain[i + 1]
        joined, between = _are_joined(this, later), _between(string, this, later)
        two = not (i and joints[i - 1]) and not (i + 1 < len(joints) and joints[i + 1])
        mine, theirs = this.figure.unit.dimension, later.figure.unit.dimension
        alike = mine == theirs or (mine is None and theirs == "share" and not PLAN.match(fold(squeezed(later.right))))
        holds = theirs == "share" or _PREDICATES.match(fold(found[i + 1]))
        joined = joined and not _MAKES_UP.search(fold(between))
        closed = joined and (closed or two or theirs is not None or _AND.search(fold(between)) is not None)
        if closed and alike and holds and not squeezed(found[i]):
            found[i] = found[i + 1]
        elif mine == "share" and _IN_ALL.match(fold(between)) and not squeezed(found[i]):
            found[i] = f" {later.figure.unit.name if theirs is None else ''}{found[i + 1]}"
        elif (
            joined
            and (this.figure.of is not None or (mine == theirs == "share" and not ACTS.search(fold(found[i]))))
            and not _SAYS.search(fold(found[i]))
        ):
            said = _SAYS.search(fold(found[i + 1]))
            found[i] = f"{found[i].rstrip()} {found[i + 1][said.start() :]}" if said else found[i]
    return found


def _are_joined(this: Stretch, later: Stretch) -> bool:
    """True where nothing but a comma or "và" stands between two figures."""
    return later.link in {",", ";"} and not later.left.strip(" ,;") and later.outer == this.outer


def _between(string: str, this: Stretch, later: Stretch) -> str:
    return string[this.figure.unit.end : later.figure.number.start]


_MAKES_UP = re.compile(r"(?<!\w)(?:chiếm|bằng|đạt|tương đương)(?!\w)")
"""Before a share that tells how much the figure before it is of something: "20.000 người, chiếm 1,7% dân số"."""
_AND = re.compile(r"(?<!\w)(?:và|cùng|lẫn|hoặc)(?!\w)")
"""Before the last of many that share what is said; of "2 anh hùng, 12 liệt sĩ, 9 người đang hưởng chế độ" only the last does."""
_IN_ALL = re.compile(r"[ ]*(?:trong|trên)[ ]tổng(?:[ ]số)?[ ](?:(?:hơn|gần|trên|khoảng)[ ])?$")
"""Between a share and its whole: "65% trong tổng số 270 km đường"."""
_PREDICATES = re.compile(
    rf"[ ]*(?:(?!{alternation(_TABLE['nominal'])}(?!\w)){VERBS}|trực thuộc|thuộc|của|cho|tại|ở|trên|trong|từ|không|chưa|đang|đã|đều|"
    rf"chấn chỉnh|khắc phục)(?!\w)"
)
"""What may be said of several figures at once: no noun that tells what the last of them counts."""
_SAYS = re.compile(r"(?<!\w)(?:là|được|bị|đạt|đã|tham gia|hoàn thành)(?!\w)")
"""What opens a predicate that figures before it share: "6/14 bí thư và 4/14 chủ tịch là người nơi khác đến"."""
