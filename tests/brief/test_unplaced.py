"""What has no home is told, with its sentence; nothing of a build is lost."""

import json
from pathlib import Path

from story import Story, unit

from reportgen.brief import unplaced
from reportgen.build import Settings, build
from reportgen.render import render_unplaced

DISTRICT = unit("tỉnh An > huyện Bình")
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def test_a_fact_without_a_unit_is_unplaced_with_its_sentence() -> None:
    s = Story("a", None, "Ở đâu đó mở 3 lớp [^1].", "Lại mở lớp.")
    placed = Story("b", DISTRICT, "Huyện mở 2 lớp.")
    found = unplaced(
        [
            placed.facts(placed.metric("2 lớp", None, 2)),
            s.facts(s.metric("3 lớp", None, 3), s.measure("Lại mở lớp.", None)),
        ]
    )
    assert [(u.article, u.paragraph, u.words) for u in found] == [
        ("a", 1, "Lại mở lớp."),
        ("a", 1, "Ở đâu đó mở 3 lớp [^1]."),
    ]
    page = render_unplaced(found)
    assert "| mở: 3 lớp | tệp a, đoạn 1 | “Ở đâu đó mở 3 lớp &#91;&#94;1&#93;.” |" in page
    assert "| Lại mở lớp. | tệp a, đoạn 1 | “Lại mở lớp.” |" in page


def test_every_fact_of_a_build_is_in_facts_jsonl(tmp_path: Path) -> None:
    built = build(SEEDS, Settings(tmp_path, formats=("md",)))
    lines = (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == built.articles
    assert sum(len(json.loads(line)["measures"]) for line in lines) > 20
    assert not (tmp_path / "unplaced.md").exists()
