"""read: a file to a Source (decoded, code points untouched)."""

from __future__ import annotations

from pathlib import Path

from reportgen.model import Source


def read(path: Path) -> Source:
    return Source(path.stem, str(path), path.read_bytes().decode("utf-8-sig"), "utf-8")
