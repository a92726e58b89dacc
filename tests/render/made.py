"""A brief with one line of each kind, and its bytes in each format."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from reportgen.model import (
    Brief,
    Citation,
    Directive,
    DirectiveRow,
    KeyFigure,
    Measure,
    MeasureGroup,
    MeasureLine,
    Metric,
    MetricRow,
    Place,
    Section,
    SourceArticle,
    Summary,
    Unit,
)
from reportgen.render import FORMATS, render
from reportgen.render.office import PLAIN, Layout
from reportgen.text import Span

UNIT = Unit((Place("tỉnh", "An Hải"), Place("huyện", "Bình Sen")))
BELOW = Unit((*UNIT.path, Place("xã", "Cam Lộc")))
OTHER = Unit((Place("tỉnh", "Đông Hà"),))
HOSTILE = "[^1] <b>đậm</b> | {{ 7*7 }} ](javascript:alert(1)) `x` *y* # z\n---\n& \u202e \x00 www.x.vn 1. a"


def brief(words: str = "Đảng ủy mở 3 lớp cho 90 người") -> Brief:
    """A brief with one line of each kind, made of `words`."""
    measure = Measure(Span(0, 5), words, "training", "Đảng ủy", "adopted", UNIT)
    planned = Measure(Span(0, 5), "Sẽ mở lớp", "training", "Đảng ủy", "planned", UNIT)
    metric = Metric(Span(0, 5), Decimal(8000), None, None, "đảng viên", ">", None, False, words, "2018/..", None, UNIT)
    here = Directive("Kế hoạch", "80", "80-KH/HU", "2018-03-13", "Huyện ủy Bình Sen", None, None, words, True, ())
    above = Directive("Nghị quyết", "4", None, None, None, "Trung ương", "XII", None, False, ())
    rows = DirectiveRow(here, (2,)), DirectiveRow(above, (1,))
    lines = MeasureLine(measure, (1, 2))
    own = Section(
        UNIT,
        (MeasureGroup("training", (lines,)),),
        (MeasureGroup("training", (MeasureLine(planned, (2,)),)),),
        (MetricRow(metric, (1,)),),
        tuple(reversed(rows)),
    )
    below = Section(BELOW, (MeasureGroup("training", (MeasureLine(measure, (3,)),)),), (), (), ())
    return Brief(
        unit=UNIT,
        since=dt.date(2018, 4, 1),
        until=dt.date(2019, 8, 17),
        summary=Summary(
            issued=(rows[0],),
            measures=(lines,),
            figures=(KeyFigure(own.metrics[0], before=words),),
            basis=(rows[1],),
            planned=own.planned[0].lines,
        ),
        own=own,
        below=(below,),
        articles=(SourceArticle("a", "a.txt", words, "Báo An Hải", dt.date(2019, 8, 17), ("Minh An",), "0" * 64),),
        citations=tuple(Citation(n, 0, n, Span(0, 5), words, f"{words} ({n})") for n in (1, 2, 3)),
    )


def long_brief() -> Brief:
    """A brief of many pages: the same measures in many units below."""
    one = brief("Huyện ủy mở lớp bồi dưỡng nghiệp vụ công tác đảng cho bí thư chi bộ các thôn trên địa bàn " * 3)
    units = [Unit((*UNIT.path, Place("xã", f"Cam Lộc {n}"))) for n in range(1, 15)]
    return replace(one, below=tuple(replace(one.below[0], unit=unit) for unit in units))


def made_of(what: Brief, *formats: str, layout: Layout = PLAIN, templates: Path | None = None) -> dict[str, bytes]:
    """The bytes of each format."""
    made = render(what, formats or FORMATS, "vi", templates, layout=layout)
    return {name: data for name, _, data in made if data is not None}
