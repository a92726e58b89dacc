"""Every output of a build verifies; each way of tampering with it is found, in every format, and its line is named."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.brief import brief
from reportgen.build import Settings, build, extract_all
from reportgen.model import Brief, Citation, Limits, MeasureGroup, MeasureLine, Place
from reportgen.proof import Evidence, docx, dumps, loads, pdf
from reportgen.read import discover
from reportgen.render import render
from reportgen.render.markdown import render_markdown
from reportgen.render.office import LAYOUTS, Layout, Office
from reportgen.render.pdf import render_pdf
from reportgen.render.templates import copy_shipped
from reportgen.verify import Originals, briefs_in, verify
from reportgen.verify.values import values
from reportgen.verify.visible import differences, evidence_at

SEEDS = Path(__file__).parents[2] / "seeds"
FORMATS = ("md", "docx", "pdf")


ARTICLE = """Xã Vân Hồ nâng cao chất lượng chi bộ

Năm 2021, Đảng ủy xã Vân Hồ, huyện Vân Hồ, tỉnh Sơn La ban hành Kế hoạch số 12-KH/ĐU ngày 5/3/2021 \
về mở lớp bồi dưỡng cho 24 bí thư chi bộ.

Đảng ủy xã đã tổ chức 2 lớp tập huấn cho 48 đảng viên. Thời gian tới, Đảng ủy xã sẽ mở thêm 3 lớp.

MINH AN
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "van-ho.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def originals(articles: Path) -> Originals:
    return Originals([articles])


@pytest.fixture(scope="module")
def made(articles: Path) -> Brief:
    """A brief with measures, figures, a document."""
    (b,) = brief([x for x in extract_all(discover([articles])) if not isinstance(x, str)])
    assert b.own.adopted
    assert b.own.metrics
    assert b.own.directives
    return b


def written(what: Brief, folder: Path, lang: str = "vi") -> Iterator[Path]:
    """The outputs of `what`, with their evidence, in `folder`."""
    for form, _, data in render(what, FORMATS, lang, None):
        assert data is not None
        (folder / f"brief.{form}").write_bytes(data)
    yield from (folder / f"brief.{form}" for form in FORMATS)


OFFICE = Office(
    organisation="Huyện ủy Bình Sen", number="12-BC/HU", signer="Nguyễn Văn An", recipients=("Lưu Văn phòng",)
)
MATRIX: dict[str, dict[str, object]] = {
    "plain": {"formats": FORMATS},
    "English": {"lang": "en", "formats": ("md", "docx")},
    "party": {"layout": Layout("party", OFFICE, comments=True), "formats": ("docx", "pdf")},
    "state, for archiving": {"layout": Layout("state", archive=True), "lang": "en", "formats": ("pdf",)},
    "today's units": {"today": True, "formats": ("md", "pdf")},
    "by district": {"level": "district"},
    "by province": {"level": "province"},
    "a theme": {"themes": ("training",)},
    "limits": {"limits": Limits(1, 1, 1)},
    "with pages of evidence": {"evidence": True},
    "a site": {"formats": ("site",)},
}


@pytest.mark.parametrize("settings", MATRIX)
def test_every_output_of_a_build_verifies(tmp_path: Path, settings: str) -> None:
    asked = {"formats": ("md",), **MATRIX[settings]}
    printed = "pdf" in asked["formats"] or "docx" in asked["formats"]  # type: ignore[operator]
    names = ("van-ho-2023",) if printed else ("van-ho-2023", "cam-pha-2016", "cam-pha-2018", "lang-son-2021")
    articles = [SEEDS / f"{name}.txt" for name in names]
    built = build(articles, Settings(tmp_path, jobs=1, **asked))  # type: ignore[arg-type]
    paths, problems = briefs_in([tmp_path])
    assert problems == []
    assert len(paths) >= len(asked["formats"]) * len(built.briefs)  # type: ignore[arg-type]
    originals = Originals(articles)
    for path in paths:
        verified = verify(path, originals)
        assert verified.problems == (), path
        assert verified.lines > 0 or "a theme" in settings


# ---------------------------------------------------------------- a forged brief, evidence and all


def other_line(what: Brief, change: Callable[[MeasureLine], MeasureLine]) -> Brief:
    first, *rest = what.own.adopted
    line, *others = first.lines
    group = MeasureGroup(first.theme, (change(line), *others))
    return replace(what, own=replace(what.own, adopted=(group, *rest)))


def changed_figure(what: Brief) -> Brief:
    row, *rest = what.own.metrics
    metric = replace(row.metric, value=Decimal("7391"))
    return replace(what, own=replace(what.own, metrics=(replace(row, metric=metric), *rest)))


def changed_words(what: Brief) -> Brief:
    return other_line(what, lambda x: replace(x, measure=replace(x.measure, text=x.measure.text + " xyzoanh")))


def changed_quote(what: Brief) -> Brief:
    def other(c: Citation) -> Citation:
        return replace(c, quote=c.quote.replace(" ", " không ", 1), words=c.words.replace(" ", " không ", 1))

    return replace(what, citations=tuple(other(c) for c in what.citations))


