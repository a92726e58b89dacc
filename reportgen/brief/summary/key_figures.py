"""Key figures: those that can be told in a sentence, in the article's own words, and how.

    level  = what is measured , link , figure ;      "tỷ lệ hộ nghèo giảm còn 3,5%"
    part   = figure , what is counted , predicate ;  "85% đảng viên hoàn thành tốt nhiệm vụ", "19/21 công chức đạt chuẩn"
    act    = act , figure ;                          "kết nạp 106 đảng viên"

What the words are is looked up in the sentence cited: where they do not stand there one beside the other, or say nothing by
themselves, the figure is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.brief.standing import is_standing
from reportgen.model import KeyFigure, Metric, MetricRow
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.numbers import read_number
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.brief.summary", "key_figures.toml")
_LINKS: dict[str, str] = _TABLE["links"]
_WORDS = _TABLE["words"]
_HEAD = re.compile(rf"{alternation(_WORDS['heads'])}(?!\w)")
_COUNTED = re.compile(rf"(?:số[ ])?{alternation(_WORDS['counted'])}(?!\w)")
_PREDICATE = re.compile(rf"(?<!\w){alternation(_WORDS['predicates'])}(?!\w)")
_NEVER = re.compile(rf"(?<!\w){alternation(_WORDS['never'])}(?!\w)")
_BESIDE = re.compile(rf"(?<!\w){alternation(_WORDS['beside'])}(?!\w)")
_ELSEWHERE = re.compile(rf"(?<!\w){alternation(_WORDS['elsewhere'])}(?!\w)")
_DATED = r"(?:(?:đến|hết|cuối|trong) )*(?:năm|giai đoạn) \d{4}(?: ?[-–] ?\d{4})?"
_PEELED = re.compile(rf"(?<!hàng)(?<!hằng)(?<!mỗi)[ ,]+(?:{alternation(_WORDS['peeled'])}|{_DATED})$")
_LOOSE = re.compile(rf"(?:^|[ ])(?:{alternation(_WORDS['loose'])}|(?<!nông thôn )mới)$")
_UNITS = tuple(_WORDS["units"])
_VAGUE = frozenset(_WORDS["vague"])
_CHANGES = re.compile(r"(?<!\w)(?:đều |đã )?(?:tăng|giảm|vượt|tăng thêm|giảm được)(?: lên| bình quân| thêm)?$")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[ ]?[-–/][ ]?(?:19|20)\d\d)?")
_ON = re.compile(r"[ ]*(?:%|\w+)?[ ]*(?:\w+[ ]){0,4}(?:xuống|lên|tăng lên|giảm xuống)(?!\w)")
_NOW = re.compile(r"[ ](?:còn|lên)$")
_TENSE = re.compile(r"(?<!\w)(?:đã|đang|đều|được|cơ bản)(?!\w)")
_PREDICATED = 2
"""Words that are said of what is counted, at least: "hoàn thành" what?"""

_ENDS = re.compile(r"\W*$|[ ]*[,;.)(]|[ ](?:trong|năm|ở|tại|so với|theo|và|trên địa bàn|của)(?!\w)")
_NEAR = 48
"""Characters between what is measured and its figure at most."""

_MOST = 13
"""Words that what is measured has at most."""


def key_figure(row: MetricRow, sentences: Iterable[str]) -> KeyFigure | None:
    """`row` as a sentence tells it, by the first of `sentences` that puts it so; None where none does."""
    metric = row.metric
    phrase = measured(metric.indicator or "")
    if (
        row.doubt
        or phrase is None
        or not metric.unit
        or metric.unit == "lần"
        or (metric.to and metric.bound)
        or metric.bound == "<="
    ):
        return None
    for sentence in sentences:
        folded = _folded(sentence)
        for start in _places(phrase, folded):
            if _ELSEWHERE.search(folded, 0, start):
                continue
            words = sentence[start : start + len(phrase)]
            told = _before(row, phrase, words, folded, start) or _behind(row, phrase, words, folded, start)
            if told:
                return told
    return None


def measured(indicator: str) -> str | None:
    """The words of `indicator`, folded, without those at the end that say whose and when; None where they say nothing alone.

    >>> measured("Tỉ lệ hộ nghèo của huyện năm 2021"), measured("tổng giá trị xe nói")
    ('tỷ lệ hộ nghèo', None)
    """
    phrase = " ".join(_folded(indicator).split())
    while (less := _PEELED.sub("", phrase)) != phrase:
        phrase = less
    if not phrase or len(phrase.split()) > _MOST or re.search(r"[\d“”\"():;/]", phrase):
        return None
    return None if _NEVER.search(phrase) or _LOOSE.search(phrase) or phrase in _VAGUE else phrase


def _folded(words: str) -> str:
    return fold(words).replace("tỉ ", "tỷ ")


def _places(phrase: str, folded: str) -> Iterator[int]:
    yield from (m.start() for m in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", folded))


def _before(row: MetricRow, phrase: str, words: str, folded: str, start: int) -> KeyFigure | None:
    """The figure behind what is measured, or behind the act."""
    metric, end = row.metric, start + len(phrase)
    figure = _NUMBER.search(folded, end, end + _NEAR)
    if not figure:
        return None
    gap = folded[end : figure.start()].strip()
    years = _YEARS.match(folded, figure.start())
    if years and metric.unit != "năm":  # "… năm 2018 là 10,11%"
        figure = _NUMBER.search(folded, years.end(), end + _NEAR)
        gap = f"{gap} {folded[years.end() : figure.start()].strip()}".strip() if figure else ""
    if not figure or not _is(metric.value, folded, figure.start()):
        return None
    if re.search(r"(?<!\w)là(?!\w)", phrase):
        return None  # a clause, not what is measured
    words = small(words)
    if metric.change:
        return KeyFigure(row, words) if _HEAD.match(phrase) and _CHANGES.fullmatch(_bare(gap)) else None
    if metric.to is None and (re.search(r"(?<!\w)từ(?!\w)", gap) or _ON.match(folded, figure.end())):
        return None  # "giảm từ 8,6% … xuống còn 2,6%": where it began
    link = _LINKS.get(_bare(re.sub(r"(?<!\w)từ(?!\w)", "", gap)))
    if _HEAD.match(phrase) and link and fold(metric.unit or "").startswith(_UNITS):
        return KeyFigure(row, f"{words} {link}")
    if is_standing(metric) and _bare(gap) in {"", "được", "cho"}:
        return KeyFigure(row, f"{words} cho" if _bare(gap) == "cho" else words)
    return None


def _behind(row: MetricRow, phrase: str, words: str, folded: str, start: int) -> KeyFigure | None:
    """The figure before those whose part it is."""
    metric = row.metric
    if metric.change or (metric.unit != "%" and metric.of is None):
        return None
    unit = "" if metric.unit == "%" else fold(metric.unit or "")
    before = folded[max(0, start - _NEAR) : start]
    tail = re.search(
        rf"(?P<value>\d+(?:[.,]\d+)*)(?:/[\d.,]+)?[ ]?%?[ ]?(?:số[ ])?{re.escape(unit)}[ ]*(?:đã |đều )?$", before
    )
    if not tail or not _is(metric.value, before, tail.start("value")):
        return None
    if not _ENDS.match(folded, start + len(phrase)):
        return None  # the words were cut
    if unit:
        return KeyFigure(row, "", words) if _PREDICATE.match(phrase) else None
    counted = _COUNTED.match(phrase)
    if not counted or not _PREDICATE.search(phrase, counted.end()):
        return None
    said = _TENSE.sub(" ", phrase[counted.end() :]).split()
    return KeyFigure(row, "", words) if len(said) >= _PREDICATED else None


def _bare(gap: str) -> str:
    """What is left of the words before a figure without those that say when, of whom and about how much."""
    return " ".join(_BESIDE.sub(" ", gap).replace(",", " ").replace(":", " ").split())


def _is(value: object, folded: str, at: int) -> bool:
    number = read_number(folded, at)
    return number is not None and number.value == value


def small(words: str) -> str:
    """Words that opened their sentence as they stand within one: "tỷ lệ hộ nghèo", but "GRDP bình quân"."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def is_level(indicator: str) -> bool:
    """True where the words are what is measured ("tỷ lệ hộ nghèo"), and no act ("kết nạp")."""
    return bool(_HEAD.match(_folded(indicator)))


