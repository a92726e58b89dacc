"""What is heavy is imported by the renderer that needs it, so that the other commands never pay for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
WATCHED = {"weasyprint", "docx", "lxml", "jinja2", "markdown_it", "matplotlib"}
SPY = """
import sys
from reportgen.cli import main
try:
    main(sys.argv[1:])
except SystemExit as e:
    assert not e.code, e.code
finally:
    sys.stderr.write("\\nmodules " + " ".join(sys.modules))
"""


def imported(*arguments: str) -> set[str]:
    """The watched packages that are loaded after `reportgen ARGUMENTS`."""
    command = [sys.executable, "-c", SPY, *arguments]
    said = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, encoding="utf-8").stderr
    return WATCHED & set(said.rsplit("\nmodules ", 1)[1].split())


@pytest.mark.parametrize("arguments", [[], ["--help"], ["build", "--help"]], ids=" ".join)
def test_help_loads_nothing(arguments: list[str]) -> None:
    assert imported(*arguments) == set()


def test_extracting_loads_no_renderer() -> None:
    assert imported("extract", "seeds") <= {"jinja2", "markdown_it", "matplotlib"}
    assert imported("text", str(sorted((PROJECT / "seeds").glob("*.txt"))[0])) == set()


def test_a_build_without_a_course_loads_no_plotting_library(tmp_path: Path) -> None:
    article = PROJECT / "seeds" / "dong-mo-2019.txt"
    assert "matplotlib" not in imported("build", str(article), "--format", "md", "--out", str(tmp_path))


@pytest.mark.parametrize(
    ("form", "left"), [("md", {"weasyprint", "docx"}), ("docx", {"weasyprint"}), ("pdf", {"docx"})]
)
def test_a_build_loads_only_what_its_format_needs(form: str, left: set[str], tmp_path: Path) -> None:
    short = "seeds/van-ho-2023.txt"  # a long brief needs the layout of the print for the pages of its contents
    assert not left & imported("build", short, "--jobs", "1", "--format", form, "--out", str(tmp_path))
