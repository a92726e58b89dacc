"""verify: an output against the articles, line by line, offline: nothing in it without a source, no source that does not say so."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportgen.proof import SIDECAR
from reportgen.verify.check import Verified, verify
from reportgen.verify.originals import Originals

__all__ = ["Originals", "Verified", "briefs_in", "verify"]

_ENDINGS = (".md", ".docx", ".pdf")


def briefs_in(paths: Iterable[Path]) -> tuple[list[Path], list[str]]:
    """The briefs among `paths` and in folders of them, and a line for each path that is none.

    A page of Markdown in a folder is a brief where its evidence stands beside it: the list of the briefs is none.
    """
    found: list[Path] = []
    problems: list[str] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix in _ENDINGS and p.is_file())
            briefs = [p for p in inside if p.suffix != ".md" or p.with_name(f"{p.stem}.{SIDECAR}").is_file()]
            if not briefs:
                problems.append(f"{path}: no briefs in it; name the folder that the build wrote")
            found += briefs
        elif path.is_file() and path.suffix in _ENDINGS:
            found.append(path)
        else:
            problems.append(f"{path}: no brief; give a file ending in {', '.join(_ENDINGS)}, or a folder of them")
    return found, problems
