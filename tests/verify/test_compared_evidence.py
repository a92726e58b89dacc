"""A comparison verifies in every format, and each way of tampering with it is found."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest

from reportgen.brief import brief, choose, compare, documents
from reportgen.build import Settings, build, extract_all
from reportgen.model import Comparison, MetricRow
from reportgen.proof import Evidence, Tally, docx, dumps, loads
from reportgen.read import discover
from reportgen.render import render_comparison
from reportgen.render.office import Layout
from reportgen.verify import Originals, briefs_in, verify
from reportgen.verify.visible import evidence_at

SEEDS = Path(__file__).parents[2] / "seeds"
FORMATS = ("md", "docx", "pdf")

ARTICLES = {
    "binh-luc": """Huyện Bình Lục mở lớp cho bí thư chi bộ

Năm 2021, Huyện ủy Bình Lục, tỉnh Hà Nam thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị.

Huyện ủy đã tổ chức 2 lớp tập huấn cho 48 đảng viên. Huyện ủy đã mở 3 lớp bồi dưỡng cho 90 bí thư chi bộ. \
Thời gian tới, Huyện ủy sẽ mở thêm 5 lớp. Năm 2020, tỷ lệ hộ nghèo của huyện là 3,5%. Đàn trâu bò của huyện có 1.240 con.

MINH AN
""",
    "thanh-liem": """Huyện Thanh Liêm kiểm tra 4 chi bộ

Ngày 4/5/2021, Ủy ban Kiểm tra Huyện ủy Thanh Liêm, tỉnh Hà Nam đã kiểm tra 4 chi bộ. Huyện ủy quán triệt Chỉ thị số 05-CT/TW \
của Bộ Chính trị và ban hành Kế hoạch số 27-KH/HU ngày 6/5/2021.

Năm 2021, tỷ lệ hộ nghèo của huyện là 2,1%.