def moved_quote(what: Brief) -> Brief:
    """The words stay, the place in the article is another."""
    return replace(what, citations=tuple(replace(c, span=c.span.shift(3)) for c in what.citations))


def added_line(what: Brief) -> Brief:
    first, *rest = what.own.adopted
    line = first.lines[0]
    new = replace(line, measure=replace(line.measure, text="Đảng ủy xây 7391 cây cầu"))
    return replace(what, own=replace(what.own, adopted=(replace(first, lines=(*first.lines, new)), *rest)))


def unmarked_line(what: Brief) -> Brief:
    return other_line(what, lambda x: replace(x, marks=()))


def removed_source(what: Brief) -> Brief:
    """The articles are named otherwise: nothing in the folder is what the brief was made from."""
    return replace(what, articles=tuple(replace(a, sha256="0" * 64, id=f"{a.id}-x") for a in what.articles))


def figure_from_elsewhere(what: Brief) -> Brief:
    """A small number that stands in the article, but in another sentence."""
    row = next(row for row in what.own.metrics if row.metric.value == 48)
    other = replace(row, metric=replace(row.metric, value=Decimal(12)))
    return replace(what, own=replace(what.own, metrics=tuple(other if r is row else r for r in what.own.metrics)))


def words_from_elsewhere(what: Brief) -> Brief:
    """Words of the article at the end of a line, whose sentence has them not."""
    long = "Đảng ủy xã đã tổ chức 2 lớp tập huấn cho 48 đảng viên " * 2 + "bồi dưỡng"
    lines = [line for group in what.own.adopted for line in group.lines]
    line = next(line for line in lines if "tập huấn" in line.measure.text)
    groups = (MeasureGroup("training", (replace(line, measure=replace(line.measure, text=long)),)),)
    return replace(what, own=replace(what.own, adopted=groups))


def renamed_unit(what: Brief) -> Brief:
    return replace(what, unit=replace(what.unit, path=(*what.unit.path[:-1], Place("xã", "Vân Hồ 7391"))))


def more_articles(what: Brief) -> Brief:
    """The first line and the front matter count three articles, the list of them has them not all."""
    return replace(what, articles=(*what.articles, replace(what.articles[0], id="khac", sha256="0" * 64)))


def other_day(what: Brief) -> Brief:
    return replace(what, since=dt.date(2031, 5, 9), until=dt.date(2031, 5, 9))


def other_title(what: Brief) -> Brief:
    return replace(what, articles=tuple(replace(a, title="Xã Vân Hồ xây 7391 cây cầu") for a in what.articles))


FORGERIES = (
    changed_figure, changed_words, changed_quote, moved_quote, added_line, unmarked_line, removed_source,
    figure_from_elsewhere, words_from_elsewhere, renamed_unit, more_articles, other_day, other_title,
)  # fmt: skip


def test_what_is_not_forged_holds(tmp_path: Path, originals: Originals, made: Brief) -> None:
    for path in written(made, tmp_path):
        assert verify(path, originals).problems == ()


@pytest.mark.parametrize("forge", FORGERIES, ids=lambda f: f.__name__)
def test_a_forged_brief_is_found_in_every_format(
    tmp_path: Path, originals: Originals, made: Brief, forge: Callable[[Brief], Brief]
) -> None:
    for path in written(forge(made), tmp_path):
        assert verify(path, originals).problems, path.suffix


def test_the_line_that_does_not_hold_is_named(tmp_path: Path, originals: Originals, made: Brief) -> None:
    for path in written(added_line(made), tmp_path):
        (problem,) = verify(path, originals).problems
        assert "Đảng ủy xây 7391 cây cầu" in problem
        assert "7391" in problem.rsplit(":", 1)[1]


# ---------------------------------------------------------------- an output changed, its evidence left as it was


def beside(what: Brief, shown: Brief, folder: Path) -> Iterator[Path]:
    """Outputs that show `shown` and carry the evidence of `what`."""
    for path in written(what, folder):
        evidence = evidence_at(path)
        markdown = render_markdown(shown)
        if path.suffix == ".md":
            path.write_text(markdown, encoding="utf-8", newline="\n")
        elif path.suffix == ".docx":
            data = next(data for _, _, data in render(shown, ("docx",), "vi", None) if data)
            path.write_bytes(docx.put(data, dumps(evidence)))
        else:
            path.write_bytes(with_attachment(shown, markdown, evidence))
        yield path


def with_attachment(shown: Brief, markdown: str, evidence: Evidence) -> bytes:
    """The PDF of `shown` with exactly `evidence` attached."""
    import pikepdf

    with pikepdf.open(io.BytesIO(render_pdf(shown, markdown))) as pdf:
        pdf.attachments["evidence.json"] = pikepdf.AttachedFileSpec(pdf, dumps(evidence), filename="evidence.json")
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("forge", [changed_figure, changed_words, changed_quote, added_line], ids=lambda f: f.__name__)
def test_an_output_that_shows_something_else_is_found(
    tmp_path: Path, originals: Originals, made: Brief, forge: Callable[[Brief], Brief]
) -> None:
    for path in beside(made, made, tmp_path):
        assert verify(path, originals).problems == (), path.suffix
    for path in beside(made, forge(made), tmp_path):
        problems = verify(path, originals).problems
        assert any("not in the evidence" in p or "no longer there" in p for p in problems), path.suffix


