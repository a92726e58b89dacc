"""Saved web pages: the story, what the page says of it, captions and tables; and pages that are none."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reportgen.clean import clean
from reportgen.errors import Unreadable, Unsupported
from reportgen.model import Article
from reportgen.parse import parse
from reportgen.read import read
from reportgen.vietnamese.legacy_fonts import TCVN3

HERE = Path(__file__).parent
PAGES: list[dict[str, Any]] = tomllib.loads((HERE / "pages.toml").read_text(encoding="utf-8"))["page"]
NEWSPAPER = (HERE / "pages" / "newspaper.html").read_text(encoding="utf-8")


def article(path: Path) -> Article:
    source = read(path)
    return parse(clean(source), source)


def check(found: Article, page: dict[str, Any]) -> None:
    assert (found.title, found.newspaper, list(found.authors)) == (page["title"], page["newspaper"], page["authors"])
    assert found.published is not None
    assert found.published.isoformat() == page["published"]
    assert [b.kind for b in found.blocks] == [kind for kind, _ in page["blocks"]]
    for block, (_, words) in zip(found.blocks, page["blocks"], strict=True):
        assert found.words(block.span).startswith(words)
    assert [[[found.words(c.span) for c in row] for row in t.rows] for t in found.tables] == page.get("tables", [])


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p["file"])
def test_page(page: dict[str, Any]) -> None:
    found = article(HERE / "pages" / page["file"])
    check(found, page)
    for span in [*found.title_spans, *(s for b in found.blocks for s in b.sentences)]:
        assert found.quote(span) in found.source.text


def test_a_pull_quote_has_its_speaker() -> None:
    found = article(HERE / "pages" / "newspaper.html")
    (quote,) = [b for b in found.blocks if b.kind == "quote"]
    assert quote.speaker is not None
    assert found.words(quote.speaker) == "Bà Ngô Thị Mai, Bí thư Chi bộ thôn Thượng"


def test_heads_of_tables() -> None:
    (table,) = article(HERE / "pages" / "newspaper.html").tables
    assert [[c.head for c in row] for row in table.rows] == [[True] * 3] + [[False] * 3] * 3
    assert table.caption is not None


ARCHIVE = """From: <Saved by a browser>
Subject: Tan Hong
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--b--"

----b--
Content-Type: text/html; charset={charset}
Content-Transfer-Encoding: base64

{page}
----b----
"""


def in_an_archive(page: bytes, charset: str) -> bytes:
    import base64

    return ARCHIVE.format(charset=charset, page=base64.encodebytes(page).decode()).encode()


def cp1252_entities(text: str) -> bytes:
    return text.replace('charset="utf-8"', 'charset="windows-1252"').encode("cp1252", "xmlcharrefreplace")


DISGUISES = {
    "the meta tag": lambda s: s.encode(),
    "a byte-order mark that the meta tag belies": lambda s: b"\xff\xfe" + s.encode("utf-16-le"),
    "only the bytes": lambda s: s.replace('<meta charset="utf-8">', "").encode(),
    "a meta tag that the bytes belie": lambda s: s.replace('charset="utf-8"', 'charset="us-ascii"').encode(),
    "entities in Windows-1252": cp1252_entities,
    "the header of an archive": lambda s: in_an_archive(s.replace('"utf-8"', '"x"').encode("utf-16-le"), "utf-16-le"),
    "an archive in UTF-8": lambda s: in_an_archive(s.encode(), "utf-8"),
    "CRLF": lambda s: s.replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_charset(tmp_path: Path, disguise: str) -> None:
    file = tmp_path / "newspaper.html"
    file.write_bytes(DISGUISES[disguise](NEWSPAPER))
    check(article(file), PAGES[0])


def test_an_old_font_in_a_page(tmp_path: Path) -> None:
    codes = {letter: code for code, letter in TCVN3.codes.items()}
    story = "".join(
        f"<p>Huyện tân hồng đã cử {n} đồng chí xuống giúp các chi bộ thôn, bản làm đường.</p>" for n in range(3, 9)
    )
    page = f"<html><body><div>{''.join(codes.get(c, c) for c in story)}</div></body></html>"
    (tmp_path / "a.html").write_bytes(page.encode("cp1252"))
    found = article(tmp_path / "a.html")
    assert (
        found.words(found.blocks[0].span)
        == "Huyện tân hồng đã cử 3 đồng chí xuống giúp các chi bộ thôn, bản làm đường."
    )


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html><body></body></html>",
        "<html><body><nav><a href=/>Trang chủ</a></nav><h3>SỐ LƯỢT TRUY CẬP</h3><p>2</p></body></html>",
        "<html><body><script>document.write('Năm 2021, xã Tân An đã cử 12 đồng chí đi học.')</script></body></html>",
    ],
)
def test_no_story(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    with pytest.raises(Unreadable, match="no story"):
        read(tmp_path / "a.html")


def test_a_page_of_fifty_thousand_tags(tmp_path: Path) -> None:
    story = "".join(f"<p>Thôn {n} của <b>xã Tân An</b> có {n} hộ, đã làm xong đường.</p>" for n in range(2000))
    menu = "".join(f"<li><a href=/{n}>Tin {n}</a>" for n in range(14_000))
    (tmp_path / "a.html").write_text(f"<html><body><ul>{menu}</ul><div>{story}</div></body></html>", encoding="utf-8")
    text = read(tmp_path / "a.html").text
    assert text.count("xã Tân An") == 2000
    assert "Tin 7" not in text


def test_a_page_longer_than_any_article(tmp_path: Path) -> None:
    story = "<p>Xã Tân An đã làm xong đường liên thôn, nay làm tiếp nhà văn hóa.</p>" * 8000
    (tmp_path / "a.html").write_text(f"<html><body><div>{story}</div></body></html>", encoding="utf-8")
    with pytest.raises(Unsupported, match="more than an article"):
        read(tmp_path / "a.html")


def test_a_page_nested_without_end(tmp_path: Path) -> None:
    nested = "<div>" * 3_000 + "<p>Năm 2021, xã Tân An đã cử 12 đồng chí đi học lý luận chính trị ở huyện.</p>"
    (tmp_path / "a.html").write_text(f"<html><body>{nested}</body></html>", encoding="utf-8")
    assert "12 đồng chí" in read(tmp_path / "a.html").text
