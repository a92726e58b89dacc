"""The same article in every encoding gives the same facts, and spans that hold in each."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from reportgen.build import extract_file
from reportgen.render.jsonl import jsonl
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.legacy_fonts import TCVN3, VNI, Font

PROJECT = Path(__file__).parents[2]
FILES = [
    *sorted((PROJECT / "seeds").glob("*.txt")),
    *sorted((PROJECT.parent / "shared" / "articles").glob("00*.txt")),
]


def windows_1258(string: str) -> bytes:
    """A tone after its letter; what the code page has no letter for as a character reference, as old editors wrote it."""
    out = []
    for c in unicodedata.normalize("NFC", string):
        try:
            out.append(c.encode("cp1258"))
        except UnicodeEncodeError:
            base, tone = _apart(c)
            out.append((base + tone).encode("cp1258", "xmlcharrefreplace"))
    return b"".join(out)


def _apart(c: str) -> tuple[str, str]:
    """A letter as the code page has it (ê, ơ) and the tone on it."""
    parts = unicodedata.normalize("NFD", c)
    tones = [mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323"]
    rest = "".join(mark for mark in parts if mark not in tones)
    return unicodedata.normalize("NFC", rest), "".join(tones)


def carried(font: Font) -> Callable[[str], str]:
    """What of a text a font can carry: TCVN3 has no toned capitals, and neither has most signs beyond Windows-1252."""
    letters = set(font.codes.values())

    def letter(c: str) -> str:
        if c in letters or ord(c) < 128 or c in "“”‘’–—…•":
            return c
        return c.lower() if c.lower() in letters else " "

    return lambda s: "".join(map(letter, unicodedata.normalize("NFC", s.replace("Ð", "Đ"))))


def drawn(font: Font) -> Callable[[str], bytes]:
    """As typed for an old font and saved by a Western program."""
    codes = {letter: code for code, letter in font.codes.items()}
    return lambda s: "".join(codes.get(c, c) for c in s).encode("cp1252")


DISGUISES: dict[str, tuple[Callable[[str], str], Callable[[str], bytes]]] = {
    "NFD": (str, lambda s: unicodedata.normalize("NFD", s).encode()),
    "CRLF": (str, lambda s: s.replace("\r", "").replace("\n", "\r\n").encode()),
    "UTF-16": (str, lambda s: s.encode("utf-16")),
    "UTF-8 with a mark": (str, lambda s: b"\xef\xbb\xbf" + s.encode()),
    "Windows-1258": (str, windows_1258),
    "VNI": (carried(VNI), drawn(VNI)),
    "TCVN3": (carried(TCVN3), drawn(TCVN3)),
}
"""What of the text the encoding can carry, and its bytes."""


def facts(line: Any) -> Any:
    """What is said, without places, case, and where a tone stands."""
    if isinstance(line, dict):
        return {k: facts(v) for k, v in line.items() if k not in ("span", "mentions", "quote", "path", "id")}
    if isinstance(line, list):
        return [facts(x) for x in line]
    return " ".join(fold(line).split()) if isinstance(line, str) else line


@cache
def plain_facts(text: str) -> Any:
    with TemporaryDirectory() as folder:
        (Path(folder) / "plain.txt").write_text(text, encoding="utf-8", newline="")
        return facts(checked(Path(folder) / "plain.txt"))


def checked(path: Path) -> dict[str, Any]:
    found = extract_file(path)
    article = found.article
    for x in (*found.metrics, *found.measures):
        assert article.origin(x.span).of(article.source.text) == article.quote(x.span)
    return json.loads(jsonl(found))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
@pytest.mark.parametrize("disguise", DISGUISES)
def test_same_facts(tmp_path: Path, file: Path, disguise: str) -> None:
    carry, encode = DISGUISES[disguise]
    text = carry(file.read_bytes().decode("utf-8-sig"))
    (tmp_path / "disguised.txt").write_bytes(encode(text))
    assert facts(checked(tmp_path / "disguised.txt")) == plain_facts(text)
