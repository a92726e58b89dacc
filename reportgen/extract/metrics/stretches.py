"""Stretches: which words of a sentence are said of which figure.

sentence = chain , { "(" , chain , ")" } ;               a bracket with figures is a chain of its own, an aside
chain    = left , figure , { gap , figure } , right ;
gap      = right , cut , left ;                          right is said of the figure before, left of the one behind
cut      = ";" … | "," before a verb, head or new subject | connector | nothing ("joined": only "," or "và" stands between)

Periods and brackets without figures are blanked first; offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportgen.extract.metrics.behind import goes_on
from reportgen.extract.metrics.phrases import HEAD, VERBS, compounds, lists, trimmed
from reportgen.extract.metrics.tokens import Figure
from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "indicator.toml")
_HEADS = alternation(_TABLE["heads"])
_MARKERS, _BODIES = alternation(_TABLE["markers"]), alternation(_TABLE["bodies"])
_BRACKET = re.compile(r"\([^()]*\)?")
_STRONG = re.compile(r"[;:!?…“”\"]|\.(?=\s|$)|[ ]–[ ](?=\D)")
_APART = re.compile(r"[,;:](?=\s)|[ ]{3,}(?!(?:của|trên|tại|ở|đạt|là|ước|tăng|giảm|trong|toàn)[ ])")
"""Where the words before a bracket begin: behind a comma, or a period of time that is blanked."""
_BETWEEN_NAMES = re.compile(rf"(?<=[^\W\d_][ ])–(?=[ ][{UPPER}][^\W\d_]+[ ]\w)")
_DASHED = re.compile("|".join(rf"(?<=(?<!\w){word} )–(?=[ ][^\W\d_])" for word in _TABLE["dashed"]), re.IGNORECASE)
_QUOTED = re.compile(r"(?<=\w[ ])[“\"](?P<said>[^“”\".;:!?\d]{2,60})[”\"]")
"""What is only named in quotation marks goes on with its phrase: "đạt danh hiệu “Gia đình văn hóa”"."""
_COMMA = re.compile(r",(?=\s|$)")
_ENDS_RIGHT = re.compile(rf"{starting(_TABLE['ends_right'])}(?!\w)")
_AND_ACT = re.compile(rf"(?<!\w)(?:và|rồi|cùng|đồng thời)[ ](?:{_MARKERS}[ ])*(?:{VERBS}|{_HEADS})(?!\w)")
_AND_ANOTHER = re.compile(
    rf"[ ]*(?:và|còn)[ ](?!(?:{_MARKERS}|{VERBS}|ở|tại|của|trong|từ)(?!\w))"
    r"(?:[^\W\d]+[ -]+){1,6}?(?:chiếm|đạt|là|còn|tăng|giảm|ước|bằng)[ ]"
)
"""What another figure is of, right behind a measured one: "công nghiệp 16% và dịch vụ chiếm 41%"."""
_OF = re.compile(
    r"(?<!\w)(?:về|của|theo|các|những|một|nâng|tăng|giảm|có|được|cho|kế hoạch|vượt|trong|trên|và|cấp|thoát|dư)[ ]$"
)
_LINK = re.compile(
    r"(?<!\w)(?P<link>cho|với|của|ở|tại|trong|trên|thuộc|bằng|từ|đến|gồm|có|là|và|do|tới|cùng|thì|đối với|trong đó có)[ ]*$"
)
_HAS = re.compile(r"(?<!\w)(?:có|còn)(?!\w)")
_BEFORE_PERIOD = re.compile(
    r"(?<!\w)(?:(?:đến|tính đến|hết|cuối|đầu|giữa|trong|từ|vào|kể từ|hồi|tính|ngay|trước|sau|ngày|tháng)[ ])+$"
)
_HANGS = re.compile(r"(?<!\w)(?:cho|với|của|ở|tại|trong|thuộc|trên|bằng|do|tới|đến)[ ]*(?:hơn |gần |trên |khoảng )?$")
_VERB_OF_STATE = re.compile(r"(?<!\w)(?:thì|có|đạt|hiện có|gồm|đã|đang|được|do)[ ](?=\w)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands around one figure. `link` says how it hangs on the figure before: a preposition, "," and "và" (joined),
    ";" (a new clause), "(" (an aside), or "" for the first. `outer` is in an aside the place before its bracket."""

    figure: Figure
    left: str
    right: str
    link: str
    outer: int | None = None


