"""Indicators: what is counted or said of the counted thing, in the article's own words.

    counts    the act before and what is said behind: "cử" 3 đồng chí "đi học lớp …", "kết nạp" 187 đảng viên
    shares    the noun phrase behind (85% "đảng viên hoàn thành …"), or the head before ("tỷ lệ hộ nghèo" còn 3%)
    amounts   the head before: "thu nhập bình quân đầu người" đạt 56 triệu đồng

A figure whose own words say nothing takes what it hangs on: the act of the list ("mở" 7 lớp, 4 lớp), what the figure before
counts (7 lớp nghề cho 620 "học viên"), what stands before its bracket, or the head of the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.extract.metrics.behind import right_phrase
from reportgen.extract.metrics.phrases import VERBS, clipped, head_of, last_act, left_phrase, short, squeezed, trimmed
from reportgen.extract.metrics.sharing import ACTS, PLAN, Indicator, all_told, level_reached, predicates
from reportgen.extract.metrics.stretches import Stretch
from reportgen.extract.metrics.units import UnitWords
from reportgen.model import Unit
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "indicator.toml")
_VAGUE = frozenset(_TABLE["vague"])
_MOST = 16  # words of an indicator


def indicators(
    string: str, chain: Sequence[Stretch], changes: Sequence[bool], places: Sequence[Unit | None], opening: str = ""
) -> Iterator[Indicator]:
    """The indicators of a sentence's figures, in order. `changes` says which are a rise or fall, `places` which unit each
    speaks of (its bare name says nothing of the figure), `opening` the head that the sentence before leaves to a list."""
    before: Indicator | None = Indicator(opening or None, opening, opening) if opening else None
    outer = before
    shared = predicates(string, chain)
    level: Indicator | None = None
    for i, stretch in enumerate(chain):
        if level:
            yield level
            level = None
            continue
        inside = stretch.outer is not None
        base = before if inside and stretch.link != "(" else outer
        reached = level_reached(string, stretch, chain[i + 1]) if i + 1 < len(chain) else None
        if reached:
            said, level = reached
        else:
            last = chain[i - 1].figure.unit if i else None
            said = _of(stretch, shared[i], base, last, change=changes[i], whose=places[i])
            if said.bare and i + 1 < len(chain) and (wholly := all_told(stretch, chain[i + 1])):
                said = wholly
        yield said
        before = said
        if not inside:
            outer = said


def _of(
    s: Stretch, behind: str, before: Indicator | None, last: UnitWords | None, *, change: bool, whose: Unit | None
) -> Indicator:
    """What one figure says, `before` being what it may hang on, `last` the unit of the figure before it."""
    left = left_phrase(s.left)
    if whose and fold(left) in {fold(whose.label), fold(whose.name)}:
        left = ""
    unit = s.figure.unit
    own = bool(left) and bool(ACTS.search(fold(left)))
    right = right_phrase(
        behind, subject=not own and (unit.dimension == "share" or (unit.dimension is None and s.link != ","))
    )
    if unit.dimension is None:
        right = _with_noun(right, s)
    act = left or (before.act if before and _shares_act(s, before) else "")
    apart = bool(left) and (not ACTS.match(fold(left)) or len(left.split()) > 3)
    if change and before and before.words and not apart and not right:
        return before
    if unit.dimension == "multiple" and s.outer is not None and before and before.words and not head_of(left):
        return before  # "thu nhập gấp 3 lần năm 2010 (gấp 2 lần cả nước)"
    if PLAN.match(fold(squeezed(behind))) and unit.dimension == "share":
        words = _of_plan(left, squeezed(behind), before, "vượt" if change else "đạt")
    elif _is_alike(unit, last) and before and before.words and not left and not right:
        words = before.words  # "tổng vốn 200 tỷ đồng, trong đó 170 tỷ đồng …"
    elif unit.dimension is not None:
        words = _of_amount(left, right, before, s, share=unit.dimension == "share", act=act)
    else:
        words = _of_count(left, right, before, s, act=act)
    if not words and before and (s.link != ";" or "trong đó" in fold(s.left) or not s.left.strip(" ,;")):
        others = not before.act and s.link == "," and bool(squeezed(s.right))  # "2 ủy viên Bộ …, 38 sĩ quan trong …"
        own = unit.dimension is None and (before.bare or others or _is_listed_beside(s, last, before))
        words = "" if own else (before.topic if unit.dimension is None and before.measures else before.words) or ""
    noun = unit.name if unit.dimension is None and unit.name else ""
    if noun and noun != "người" and words == left and len(words.split()) == 1 and ACTS.fullmatch(fold(words)):
        words = f"{words} {noun}"  # "làm 9 tuyến đường"
    words = short(words) or _last_resort(s, whose)
    if not words:
        return Indicator(noun or None, act, noun, bare=True)
    if head_of(words) == words or unit.dimension is not None:
        topic = _without_vague(words)
        return Indicator(words or None, act, topic, measures=topic != words)
    return Indicator(words or None, act, short(_topic(words, noun, right)))


def _is_alike(unit: UnitWords, last: UnitWords | None) -> bool:
    """True where a figure measures what the one before it does, in any currency, or says how many times more it is."""
    if unit.dimension == "multiple":
        return True
    return unit.dimension is not None and last is not None and unit.dimension[:5] == (last.dimension or "")[:5]


def _is_listed_beside(s: Stretch, last: UnitWords | None, before: Indicator) -> bool:
    """True where a count stands beside a figure that says all with its head or its noun, of something else: "dân số 9.000
    người; 31 chi bộ", "322 vụ va chạm; 54 vụ tai nạn"."""
    counted = last is not None and last.dimension is None and last.name != s.figure.unit.name
    if counted and s.link in {",", ";"} and last and last.name and fold(before.words or "").startswith(fold(last.name)):
        return True
    if last is None or last.dimension in {"multiple", "share"} or head_of(before.words or "") != before.words:
        return False
    return s.link in {",", ";"} and (s.figure.unit.name or "").split("/")[0] != (last.name or "").split("/")[0]


