"""Many files: the same bytes whatever the order and the number of processes; what is written is whole."""

import datetime as dt
import random
from pathlib import Path
from typing import Any

import pytest

from reportgen import build as build_module
from reportgen import render
from reportgen.build import Settings, build, extract_all, extract_file
from reportgen.errors import UnknownLocality, Unreadable
from reportgen.read import discover

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SHARED = sorted((Path(__file__).parents[3] / "shared" / "articles").glob("*.txt"))


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    shuffled = list(SEEDS)
    random.Random(7).shuffle(shuffled)
    build(SEEDS, Settings(tmp_path / "a", jobs=1))
    build(shuffled, Settings(tmp_path / "b", jobs=2))
    one, two = bytes_of(tmp_path / "a"), bytes_of(tmp_path / "b")
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []
    assert {name.rsplit(".", 1)[1] for name in one} == {"md", "svg", "docx", "pdf", "csv", "json", "jsonl"}


@pytest.mark.parametrize("path", [*SEEDS, *SHARED], ids=lambda p: p.stem)
def test_every_fact_reads_back_from_the_source(path: Path) -> None:
    source = path.read_bytes().decode("utf-8-sig")
    facts = extract_file(path)
    article = facts.article
    assert article.source.text == source
    spans = [m for x in (*facts.localities, *facts.directives) for m in x.mentions]
    spans += [x.span for x in (*facts.metrics, *facts.measures)]
    spans += [b.span for b in article.blocks] + [s for b in article.blocks for s in b.sentences]
    assert spans
    for span in spans:
        origin = article.origin(span)
        assert source[origin.start : origin.end] == article.quote(span)
        assert article.quote(span).strip()


def test_every_line_of_every_brief_has_a_mark_that_reads_back(tmp_path: Path) -> None:
    built = build(SEEDS, Settings(tmp_path, formats=("md",)))
    assert built.briefs
    for brief in built.briefs:
        texts = [Path(a.path).read_bytes().decode("utf-8-sig") for a in brief.articles]
        for citation in brief.citations:
            assert citation.span.of(texts[citation.article]) == citation.quote
        numbers = {c.number for c in brief.citations}
        for section in (brief.own, *brief.below):
            lines = [line for group in (*section.adopted, *section.planned) for line in group.lines]
            for line in (*lines, *section.metrics, *section.directives):
                assert line.marks
                assert set(line.marks) <= numbers


PLACES = {
    "lang-son/chi-lang/dong-mo/dong-mo.md": ("Thị trấn Đồng Mỏ", "tỉnh Lạng Sơn"),
    "son-la/van-ho/van-ho.md": ("Huyện Vân Hồ", "tỉnh Sơn La"),
    "thanh-hoa/nghi-son/nghi-son.md": ("Thị xã Nghi Sơn", "tỉnh Thanh Hóa"),
    "lang-son/lang-son/lang-son.md": ("Thành phố Lạng Sơn", "tỉnh Lạng Sơn"),
    "quang-ninh/cam-pha/cam-pha.md": ("Thành phố Cẩm Phả", "tỉnh Quảng Ninh"),
}
BELOW = {
    "lang-son/lang-son/lang-son.md": ("phường Đông Kinh", "phường Hoàng Văn Thụ", "phường Chi Lăng"),
    "quang-ninh/cam-pha/cam-pha.md": ("phường Cẩm Thạch",),
}


@pytest.mark.parametrize(
    "files",
    [SEEDS, pytest.param(SHARED[:5], marks=pytest.mark.skipif(not SHARED, reason="the shared articles are not here"))],
    ids=["seeds", "shared"],
)
def test_the_five_places_have_briefs(tmp_path: Path, files: list[Path]) -> None:
    build(files, Settings(tmp_path, formats=("md",)))
    for name, (unit, province) in PLACES.items():
        words = (tmp_path / name).read_text(encoding="utf-8")
        assert unit in words, name
        assert province in words, name
        for below in BELOW.get(name, ()):
            assert below.lower() in words.lower(), (name, below)


def test_only_the_locality_and_the_period_asked_for(tmp_path: Path) -> None:
    built = build(SEEDS, Settings(tmp_path / "a", formats=("md",), localities=("thị xã Nghi Sơn",)))
    assert [b.unit.label for b in built.briefs] == ["thị xã Nghi Sơn"]
    dated = [x for x in extract_all(discover(SEEDS)) if not isinstance(x, str) and x.article.published]
    days = sorted({x.article.published for x in dated if x.article.published})
    built = build(SEEDS, Settings(tmp_path / "b", formats=("md",), since=days[-1]))
    assert built.articles == sum(x.article.published == days[-1] for x in dated)
    assert len(built.remarks) >= len(SEEDS) - len(dated)
    with pytest.raises(UnknownLocality):
        build(SEEDS, Settings(tmp_path / "c", formats=("md",), localities=("huyện Vân Hồ",), until=dt.date(1990, 1, 1)))


