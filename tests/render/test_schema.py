"""The schema holds for every line that is printed, and names every field in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from reportgen.build import extract_file
from reportgen.model import THEMES, BlockKind, Bound, Change, RelationKind, Status
from reportgen.render.jsonl import jsonl, schema

SCHEMA = json.loads(schema())
TESTS = Path(__file__).parents[1]
FILES = [*sorted((TESTS.parent / "seeds").glob("*.txt")), *sorted((TESTS / "read" / "pages").glob("*.html"))]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_lines_have_the_form(file: Path) -> None:
    line = json.loads(jsonl(extract_file(file)))
    extraction = Draft202012Validator(SCHEMA | {"$ref": "#/$defs/extraction"})
    assert [e.message for e in extraction.iter_errors(line)] == []
    assert sorted(unknown(line, "extraction")) == []


def unknown(value: Any, name: str) -> Iterator[str]:
    """Fields of `value` that the definition `name` does not have, those of what is in it, too."""
    properties = SCHEMA["$defs"][name]["properties"]
    yield from (f"{name}.{key}" for key in value if key not in properties)
    for key, schema_of in properties.items():
        items, found = schema_of, [value.get(key)]
        while items.get("type") == "array" and "items" in items:
            items, found = items["items"], [x for xs in found for x in xs or []]
        ref = items.get("$ref") or next((o["$ref"] for o in items.get("anyOf", []) if "$ref" in o), "")
        definition = ref.rpartition("/")[2]
        if "properties" in SCHEMA["$defs"].get(definition, {}):
            for item in found:
                yield from unknown(item, definition)


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_its_words_are_the_program_s() -> None:
    def words(definition: str, field: str) -> tuple[str, ...]:
        return tuple(w for w in SCHEMA["$defs"][definition]["properties"][field]["enum"] if w is not None)

    assert words("measure", "theme") == THEMES
    assert words("block", "kind") == get_args(BlockKind)
    assert words("metric", "bound") == get_args(Bound)
    assert words("metric", "change") == get_args(Change)
    assert words("measure", "status") == get_args(Status)
    assert words("relation", "kind") == get_args(RelationKind)


@pytest.mark.parametrize(
    ("article", "good"),
    [
        ({"blocks": [{"kind": "lead", "text": "Xã Tân An họp bàn."}]}, True),
        ({"blocks": [], "tables": [{"rows": [["Thôn", "Thu"], ["Hạ", "420"]]}], "title": None}, True),
        ({"title": "Xã Tân An"}, False),
        ({"blocks": [{"kind": "para", "text": "x"}]}, False),
    ],
)
def test_articles_that_are_read(article: dict[str, Any], good: bool) -> None:
    assert Draft202012Validator(SCHEMA).is_valid(article) == good
