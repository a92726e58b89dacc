"""What kind of file it is, by its name's ending and its first bytes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Literal, get_args

from reportgen.errors import TableError

Form = Literal["text", "html", "word", "markdown", "json"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is not read."""

    name: str
    endings: tuple[str, ...]
    magic: tuple[bytes, ...]
    remedy: str


def _bytes(beginnings: list[str]) -> tuple[bytes, ...]:
    return tuple(m.encode("latin-1").lower() for m in beginnings)


def _load() -> tuple[dict[str, Form], dict[Form, tuple[bytes, ...]], frozenset[str], tuple[Kind, ...]]:
    forms: tuple[Form, ...] = get_args(Form)
    try:
        data: dict[str, Any] = tomllib.loads(
            resources.files("reportgen.read").joinpath("kinds.toml").read_text(encoding="utf-8")
        )
        endings: dict[str, Form] = {ending: form for form in forms for ending in data["forms"][form]}
        magic: dict[Form, tuple[bytes, ...]] = {f: _bytes(data["magic"][f]) for f in forms if f in data["magic"]}
        kinds = tuple(Kind(k["name"], tuple(k["endings"]), _bytes(k["magic"]), k["remedy"]) for k in data["kind"])
        return endings, magic, frozenset(data["beside"]["names"]), kinds
    except (OSError, KeyError, UnicodeEncodeError, tomllib.TOMLDecodeError) as e:
        raise TableError(f"reportgen.read/kinds.toml: {e}") from e


ENDINGS, _MAGIC, BESIDE, KINDS = _load()
"""By ending the form that a file is read in; names of files beside articles; the kinds that are not read."""


def form(path: Path, head: bytes) -> Form | Kind:
    """The form in which the file whose first bytes are `head` is read, or the kind for which it is not.

    Bytes weigh more than the name: a PDF called "bai.txt" is a PDF, a page called so a page, an encrypted Word file no archive.

    >>> form(Path("bai.txt"), b"%PDF-1.7").name
    'a PDF file'
    >>> form(Path("bai.txt"), b"<!DOCTYPE html><p>"), form(Path("bai.docx"), b"PK\\x03\\x04"), form(Path("bai"), b"Xa")
    ('html', 'word', 'text')
    """
    ending = path.suffix.lower()
    named = ENDINGS.get(ending)
    foreign = next((k for k in KINDS if ending in k.endings), None)
    if foreign:
        return foreign
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:80].lower()
    told: Form | None = next((f for f, begins in _MAGIC.items() if start.startswith(begins)), None)
    if named == "html" or told == "html":
        return "html"
    if told == "word" and named == "word":
        return "word"
    kind = next((k for k in KINDS if any(start.startswith(m) for m in k.magic)), None)
    return kind or named or "text"