THU HÀ
""",
}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name, words in ARTICLES.items():
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def originals(articles: Path) -> Originals:
    return Originals([articles])


@pytest.fixture(scope="module")
def made(articles: Path) -> Comparison:
    """Two districts with measures, plans, a figure in common, figures alone, documents."""
    extractions = [x for x in extract_all(discover([articles])) if not isinstance(x, str)]
    found = compare(brief(extractions), documents(extractions))
    assert found.themes
    assert [row.indicator for row in found.figures] == ["tỷ lệ hộ nghèo"]
    assert found.documents
    assert any(cell.planned for row in found.themes for cell in row.cells)
    assert [bool(u.issued) for u in found.units] == [False, True]
    return found


def written(what: Comparison, folder: Path, lang: str = "vi") -> Iterator[Path]:
    for form, _, data in render_comparison(what, FORMATS, lang, None):
        assert data is not None
        (folder / f"compare.{form}").write_bytes(data)
    yield from (folder / f"compare.{form}" for form in FORMATS)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_comparison_of_a_build_verifies(tmp_path: Path, lang: str) -> None:
    asked = ("Cẩm Phả", "thành phố Lạng Sơn", "huyện Vân Hồ", "Long Hòa")
    build([SEEDS], Settings(tmp_path, lang=lang, localities=("Nghi Sơn",), compare=asked))
    paths, problems = briefs_in([tmp_path])
    assert problems == []
    assert {p.name for p in paths} >= {"compare.md", "compare.docx", "compare.pdf"}
    for path in paths:
        verified = verify(path, Originals([SEEDS]))
        assert verified.problems == (), path
        assert verified.lines > 0


def test_it_verifies_for_chosen_themes_and_with_corrected_facts(
    tmp_path: Path, articles: Path, made: Comparison
) -> None:
    extractions = [x for x in extract_all(discover([articles])) if not isinstance(x, str)]
    chosen = [choose(b, ("training",)) for b in brief(extractions)]
    for path in written(compare(chosen, documents(extractions)), tmp_path):
        assert verify(path, Originals([articles])).problems == ()


# ---------------------------------------------------------------- a forged comparison, evidence and all


def other_figure(what: Comparison, change: Callable[[MetricRow], MetricRow]) -> Comparison:
    (row,) = what.figures
    (first, *more), *cells = row.cells
    return replace(what, figures=(replace(row, cells=((replace(first, row=change(first.row)), *more), *cells)),))


def changed_figure(what: Comparison) -> Comparison:
    return other_figure(what, lambda row: replace(row, metric=replace(row.metric, value=Decimal("7391"))))


def unmarked_figure(what: Comparison) -> Comparison:
    return other_figure(what, lambda row: replace(row, marks=()))


def added_line(what: Comparison) -> Comparison:
    """A measure that no article tells; it is counted, too."""
    row, *rows = what.themes
    n = next(n for n, cell in enumerate(row.cells) if cell.adopted)
    first = row.cells[n].adopted[0]
    measure = replace(first.line.measure, text="Đảng ủy xây 7391 cây cầu")
    new = replace(first, line=replace(first.line, measure=measure))
    cells = list(row.cells)
    cells[n] = replace(cells[n], adopted=(new, *cells[n].adopted))
    return replace(what, themes=(replace(row, cells=tuple(cells)), *rows))


def changed_quote(what: Comparison) -> Comparison:
    citations = (
        replace(c, quote=c.quote.replace(" ", " không ", 1), words=c.words.replace(" ", " không ", 1))
        for c in what.citations
    )
    return replace(what, citations=tuple(citations))


def removed_source(what: Comparison) -> Comparison:
    articles = (replace(a, sha256="0" * 64, id=f"{a.id}-x") for a in what.articles)
    return replace(what, articles=tuple(articles))


def other_document(what: Comparison) -> Comparison:
    row, *rows = what.documents
    directive = replace(row.directive, number="7391", symbol="7391-CT/TW")
    return replace(what, documents=(replace(row, directive=directive), *rows))


FORGERIES = (changed_figure, unmarked_figure, added_line, changed_quote, removed_source, other_document)


@pytest.mark.parametrize("forge", FORGERIES, ids=lambda f: f.__name__)
def test_a_forged_comparison_is_found_in_every_format(
    tmp_path: Path, originals: Originals, made: Comparison, forge: Callable[[Comparison], Comparison]
) -> None:
    for path in written(made, tmp_path):
        assert verify(path, originals).problems == (), path.suffix
    for path in written(forge(made), tmp_path):
        assert verify(path, originals).problems, path.suffix


@pytest.mark.parametrize("forge", FORGERIES[:4], ids=lambda f: f.__name__)
def test_an_output_that_shows_something_else_is_found(
    tmp_path: Path, originals: Originals, made: Comparison, forge: Callable[[Comparison], Comparison]
) -> None:
    (tmp_path / "honest").mkdir()
    (tmp_path / "forged").mkdir()
    honest, forged = list(written(made, tmp_path / "honest")), list(written(forge(made), tmp_path / "forged"))
    for path, original in zip(forged, honest, strict=True):
        carried = dumps(evidence_at(original))
        if path.suffix == ".md":
            path.with_name("compare.evidence.json").write_bytes(carried)
        elif path.suffix == ".docx":
            path.write_bytes(docx.put(path.read_bytes(), carried))
        else:
            path.write_bytes(with_attachment(path.read_bytes(), carried))
    for path in forged:
        problems = verify(path, originals).problems
        assert any("not in the evidence" in p or "no longer there" in p for p in problems), path.suffix


def with_attachment(data: bytes, evidence: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.attachments["evidence.json"]
        pdf.attachments["evidence.json"] = pikepdf.AttachedFileSpec(pdf, evidence, filename="evidence.json")
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


# ---------------------------------------------------------------- what is counted


def of_training(evidence: Evidence) -> Tally:
    return next(t for t in evidence.tallies if t.lines and "đã triển khai" in t.says and len(t.lines) > 1)


def instead(evidence: Evidence, old: Tally, new: Tally) -> Evidence:
    """`evidence` with another tally, and with what it says in the lines."""
    claims = (replace(c, text=c.text.replace(old.says, new.says)) for c in evidence.claims)
    tallies = (new if t == old else t for t in evidence.tallies)
    return replace(evidence, claims=tuple(claims), tallies=tuple(tallies))


def larger_count(evidence: Evidence) -> Evidence:
    tally = of_training(evidence)
    return instead(evidence, tally, replace(tally, says="9 đã triển khai"))


def line_twice(evidence: Evidence) -> Evidence:
    tally = of_training(evidence)
    lines = (*tally.lines, tally.lines[0])
    return instead(evidence, tally, replace(tally, says=f"{len(lines)} đã triển khai", lines=lines))


def line_of_nobody(evidence: Evidence) -> Evidence:
    tally = of_training(evidence)
    line = replace(tally.lines[0], text="Đảng ủy xây 7391 cây cầu")
    return instead(evidence, tally, replace(tally, lines=(line, *tally.lines[1:])))


def no_tally(evidence: Evidence) -> Evidence:
    return replace(evidence, tallies=())


def more_articles(evidence: Evidence) -> Evidence:
    tally = next(t for t in evidence.tallies if t.articles)
    return instead(evidence, tally, replace(tally, says="12 (số 1–12)"))


def silent_all_the_same(evidence: Evidence) -> Evidence:
    """A theme of which a table counts measures is said to have none."""
    tally = of_training(evidence)
    old = next(c for c in evidence.claims if c.kind == "item" and c.text.startswith(tally.column) and not c.marks)
    new = replace(old, text=f"{tally.column} (địa phương khác có nêu): {tally.row}.")
    return replace(evidence, claims=tuple(new if c == old else c for c in evidence.claims))


@pytest.mark.parametrize(
    "forge",
    [larger_count, line_twice, line_of_nobody, no_tally, more_articles, silent_all_the_same],
    ids=lambda f: f.__name__,
)
def test_a_count_is_that_of_its_lines(
    tmp_path: Path, originals: Originals, made: Comparison, forge: Callable[[Evidence], Evidence]
) -> None:
    """The Markdown says what the forged evidence says, so that nothing but what is counted is wrong."""
    path, *_ = written(made, tmp_path)
    evidence, words = evidence_at(path), path.read_text(encoding="utf-8")
    forged = forge(evidence)
    assert forged != evidence
    path.with_name("compare.evidence.json").write_bytes(dumps(forged))
    for old, new in zip(evidence.tallies, forged.tallies, strict=False):
        words = words.replace(old.says, new.says)
    for before, after in zip(evidence.claims, forged.claims, strict=True):
        words = words.replace(before.text, after.text) if before.kind == "item" else words
    path.write_text(words, encoding="utf-8")
    problems = verify(path, originals).problems
    assert problems
    assert not any("not in the evidence" in p or "no longer there" in p for p in problems)


def test_every_measure_counted_is_carried_with_its_quotes(tmp_path: Path, made: Comparison) -> None:
    for path in written(made, tmp_path):
        evidence = evidence_at(path)
        assert loads(dumps(evidence), path) == evidence
        numbers = {q.number for q in evidence.quotes}
        assert {n for c in evidence.claims for n in c.marks} <= numbers
        lines = [line for tally in evidence.tallies for line in tally.lines]
        assert len(lines) == sum(len(c.adopted) + len(c.planned) for row in made.themes for c in row.cells)
        assert all(line.marks and numbers.issuperset(line.marks) for line in lines)
        bare = {"shown": (), "pictures": (), "drawn": ()}
        assert replace(evidence, **bare) == replace(evidence_at(tmp_path / "compare.md"), **bare)


CORRECTIONS = """
[[correction]]
do = "edit"
kind = "metric"
article = "binh-luc"
words = "3,5%"
set = { value = 3.7 }
by = "Lê Thị Mai"
when = 2026-03-04
why = "Số của Cục Thống kê"

