"""Page furniture: lines of a page that are no part of the story, told by what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportgen.errors import TableError
from reportgen.parse.lines import Line
from reportgen.vietnamese.dates import find_dates
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.tables import table

_LINK_WORDS = 32  # a link's words are a headline: longer lines are story again
_TOLD_WORDS = 8  # a sentence of more words is story, whatever it begins with
_LONGEST = 80  # a longer line is story even where its last sentence does not stop ("… Theo TTXVN")
_MOST = 0.6  # so much of the story must be over before a foot is believed


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of furniture. `list` opens a list of links, `foot` ends the page, `sentences` may be whole sentences."""

    name: str
    pattern: re.Pattern[str]
    list: bool = False
    foot: bool = False
    sentences: bool = False


def _pattern(line: str) -> str:
    parts = {"*": ".*", "#": r"\d[\d.,]*", " ": r"\s+"}
    return (
        "".join(parts.get(c) or re.escape(c) for c in fold(line))
        .replace(r".*\s+", r".*\s*")
        .replace(r"\s+.*", r"\s*.*")
    )


def _flags(row: dict[str, Any]) -> dict[str, bool]:
    return {flag: bool(row[flag]) for flag in ("list", "foot", "sentences") if flag in row}


def _load() -> tuple[Kind, ...]:
    kinds: list[Kind] = []
    try:
        rows: list[dict[str, Any]] = table("reportgen.parse", "furniture.toml")["kind"]
        for row in rows:
            pattern = re.compile("|".join(f"(?:{_pattern(line)})" for line in row["lines"]), re.DOTALL)
            kinds.append(Kind(row["name"], pattern, **_flags(row)))
    except KeyError as e:
        raise TableError(f"furniture.toml: a kind without {e}") from e
    return tuple(kinds)


KINDS = _load()

_EDGES = " .:;,|-–—_*•●·»«<>/\\[]()…"
_TAGS = re.compile(r"[^\s,;][^,;]*(?:[,;](?=\S)[^,;]+){3,}")
_CRUMB = re.compile(r"\s*[>»›→]\s*|\s+[/|]\s+")
_DATED_END = re.compile(r"[(\[][^()\[\]]*[)\]]$")


def furniture(line: Line) -> Kind | None:
    """The kind of furniture that `line` is, None where it may be story."""
    if not any(c.isalnum() for c in line.words):
        return _ORNAMENT
    bare = line.folded.strip(_EDGES)
    told = line.count > (_TOLD_WORDS if line.stopped else _LONGEST)
    for kind in KINDS:
        if (kind.sentences or not told) and (kind.pattern.fullmatch(line.folded) or kind.pattern.fullmatch(bare)):
            return kind
    if _is_tags(line):
        return _KEYWORDS
    if _is_dated_link(line):
        return _LINKS
    return _CRUMBS if _is_crumbs(line) else None


_ORNAMENT = Kind("ornament", re.compile(""))
_KEYWORDS = Kind("keywords", re.compile(""))
_LINKS = Kind("links to other stories", re.compile(""), list=True)
_CRUMBS = Kind("breadcrumbs", re.compile(""))


def _is_crumbs(line: Line) -> bool:
    """ "Trang chủ > Xã hội > Giáo dục": a way through the paper that begins at a section of it."""
    first, *rest = _CRUMB.split(line.folded)
    return bool(rest) and line.count <= 20 and any(kind.pattern.fullmatch(first.strip(_EDGES)) for kind in KINDS)


def _is_tags(line: Line) -> bool:
    """ "Đảng bộ,Chi bộ,Nghị quyết,Nông thôn mới": commas without blanks, a few words each, no sentence."""
    return (
        _TAGS.fullmatch(line.words) is not None
        and not line.stopped
        and all(len(tag.split()) <= 9 for tag in re.split("[,;]", line.words))
    )


def _is_dated_link(line: Line) -> bool:
    """ "Hội nghị giao ban tháng 6 (08/08/2019)": the headline of another story with its date."""
    end = _DATED_END.search(line.words)
    if end is None or line.count > _LINK_WORDS or end.start() == 0:
        return False
    dates = find_dates(line.words, end.start())
    inside = end[0].strip("()[] ")
    return (
        len(dates) == 1
        and dates[0].day is not None
        and dates[0].year is not None
        and (len(inside) - len(dates[0].span) <= 8 and not dates[0].span.of(line.words).lower().startswith("ngày"))
    )


def story_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` without the furniture among them."""
    total = sum(len(line.words) for line in lines) or 1
    kept: list[Line] = []
    past, in_links = 0, False
    for at, line in enumerate(lines):
        kind = furniture(line)
        if kind is not None:
            if kind.foot and past > _MOST * total:
                break
            in_links = kind.list or (in_links and not kind.foot)
        elif in_links and _may_be_link(line) and _no_headline(lines, at):
            pass
        else:
            in_links = False
            kept.append(line)
        past += len(line.words)
    return tuple(kept)


def _may_be_link(line: Line) -> bool:
    return line.count <= _LINK_WORDS and not line.stopped and not line.words.endswith(":")


def _no_headline(lines: Sequence[Line], at: int) -> bool:
    """False where the line is printed again further on, as a page prints its headline but not its links."""
    words = lines[at].folded
    return not any(words == other.folded for other in lines[at + 1 : at + 12])
