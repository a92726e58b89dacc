"""Official layouts, measured in what comes out: sizes, faces and margins in the DOCX and in the PDF against the rules."""

from __future__ import annotations

import datetime as dt
import io
import tomllib
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from made import brief, made_of
from pdf_text import Run, runs

from reportgen.errors import SettingsError
from reportgen.model import Limits
from reportgen.render.office import Layout, Office, read_settings
from reportgen.render.tokens import column_shares, page, table_rows

RULES = tomllib.loads((Path(__file__).parent / "layouts.toml").read_text(encoding="utf-8"))
OFFICE = Office(
    parent="Tỉnh ủy An Hải",
    organisation="Huyện ủy Bình Sen",
    place="Bình Sen",
    date=dt.date(2026, 2, 5),
    number="15-BC/HU",
    authority="T/M Ban Thường vụ",
    post="Phó Bí thư",
    signer="Nguyễn Văn An",
    recipients=("Thường trực Tỉnh ủy", "Lưu Văn phòng Huyện ủy"),
)
LINES = [pytest.param(name, line, id=f"{name}-{line['style']}") for name in RULES for line in RULES[name]["line"]]
LONG_WORDS = "Huyện ủy mở lớp bồi dưỡng nghiệp vụ công tác đảng cho bí thư chi bộ các thôn, bản trên địa bàn huyện " * 3


def inside(value: float, limits: list[float]) -> bool:
    return limits[0] - 0.3 <= value <= limits[1] + 0.3


@pytest.fixture(scope="module")
def documents() -> dict[str, Any]:
    return {
        name: Document(io.BytesIO(made_of(brief(LONG_WORDS), "docx", layout=Layout(name, OFFICE))["docx"]))
        for name in RULES
    }


@pytest.fixture(scope="module")
def pages() -> dict[str, list[Run]]:
    return {name: runs(made_of(brief(LONG_WORDS), "pdf", layout=Layout(name, OFFICE))["pdf"]) for name in RULES}


def paragraphs(document: Any) -> list[Any]:
    """All paragraphs of the body, those in tables too, in order."""
    return [p for block in document.iter_inner_content() for p in of_block(block)]


def of_block(block: Any) -> list[Any]:
    if hasattr(block, "rows"):
        return [p for row in block.rows for cell in row.cells for p in cell.paragraphs]
    return [block]


def shown(paragraph: Any) -> str:
    words = paragraph.text
    return words.upper() if effective(paragraph.style, "font", "all_caps") else words


def effective(style: Any, *path: str) -> Any:
    """What a style says, or the style that it is based on."""
    while style is not None:
        value = style
        for step in path:
            value = getattr(value, step)
        if value is not None:
            return value
        style = style.base_style
    return None


@pytest.mark.parametrize(("name", "line"), LINES)
def test_a_line_of_the_docx_follows_the_rule(documents: dict[str, Any], name: str, line: dict[str, Any]) -> None:
    found = [p for p in paragraphs(documents[name]) if p.style.name == line["style"] and shown(p) == line["words"]]
    assert len(found) == 1, line["words"]
    style = found[0].style
    assert inside(effective(style, "font", "size").pt, line["size"])
    for face in ("bold", "italic", "underline"):
        assert bool(effective(style, "font", face)) == line.get(face, False)
    for run in found[0].runs:  # a style carries it, never the run
        assert (run.bold, run.italic, run.font.size) == (None, None, None)


@pytest.mark.parametrize(("name", "line"), LINES)
def test_a_line_of_the_pdf_follows_the_rule(pages: dict[str, list[Run]], name: str, line: dict[str, Any]) -> None:
    printed = pages[name]
    pairs = zip(printed, [*printed[1:], printed[0]], strict=True)  # the end of the title is bound, and a run of its own
    found = [run for run, then in pairs if line["words"] in {run.words, run.words + then.words}]
    assert len(found) == 1, line["words"]
    assert inside(found[0].size, line["size"])
    assert found[0].bold == line.get("bold", False)
    assert found[0].italic == line.get("italic", False)


@pytest.mark.parametrize("name", RULES)
def test_the_margins_of_the_docx_follow_the_rule(documents: dict[str, Any], name: str) -> None:
    section = documents[name].sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    for side, limits in RULES[name]["margins"].items():
        assert inside(getattr(section, f"{side}_margin").mm, limits), side
    assert section.different_first_page_header_footer
    assert inside(section.header_distance.mm, [10, 10])
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml
    header = section.header.paragraphs[0].style
    assert inside(effective(header, "font", "size").pt, RULES[name]["page_number"]["size"])


@pytest.mark.parametrize("name", RULES)
def test_the_margins_of_the_pdf_follow_the_rule(pages: dict[str, list[Run]], name: str) -> None:
    margins = RULES[name]["margins"]
    assert max(run.page for run in pages[name]) > 1
    numbers = [r for r in pages[name] if r.top < margins["top"][0] and r.words == str(r.page)]
    assert [run.page for run in numbers] == list(range(2, max(r.page for r in pages[name]) + 1))
    for number in numbers:
        assert inside(number.size, RULES[name]["page_number"]["size"])
        assert inside(number.top, RULES[name]["page_number"]["top"])
        assert inside((number.left + number.right) / 2, [30 + 165 / 2] * 2)
    text = [run for run in pages[name] if run not in numbers]
    assert inside(min(run.left for run in text), margins["left"])
    assert inside(210 - max(run.right for run in text), margins["right"])
    assert min(run.top for run in text) > margins["top"][0]
    assert 297 - max(run.top for run in text) >= margins["bottom"][0] - 0.3