@pytest.mark.parametrize(
    ("asked", "now", "label"),
    [
        ("TX. Nghi Sơn", False, "thị xã Nghi Sơn"),
        ("nghi sơn", False, "thị xã Nghi Sơn"),
        ("tỉnh Thanh Hóa > thị xã Nghi Sơn", False, "thị xã Nghi Sơn"),
        ("thị trấn Đồng Mỏ", True, "xã Chi Lăng"),
        ("xã Chi Lăng", True, "xã Chi Lăng"),
    ],
)
def test_a_locality_is_asked_for_by_short_forms_and_former_names(
    tmp_path: Path, asked: str, now: bool, label: str
) -> None:
    built = build(SEEDS, Settings(tmp_path, formats=("md",), localities=(asked,), today=now))
    assert [b.unit.label for b in built.briefs] == [label]


def test_what_has_not_changed_is_not_rendered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(tmp_path, formats=("md", "docx"), jobs=1)
    built = build(SEEDS[:2], settings)
    before = bytes_of(tmp_path)
    made: list[str] = []

    def spy(*given: Any) -> bytes:
        made.append(given[2])
        return real(*given)

    real = render._made
    monkeypatch.setattr(render, "_made", spy)
    build(SEEDS[:2], settings)
    assert made == []
    touched = next(p for p in built.written if p.suffix == ".docx")
    touched.write_bytes(b"edited by hand")
    build(SEEDS[:2], settings)
    assert made == ["docx"]
    assert bytes_of(tmp_path) == before
    (tmp_path / ".reportgen.json").write_text("[not a ledger", encoding="utf-8")
    build(SEEDS[:2], settings)
    assert len(made) == 1 + 3 * len(built.briefs)  # the Markdown and its evidence, the DOCX
    build(SEEDS[:2], Settings(tmp_path, formats=("md", "docx"), jobs=1, fresh=True))
    assert len(made) == 1 + 6 * len(built.briefs)
    assert bytes_of(tmp_path) == before


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    build(SEEDS[:1], Settings(tmp_path, formats=("md",)))
    before = bytes_of(tmp_path)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unreadable):
        build(SEEDS[:1], Settings(tmp_path / "file", formats=("md",)))
    (tmp_path / "file").unlink()
    assert bytes_of(tmp_path) == before


def test_a_story_of_the_whole_country_gives_each_locality_its_own_and_says_so(tmp_path: Path) -> None:
    story = tmp_path / "ca-nuoc.txt"
    story.write_text(
        "Tổng kết phong trào thi đua\n20/10/2019\nThủ tướng Chính phủ chủ trì hội nghị toàn quốc. Quốc hội, Chính phủ và các bộ, ngành "
        "giúp các tỉnh. Cả nước có 5.000 xã về đích.\nTại tỉnh Đồng Nai, 2 huyện đã về đích.\n",
        encoding="utf-8",
    )
    built = build([story], Settings(tmp_path / "out", formats=("md",)))
    assert built.problems == ()
    assert any("reports on no one locality" in line for line in built.remarks)
    (page,) = (p.read_text(encoding="utf-8") for p in (tmp_path / "out").glob("*/*.md"))
    assert "Đồng Nai" in page
    assert "5.000" not in page


def charts_in(folder: Path) -> list[str]:
    return [name for name in bytes_of(folder) if name.endswith(".svg")]


def test_a_chart_that_the_markdown_names_no_more_is_taken_away(tmp_path: Path) -> None:
    both = [p for p in SEEDS if p.stem.startswith("cam-pha")]
    settings = Settings(tmp_path, formats=("md",), jobs=1)
    built = build(both, settings)
    first = charts_in(tmp_path)
    assert first
    assert {(tmp_path / name) for name in first} <= set(built.written)
    build(both, settings)
    assert charts_in(tmp_path) == first, "what is there already stays"
    other = tmp_path / "quang-ninh" / "cam-pha" / "cam-pha.own.svg"
    other.write_text("of the user", encoding="utf-8")
    build(both[1:], Settings(tmp_path / "fresh", formats=("md",), jobs=1))
    named = charts_in(tmp_path / "fresh")
    gone = [name for name in first if name not in named]
    assert len(gone) > 1
    kept = tmp_path / gone[0]
    kept.write_text("edited", encoding="utf-8")
    build(both[1:], Settings(tmp_path, formats=("docx",), jobs=1))
    assert set(first) < set(charts_in(tmp_path)), "a build without Markdown leaves it and its charts alone"
    build(both[1:], settings)
    here = [name for name in charts_in(tmp_path) if not name.startswith("fresh/")]
    assert here == sorted([*named, gone[0], "quang-ninh/cam-pha/cam-pha.own.svg"])
    assert kept.read_text(encoding="utf-8") == "edited"


def test_without_the_plotting_library_one_line_says_how_to_get_charts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render, "can_draw", lambda: False)
    monkeypatch.setattr(build_module, "can_draw", lambda: False)
    both = [p for p in SEEDS if p.stem.startswith("cam-pha")]
    built = build(both, Settings(tmp_path, formats=("md",), jobs=1))
    assert built.problems == ()
    assert [line for line in built.remarks if "reportgen[charts]" in line] == [
        "charts are left out: pip install 'reportgen[charts]' brings what draws them"
    ]
    assert charts_in(tmp_path) == []
