"""Plans: whether an act lies ahead. "Thời gian tới, …" sets a frame that holds to the end of its paragraph."""

from __future__ import annotations

import re

from reportgen.model import Status
from reportgen.text import Span
from reportgen.vietnamese.patterns import starting
from reportgen.vietnamese.tables import table

_WORDS = table("reportgen.extract.measures", "acts.toml")["planned"]
_FRAMES = [w for w in _WORDS if w not in {"sẽ", "phấn đấu", "mục tiêu", "dự kiến"}]
_FRAME = re.compile(rf"{starting(_FRAMES)}(?!\w)")
_WILL = re.compile(r"(?<!\w)(?:sẽ|phấn đấu|dự kiến)(?!\w)")
_DONE = re.compile(r"(?<!\w)đã(?!\w)")
_DATED = re.compile(r"ngày[ ]\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_OPENING = 70


class Plan:
    """The frame of a paragraph, sentence by sentence. `ahead`: it is an item of a list of tasks."""

    def __init__(self, ahead: bool = False) -> None:
        self._ahead = ahead

    def status(self, folded: str, span: Span, act: Span) -> Status:
        """Whether what the statement at `span` tells is planned or adopted. `act`: the clause of its act up to the act,
        where "sẽ" belongs to it ("… hiệu quả sẽ xây dựng nền móng, Thành ủy đã đề ra …" is adopted)."""
        opening = folded[span.start : min(span.end, span.start + _OPENING)]
        if _FRAME.search(opening):
            self._ahead = True
        elif _DATED.search(folded, span.start, span.end):
            self._ahead = False  # "ngày 1/4/2021, Thành ủy ban hành …": done on that day
        elif _DONE.search(folded, span.start, span.end):
            self._ahead = False
        if self._ahead or _WILL.search(folded, act.start, act.end):
            return "planned"
        return "adopted"
