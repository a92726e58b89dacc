"""Two districts and what their little stories tell, for the tests of the comparison."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from story import Story, unit

from reportgen.brief import brief, compare, documents
from reportgen.model import UNLIMITED, Comparison, Extraction, Limits, Relation
from reportgen.render import render_comparison
from reportgen.text import Span

BINH, SEN = unit("tỉnh An > huyện Bình"), unit("tỉnh An > huyện Sen")
FORESTS = {"unit": "%", "indicator": "độ che phủ rừng"}


def told() -> list[Extraction]:
    a = Story(
        "a",
        BINH,
        "Huyện ủy mở 3 lớp bồi dưỡng.",
        "Huyện ủy sẽ mở 2 lớp [^9] | <b>mới</b>.",
        "Độ che phủ rừng đạt 41% năm 2020.",
        "Huyện ủy thực hiện Chỉ thị 05-CT/TW.",
        "Huyện ủy ban hành Kế hoạch 12-KH/HU.",
        published="2021-02-03",
    )
    b = Story(
        "b",
        SEN,
        "Huyện ủy kiểm tra 4 chi bộ.",
        "Tỷ lệ che phủ 50%.",
        "Độ che phủ rừng đạt 38% năm 2021, mục tiêu 45%.",
        "Báo cáo nhắc đến Chỉ thị 05-CT/TW và Nghị quyết 02-NQ/TU.",
        "Đàn bò có 1.200 con năm 2021.",
    )
    instruction = ("Chỉ thị", "05")
    of_a = a.facts(
        a.measure("Huyện ủy mở 3 lớp bồi dưỡng.", BINH, actor="Huyện ủy"),
        a.measure("Huyện ủy sẽ mở 2 lớp [^9] | <b>mới</b>.", BINH, status="planned", actor="Huyện ủy"),
        a.metric("41%", BINH, 41, period="2020", **FORESTS),
        a.metric("3 lớp", BINH, 3, period="2021"),
        a.directive("Chỉ thị 05-CT/TW", BINH, *instruction, symbol="05-CT/TW"),
        a.directive("Kế hoạch 12-KH/HU", BINH, "Kế hoạch", "12", symbol="12-KH/HU", issued_here=True),
    )
    of_b = b.facts(
        b.measure("Huyện ủy kiểm tra 4 chi bộ.", SEN, theme="inspection", actor="Huyện ủy"),
        b.metric("38%", SEN, 38, period="2021", **FORESTS),
        b.metric("45%", SEN, 45, period="2021", **FORESTS | {"target": True}),
        b.metric("4 chi bộ", SEN, 4, period="2021"),
        b.metric("50%", SEN, 50, **FORESTS),
        b.metric("1.200 con", SEN, 1200, unit="con", indicator="đàn bò", period="2021"),
        b.directive("Chỉ thị 05-CT/TW", SEN, *instruction, symbol="05-CT/TW"),
        b.directive("Nghị quyết 02-NQ/TU", SEN, "Nghị quyết", "02", symbol="02-NQ/TU"),
    )
    carries = Relation("implements", None, "Huyện ủy", 0, Span(0, 1))
    return [dataclasses.replace(of_a, relations=(carries,)), of_b]


def compared(extractions: Sequence[Extraction], limits: Limits = UNLIMITED) -> Comparison:
    return compare(brief(extractions), documents(extractions), limits)


def outputs(comparison: Comparison, *formats: str, lang: str = "vi", links: bool = False) -> dict[str, bytes]:
    """The bytes of each output by its ending."""
    briefs = {BINH: "an/binh/binh.md"} if links else None
    made = render_comparison(comparison, formats or ("md", "docx", "pdf"), lang, None, briefs=briefs)
    return {name: data for name, _, data in made if data is not None}


def page(comparison: Comparison, lang: str = "vi") -> str:
    """The Markdown, with a link to the first brief."""
    return outputs(comparison, "md", lang=lang, links=True)["md"].decode("utf-8")
