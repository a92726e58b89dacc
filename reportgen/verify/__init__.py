"""verify: an output against the articles, line by line, offline: nothing in it without a source, no source that does not say so."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportgen.verify.check import Verified, verify
from reportgen.verify.originals import Originals
from reportgen.verify.visible import sidecars

__all__ = ["Originals", "Verified", "briefs_in", "verify"]

_ENDINGS = (".md", ".docx", ".pdf")


def briefs_in(paths: Iterable[Path]) -> tuple[list[Path], list[str]]:
    """The briefs among `paths` and in folders of them, and a line for each path that is none.

    A page of Markdown in a folder is a brief where it has its evidence, says of which unit it is, or quotes: the list of briefs is none.
    """
    found: list[Path] = []
    problems: list[str] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix in _ENDINGS and p.is_file())
            briefs = [p for p in inside if p.suffix != ".md" or _is_brief(p)]
            if not briefs:
                problems.append(f"{path}: no briefs in it; name the folder that the build wrote")
            found += briefs
        elif path.is_file() and path.suffix in _ENDINGS:
            found.append(path)
        else:
            problems.append(f"{path}: no brief; give a file ending in {', '.join(_ENDINGS)}, or a folder of them")
    return found, problems


def _is_brief(page: Path) -> bool:
    if any(sidecar.is_file() for sidecar in sidecars(page)):
        return True
    words = page.read_bytes()
    return b"\nunit: " in words.split(b"\n---\n")[0] or b"\n[^1]: " in words
