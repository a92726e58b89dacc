"""Charts: what they are called and say, the same picture in all three formats, nothing of them where they cannot be drawn."""

import dataclasses
import io
import os
import re
import subprocess
import sys
import tomllib
import unicodedata
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest
from docx import Document
from made import HOSTILE, UNIT, brief, made_of
from matplotlib import get_data_path
from matplotlib.ft2font import FT2Font
from pdf_text import runs
from PIL import Image

from reportgen import render as rendering
from reportgen.model import Brief, Metric, MetricRow, Series, Unit
from reportgen.render import render
from reportgen.render.charts import Chart, charts
from reportgen.render.charts.drawing import draw
from reportgen.render.html import render_html
from reportgen.render.markdown import render_markdown
from reportgen.render.office import Layout
from reportgen.render.templates import labels
from reportgen.text import Span

CASES = tomllib.loads((Path(__file__).parent / "charts.toml").read_text(encoding="utf-8"))["case"]


def series(indicator: str, unit: str, *points: str, scope: Unit = UNIT, marks: int = 3) -> Series:
    """A series; a point is "period value" or "period bound value"."""
    fields = {"to": None, "of": None, "change": None, "target": False, "baseline": None, "locality": scope}
    rows = []
    for number, point in enumerate(points):
        period, *bound, value = point.split(" ")
        said: dict[str, Any] = {"value": Decimal(value), "unit": unit, "bound": bound[0] if bound else None}
        metric = Metric(span=Span(0, 1), indicator=indicator, period=period, **(fields | said))
        rows.append(MetricRow(metric, (1 + number % marks,)))
    return Series(indicator, unit, scope, tuple(rows))


def with_series(*courses: Series) -> Brief:
    plain = brief()
    return dataclasses.replace(plain, own=dataclasses.replace(plain.own, series=courses))


def chart_of(*courses: Series, lang: str = "vi") -> Chart:
    made = list(charts(with_series(*courses), "binh-sen", lang, labels(lang, None)).values())
    assert len(made) == len(courses)
    return made[-1]


POOR = series("tỷ lệ hộ nghèo", "%", "2015 12.5", "2018 7.25", "2020 3.1")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_a_chart_says(case: dict[str, Any]) -> None:
    for lang in ("vi", "en"):
        if lang in case:
            chart = chart_of(series(case["indicator"], case["unit"], *case["points"]), lang=lang)
            assert [chart.caption, chart.words] == case[lang]
            assert [c.period for c in chart.columns] == case.get(f"{lang}_periods", [c.period for c in chart.columns])
            assert [c.figure for c in chart.columns] == case.get(f"{lang}_figures", [c.figure for c in chart.columns])
            assert [c.at for c in chart.columns] == case.get("at", [c.at for c in chart.columns])


def test_no_two_charts_have_one_name_and_no_name_leaves_the_folder() -> None:
    other = Unit((*UNIT.path[:1], dataclasses.replace(UNIT.path[1], name="Cam Lộc")))
    hostile = series("../../" + HOSTILE + " dài" * 90, "hộ", "2019 1", "2020 2")
    what = with_series(POOR, dataclasses.replace(POOR, unit="hộ"), hostile)
    below = dataclasses.replace(what.below[0], series=(dataclasses.replace(POOR, scope=other),))
    named = charts(dataclasses.replace(what, below=(below,)), "binh-sen", "vi", labels("vi", None)).values()
    files = [chart.file for chart in named]
    assert files[:2] == ["binh-sen.ty-le-ho-ngheo.svg", "binh-sen.ty-le-ho-ngheo-2.svg"]
    assert files[3] == "binh-sen.xa-cam-loc-ty-le-ho-ngheo.svg"
    assert all(re.fullmatch(r"binh-sen\.[a-z0-9-]{1,60}\.svg", file) for file in files)
    assert [chart.number for chart in named] == [1, 2, 3, 4]


def test_a_course_of_very_many_periods_has_no_chart() -> None:
    long = series("dân số", "người", *(f"{year} {year}" for year in range(2000, 2013)))
    assert charts(with_series(long), "a", "vi", labels("vi", None)) == {}
    assert "Dân số" in render_markdown(with_series(long))


def test_the_picture_has_the_same_bytes_in_every_process() -> None:
    made = "from test_charts import *; c = chart_of(POOR); print(hashlib.sha256(draw(c, 'svg') + draw(c, 'png')).hexdigest())"
    seen = set()
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        command = [sys.executable, "-c", f"import hashlib; {made}"]
        seen.add(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)
    assert len(seen) == 1


def test_the_picture_needs_no_font_no_style_and_no_network_and_says_no_date() -> None:
    chart = chart_of(series("tỷ lệ hộ nghèo", "%", "2015-01/2015-06 > 12.5", "2016-01/2016-06 3"))
    picture = draw(chart, "svg").decode("utf-8")
    tree = ElementTree.fromstring(picture)
    assert {element.tag.rsplit("}")[-1] for element in tree.iter()} & {"text", "image", "script", "a"} == set()
    assert tree.findtext("{http://www.w3.org/2000/svg}title") == chart.words
    assert "date" not in picture.lower()
    assert set(re.findall(r'href="([^"]{1,12})', picture)) <= set(re.findall(r'href="(#[^"]{1,11})', picture))