def untargeted(figure: KeyFigure) -> KeyFigure:
    """`figure` without the word for a target, which its sentence says."""
    return replace(figure, row=replace(figure.row, metric=replace(figure.row.metric, target=False)))


def same_thing(figure: KeyFigure, others: Sequence[KeyFigure]) -> bool:
    """True where one of `others` tells of the same indicator."""
    return any(thing(other.row.metric) == thing(figure.row.metric) for other in others)


def thing(metric: Metric) -> str:
    """What makes two figures figures of one thing, as far as a summary is concerned.

    A part of "19/21 xã, thị trấn" and a share of "xã" are of one thing where the same is said of both.
    """
    words = (measured(metric.indicator or "") or "").replace("ntm", "nông thôn mới")
    if metric.of is not None:
        words = f"{fold(metric.unit or '')} {words}"
    counted = _COUNTED.match(words) if metric.of is not None or metric.unit == "%" else None
    return f"{counted[0].partition(',')[0]}{words[counted.end() :]}" if counted else words


def kind(metric: Metric) -> str:
    """What the size of a figure is measured in: shares and parts alike."""
    return "%" if metric.of is not None else metric.unit or ""


def size(metric: Metric) -> Decimal:
    """The value, of a part its share."""
    return Decimal(round(metric.value / metric.of * 100)) if metric.of else metric.value


def is_now(figure: KeyFigure) -> bool:
    """True where the words say that the figure is where it came to: "giảm còn 1,9%", not "chiếm 19%"."""
    return bool(_NOW.search(figure.before))
