"""Files and folders as a user names them, to the list of article files."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from reportgen.errors import InputError, NoArticles, Unreadable
from reportgen.read.kinds import PLAIN


class Found(NamedTuple):
    """What was found: the article files, an id for each, and lines on what was refused and on what was left alone."""

    files: tuple[Path, ...]
    ids: tuple[str, ...]
    problems: tuple[str, ...]
    remarks: tuple[str, ...]


def discover(paths: Iterable[Path]) -> Found:
    """The article files at and under `paths`, each once, in the order of their full names.

    Folders are searched with all folders in them for plain text (.txt, .text); hidden files and folders are
    left alone; files of other kinds are counted in `remarks`. A file that is named itself is taken whatever its
    ending, and `read` judges it. A path that does not exist and a folder without articles stand in `problems`, and
    the rest goes on.
    """
    files: dict[Path, Path] = {}
    problems: list[InputError] = []
    remarks: list[str] = []
    for path in sorted(paths, key=str):
        if path.is_dir():
            articles, others, refused = _walk(path)
            problems += refused
            if not articles and not refused:
                problems.append(_none_in(path, others))
            elif others:
                remarks.append(f"{path}: {_count(others)} left alone, not plain text")
            for file in articles:
                files.setdefault(file.resolve(), file)
        elif path.exists():
            files.setdefault(path.resolve(), path)
        else:
            problems.append(Unreadable(path, "there is no such file or folder", "check the name"))
    ordered = tuple(files[key] for key in sorted(files, key=lambda p: p.parts))
    return Found(ordered, _ids(ordered), tuple(map(str, problems)), tuple(remarks))


def _walk(folder: Path) -> tuple[list[Path], list[Path], list[InputError]]:
    articles: list[Path] = []
    others: list[Path] = []
    refused: list[InputError] = []

    def refuse(e: OSError) -> None:
        refused.append(Unreadable(e.filename, "the folder cannot be opened", "check who may read it"))

    for at, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(n for n in names if not n.startswith(".")):
            file = Path(at) / name
            (articles if file.suffix.lower() in PLAIN else others).append(file)
    return articles, others, refused


def _count(files: Sequence[Path]) -> str:
    return f"{len(files)} file{'s' * (len(files) != 1)}"


def _none_in(folder: Path, others: Sequence[Path]) -> NoArticles:
    wrong = f"no article in this folder ({_count(others)} of other kinds)" if others else "the folder is empty"
    return NoArticles(folder, wrong, f"put the articles there as {', '.join(sorted(PLAIN))}")


def _ids(files: Sequence[Path]) -> tuple[str, ...]:
    """One id a file, all different: the name without its ending; where two files share it, as much as tells them apart.

    >>> _ids([Path("a/tin.txt"), Path("b/tin.txt"), Path("b/bai.txt")])
    ('a/tin', 'b/tin', 'bai')
    """
    ids = [f.stem for f in files]
    depth = 1
    while clashing := {i for i, n in Counter(ids).items() if n > 1}:
        depth += 1
        for at, file in enumerate(files):
            if ids[at] in clashing:
                parts = file.resolve().with_suffix("").parts if depth < 40 else file.resolve().parts
                ids[at] = "/".join(parts[-depth:])
        if depth > 80:
            break
    return tuple(ids)