_AND_VAGUE = re.compile(rf"(?<=\w), {alternation(_TABLE['vague'])}$")


def _without_vague(words: str) -> str:
    """What is spoken of, without the vague head of its figure: "xây cầu, tổng vốn" is of "xây cầu"."""
    vague = _AND_VAGUE.search(fold(words))
    return words[: vague.start()] if vague else words


def _topic(words: str, noun: str, right: str) -> str:
    """What a figure that hangs on a count speaks of: the counted noun with what is said of it."""
    if right:
        return right if noun and fold(right).startswith(fold(noun)) else f"{noun} {right}"
    if head_of(words) or fold(words).startswith("dân số") or noun == "người":
        return words
    if fold(words).endswith(fold(noun)):
        return words
    return f"{words} {noun}" if ACTS.match(fold(words)) else f"{words}, {noun}"


_REACHED = re.compile(r"(?<!\w)(?:đạt và vượt|đạt|vượt|thiếu|thừa|thoát)(?!\w)")
_WHERE = re.compile(r"(?:trên địa bàn|trong|ở|tại)[ ](?!tổng|số|đó)")


_SPEAKS = re.compile(rf"^theo (?!quy hoạch|kế hoạch)|{starting([*_TABLE['says'], 'băn khoăn', 'nói', 'kể'])}(?!\w)")


def _last_resort(s: Stretch, whose: Unit | None) -> str:
    """Where nothing else is said of a figure: that it was reached, the place behind it, or who has it."""
    reached = _REACHED.search(fold(squeezed(s.left)))
    if reached and s.figure.unit.dimension is None:
        return f"{squeezed(s.left)[reached.start() : reached.end()]} {s.figure.unit.name or ''}".strip()
    behind = squeezed(re.split(r"[,;:.]", s.right)[0])
    if _WHERE.match(fold(behind)):
        return short(behind)
    if s.link or s.figure.unit.dimension is not None:
        return ""
    pieces = [trimmed(p) for p in re.split(r"[,;:](?=\s)", s.left)]
    if not pieces[-1] and re.search(r"(?<!\w)(?:có|còn)[ ]*$", fold(s.left)):  # "Chi bộ A, xã B, có 24 đảng viên"
        pieces = [p for p in pieces if p][:1] or [""]
    names = {fold(x) for x in (whose.label, whose.name)} if whose else set()
    pieces = [p for p in pieces if re.sub(r"^(?:tại|ở) ", "", fold(p)) not in names]
    who = pieces[-1] if pieces else ""
    if _SPEAKS.search(fold(who)):
        return ""
    return who if 2 <= len(who.split()) <= 8 else ""