def stretches(string: str, sentence: Span, figures: Sequence[Figure], blanks: Iterable[Span]) -> list[Stretch]:
    """The stretches of a sentence's figures, in order; `blanks` are spans whose words say nothing of what is counted."""
    view = _blanked(string, sentence, blanks)
    numbers = [f.number.start for f in figures]
    asides: list[Span] = []
    for m in _BRACKET.finditer(view):
        inside = Span(m.start() + sentence.start, m.end() + sentence.start)
        if any(inside.start < n < inside.end for n in numbers):
            asides.append(inside)
        view = view[: m.start()] + " " * (m.end() - m.start()) + view[m.end() :]
    heads: dict[int | None, str] = {}
    inner = {f.number.start: a for f in figures for a in asides if a.start < f.number.start < a.end}
    chains: list[tuple[list[Figure], Span, int | None, str]] = [
        ([f for f in figures if f.number.start not in inner], sentence, None, view)
    ]
    for a in asides:
        before = _before_bracket(
            view, a.start - sentence.start, [f for f in figures if f.number.start not in inner], sentence
        )
        text = " " * (a.start - sentence.start + 1) + string[a.start + 1 : a.end].rstrip(")")
        text = _blanked(text.ljust(len(view)), Span(0, len(view)), [b.shift(-sentence.start) for b in blanks])
        chains.append(([f for f in figures if inner.get(f.number.start) == a], a, a.start, text))
        heads[a.start] = before
    found = [s for chain in chains for s in _chain(*chain, base=sentence.start)]
    found = [replace(s, left=heads[s.outer]) if s.outer and s.link == "(" and not trimmed(s.left) else s for s in found]
    return sorted(found, key=lambda s: s.figure.number.start)


def _blanked(string: str, sentence: Span, blanks: Iterable[Span]) -> str:
    view = sentence.of(string)
    for b in blanks:
        start, end = max(b.start, sentence.start) - sentence.start, min(b.end, sentence.end) - sentence.start
        if start < end:
            lead = _BEFORE_PERIOD.search(fold(view[:start]))
            start = lead.start() if lead else start
            view = view[:start] + " " * (end - start) + view[end:]
    view = _DASHED.sub("-", view) if "–" in view else view
    view = _BETWEEN_NAMES.sub("-", view.replace("\u00a0", " ").replace("\n", " "))
    return _QUOTED.sub(lambda m: f" {m['said']} ", view)


def _before_bracket(view: str, at: int, figures: Sequence[Figure], sentence: Span) -> str:
    """The words before a bracket that its figure is said of ("lúa hữu cơ (120 ha)"), "" where that is the figure before."""
    said = view[:at]
    cut = max((m.end() for m in _APART.finditer(said.rstrip())), default=0)
    if any(cut <= max(f.number.start, f.unit.end) - sentence.start < at for f in figures):
        return ""
    return said[cut:]


def _chain(figures: Sequence[Figure], span: Span, outer: int | None, view: str, *, base: int) -> list[Stretch]:
    found: list[Stretch] = []
    if not figures:
        return found
    first = _label(view[span.start - base : figures[0].number.start - base])
    cut = max((m.end() for m in _STRONG.finditer(first)), default=0)
    left, link = first[cut:], "(" if outer is not None else ""
    for i, figure in enumerate(figures):
        start = figure.unit.end - base if figure.unit.end > figure.number.end else figure.number.end - base
        start = max(start, figure.span.end - base) if figure.of is not None else start
        if i + 1 < len(figures):
            gap = view[start : figures[i + 1].number.start - base]
            if figure.unit.dimension is not None and _AND_ANOTHER.match(fold(gap)):
                right, next_link, next_left = "", ";", gap
            else:
                right, next_link, next_left = _split(
                    gap, parts=figure.of is not None or figure.unit.dimension == "share"
                )
        else:
            right, next_link, next_left = _to_end(view[start : span.end - base]), "", ""
        if (
            figure.of is not None and figure.unit.end < figure.number.end
        ):  # "531 trưởng thôn là đảng viên trong tổng số 731"
            inner = view[figure.unit.end - base : figure.number.end - base]
            right = f"{re.split(r'[ ](?:trong|trên)[ ]tổng|/', inner)[0]} {right}"
        found.append(Stretch(figure, left, right, link, outer))
        left, link = next_left, next_link
    return found


