"""Files stay small and named for what is in them; nothing in the project is somebody else's wording."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SHARED = PROJECT.parent / "shared"
MODULES = sorted((PROJECT / "reportgen").rglob("*.py"))
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}
"""A drawer is a missing noun."""

RUN = 14
"""So many syllables in a row make a sentence somebody else's."""


def test_modules_are_small() -> None:
    sizes = {
        module.relative_to(PROJECT).as_posix(): module.read_text(encoding="utf-8").count("\n") for module in MODULES
    }
    assert {name: size for name, size in sizes.items() if size >= 400} == {}


def test_no_module_is_a_drawer() -> None:
    assert [module for module in MODULES if DRAWERS & set(module.relative_to(PROJECT).with_suffix("").parts)] == []


def own_files() -> Iterator[Path]:
    """Every text file of the project; binary ones and what is made are left out."""
    yield from (path for path in PROJECT.iterdir() if path.is_file())
    for folder in ("reportgen", "templates", "seeds", "tests", ".ci", "docs"):
        yield from (
            path for path in (PROJECT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts
        )


def runs(text: str) -> set[int]:
    """Hashes of every run of RUN syllables."""
    syllables = re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())
    return {hash(tuple(syllables[i : i + RUN])) for i in range(len(syllables) - RUN + 1)}


def shared_texts() -> Iterator[str]:
    for article in sorted((SHARED / "articles").glob("*.txt")):
        yield article.read_text(encoding="utf-8", errors="replace")
    for corpus in sorted((SHARED / "corpus").glob("*.jsonl.gz")):
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


@pytest.mark.skipif(not (SHARED / "articles").exists(), reason="the shared articles are not here")
def test_no_sentence_of_the_shared_articles_is_in_the_project() -> None:
    theirs: set[int] = set()
    for text in shared_texts():
        theirs |= runs(text)
    taken = []
    for path in own_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if runs(text) & theirs:
            taken.append(path.relative_to(PROJECT).as_posix())
    assert taken == []
