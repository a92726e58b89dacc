"""Files of every encoding to the same text, and one clear line for what is no article."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.build import Settings, build
from reportgen.errors import Empty, InputError, Unreadable, Unsupported
from reportgen.read import LIMIT, discover, read
from reportgen.vietnamese.legacy_fonts import TCVN3, VNI, Font

STORY = (
    "Đảng bộ xã Tân An đổi mới sinh hoạt chi bộ\n\n"
    "Năm 2021, Đảng ủy xã Tân An đã cử 12 đồng chí đi học; các chi bộ thôn họp vào ngày 3 hằng tháng.\n"
)


def cp1258(string: str) -> bytes:
    """`string` as Windows-1258 writes it: the tone after its letter."""
    import unicodedata

    out = []
    for c in string:
        try:
            out.append(c.encode("cp1258"))
        except UnicodeEncodeError:
            base, tone = unicodedata.normalize("NFD", c)[:-1], unicodedata.normalize("NFD", c)[-1]
            if tone not in "\u0300\u0301\u0303\u0309\u0323":  # ộ is o, dot below, circumflex
                base, tone = base[0] + tone, base[1]
            out.append((unicodedata.normalize("NFC", base) + tone).encode("cp1258"))
    return b"".join(out)


def drawn(font: Font, string: str) -> bytes:
    """`string` as typed for an old font and saved by a Western program."""
    codes = {letter: code for code, letter in font.codes.items()}
    small = string if font is VNI else "".join(c if c in codes or ord(c) < 128 else c.lower() for c in string)
    return "".join(codes.get(c, c) for c in small).encode("cp1252")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (STORY.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + STORY.encode(), "utf-8"),
        (STORY.encode("utf-16"), "utf-16-le"),
        (STORY.encode("utf-16-le"), "utf-16-le"),
        (STORY.encode("utf-16-be"), "utf-16-be"),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), "utf-16-be"),
        (STORY.encode("utf-32"), "utf-32-le"),
    ],
)
def test_unicode(tmp_path: Path, data: bytes, encoding: str) -> None:
    file = tmp_path / "bai.txt"
    file.write_bytes(data)
    source = read(file)
    assert (source.text, source.encoding, source.id) == (STORY, encoding, "bai")


def test_windows_1258(tmp_path: Path) -> None:
    import unicodedata

    file = tmp_path / "bai.txt"
    file.write_bytes(cp1258(STORY))
    source = read(file)
    assert source.encoding == "cp1258"
    assert unicodedata.normalize("NFC", source.text) == STORY


@pytest.mark.parametrize("font", [VNI, TCVN3], ids=lambda f: f.name)
def test_old_fonts_keep_their_codes(tmp_path: Path, font: Font) -> None:
    file = tmp_path / "bai.txt"
    file.write_bytes(drawn(font, STORY))
    assert font.read(read(file).text).lower() == STORY.lower()


def test_line_ends_and_damage_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "bai.txt"
    file.write_bytes(STORY.replace("\n", "\r\n").encode()[:-3] + "Đ".encode()[:1])
    assert read(file).text.count("\r\n") == 2
    assert read(file).text.endswith("\ufffd")


@pytest.mark.parametrize(
    ("name", "data", "error", "says"),
    [
        ("a.txt", b"", Empty, "not a word"),
        ("a.txt", b" \n\t 12 . 3\n", Empty, "not a word"),
        ("a.txt", bytes(range(256)) * 40, Unreadable, "no text"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", Unsupported, "PDF"),
        ("a.docx", b"PK\x03\x04rest", Unreadable, "damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unsupported, "without a password"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unsupported, "save it as .docx"),
        ("a.txt", b"PK\x03\x04rest", Unsupported, "archive"),
        ("a.html", b"<p>x", Unreadable, "no story"),
        ("a.txt", b"\n <!DOCTYPE html><p>x", Unreadable, "no story"),
        ("a.json", b'{"a": 1}', Unreadable, "no article"),
        ("a.json", b"{", Unreadable, "no article"),
        ("a.jsonl", b"{}", Unsupported, "file of its own"),
        ("a.jpg", b"\xff\xd8\xff\xe0", Unsupported, "picture"),
    ],
)
def test_no_article(tmp_path: Path, name: str, data: bytes, error: type[InputError], says: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(error, match=says) as caught:
        read(file)
    assert str(caught.value).startswith(f"{file}: ")
    assert "\n" not in str(caught.value)


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be opened"):
        read(tmp_path / "nix.txt")
    with pytest.raises(Unreadable, match="folder"):
        read(tmp_path)


def test_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as f:
        f.truncate(LIMIT * 5)
    with pytest.raises(Unsupported, match="100 MB"):
        read(file)


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def test_discover(tmp_path: Path) -> None:
    make(tmp_path, "b/2.txt", "b/1.txt", "a/3.TEXT", ".hidden/4.txt", "b/.5.txt", "b/6.pdf", "README.md", "c.md")
    make(tmp_path, "d.html", "d_files/ad.html", "e.json")
    (tmp_path / "f.json").write_text('{"blocks": []}', encoding="utf-8")
    found = discover([tmp_path, tmp_path / "b", tmp_path / "README.md", tmp_path / "b" / "1.txt"])
    assert [f.name for f in found.files] == ["README.md", "3.TEXT", "1.txt", "2.txt", "c.md", "d.html", "f.json"]
    assert found.ids == ("README", "3", "1", "2", "c", "d", "f")
    assert found.problems == ()
    assert f"{tmp_path}: 4 files left alone, no articles" in found.remarks
    assert found == discover([tmp_path / "README.md", tmp_path / "b" / "1.txt", tmp_path / "b", tmp_path])


def test_what_a_build_wrote_is_no_article(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    make(folder, "bai.txt", "out/my-own.md")
    (folder / "bai.txt").write_text(
        STORY.replace("xã Tân An", "xã Vân Hồ, huyện Vân Hồ, tỉnh Sơn La"), encoding="utf-8"
    )
    built = build([folder], Settings(out=folder / "out", formats=("md", "docx")))
    assert len(built.written) > 3
    assert [f.name for f in discover([folder]).files] == ["bai.txt", "my-own.md"]
    brief = next(path for path in built.written if path.suffix == ".docx")
    (folder / "copy.docx").write_bytes(brief.read_bytes())
    (folder / "copy.md").write_bytes(brief.with_suffix(".md").read_bytes())
    assert [f.name for f in discover([folder]).files] == ["bai.txt", "my-own.md"]


def test_ids_of_one_name(tmp_path: Path) -> None:
    make(tmp_path, "x/tin.txt", "y/tin.txt", "y/tin.text", "y/bai.txt")
    assert discover([tmp_path]).ids == ("tin", "bai", "tin.text", "tin.txt")
    make(tmp_path, "z/tin.txt")
    assert discover([tmp_path]).ids == ("x/tin", "bai", "tin.text", "tin.txt", "z/tin")


def test_nothing_found(tmp_path: Path) -> None:
    make(tmp_path, "a/1.pdf")
    (tmp_path / "b").mkdir()
    found = discover([tmp_path / "a", tmp_path / "b", tmp_path / "nix"])
    assert found.files == ()
    assert [("no article" in p, "empty" in p, "no such" in p) for p in found.problems] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
