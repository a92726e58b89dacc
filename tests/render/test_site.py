"""A documentation site: pages that build strictly, text that stays inert in any dialect, a check of what is out of date."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from made import OTHER, UNIT, brief

from reportgen.build import Built, Settings, build
from reportgen.errors import UnknownFormat
from reportgen.model import Brief, Directive, Document
from reportgen.read import discover
from reportgen.render.escape import escape, plain
from reportgen.render.paths import brief_stems
from reportgen.render.site import render_site

PROJECT = Path(__file__).parents[2]
SEEDS = sorted((PROJECT / "seeds").glob("*.txt"))

OURS = ["tables", "footnotes", "toc"]
"""What `mkdocs.yml` turns on."""

MATERIAL = [
    *OURS,
    *("abbr", "admonition", "attr_list", "def_list", "md_in_html", "sane_lists", "smarty"),
    *(
        "pymdownx.arithmatex",
        "pymdownx.betterem",
        "pymdownx.caret",
        "pymdownx.critic",
        "pymdownx.details",
        "pymdownx.emoji",
    ),
    *("pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark"),
    *(
        "pymdownx.smartsymbols",
        "pymdownx.snippets",
        "pymdownx.superfences",
        "pymdownx.tabbed",
        "pymdownx.tasklist",
        "pymdownx.tilde",
    ),
]
"""What a site of somebody else's, into which the pages are put, may turn on."""


HOSTILE = (
    '--- !!! note [TOC] {: #id } {% raw %} {{ 7*7 }} $x$ \\(y\\) :smile: ==a== ^^b^^ ~~c~~ ++d++ {++e++} --8<-- "f" *[g]: h '
    "<b onclick=alert(1)>i</b> <script>j</script> | ](javascript:alert(1)) [k](http://l.vn) https://m.vn www.n.vn o@p.vn "
    "[^1] [x] `q` *r* _s_ # t \u202e \x00 & &lt; 1. u \\ ``` v"
)
DIRECTIVE = Directive("Chỉ thị", "08", "08-CT/TU", "2018-03-01", "Tỉnh ủy An Hải", None, None, HOSTILE, False, ())


def site_of(what: Brief) -> dict[PurePosixPath, bytes]:
    """The files of a site of one brief and one document."""
    document = Document(DIRECTIVE, (OTHER,), (), (UNIT,), None)
    return render_site([(what, brief_stems([what.unit])[what.unit])], (document,))