def test_an_article_that_is_gone_or_says_something_else(tmp_path: Path, articles: Path, made: Brief) -> None:
    articles = Path(shutil.copytree(articles, tmp_path / "articles"))
    copy = articles / "van-ho.txt"
    paths = list(written(made, tmp_path))
    copy.write_bytes(copy.read_bytes() + "\n\nThêm một dòng ở cuối trang.\n".encode())
    for path in paths:
        verified = verify(path, Originals([articles]))
        assert (verified.problems, len(verified.remarks)) == ((), 1)
    cited = made.citations[0].quote
    copy.write_text(copy.read_text(encoding="utf-8").replace(cited, cited[::-1]), encoding="utf-8")
    for path in paths:
        assert any(cited[:40] in p for p in verify(path, Originals([articles])).problems)
    copy.rename(articles / "x.txt")
    for path in paths:
        assert any("is not in the folder" in p for p in verify(path, Originals([articles])).problems)


def test_an_article_of_another_name_and_encoding_is_found_by_its_text(tmp_path: Path, made: Brief) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "x.txt").write_bytes(ARTICLE.encode("utf-16"))
    for path in written(made, tmp_path):
        assert verify(path, Originals([tmp_path / "articles"])).problems == ()


def test_the_evidence_reads_back_as_it_was(tmp_path: Path, made: Brief) -> None:
    for path in written(made, tmp_path):
        evidence = evidence_at(path)
        assert loads(dumps(evidence), path) == evidence
        assert {q.number for q in evidence.quotes} == {n for c in evidence.claims for n in c.marks}
        assert dataclasses.replace(evidence, shown=(), drawn=(), open=()) == evidence_at(tmp_path / "brief.md")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6-7 triệu đồng", "6000000"),
        ("ngày 31.12.2019", "12"),
        ("đến tháng 7.2020", "7"),
        ("394.581 billion đồng", "394581000000"),
        ("hai mươi mốt xã", "21"),
        ("tăng gấp đôi", "2"),
        ("một nửa số hộ", "2"),
        ("3 tỷ 500 triệu", "3500000000"),
        ("4.134 hộ", "4134"),
        ("1,5%", "1.5"),
    ],
)
def test_a_text_means_a_value(text: str, value: str) -> None:
    assert Decimal(value) in values(text)


def test_a_template_of_ones_own_may_say_more(made: Brief, originals: Originals, tmp_path: Path) -> None:
    """Lines of its own, other words for the labels, another number on the pages."""
    own = tmp_path / "own"
    copy_shipped(own, {})
    for name, old, new in (
        ("brief.md.j2", "{{ label.covers", "Lưu hành nội bộ, bản 2.\n\n{{ label.covers"),
        ("brief.md.j2", "lang: {{", "weight: 3\nlang: {{"),
        ("labels.vi.toml", 'summary = "Tóm tắt"', 'summary = "Nội dung chính năm 2026"'),
        ("brief.css", 'content: counter(page) "/" counter(pages);', 'content: "Trang " counter(page) " trên " counter(pages);'),
    ):  # fmt: skip
        words = (own / name).read_text(encoding="utf-8")
        assert old in words
        (own / name).write_text(words.replace(old, new, 1), encoding="utf-8")
    for form, _, data in render(made, FORMATS, "vi", own):
        (tmp_path / f"brief.{form}").write_bytes(data or b"")
    for form in FORMATS:
        assert verify(tmp_path / f"brief.{form}", originals, own).problems == ()
        assert verify(tmp_path / f"brief.{form}", originals).problems


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_paragraph_that_a_page_breaks_is_read_whole(made: Brief, tmp_path: Path, layout: str) -> None:
    """Bullets, numbers of a list and of the page are painted between the halves; a heading's words stand in the paragraphs, too."""
    measure = made.own.adopted[0].lines[0].measure
    said = "Đảng ủy xã mở lớp về " + "lãnh đạo, chỉ đạo, chính trị, tư tưởng cho từng chi bộ, " * 12
    lines = tuple(MeasureLine(replace(measure, text=f"{said}lần thứ {n}."), (1,)) for n in range(8))
    article = replace(made.articles[0], title="Chuyện ở xã Vân Hồ, " + "nơi có nhiều chi bộ, " * 30)
    long = replace(
        made,
        unit=replace(made.unit, former=("xã Suối Bàng, huyện Vân Hồ",)),
        own=replace(made.own, adopted=(MeasureGroup("leadership", lines), MeasureGroup("ideology", lines))),
        articles=tuple(replace(article, id=f"bai-{n}") for n in range(9)),
    )
    outputs = {form: data for form, _, data in render(long, ("pdf",), "vi", None, layout=Layout(layout))}
    path = tmp_path / "long.pdf"
    path.write_bytes(outputs["pdf"] or b"")
    assert len(pdf.pages(path.read_bytes(), path)) > 2
    assert list(differences(path, evidence_at(path))) == []