_GOES_ON = re.compile(
    rf"(?:{VERBS}|đã|đang|sẽ|vừa|mới|không|chưa|thuộc|của|ở|tại|trong|trên|cho|để|theo|từ|với|là|do|bằng|số|này|khác|nói trên|trực thuộc|"
    r"về đích|cơ bản|tự|cùng|cũng|đều|phải|mà|đó|hiện|tổng số|trở lên|khắp|gồm|như|đối với|qua|vào|ra|lên|xuống|đi)(?!\w)"
)
"""What does not belong to the noun that a number counts, but is said of it."""


def _with_noun(right: str, s: Stretch) -> str:
    """What is said behind with the counted noun, where it goes on with that noun: 500 cây xanh "cây xanh đô thị"."""
    unit, behind = s.figure.unit.name, fold(squeezed(s.right))
    if not right or not unit or "/" in unit or not behind or s.right.lstrip().startswith(","):
        return right
    if behind.startswith("/"):
        return ""
    if behind.startswith("về ") and not behind.startswith("về đích") and not fold(right).startswith("về "):
        return f"{unit} về {right}"
    if (
        _GOES_ON.match(behind)
        or not behind.startswith(fold(right)[:8])
        or (right[0].isupper() and not right.split()[0].isupper())
    ):
        return right
    return f"{unit} {right}"


def _shares_act(s: Stretch, before: Indicator) -> bool:
    """True where the act of the figure before is also this one's: "mở 7 lớp …; 4 lớp …", but not "…; vẫn có 4 lớp"."""
    if s.link not in {",", ";", "("} or not ACTS.match(fold(before.act)):
        return False
    said = fold(s.left)
    return "trong đó" in said or not re.search(r"(?<!\w)(?:có|còn|nhưng|tuy nhiên|hiện)(?!\w)", said)


_REACHING = frozenset({"hoàn thành", "thực hiện", "đạt", "vượt", "đạt và vượt", "hoàn thành vượt"})


def _of_plan(left: str, behind: str, before: Indicator | None, reach: str) -> str:
    """How far something came: "thu ngân sách" đạt 98,1% "dự toán"; `reach` is how, "đạt" or "vượt"."""
    about = left or (before.words if before else "") or ""
    about = re.sub(r" đạt (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu).*$", "", about)
    if PLAN.search(fold(about)):
        return about  # "18 chỉ tiêu đạt và vượt kế hoạch, đạt 64,3% kế hoạch"
    plan = right_phrase(re.sub(r"^so với ", "", behind.split(",")[0]), subject=False)
    return f"{about} {plan}".strip() if fold(about) in _REACHING else f"{about} {reach} {plan}".strip()


def _of_amount(left: str, right: str, before: Indicator | None, s: Stretch, *, share: bool, act: str) -> str:
    head = head_of(left)
    if head and fold(head) not in _VAGUE:
        if share and right and _MAKES_UP.search(fold(s.left)):
            whole = "tổng số " if fold(s.right).lstrip().startswith("tổng số ") else ""
            return f"{head} trong {whole}{right}"  # "giá trị sản xuất chiếm 60% tổng thu"
        standard = _STANDARD.match(s.right)
        return f"{head} {squeezed(standard[0])}" if standard else head
    acts = bool(left) and bool(ACTS.match(fold(left)))
    if head:  # vague: of what stands before it, or of what the figure before counts
        about = trimmed(left[: len(left) - len(head)])
        if not about and ACTS.match(fold(right)):
            return f"{head} {right}"  # "số tiền 164 tỷ đồng cần chi cho …"
        about = about or ((before.topic or before.words or "") if before else "")
        if share and right and fold(head) in _RATE:
            head = f"{head} {right}"  # "thông qua với tỷ lệ 92% đại biểu tán thành"
        if len(about.split()) + len(head.split()) > _MOST:
            about = last_act(about, most=8) or clipped(about, most=_MOST - len(head.split()))
        return f"{about}, {head}" if about and about != head else head
    if share and len(right.split()) >= 2 and re.search(r"(?<!\w)(?:có|với|đạt)[ ]*$", fold(s.left)):
        return right  # "huyện đầu tiên của tỉnh có 100% trạm y tế xã đạt chuẩn"
    if share and right and left and not acts and _MAKES_UP.search(fold(s.left)):
        return f"{left} trong {right}"  # "nguồn thu từ doanh nghiệp chiếm 60% tổng thu"
    if share and right and (not left or not acts) and len(right.split()) >= 2 and not _is_own(left):
        return right
    if share and right:
        return f"{left} {right}".strip()
    if not left and before and (not right or (s.figure.unit.dimension == "multiple" and _MEAN.match(fold(right)))):
        return before.topic or before.words or ""  # "thu nhập 30 triệu đồng, gấp 2 lần cả nước"
    if not left and s.link in {"cho", "với", "trên", "trong"} and before:
        return right or before.topic or ""
    if not right and before and before.words and _is_label(left):
        return f"{before.words}, {left}"  # "trồng 376 ha cao su, Tà Vờ 67 ha"
    if not left and re.match(r"(?:không|chưa)[ ]", fold(right)):
        return right  # "giải ngân 58%, còn 1.900 tỷ đồng chưa giải ngân"
    return _with_act(act, right)


