"""An article explained: marks stand under their words, the page holds everything and leads both ways, hostile text is inert."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from reportgen.build import Settings, build, explained, extract_file
from reportgen.correct import corrections_in
from reportgen.model import Extraction
from reportgen.render.explain import explain_lines
from reportgen.render.explain.marked import marked
from reportgen.render.templates import labels
from reportgen.verify import Originals, briefs_in, verify

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
HOSTILE = """Xã Vân Hồ <script>alert(1)</script> nâng cao chất lượng

Năm 2021, Đảng ủy xã Vân Hồ, huyện Vân Hồ, tỉnh Sơn La ban hành Kế hoạch số 12-KH/ĐU ngày 5/3/2021 \
về "</mark><img src=x onerror=alert(1)>" cho 24 bí thư chi bộ.

Đảng ủy xã đã tổ chức 2 lớp \u202e tập huấn \x1b[31m cho 48 đảng viên &amp; quần chúng.
"""


class Page(HTMLParser):
    """What the tests ask of a page: ids, links, marks, the words of the article."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marks: list[list[str]] = []
        self.tags: set[str] = set()
        self.article = ""
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.add(tag)
        self._inside |= tag == "article"
        if said.get("id"):
            self.ids.append(str(said["id"]))
        self.links += [str(said[key]) for key in ("href", "src") if said.get(key)]
        if tag == "mark":
            self.marks.append(str(said["data-facts"]).split())

    def handle_endtag(self, tag: str) -> None:
        self._inside &= tag != "article"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.article += data


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


@pytest.fixture(params=SEEDS, ids=lambda p: p.stem)
def extraction(request: pytest.FixtureRequest) -> Extraction:
    return extract_file(request.param)


def test_the_marks_stand_under_the_words(extraction: Extraction) -> None:
    lines = list(explain_lines(extraction, "vi", labels("vi", None)))
    facts = marked(extraction, "vi", labels("vi", None))
    below = [(above, line) for above, line in pairwise(lines) if re.fullmatch(r" +\| *~+", line)]
    assert len(below) == sum(len(fact.spans) for fact in facts)
    told = [extraction.article.words(span) for fact in facts for span in fact.spans]
    for (above, line), words in zip(below, told, strict=True):
        start, end = line.index("~"), len(line)
        assert words.replace("\n", " ").startswith(above[start:end].rstrip(" …"))


def test_the_page_holds_the_article_and_leads_both_ways(extraction: Extraction) -> None:
    page = Page(explained(extraction))
    for block in extraction.article.blocks:
        assert squeezed(extraction.article.words(block.span)) in squeezed(page.article)
    facts = marked(extraction, "vi", labels("vi", None))
    told = {fact.id for fact in facts if any(s.overlaps(b.span) for s in fact.spans for b in extraction.article.blocks)}
    assert told
    assert told <= {fact for mark in page.marks for fact in mark}
    assert {fact for mark in page.marks for fact in mark} <= set(page.ids)
    assert {f"#at-{fact}" for fact in told} <= set(page.links)
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links if f"at-{link.removeprefix('#at-')}" in page.ids} <= set(
        page.ids
    )


def test_the_page_fetches_nothing_and_runs_only_its_own_script(extraction: Extraction) -> None:
    page = explained(extraction)
    read = Page(page)
    assert all(link.startswith("#") for link in read.links)
    assert read.tags & {"link", "img", "iframe", "object", "form"} == set()
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in page


def test_the_page_is_in_both_languages(extraction: Extraction) -> None:
    for lang in ("vi", "en"):
        page = explained(extraction, lang)
        assert f'<html lang="{lang}" data-lang="{lang}">' in page
        for name in ("vi", "en"):
            assert str(labels(name, None)["explain"]["measure"]) in page


def test_two_pages_are_the_same_bytes(extraction: Extraction) -> None:
    assert explained(extraction) == explained(extraction)


def test_hostile_text_is_inert(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    extraction = extract_file(path)
    page = Page(explained(extraction))
    assert page.tags & {"img"} == set()
    assert "<script>alert(1)</script>" in page.article
    assert "</mark><img src=x onerror=alert(1)>" in page.article
    for line in explain_lines(extraction, "vi", labels("vi", None)):
        assert "\x1b" not in line
        assert "\u202e" not in line


def test_each_fact_has_the_correction_to_begin_with(extraction: Extraction, tmp_path: Path) -> None:
    page = explained(extraction)
    entries = re.findall(r"<pre>(.*?)</pre>", page, re.DOTALL)
    assert len(entries) == len(extraction.measures) + len(extraction.metrics) + len(extraction.directives)
    words = entries[0].replace("&quot;", '"').replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">")
    words = words.replace('by = ""', 'by = "A"').replace('why = ""', 'why = "B"').replace("&amp;", "&")
    (tmp_path / "a.toml").write_text(words, encoding="utf-8")
    found, problems = corrections_in([tmp_path])
    assert (len(found), problems) == (1, [])


def test_a_build_with_evidence_links_its_sources_to_the_pages(tmp_path: Path) -> None:
    built = build(SEEDS[:2], Settings(tmp_path, formats=("md",), evidence=True))
    for brief in briefs_in([tmp_path])[0]:
        links = re.findall(r"\]\(([^)]*evidence/[^)]*)\)", brief.read_text(encoding="utf-8"))
        assert links
        assert all((brief.parent / link).is_file() for link in links)
        assert verify(brief, Originals(SEEDS[:2])).problems == ()
    assert sum(path.suffix == ".html" for path in built.written) == 2