@pytest.mark.parametrize("name", RULES)
def test_the_body_follows_the_rule(documents: dict[str, Any], pages: dict[str, list[Run]], name: str) -> None:
    rule = RULES[name]["body"]
    style = documents[name].styles["Body Text"]
    assert inside(effective(style, "font", "size").pt, rule["size"])
    assert inside(effective(style, "paragraph_format", "first_line_indent").mm, rule["first_line"])
    assert inside(effective(style, "paragraph_format", "space_after").pt, rule["after"])
    assert str(effective(style, "paragraph_format", "alignment")).startswith("JUSTIFY")
    start = next(k for k, run in enumerate(pages[name]) if "đã ban hành" in run.words)
    first, *lines = [r for r in pages[name][start : start + 12] if r.page == pages[name][start].page]
    assert inside(first.size, rule["size"])
    assert inside(first.left - RULES[name]["margins"]["left"][0], rule["first_line"])
    tops = sorted({round(run.top, 2) for run in [first, *lines] if run.size == first.size})[:2]
    assert inside((tops[1] - tops[0]) * 72 / 25.4, rule["pitch"])


@pytest.mark.parametrize("name", RULES)
def test_open_places_are_seen(name: str) -> None:
    made = made_of(brief(), "docx", "pdf", layout=Layout(name))
    document = Document(io.BytesIO(made["docx"]))
    open_runs = [r for p in paragraphs(document) for r in p.runs if r.style.name == "Placeholder Text"]
    assert len(open_runs) == 8
    printed = " ".join(run.words for run in runs(made["pdf"]))
    for words in ("[CƠ QUAN BAN HÀNH]", "ngày … tháng … năm …", "[họ và tên]"):
        assert words in printed
        assert words.lower() in " ".join(r.text for r in open_runs).lower()


def test_only_what_follows_the_number_may_be_given() -> None:
    printed = runs(made_of(brief(), "pdf", layout=Layout("party", Office(number="-BC/HU")))["pdf"])
    assert "Số …-BC/HU" in [run.words for run in printed]


SETTINGS = (
    'layout = "state"\n[office]\norganisation = "Ủy ban nhân dân xã"\ndate = 2026-03-01\nrecipients = ["A", "B"]\n'
)


def test_settings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "reportgen.toml"
    path.write_text(SETTINGS, encoding="utf-8")
    office = Office(organisation="Ủy ban nhân dân xã", date=dt.date(2026, 3, 1), recipients=("A", "B"))
    assert read_settings(path) == (Layout("state", office), Limits())


def test_limits_are_read(tmp_path: Path) -> None:
    path = tmp_path / "reportgen.toml"
    path.write_text("[limits]\nmeasures = 3\ndirectives = 10\n", encoding="utf-8")
    assert read_settings(path) == (Layout(), Limits(measures=3, directives=10))


WRONG = {
    "no TOML": ("layout = party", "not readable as TOML"),
    "an unknown layout": ('layout = "fancy"', "there are plain, party, state"),
    "an unknown setting": ('colour = "red"', "'colour'"),
    "an unknown setting of the office": (
        '[office]\norganization = "x"',
        "'organization'; there are parent, organisation",
    ),
    "a day in quotation marks": ('[office]\ndate = "5/2/2026"', "date should be a day"),
    "recipients that are no list": ('[office]\nrecipients = "A"', "recipients should be a list"),
    "a number as a number": ("[office]\nnumber = 15", "number should be words"),
    "no table": ("office = 1", "'office'"),
    "limits that are no table": ("limits = 5", "'limits'"),
    "an unknown limit": ("[limits]\npages = 5", "'pages'; there are measures, metrics, directives"),
    "a limit of none": ("[limits]\nmetrics = 0", "metrics should be a whole number from 1 on"),
    "a limit in words": ('[limits]\nmetrics = "5"', "metrics should be a whole number from 1 on"),
    "a limit that is no number": ("[limits]\nmetrics = true", "metrics should be a whole number from 1 on"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_settings_are_one_line(tmp_path: Path, case: str) -> None:
    words, said = WRONG[case]
    path = tmp_path / "reportgen.toml"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(SettingsError) as e:
        read_settings(path)
    assert str(e.value).startswith(f"{path}: ")
    assert said in str(e.value)
    assert "\n" not in str(e.value)


def test_settings_that_are_not_there_are_one_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(tmp_path / "none.toml")


TABLE = """| Văn bản | Ngày ban hành | Cơ quan ban hành | Trích yếu |
| --- | --- | --- | --- |
| Nghị quyết số 02-NQ/TU | 21/01/2021 | Ban Chấp hành Đảng bộ tỉnh An Hải | {} |
"""


@pytest.mark.parametrize("about", ["Nâng cao năng lực lãnh đạo " * n for n in (1, 4, 9)], ids=len)
def test_a_column_has_room_for_a_date(about: str) -> None:
    stream = iter(page(TABLE.format(about)).story)
    next(token for token in stream if token.type == "table_open")
    shares = column_shares(table_rows(stream))
    assert sum(shares) == pytest.approx(1)
    figure, padding = 12 / 2 * 25.4 / 72, 3  # mm: a figure of Times is half as wide as its size
    assert shares[1] * 165 - padding > 10 * figure
