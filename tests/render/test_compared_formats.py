"""A comparison in its three formats: the same facts with the same marks, on pages on which its tables can be read, with its charts."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from decimal import Decimal
from typing import Any

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from made import HOSTILE, OTHER, UNIT, brief
from pdf_text import runs
from test_charts import pictures_in

from reportgen import render as rendering
from reportgen.brief import compare
from reportgen.model import Brief, Comparison, Metric, MetricRow, Place, Unit
from reportgen.proof import docx, letters
from reportgen.render import render_comparison
from reportgen.render.charts.compared import compared_charts, drawable
from reportgen.render.charts.drawing import draw
from reportgen.render.claims import claims
from reportgen.render.markdown import compared_names
from reportgen.render.office import LAYOUTS, Layout
from reportgen.render.templates import labels
from reportgen.text import Span

MM = 72 / 25.4


def poor(where: Unit, period: str, value: str, **more: Any) -> MetricRow:
    fields = dict.fromkeys(("to", "of", "bound", "change", "baseline")) | {"target": False} | more
    metric = Metric(
        Span(0, 5), Decimal(value), unit="%", indicator="tỷ lệ hộ nghèo", period=period, locality=where, **fields
    )
    return MetricRow(metric, (1,))


def localities(count: int = 2, words: str = "Đảng ủy mở 3 lớp cho 90 người", **years: str) -> list[Brief]:
    """So many briefs, each with a share of poor households for each of `years` ("y2018")."""
    made = []
    for n in range(count):
        unit = [UNIT, OTHER, *(Unit((Place("tỉnh", f"Số {k}"),)) for k in range(count))][n]
        one = brief(words)
        shares = tuple(poor(unit, year.removeprefix("y"), value) for year, value in years.items())
        article = dataclasses.replace(one.articles[0], path=f"{n}.txt", id=f"bai-{n}")
        own = dataclasses.replace(one.own, unit=unit, metrics=shares)
        made.append(dataclasses.replace(one, unit=unit, own=own, articles=(article,)))
    return made


def made_of(what: Comparison, *formats: str, **more: Any) -> dict[str, bytes]:
    outputs = render_comparison(what, formats or ("md", "docx", "pdf"), more.pop("lang", "vi"), None, **more)
    return {name: data for name, _, data in outputs if data is not None}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("words", ["Đảng ủy mở 3 lớp", HOSTILE], ids=["plain", "hostile"])
def test_every_line_is_in_all_three_formats(words: str, lang: str) -> None:
    made = made_of(compare(localities(3, words, y2018="5.5"), []), lang=lang)
    said = claims(made["md"].decode("utf-8"))
    kinds = {"heading", "paragraph", "item", "source", "head", "row", "note"}
    assert {c.kind for c in said} == kinds | {"front", "picture"}
    printed = letters("".join(run.words for run in runs(made["pdf"]))).casefold()
    written = letters("".join(docx.pieces(made["docx"], "docx"))).casefold()
    for claim in (c for c in said if c.kind in kinds):
        for part in claim.text.split(" | ") if claim.kind in {"row", "head"} else [claim.text]:
            assert letters(part).casefold() in written
            assert all(word in printed for word in map(letters, part.casefold().split()))
    assert "<b>" not in made["md"].decode("utf-8")


@pytest.mark.parametrize(("count", "wide"), [(2, False), (3, True), (6, True)])
def test_the_page_lies_so_that_its_columns_have_room(count: int, wide: bool) -> None:
    made = made_of(compare(localities(count), []), "pdf", "docx")
    with pikepdf.open(io.BytesIO(made["pdf"])) as pdf:
        boxes = {(round(float(p.MediaBox[2]) / MM), round(float(p.MediaBox[3]) / MM)) for p in pdf.pages}
    assert boxes == {(297, 210) if wide else (210, 297)}
    document = Document(io.BytesIO(made["docx"]))
    section = document.sections[-1]
    assert (section.page_width > section.page_height) == wide
    room = section.page_width - section.left_margin - section.right_margin
    table = document.tables[1]
    widths = [cell.width for cell in table.rows[0].cells]
    assert sum(widths) == pytest.approx(room, rel=0.01)
    assert len(widths) == count + 1
    assert max(widths[1:]) - min(widths[1:]) <= 1
    assert min(widths[1:]) / 36_000 > 30, "millimetres for a locality"
    (tab,) = (t for t in section.footer._element.iter(qn("w:tab")) if t.get(qn("w:pos")))
    assert int(tab.get(qn("w:pos"))) == pytest.approx(room / 635, abs=2)


def test_the_notes_stand_together_at_the_end() -> None:
    made = made_of(compare(localities(3), []), "pdf", "docx")
    with zipfile.ZipFile(io.BytesIO(made["docx"])) as package:
        body, notes = package.read("word/document.xml").decode(), package.read("word/endnotes.xml").decode()
    assert body.count("w:endnoteReference ") == len(re.findall(r'<w:endnote w:id="[1-9]', notes)) == 3
    assert "w:footnoteReference " not in body
    assert re.search(r'<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:pgSz', body)
    order = [run.words for run in runs(made["pdf"])]
    quotes = next(n for n, words in enumerate(order) if words.startswith("Các câu được trích dẫn"))
    assert not any("đoạn 1:" in words for words in order[:quotes])
    assert any("đoạn 1:" in words for words in order[quotes:])


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_layout_makes_an_official_document_of_it(name: str) -> None:
    what = compare(localities(2), [])
    assert made_of(what, layout=Layout(name)) == made_of(what)


def test_without_a_link_nothing_changes_in_pdf_and_docx() -> None:
    what = compare(localities(2), [])
    linked = made_of(what, briefs={UNIT: "a/b.md"}, pages={"0.txt": "evidence/bai-0.html"})
    plain = made_of(what)
    assert {name for name in plain if plain[name] != linked[name]} == {"md"}
    assert "](a/b.md)" in linked["md"].decode("utf-8")
    assert "[tệp bai-0](evidence/bai-0.html)" in linked["md"].decode("utf-8")


def test_a_chart_has_the_columns_of_each_locality_together() -> None:
    what = compare(localities(2, y2015="12.5", y2018="3.1"), [])
    (chart,) = compared_charts(what, compared_names(what), "compare", "vi", labels("vi", None)).values()
    assert chart.file == "compare.ty-le-ho-ngheo.svg"
    assert chart.caption == "Tỷ lệ hộ nghèo (%)"
    course = "năm 2015 12,5%; năm 2018 3,1%"
    assert chart.words == f"Tỷ lệ hộ nghèo. Huyện Bình Sen: {course}. Tỉnh Đông Hà: {course}"
    assert [(c.at, c.period, c.figure) for c in chart.columns] == [
        (0, "2015", "12,5%"), (1, "2018", "3,1%"), (3, "2015", "12,5%"), (4, "2018", "3,1%"),
    ]  # fmt: skip
    assert [(g.name, g.at, g.columns) for g in chart.groups] == [("Huyện Bình Sen", 0.5, 2), ("Tỉnh Đông Hà", 3.5, 2)]
    made = made_of(what)
    assert made["ty-le-ho-ngheo.svg"] == draw(chart, "svg")
    markdown = made["md"].decode("utf-8")
    assert re.search(r"^\*Biểu đồ 1\. Tỷ lệ hộ nghèo \(%\)\*\[\^\d\]\[\^\d\]$", markdown, re.M)
    assert f"![{chart.words}](compare.ty-le-ho-ngheo.svg)" in markdown
    (shape,) = Document(io.BytesIO(made["docx"])).inline_shapes
    assert shape._inline.docPr.get("descr") == chart.words
    assert list(pictures_in(made["pdf"])) == [chart.words]


def test_what_a_chart_cannot_show_is_in_its_table_alone() -> None:
    one, other = localities(2, y2018="5")
    ranged = dataclasses.replace(other.own, metrics=(poor(OTHER, "2018", "5", to=Decimal(7)),))
    what = compare([one, dataclasses.replace(other, own=ranged)], [])
    assert len(what.figures) == 1
    assert compared_charts(what, compared_names(what), "compare", "vi", labels("vi", None)) == {}


def test_of_many_figures_the_latest_are_drawn() -> None:
    years = {f"y{year}": "5" for year in range(2010, 2018)}
    (row,) = compare(localities(6, **years), []).figures
    assert [len(cell) for cell in row.cells] == [8] * 6
    assert [[r.metric.period for r in cell] for cell in drawable(row)] == [["2016", "2017"]] * 6


def test_without_the_plotting_library_it_is_whole_without_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "can_draw", lambda: False)
    made = made_of(compare(localities(2, y2015="12.5"), []))
    assert list(made) == ["md", "evidence.json", "docx", "pdf"]
    assert "Biểu đồ" not in made["md"].decode("utf-8")
    assert "12,5% (năm 2015)" in made["md"].decode("utf-8")
