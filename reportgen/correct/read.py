"""Corrections from TOML files: `corrections/*.toml` in a folder of articles.

    [[correction]]
    do = "edit"                       # reject, edit, add, merge, comment
    kind = "metric"                   # measure, metric, directive
    article = "van-ho-2023"           # its id: the file's name without ending
    before = "năm 2021 đã kết nạp "
    words = "187 đảng viên"
    after = ", vượt chỉ tiêu"
    set = { period = "2021", indicator = "kết nạp" }
    by = "Nguyễn Văn An"
    when = 2026-03-04
    why = "Năm ở câu trước"

A merge names the other fact: `with = { article = …, before = …, words = …, after = … }`.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

from reportgen.correct.fields import FIELDS, checked
from reportgen.errors import CorrectionError
from reportgen.model import Anchor, Correction, Doing, FactKind

_KEYS = {"do", "kind", "article", "before", "words", "after", "set", "with", "by", "when", "why"}
_ANCHOR = {"article", "before", "words", "after"}


def corrections_in(folders: Iterable[Path]) -> tuple[list[Correction], list[str]]:
    """The entries of all `*.toml` in `folders`, by file name and place, and a line for each that does not read."""
    found: list[Correction] = []
    problems: list[str] = []
    for path in sorted({p for folder in folders for p in folder.glob("*.toml")}):
        try:
            entries = tomllib.loads(path.read_text(encoding="utf-8")).get("correction", [])
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
            problems.append(f"{path}: not readable as TOML ({e}); mend it, the other files go on")
            continue
        if not isinstance(entries, list) or not entries:
            problems.append(f"{path}: no corrections in it; each begins with [[correction]]")
            continue
        for number, entry in enumerate(entries, start=1):
            try:
                found.append(_correction(f"{path}, entry {number}", entry))
            except CorrectionError as e:
                problems.append(f"{path}, entry {number}: {e}")
    return found, problems


def _correction(where: str, entry: Mapping[str, Any]) -> Correction:
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise CorrectionError(f"there is no {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}")
    do: Doing = entry.get("do")  # type: ignore[assignment]
    kind: FactKind = entry.get("kind")  # type: ignore[assignment]
    if do not in get_args(Doing):
        raise CorrectionError(f"do is {do!r}; choose from {', '.join(get_args(Doing))}")
    if kind not in get_args(FactKind):
        raise CorrectionError(f"kind is {kind!r}; choose from {', '.join(get_args(FactKind))}")
    by, when, why = entry.get("by"), entry.get("when"), entry.get("why")
    if not (isinstance(by, str) and by.strip() and isinstance(why, str) and why.strip()):
        raise CorrectionError("by and why must say who corrects it and for what reason")
    if not isinstance(when, dt.date):
        raise CorrectionError("when must be a day, as 2026-01-31")
    day = when.date() if isinstance(when, dt.datetime) else when
    changes = entry.get("set", {})
    if not isinstance(changes, Mapping):
        raise CorrectionError('set must be fields with their values: set = { period = "2021" }')
    if do in {"edit", "add"} and not changes:
        raise CorrectionError(f"set is missing; a {kind} has {', '.join(FIELDS[kind])}")
    if do not in {"edit", "add"} and changes:
        raise CorrectionError(f"set has no meaning for {do}")
    if (do == "merge") != ("with" in entry):
        raise CorrectionError("with names the other fact of a merge, and only of a merge")
    other = _anchor(entry["with"]) if do == "merge" else None
    made = tuple(checked(kind, name, value) for name, value in changes.items())
    return Correction(where, do, kind, _anchor(entry), made, other, by.strip(), day, why.strip())


def _anchor(entry: object) -> Anchor:
    if not isinstance(entry, Mapping):
        raise CorrectionError("with must be { article = …, words = … }")
    said = {key: entry.get(key, "") for key in _ANCHOR}
    if not all(isinstance(value, str) for value in said.values()):
        raise CorrectionError("article, before, words and after are texts in quotation marks")
    if not (said["article"].strip() and said["words"].strip()):
        raise CorrectionError("article and words must say which words of which article are meant")
    return Anchor(**said)