def _is_label(left: str) -> bool:
    """True where the words before a figure only say which part of what was counted before: "Tà Vờ", "mỗi hộ"."""
    few = 0 < len(left.split()) <= 3 and not ACTS.search(fold(left))
    return few and (left[0].isupper() or fold(left).startswith("mỗi "))


def _is_own(left: str) -> bool:
    """True where a noun phrase before a share says itself what it is a share of."""
    return len(left.split()) >= 6


_MEAN = re.compile(r"(?:mức )?(?:bình quân|trung bình|cả nước|toàn tỉnh|toàn quốc|quy định|mức)(?!\w)")
"""What a multiple is of: "gấp 2 lần bình quân cả nước"."""
_HAS = re.compile(r"(?<!\w)(?:có|với|gồm|còn|là)[ :]*$")
_STANDARD = re.compile(r"[ ]*theo (?:chuẩn|tiêu chuẩn)(?: (?!giai đoạn|mới)[^\W\d]+){1,5}(?=[,.;:)]|$| giai đoạn| mới)")
"""By what standard a rate is: "tỷ lệ hộ nghèo còn 3% theo chuẩn đa chiều"."""
_RATE = frozenset({"tỷ lệ", "tỉ lệ"})
_MAKES_UP = re.compile(r"(?<!\w)chiếm(?:[ ](?:hơn|gần|trên|khoảng|tới|đến|dưới))?[ ]*$")
_OWN_PREDICATE = re.compile(r"[ ]*(?:đã|đang|mới|vừa|bị|được|không|chưa|đạt|còn)[ ]")


def _of_count(left: str, right: str, before: Indicator | None, s: Stretch, *, act: str) -> str:
    head = head_of(left)
    if head and fold(head) not in _VAGUE and fold(left).startswith(fold(head)):
        return head
    if not left and before and s.link in {"cho", "với", "của", "tại", "ở", "thuộc", "trong", "gồm", "có", "là", "do"}:
        hangs = s.link != "với" or ACTS.match(fold(before.act)) or len(before.topic.split()) > 4
        if (s.link == "cho" or not right) and hangs and not before.bare:
            return before.topic or before.words or ""
        return right
    few = 0 < len(left.split()) <= 2 and not right and not ACTS.match(fold(left))
    if few and before and before.words and fold(left) not in fold(before.words):
        return f"{before.words}, {left}"  # "cấp tỉnh là 29 lượt; cấp huyện là 25 lượt"
    if not left and right and _OWN_PREDICATE.match(fold(s.right)):
        return right  # "thi hành kỷ luật 447 người, trong đó 312 người bị khiển trách"
    noun = fold(s.figure.unit.name or "")
    if act and right and noun and fold(right).startswith(noun) and _HAS.search(fold(s.left)):
        return f"{act}, {right}" if not ACTS.match(fold(act)) else _with_act(act, right)
    return _with_act(act, right)


def _with_act(act: str, right: str) -> str:
    """Act and what is said behind; where both are too long for a table what is said behind, if it says enough alone."""
    if fold(right).startswith(fold(act)):
        return right
    if right and len(act.split()) + len(right.split()) > _MOST and re.match(r"(?:bị|được|có|đạt|là)[ ]", fold(right)):
        return right
    if right and len(act.split()) > 6 and len(act.split()) + len(right.split()) > _MOST:
        act = last_act(act, most=max(6, 14 - len(right.split())))
    if act and right and fold(act).split()[-1] == fold(right).split()[0]:
        act = " ".join(act.split()[:-1])
    return f"{act} {right}".strip()
