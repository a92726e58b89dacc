"""What kind of file it is, by its name's ending and its first bytes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from reportgen.errors import TableError


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is not plain text."""

    name: str
    endings: tuple[str, ...]
    magic: tuple[bytes, ...]
    remedy: str


def _load() -> tuple[frozenset[str], tuple[Kind, ...]]:
    try:
        data: dict[str, Any] = tomllib.loads(
            resources.files("reportgen.read").joinpath("kinds.toml").read_text(encoding="utf-8")
        )
        kinds = tuple(
            Kind(k["name"], tuple(k["endings"]), tuple(m.encode("latin-1").lower() for m in k["magic"]), k["remedy"])
            for k in data["kind"]
        )
        return frozenset(data["plain"]), kinds
    except (OSError, KeyError, UnicodeEncodeError, tomllib.TOMLDecodeError) as e:
        raise TableError(f"reportgen.read/kinds.toml: {e}") from e


PLAIN, KINDS = _load()
"""The endings of plain text, and the kinds of files that are something else."""


def foreign(path: Path, head: bytes) -> Kind | None:
    """The kind of the file whose first bytes are `head`, None for what may be plain text.

    Bytes weigh more than the name: a PDF called "bai.txt" is a PDF, and an archive called ".docx" is a Word file.

    >>> foreign(Path("bai.txt"), b"%PDF-1.7").name
    'a PDF file'
    """
    ending = path.suffix.lower()
    named = next((k for k in KINDS if ending in k.endings), None)
    if named:
        return named
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:64].lower()
    return next((k for k in KINDS if any(start.startswith(m) for m in k.magic)), None)
