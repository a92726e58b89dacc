"""Templates: copied, explained whole, shut off from everything but the brief, their errors named by file and line."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from jinja2 import Environment
from made import brief

from reportgen.errors import TemplateError, UsageError
from reportgen.render import render
from reportgen.render.fields import fields_page, reached
from reportgen.render.markdown import _environment, render_markdown
from reportgen.render.templates import copy_shipped, shipped

README = (shipped() / "README.md").read_text(encoding="utf-8")


def test_every_field_is_named_with_an_example() -> None:
    page = fields_page()
    kinds = list(reached())
    assert {"Brief", "Section", "Metric", "Measure", "Directive", "Citation", "Unit", "Document"} <= {
        kind.__name__ for kind, _ in kinds
    }
    for kind, path in kinds:
        assert f"## {kind.__name__}\n" in page
        for field in dataclasses.fields(kind):
            assert f"`{{{{ {path}.{field.name} }}}}`" in page


def test_the_examples_are_true(tmp_path: Path) -> None:
    lines = [f"{{{{ {path}.{f.name}|string|length }}}}" for kind, path in reached() for f in dataclasses.fields(kind)]
    full = [
        line
        for line in lines
        if "documents[0]" not in line and "{ compare." not in line and ".series" not in line and ".disputes" not in line
    ]
    full = [line for line in full if ".dates" not in line and ".numbers" not in line and "elsewhere" not in line]
    full = [line for line in full if ".remarks" not in line and ".courses" not in line and ".targets" not in line]
    (tmp_path / "brief.md.j2").write_text("\n".join(full), encoding="utf-8")
    assert len(render_markdown(brief(), "vi", tmp_path).split()) == len(full) > 60


def test_every_filter_and_every_file_is_explained() -> None:
    ours = set(_environment("vi", None).filters) - set(Environment().filters)
    assert {name for name in ours if f"`{name}`" not in README} == set()
    files = {p.name for p in shipped().iterdir() if p.is_file() and p.name != "README.md"}
    assert {name for name in files if f"`{name}`" not in README} == set()


def test_a_copy_makes_the_same_briefs(tmp_path: Path) -> None:
    own = tmp_path / "own"
    count = copy_shipped(own, {"FIELDS.md": b"x"})
    assert count == len([p for p in own.rglob("*") if p.is_file()])
    formats = ("md", "docx", "pdf")
    ours = [data for _, _, data in render(brief(), formats, "vi", None)]
    assert [data for _, _, data in render(brief(), formats, "vi", own)] == ours


def test_nothing_of_the_users_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "brief.css").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="is there already"):
        copy_shipped(tmp_path, {})
    assert [p.name for p in tmp_path.iterdir()] == ["brief.css"]


OUT_OF_BOUNDS = [
    "{% include '../../etc/passwd' %}",
    "{% include '/etc/passwd' %}",
    "{{ brief.__init__.__globals__ }}",
    "{{ ''.__class__ }}",
    "{{ link.__globals__ }}",
    "{{ brief.articles.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{% for n in range(10 ** 9) %}{% endfor %}",
    "{{ brief.articles.append(1) }}",
]


@pytest.mark.parametrize("template", OUT_OF_BOUNDS)
def test_a_template_reaches_nothing_but_the_brief(tmp_path: Path, template: str) -> None:
    (tmp_path / "brief.md.j2").write_text(f"\n\n{template}\n", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"brief\.md\.j2, line 3: ") as e:
        render_markdown(brief(), "vi", tmp_path)
    assert "\n" not in str(e.value)


def test_an_error_in_a_part_names_the_part(tmp_path: Path) -> None:
    (tmp_path / "brief.md.j2").write_text("{% include 'part.md.j2' %}\n", encoding="utf-8")
    (tmp_path / "part.md.j2").write_text("x\n{{ brief.nothing }}\n", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"part\.md\.j2, line 2: .*nothing"):
        render_markdown(brief(), "vi", tmp_path)


def test_an_error_in_a_style_sheet_names_its_line(tmp_path: Path) -> None:
    sheet = (shipped() / "brief.css").read_text(encoding="utf-8")
    (tmp_path / "brief.css").write_text("p { colour: red }\n" + sheet, encoding="utf-8")
    with pytest.raises(TemplateError, match=r"brief\.css, line 1: .*colour"):
        list(render(brief(), ("pdf",), "vi", tmp_path))


def test_an_error_in_the_labels_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "labels.vi.toml").write_text('kind = "x"\nsummary = y\n', encoding="utf-8")
    with pytest.raises(TemplateError, match=r"labels\.vi\.toml: .*line 2"):
        render_markdown(brief(), "vi", tmp_path)
