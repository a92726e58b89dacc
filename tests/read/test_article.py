"""JSON in: an article that was parsed already gives the same facts as the page it came from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportgen.build import extract_file
from reportgen.errors import Unreadable
from reportgen.read import read
from reportgen.render.jsonl import jsonl

PROJECT = Path(__file__).parents[2]
FILES = [*sorted((PROJECT / "seeds").glob("*.txt")), *sorted((Path(__file__).parent / "pages").glob("*.html"))]


def without_spans(line: Any) -> Any:
    """Facts without their places and blanks, and without the unrepaired words."""
    if isinstance(line, dict):
        return {
            k: without_spans(v)
            for k, v in line.items()
            if k not in ("span", "spans", "mentions", "quote", "path", "id")
        }
    if isinstance(line, list):
        return [without_spans(x) for x in line]
    return " ".join(line.split()) if isinstance(line, str) else line


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_what_extract_prints_can_be_read_again(tmp_path: Path, file: Path) -> None:
    first = json.loads(jsonl(extract_file(file)))
    (tmp_path / "bai.json").write_text(json.dumps(first), encoding="utf-8")
    again = json.loads(jsonl(extract_file(tmp_path / "bai.json")))
    assert without_spans(again) == without_spans(first)
    text = read(tmp_path / "bai.json").text
    assert all(text[slice(*m["span"])] == m["quote"] for m in again["metrics"])


BLOCK = {"kind": "paragraph", "text": "Xã Tân An họp bàn."}


@pytest.mark.parametrize(
    ("article", "says"),
    [
        ({"blocks": [{"kind": "para", "text": "x"}]}, r"blocks\[0\] needs a kind"),
        ({"blocks": [{"kind": "lead", "text": " "}]}, r"blocks\[0\] has no text"),
        ({"blocks": [BLOCK], "published": "17/8/2019"}, "no date"),
        ({"blocks": [BLOCK], "title": 3}, "title is no string"),
        ({"blocks": [BLOCK], "tables": [{"rows": [[1]]}]}, "neither a string"),
        ({"blocks": [BLOCK], "authors": "Lò Mai"}, "authors is no list"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, article: dict[str, Any], says: str) -> None:
    (tmp_path / "a.json").write_text(json.dumps(article), encoding="utf-8")
    with pytest.raises(Unreadable, match=says):
        read(tmp_path / "a.json")