def test_the_letters_of_the_picture_are_all_of_vietnamese() -> None:
    font = FT2Font(str(Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSerif.ttf"))
    vowels = "aăâeêioôơuưy"
    letters = {
        unicodedata.normalize("NFC", v + tone) for v in vowels for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")
    }
    assert len(letters) == 72
    wanted = "".join(sorted(letters)) + "đ–"
    assert set(map(ord, wanted + wanted.upper())) <= set(font.get_charmap())
    assert 'id="DejaVuSerif-' in draw(chart_of(POOR), "svg").decode("utf-8")


def test_the_picture_is_legible_in_grey() -> None:
    picture = Image.open(io.BytesIO(draw(chart_of(POOR), "png"))).convert("L")
    shades = sorted(picture.getcolors(256), reverse=True)
    (_, paper), (_, ink) = shades[:2]
    assert paper == 255
    assert (1.05) / ((ink / 255) ** 2.2 + 0.05) > 4.5, "WCAG 2.2, contrast of graphics and of words"
    assert picture.width / picture.info["dpi"][0] * 25.4 == pytest.approx(120, abs=1)


def pictures_in(data: bytes) -> Iterator[str]:
    """The tagged figures of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        waiting: list[Any] = [pdf.Root.StructTreeRoot]
        while waiting:
            node = waiting.pop()
            if isinstance(node, pikepdf.Dictionary):
                if node.get("/S") == "/Figure":
                    yield str(node.Alt)
                children = node.get("/K")
                waiting += list(children) if isinstance(children, pikepdf.Array) else [children]


def test_the_chart_is_in_all_three_formats_with_its_caption_its_marks_and_what_it_shows() -> None:
    chart = chart_of(POOR)
    made = {
        name: data for name, _, data in render(with_series(POOR), ("md", "docx", "pdf"), "vi", None, stem="binh-sen")
    }
    assert list(made) == ["md", "evidence.json", "docx", "pdf", "ty-le-ho-ngheo.svg"]
    assert made["ty-le-ho-ngheo.svg"] == draw(chart, "svg")
    markdown = made["md"].decode("utf-8")
    assert re.search(r"^\*Biểu đồ 1\. Tỷ lệ hộ nghèo \(%\)\*\[\^\d\]\[\^\d\]\[\^\d\]$", markdown, re.M)
    assert f"\n\n![{chart.words}](binh-sen.ty-le-ho-ngheo.svg)\n\n" in markdown
    assert list(pictures_in(made["pdf"])) == [chart.words]
    document = Document(io.BytesIO(made["docx"]))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == chart.words
    (caption,) = [p for p in document.paragraphs if p.text.startswith("Biểu đồ")]
    assert (caption.text, caption.style.name) == ("Biểu đồ 1. Tỷ lệ hộ nghèo (%)[1][2][3]", "Caption")
    assert any(b"SEQ Bi\xe1\xbb\x83u_\xc4\x91\xe1\xbb\x93" in part for part in caption._p.xml.encode().splitlines())
    with zipfile.ZipFile(io.BytesIO(made["docx"])) as package:
        assert [package.read(n) for n in package.namelist() if n.endswith(".png")] == [draw(chart, "png")]


@pytest.mark.parametrize("layout", ["plain", "party", "state"])
def test_the_caption_of_a_chart_stands_as_that_of_a_table(layout: str) -> None:
    printed = runs(made_of(with_series(POOR), "pdf", layout=Layout(layout))["pdf"])
    table, chart = (next(run for run in printed if run.words.startswith(word)) for word in ("Bảng 1", "Biểu đồ 1"))
    assert (chart.left, chart.size, chart.font) == (pytest.approx(table.left, abs=0.1), table.size, table.font)


def test_words_of_an_article_stay_words_in_a_chart() -> None:
    what = with_series(series(HOSTILE, "hộ", "2019 1", "2020 2"))
    made = {name: data for name, _, data in render(what, ("md", "docx", "pdf"), "vi", None)}
    assert len([name for name in made if name.endswith(".svg")]) == 1
    page = render_html(what, made["md"].decode("utf-8"), "vi", None)
    assert "<b>" not in page
    assert 'javascript:alert(1)"' not in page
    assert made["md"].decode("utf-8").count("](") == 1


def test_a_picture_that_is_no_chart_of_the_brief_is_its_words() -> None:
    page = render_html(brief(), "# A\n\n![phù hiệu](http://example.org/a.png)\n", "vi", None)
    assert "<img" not in page
    assert "phù hiệu" in page


def test_where_charts_cannot_be_drawn_a_brief_is_whole_without_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "can_draw", lambda: False)
    made = made_of(with_series(POOR))
    assert list(made) == ["md", "evidence.json", "docx", "pdf"]
    assert made["md"].decode("utf-8") == render_markdown(with_series(POOR))
    assert "Biểu đồ" not in made["md"].decode("utf-8")
    assert "năm 2015: 12,5%" in made["md"].decode("utf-8")
