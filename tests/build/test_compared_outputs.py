"""The comparison of a build: in the formats asked for, named in the index, taken away when nobody asks for it any more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen import build as build_module
from reportgen import render
from reportgen.build import Built, Settings, build
from reportgen.errors import UnknownLocality, UsageError
from reportgen.model import Limits
from reportgen.render.charts import HOW_TO_GET_THEM

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ASKED = ("thị xã Nghi Sơn", "TP. Cẩm Phả")
RICH = ("TP. Cẩm Phả", "huyện Vân Hồ")
"""Both have a number of Party members admitted."""


def made(out: Path, *compare: str, files: list[Path] = SEEDS, **more: object) -> Built:
    settings = {"formats": ("md",), "localities": ("thị xã Nghi Sơn",)} | more
    return build(files, Settings(out, compare=compare, **settings))  # type: ignore[arg-type]


def compared(out: Path) -> set[str]:
    return {path.name for path in out.glob("compare*")}


def test_the_page_is_in_the_order_asked_for_whatever_that_of_the_files(tmp_path: Path) -> None:
    for place, files in (("a", SEEDS), ("b", SEEDS[::-1])):
        made(tmp_path / place, *ASKED, files=files)
    words = (tmp_path / "a" / "compare.md").read_text(encoding="utf-8")
    assert words == (tmp_path / "b" / "compare.md").read_text(encoding="utf-8")
    assert "| Lĩnh vực | Thị xã Nghi Sơn | Thành phố Cẩm Phả |" in words
    links = set(re.findall(r"\]\(([^)]+)\)", words))
    assert links == {"thanh-hoa/nghi-son/nghi-son.md"}, "only to briefs that are there"
    assert (tmp_path / "a" / "thanh-hoa/nghi-son/nghi-son.md").exists()


def test_every_format_has_the_same_bytes_in_two_builds_and_the_index_leads_to_it(tmp_path: Path) -> None:
    formats = ("md", "docx", "pdf")
    for place in ("a", "b"):
        made(tmp_path / place, *RICH, formats=formats, layout=build_module.Layout("state"))
    names = {"compare.md", "compare.evidence.json", "compare.docx", "compare.pdf", "compare.ket-nap.svg"}
    assert compared(tmp_path / "a") == names
    assert [n for n in names if (tmp_path / "a" / n).read_bytes() != (tmp_path / "b" / n).read_bytes()] == []
    index = (tmp_path / "a" / "index.md").read_text(encoding="utf-8")
    assert "[MD](compare.md) · [DOCX](compare.docx) · [PDF](compare.pdf)\n" in index
    made(tmp_path / "a", formats=formats)
    assert "compare" not in (tmp_path / "a" / "index.md").read_text(encoding="utf-8")


def test_with_evidence_its_sources_lead_to_the_articles(tmp_path: Path) -> None:
    made(tmp_path, *ASKED, evidence=True)
    links = re.findall(r"\]\((evidence/[^)]+)\)", (tmp_path / "compare.md").read_text(encoding="utf-8"))
    assert len(links) > 1
    assert [link for link in links if not (tmp_path / link).is_file()] == []


def test_what_has_not_changed_is_not_rendered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, *ASKED)
    monkeypatch.setattr(render, "_made", lambda *_: pytest.fail("rendered again"))
    made(tmp_path, *ASKED)


@pytest.mark.parametrize("formats", [("md",), ("md", "docx")], ids=str)
def test_what_the_build_does_not_make_any_more_is_taken_away(tmp_path: Path, formats: tuple[str, ...]) -> None:
    made(tmp_path, *RICH, formats=formats)
    assert compared(tmp_path) >= {"compare.md", "compare.evidence.json", "compare.ket-nap.svg"}
    made(tmp_path, *ASKED)
    assert compared(tmp_path) == {"compare.md", "compare.evidence.json"}
    made(tmp_path)
    assert compared(tmp_path) == set()
    assert "compare" not in (tmp_path / ".reportgen.json").read_text(encoding="utf-8")


def test_what_the_user_wrote_or_changed_stays(tmp_path: Path) -> None:
    made(tmp_path, *RICH, formats=("md", "docx"))
    mine, changed = tmp_path / "compare.xlsx", tmp_path / "compare.md"
    mine.write_bytes(b"mine")
    changed.write_text(changed.read_text(encoding="utf-8") + "\nGhi thêm.\n", encoding="utf-8")
    made(tmp_path)
    assert compared(tmp_path) == {"compare.xlsx", "compare.md"}
    made(tmp_path)
    assert compared(tmp_path) == {"compare.xlsx", "compare.md"}


def test_a_page_of_the_users_own_from_before_stays(tmp_path: Path) -> None:
    (tmp_path / "compare.md").write_text("# Của tôi\n", encoding="utf-8")
    made(tmp_path)
    assert (tmp_path / "compare.md").read_text(encoding="utf-8") == "# Của tôi\n"


def test_check_names_what_is_out_of_date_and_what_goes(tmp_path: Path) -> None:
    made(tmp_path, *RICH)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert made(tmp_path, *RICH, check=True).problems == ()
    named = {Path(line.split(":")[0]).name for line in made(tmp_path, check=True).problems}
    assert named == {"compare.md", "compare.evidence.json", "compare.ket-nap.svg", "index.md"}
    assert {Path(line.split(":")[0]).name for line in made(tmp_path, *ASKED, check=True).problems} >= {"compare.md"}
    (tmp_path / "compare.md").write_text("x", encoding="utf-8")
    named = {Path(line.split(":")[0]).name for line in made(tmp_path, *RICH, check=True).problems}
    assert named == {"compare.md"}
    (tmp_path / "compare.md").write_bytes(before[tmp_path / "compare.md"])
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("localities", "compare", "says"),
    [
        ((*ASKED, "huyện Không Có"), (), ["no article reports on 'huyện Không Có'; there are: "]),
        ((), (*ASKED, "thị xã Nghi Son"), ["no article reports on 'thị xã Nghi Son'; did you mean 'thị xã Nghi Sơn'?"]),
        ((), (*ASKED, "huyện Nghi Sơn"), ["no article reports on 'huyện Nghi Sơn'; did you mean 'thị xã Nghi Sơn'?"]),
        (("Xyz", *ASKED), ("Xyz", *ASKED), ["no article reports on 'Xyz'; there are: "]),
    ],
)
def test_a_name_that_is_not_known_is_one_line_and_the_rest_is_built(
    tmp_path: Path, localities: tuple[str, ...], compare: tuple[str, ...], says: list[str]
) -> None:
    built = made(tmp_path, *compare, localities=localities)
    assert [line[: len(wanted)] for line, wanted in zip(built.problems, says, strict=True)] == says
    assert len(built.briefs) == (2 if localities else 7)
    assert (tmp_path / "compare.md").exists() == bool(compare)


def test_where_one_name_alone_is_known_nothing_is_compared_and_nothing_goes(tmp_path: Path) -> None:
    made(tmp_path, *ASKED)
    before = (tmp_path / "compare.md").read_bytes()
    built = made(tmp_path, ASKED[0], "huyện Không Có")
    assert [line.partition(";")[0] for line in built.problems] == [
        "no article reports on 'huyện Không Có'",
        "nothing to compare thị xã Nghi Sơn with",
    ]
    assert len(built.briefs) == 1
    assert (tmp_path / "compare.md").read_bytes() == before
    assert "compare" not in (tmp_path / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("compare", "more", "error", "says"),
    [
        (
            ("huyện Không Có", "xã Cũng Không"),
            {},
            UnknownLocality,
            "no article reports on 'huyện Không Có', 'xã Cũng Không'; there are",
        ),
        ((), {"localities": ("huyện Không Có",)}, UnknownLocality, "no article reports on 'huyện Không Có'; there are"),
        (ASKED[:1], {}, UsageError, "nothing to compare thị xã Nghi Sơn with"),
        (("Nghi Sơn", "TX. Nghi Sơn"), {}, UsageError, "two localities or more"),
        (ASKED, {"formats": ("site",)}, UsageError, "build the site without it"),
        (
            ("Nghi Sơn", "Cẩm Phả", "Vân Hồ", "Lệ Thủy", "Long Hòa", "Đồng Mỏ", "thành phố Lạng Sơn"),
            {},
            UsageError,
            "7 localities to compare; 6 have room beside each other",
        ),
    ],
)
def test_what_cannot_be_compared_is_said_before_anything_is_written(
    tmp_path: Path, compare: tuple[str, ...], more: dict[str, object], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=re.escape(says)):
        made(tmp_path / "out", *compare, **more)  # type: ignore[arg-type]
    assert not (tmp_path / "out").exists()


def test_themes_and_limits_hold_for_it(tmp_path: Path) -> None:
    made(tmp_path / "a", *ASKED, themes=("Đào tạo, bồi dưỡng",))
    words = (tmp_path / "a" / "compare.md").read_text(encoding="utf-8")
    assert "Lĩnh vực được chọn: Đào tạo, bồi dưỡng." in words
    assert "Kiểm tra, giám sát" not in words
    made(tmp_path / "b", *RICH)
    made(tmp_path / "c", *RICH, limits=Limits(measures=1, metrics=1, directives=1))
    whole, cut = ((tmp_path / place / "compare.md").read_text(encoding="utf-8") for place in "bc")
    counts = [re.findall(r"\d+ đã triển khai", words) for words in (whole, cut)]
    assert counts[0] == counts[1] != []
    assert len(cut) < len(whole)
    assert "văn bản khác, xem tệp facts.jsonl" in cut


def test_without_the_plotting_library_one_line_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (build_module, render):
        monkeypatch.setattr(module, "can_draw", lambda: False)
    built = made(tmp_path, *RICH)
    assert built.remarks.count(HOW_TO_GET_THEM) == 1
    assert compared(tmp_path) == {"compare.md", "compare.evidence.json"}
    assert HOW_TO_GET_THEM not in made(tmp_path, *ASKED).remarks


def test_what_it_wrote_is_no_article_wherever_it_is_copied_to(tmp_path: Path) -> None:
    made(tmp_path / "out", *ASKED, formats=("md", "docx"))
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_bytes(SEEDS[0].read_bytes())
    for name in ("compare.md", "compare.docx"):
        (articles / f"copy-of-{name}").write_bytes((tmp_path / "out" / name).read_bytes())
    assert build([articles], Settings(tmp_path / "other", formats=("md",))).articles == 1