def _to_end(text: str) -> str:
    stop = _STRONG.search(text)
    return text[: stop.start()] if stop else text


def _label(words: str) -> str:
    """A colon right before a figure ends its label: "số hồ sơ đã giải quyết: 20.412"."""
    colon = words.rfind(":")
    return words if colon < 0 or trimmed(words[colon + 1 :]) else f"{words[:colon]} {words[colon + 1 :]}"


def _split(gap: str, *, parts: bool = False) -> tuple[str, str, str]:
    """What of a gap is said of the figure before, how the figures hang together, what is said of the figure behind.

    `parts` where the figure before is a share, which is followed by what it is a share of.

    >>> _split(" đảng viên, cử "), _split(" lớp nghề cho "), _split(", "), _split(" hộ; cấp huyện là ")
    ((' đảng viên', ';', ' cử '), (' lớp nghề ', 'cho', ''), ('', ',', ''), (' hộ', ';', ' cấp huyện là '))
    """
    gap = _label(gap)
    folded = fold(gap)
    strong = list(_STRONG.finditer(folded))
    if strong:
        return gap[: strong[0].start()], ";", gap[strong[-1].end() :]
    if not any(c.isalpha() for c in trimmed(folded)):
        if "trong đó" in folded:
            return "", ";", gap
        m = _LINK.search(folded)
        link = m["link"] if m else ","
        return "", "," if ("," in gap and link != "với") or link in {"và", "cùng"} else link, ""
    commas = [m.start() for m in _COMMA.finditer(folded)]
    hanging = _HANGS.search(folded)
    for at in commas:
        if parts and folded[:at].strip() and lists(folded[at + 1 :]):
            continue
        if not goes_on(folded[at + 1 :]) or (not hanging and at == commas[-1]):
            hung = _LINK.search(folded[at + 1 :])
            joined = hung["link"] if hung and hung["link"] in {"với", "cho"} else ","
            apart = trimmed(folded[at + 1 :]) or _HAS.search(folded, at + 1)
            return gap[:at], ";" if apart else joined, gap[at + 1 :]
    whole = compounds(folded)
    ends = next((m for m in _ENDS_RIGHT.finditer(folded) if not any(k.start <= m.start() < k.end for k in whole)), None)
    acts = _AND_ACT.search(folded)
    if acts and (ends is None or acts.start() < ends.start()):
        return gap[: acts.start()], ";", gap[acts.start() :]
    if ends:
        return gap[: ends.start()], ends[0].split()[0], gap[ends.start() :]
    head = next((m for m in HEAD.finditer(folded) if m.start() > 1 and not _OF.search(folded[: m.start()])), None)
    if head:
        before = re.search(r"(?<!\w)(?:với|trên|có|và|đạt)[ ]$", folded[: head.start()])
        return gap[: before.start() if before else head.start()], "với", gap[head.start() :]
    link = _LINK.search(folded)
    if link:
        return gap[: link.start()], "," if link["link"] in {"và", "cùng"} else link["link"], ""
    state = _VERB_OF_STATE.search(folded)
    if state:
        return gap[: state.start()], "có", gap[state.start() :]
    cut = re.search(r"(?<!\w)(?:và|với|cho)[ ]", folded)
    if cut:
        return gap[: cut.start()], cut[0].strip(), gap[cut.end() :]
    return gap, ",", ""
