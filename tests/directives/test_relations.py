"""Relations between documents, and of bodies to documents, from the table of cases."""

import tomllib
from pathlib import Path

import pytest

from reportgen.clean import clean
from reportgen.extract import extract
from reportgen.model import Source
from reportgen.parse import parse

CASES = tomllib.loads((Path(__file__).parent / "relations.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["text"])[:60])
def test_relations(case: dict[str, object]) -> None:
    headline = "Huyện Bình Sen đưa nghị quyết vào cuộc sống"
    source = Source("case", "case.txt", f"{headline}\n\n{case['text']}\n", "utf-8")
    found = extract(parse(clean(source), source))
    told = []
    for relation in found.relations:
        by = found.directives[relation.by].symbol if relation.by is not None else relation.actor
        told.append([relation.kind, by, found.directives[relation.to].symbol])
        assert any(s.overlaps(relation.span) for s in found.directives[relation.to].mentions)
    assert sorted(told, key=str) == sorted(case.get("says", []), key=str)