[[correction]]
do = "comment"
kind = "measure"
article = "thanh-liem"
words = "kiểm tra 4 chi bộ. Huyện ủy"
by = "Lê Thị Mai"
when = 2026-03-05
why = "Chờ báo cáo lại"
"""


@pytest.mark.parametrize("comments", [False, True])
def test_what_people_put_right_stands_in_it_as_their_word(tmp_path: Path, articles: Path, comments: bool) -> None:
    folder = Path(shutil.copytree(articles, tmp_path / "in"))
    (folder / "corrections").mkdir()
    (folder / "corrections" / "a.toml").write_text(CORRECTIONS, encoding="utf-8")
    names = ("huyện Bình Lục", "huyện Thanh Liêm")
    built = build([folder], Settings(tmp_path / "out", compare=names, layout=Layout("party", comments=comments)))
    assert built.problems == ()
    words = (tmp_path / "out" / "compare.md").read_text(encoding="utf-8")
    assert re.search(r"3,7% \(năm 2020\)\[\^\d+\] \(đã hiệu đính\)", words)
    assert "*Hiệu đính của Lê Thị Mai, 04/3/2026, về “3,5%”: Số của Cục Thống kê.*" in words
    assert "*Ghi chú của Lê Thị Mai, 05/3/2026" in words
    for form in FORMATS:
        verified = verify(tmp_path / "out" / f"compare.{form}", Originals([folder]))
        assert verified.problems == (), form
        assert [line.split(" of ")[0] for line in verified.remarks] == ["1 correction", "1 note"]
