"""Files and folders as a user names them, to the list of article files."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reportgen.errors import InputError, NoArticles, Unreadable
from reportgen.read.article import article_in
from reportgen.read.kinds import BESIDE, ENDINGS
from reportgen.read.own import is_correction, is_page, noted, written


class Found(NamedTuple):
    """What was found: the article files, an id for each, and lines on what was refused and on what was left alone."""

    files: tuple[Path, ...]
    ids: tuple[str, ...]
    problems: tuple[str, ...]
    remarks: tuple[str, ...]


def discover(paths: Iterable[Path]) -> Found:
    """The article files at and under `paths`, each once, in the order of their full names.

    Folders are searched with all folders in them for plain text, saved pages, Word files, Markdown and JSON articles.
    Hidden files and folders, what a build wrote, what stands beside articles (README, the pictures of a saved page) and
    other kinds are left alone and counted in `remarks`. A file that is named itself is taken whatever its ending, and
    `read` judges it. A path that does not exist and a folder without articles stand in `problems`, and the rest goes on.
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
                remarks.append(f"{path}: {_count(others)} left alone, no articles")
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

    wrote: dict[Path, frozenset[Path]] = {}
    for at, folders, names in os.walk(folder, onerror=refuse):
        here = Path(at)
        if (notes := noted(here)) is not None:
            wrote[here] = notes
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        pictures = [f for f in folders if _of_a_page(f, names)]
        others += [file for f in pictures for file in sorted((here / f).rglob("*")) if file.is_file()]
        folders[:] = [f for f in folders if f not in pictures]
        for name in sorted(n for n in names if not n.startswith(".")):
            file = here / name
            if is_correction(file):
                continue
            (articles if _is_article(file, wrote) else others).append(file)
    return articles, others, refused


def _of_a_page(folder: str, names: Sequence[str]) -> bool:
    """True for the folder in which a browser keeps what belongs to a saved page: "Bài.html" and "Bài_files"."""
    stem = folder.removesuffix("_files").removesuffix(".files")
    return stem != folder and any(f"{stem}{ending}" in names for ending in (".html", ".htm"))


def _is_article(file: Path, wrote: Mapping[Path, frozenset[Path]]) -> bool:
    """False for other kinds, for what stands beside articles, and for what a build wrote into one of the folders `wrote`."""
    form = ENDINGS.get(file.suffix.lower())
    if form is None or file.stem.lower() in BESIDE:
        return False
    if form == "json":
        try:
            return file.stat().st_size <= 20_000_000 and article_in(file.read_bytes()) is not None
        except OSError:
            return True  # `read` says what is wrong
    if any(file in notes or (is_page(file) and file.parent == folder) for folder, notes in wrote.items()):
        return False
    return form not in ("markdown", "word") or not written(file)


def _count(files: Sequence[Path]) -> str:
    return f"{len(files)} file{'s' * (len(files) != 1)}"


def _none_in(folder: Path, others: Sequence[Path]) -> NoArticles:
    wrong = f"no article in this folder ({_count(others)} of other kinds)" if others else "the folder is empty"
    return NoArticles(folder, wrong, f"put the articles there as {', '.join(ENDINGS)}")


def _ids(files: Sequence[Path]) -> tuple[str, ...]:
    """One id a file, all different: the name without its ending; where two files share it, as much as tells them apart.

    >>> _ids([Path("a/tin.txt"), Path("b/tin.txt"), Path("b/bai.txt"), Path("c/x.txt"), Path("c/x.html")])
    ('a/tin', 'b/tin', 'bai', 'x.txt', 'x.html')
    """
    same = Counter(f.resolve().with_suffix("") for f in files)
    paths = [p.with_suffix("") if same[p.with_suffix("")] == 1 else p for p in (f.resolve() for f in files)]
    ids = [p.name for p in paths]
    depth = 1
    while clashing := {i for i, n in Counter(ids).items() if n > 1}:
        depth += 1
        ids = ["/".join(p.parts[-depth:]) if i in clashing else i for p, i in zip(paths, ids, strict=True)]
        if depth > 200:
            break
    return tuple(ids)
