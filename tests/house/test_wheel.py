"""The wheel holds the program with its data and templates, nothing else, and works away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

PROJECT = Path(__file__).parents[2]
PROGRAM = PROJECT / "reportgen"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's contents, as an installation lays them out."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as files:
        files.extractall(folder / "site")
    return folder / "site"


def files_under(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_all_of_the_program_is_inside(unpacked: Path) -> None:
    expected = files_under(PROGRAM) | {f"templates/{name}" for name in files_under(PROJECT / "templates")}
    assert files_under(unpacked / "reportgen") == expected


def test_nothing_else_is_inside(unpacked: Path) -> None:
    beside = {path.name for path in unpacked.iterdir()} - {"reportgen"}
    assert len(beside) == 1
    assert next(iter(beside)).endswith(".dist-info")
    assert any(name.endswith("LICENSE") for name in files_under(unpacked))


def test_it_builds_a_brief_away_from_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    seed = sorted((PROJECT / "seeds").glob("*.txt"))[0]
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    where = [sys.executable, "-c", "import reportgen; print(reportgen.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True).stdout
    assert unpacked in Path(found.strip()).parents
    command = [sys.executable, "-m", "reportgen.cli", "build", seed, "--out", tmp_path / "out"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    endings = {path.suffix for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert {".md", ".docx", ".pdf", ".csv", ".json", ".jsonl"} <= endings