class Reader(HTMLParser):
    """The words of a page, its tags, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words, self.tags, self.targets = "", [], []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.targets += [str(value) for name, value in attrs if name in {"href", "src"}]
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words += data


def converted(text: str, extensions: list[str]) -> Reader:
    return Reader(markdown.markdown(text, extensions=extensions))


def front_matter(page: str) -> tuple[dict[str, object], str]:
    _, front, body = page.split("---\n", 2)
    return yaml.safe_load(front), body


PAGES = {"plain": site_of(brief()), "hostile": site_of(brief(HOSTILE))}


def test_every_page_has_its_front_matter() -> None:
    for name, data in PAGES["hostile"].items():
        if name.suffix == ".md":
            front, body = front_matter(data.decode())
            assert front["generator"] == "reportgen"
            assert front["title"]
            assert body.lstrip().startswith("# ")
    front, _ = front_matter(PAGES["plain"][PurePosixPath("docs/an-hai/binh-sen.md")].decode())
    assert (front["since"], front["until"], front["tags"]) == ("2018-04-01", "2019-08-17", ["Đào tạo, bồi dưỡng"])


@pytest.mark.parametrize("extensions", [OURS, MATERIAL], ids=["ours", "material"])
@pytest.mark.parametrize("page", [n for n in PAGES["hostile"] if n.suffix == ".md"], ids=str)
def test_hostile_words_are_words(page: PurePosixPath, extensions: list[str]) -> None:
    kind = {name: front_matter(PAGES[name][page].decode())[1] for name in PAGES}
    calm, hostile = (converted(kind[name], extensions) for name in ("plain", "hostile"))
    assert hostile.tags == calm.tags
    assert [t for t in hostile.targets if not re.match(r"#|(\.\./)*[a-z/-]+\.md$", t)] == []
    if "Đảng ủy mở 3 lớp" in calm.words:
        assert shown(plain(HOSTILE), extensions) in shown(hostile.words, extensions)


def shown(words: str, extensions: list[str]) -> str:
    """The words without blanks; where quotation marks and dashes are set in type, the letters and figures alone."""
    return "".join(c for c in words if (c.isalnum() if "smarty" in extensions else not c.isspace()))


WORDS = st.text(alphabet=st.sampled_from("ab1 \\`*_[]<>|{}~^$&@!#%+-=:.()\n\"'/đ"), max_size=30)


@given(WORDS)
def test_escaped_text_shows_as_itself_in_python_markdown(words: str) -> None:
    wanted = plain(words)
    for frame in ("x {} y", "# {}", "- {}", "| a |\n| --- |\n| {} |", "x[^1]\n\n[^1]: “{}”"):
        shown = converted(frame.format(escape(words)), OURS).words
        assert "".join(wanted.split()) in "".join(shown.split()), frame


def test_the_site_builds_strictly(tmp_path: Path) -> None:
    for name, data in site_of(brief(HOSTILE)).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    zensical = Path(sys.executable).with_name("zensical")
    made = subprocess.run([zensical, "build", "--strict"], cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert made.returncode == 0, made.stdout + made.stderr
    page = (tmp_path / "site" / "an-hai" / "binh-sen" / "index.html").read_text(encoding="utf-8")
    story = page.split("<article", 1)[1].split("</article>")[0]
    assert "<script" not in story
    assert 'href="javascript:' not in story
    assert '<html lang="vi"' in page
    assert "<th" in story
    assert "fonts.googleapis.com" not in page


def test_every_link_leads_to_a_page() -> None:
    files = set(PAGES["plain"])
    for page, data in PAGES["plain"].items():
        for target in re.findall(r"\]\(([^)]+)\)", data.decode()) if page.suffix == ".md" else []:
            there = PurePosixPath(*Path(page.parent / target).parts)
            assert PurePosixPath(str(Path("/" + str(there)).resolve().relative_to("/"))) in files, (page, target)
    nav = re.findall(r"(\S+\.md)$", PAGES["plain"][PurePosixPath("mkdocs.yml")].decode(), re.M)
    assert {PurePosixPath("docs", page) for page in nav} == {name for name in files if name.suffix == ".md"}


def test_a_theme_page_carries_its_sources() -> None:
    page = PAGES["plain"][PurePosixPath("docs/themes/training.md")].decode()
    lines = [line for line in page.splitlines() if line.startswith("- ")]
    assert len(lines) == 3
    assert all(re.search(r"(\[\^\d+\])+$", line) for line in lines)
    assert set(re.findall(r"\[\^\d+\]", page)) == set(re.findall(r"^(\[\^\d+\]): “Đảng", page, re.M))


def test_documents_name_who_cites_them() -> None:
    page = PAGES["plain"][PurePosixPath("docs/documents.md")].decode()
    assert "## Chỉ thị số 08-CT/TU" in page
    assert "- Địa phương viện dẫn: [Huyện Bình Sen](an-hai/binh-sen.md)" in page


def made(out: Path, *, check: bool = False, files: list[Path] = SEEDS) -> Built:
    return build(files, Settings(out, formats=("site",), check=check, jobs=1))


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_check_names_what_is_out_of_date_and_writes_nothing(tmp_path: Path) -> None:
    assert not made(tmp_path).problems
    before = contents(tmp_path)
    assert made(tmp_path, check=True).problems == ()
    page = tmp_path / "docs" / "thanh-hoa" / "nghi-son.md"
    page.write_bytes(page.read_bytes() + b"x")
    (tmp_path / "docs" / "documents.md").unlink()
    now = contents(tmp_path)
    assert [line.split(":")[0] for line in made(tmp_path, check=True).problems] == [
        str(page),
        str(tmp_path / "docs" / "documents.md"),
    ]
    assert contents(tmp_path) == now
    made(tmp_path)
    assert contents(tmp_path) == before


def test_a_page_that_is_no_more_goes_and_others_stay(tmp_path: Path) -> None:
    made(tmp_path)
    own = tmp_path / "docs" / "about.md"
    own.write_text("# Của chúng tôi\n", encoding="utf-8")
    gone = tmp_path / "docs" / "thanh-hoa" / "nghi-son.md"
    fewer = [path for path in SEEDS if "nghi-son" not in path.name]
    assert any(line.startswith(str(gone)) for line in made(tmp_path, check=True, files=fewer).problems)
    made(tmp_path, files=fewer)
    assert own.is_file()
    assert not gone.exists()
    assert not (tmp_path / "evidence" / "thanh-hoa" / "nghi-son.evidence.json").exists()


def test_a_change_of_one_article_changes_only_its_pages(tmp_path: Path) -> None:
    articles, out = tmp_path / "articles", tmp_path / "site"
    articles.mkdir()
    for seed in SEEDS:
        (articles / seed.name).write_bytes(seed.read_bytes())
    made(out, files=[articles])
    before = contents(out)
    changed = articles / "nghi-son-2020.txt"
    words = changed.read_text(encoding="utf-8")
    changed.write_text(words.replace("620 học viên", "621 học viên"), encoding="utf-8")
    made(out, files=[articles])
    after = contents(out)
    touched = {name for name in after if after[name] != before.get(name)}
    assert "docs/thanh-hoa/nghi-son.md" in touched
    pages = {name for name in after if not name.startswith("evidence/")}
    assert touched & pages == {name for name in pages if "621 học viên" in after[name].decode()}
    assert touched - pages == {name for name in after.keys() - pages if b'"nghi-son-2020"' in after[name]}


def test_pages_of_a_site_are_no_articles(tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / "article.txt").write_bytes(SEEDS[0].read_bytes())
    assert [path.name for path in discover([tmp_path]).files] == ["article.txt"]


def test_a_site_is_built_apart(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="folder of its own"):
        build(SEEDS, Settings(tmp_path, formats=("md", "site")))


def test_check_of_briefs(tmp_path: Path) -> None:
    settings = Settings(tmp_path, formats=("md",), jobs=1)
    build(SEEDS, settings)
    assert build(SEEDS, Settings(tmp_path, formats=("md",), jobs=1, check=True)).problems == ()
    page = next(tmp_path.rglob("nghi-son.md"))
    page.unlink()
    (line,) = build(SEEDS, Settings(tmp_path, formats=("md",), jobs=1, check=True)).problems
    assert line.startswith(str(page))
    assert not page.exists()
