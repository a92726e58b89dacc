"""What the program wrote itself: a build's files below a folder that is searched are no articles."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path, PurePosixPath

LEDGER = PurePosixPath(".reportgen.json")
"""Where a build notes, below the output folder, what its files were made from."""

CORRECTIONS = "corrections"
"""The folder within a folder of articles that holds what people corrected."""

_FRONT = re.compile(rb"---\r?\n(?:[^\n]*\n){0,10}units?: [^\n]*\n(?:[^\n]*\n){0,10}articles: \d", re.DOTALL)
_SITE = re.compile(rb'---\r?\n(?:[^\n]*\n){0,3}generator: "reportgen"\r?\n')
_PROPERTY = b"<dc:identifier>reportgen</dc:identifier>"
_PAGES = {"index", "documents", "compare", "unplaced"}


def noted(folder: Path) -> frozenset[Path] | None:
    """The files that a build into `folder` wrote, None where there was none."""
    try:
        notes = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return frozenset(folder / PurePosixPath(name) for name in notes) if isinstance(notes, dict) else None


def is_correction(file: Path) -> bool:
    """True for a file of corrections, which stands in a folder of that name beside articles."""
    return file.suffix == ".toml" and file.parent.name == CORRECTIONS


def is_page(file: Path) -> bool:
    """True for the name of a page that stands once in an output folder: the list of briefs, of documents, a comparison …"""
    return file.stem in _PAGES


def written(file: Path) -> bool:
    """True for a brief wherever it was copied to: its front matter (Markdown) or its properties (DOCX) say so."""
    try:
        with file.open("rb") as f:
            if file.suffix.lower() != ".docx":
                start = f.read(2000)
                return bool(_FRONT.match(start) or _SITE.match(start))
            with zipfile.ZipFile(io.BytesIO(f.read())) as package:
                return _PROPERTY in package.read("docProps/core.xml")
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False
