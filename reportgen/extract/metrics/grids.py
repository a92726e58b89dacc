"""Tables: a cell with a number is a figure, its row's and its column's heads say of what, in what unit and when.

table = [ caption ] , { head row } , { row } ;
row   = { row head | unit | number } ;       the unit in a column of its own ("ĐVT"), in the column's head ("Thu (triệu đồng)"),
                                              in the caption ("Đơn vị tính: ha") or in the cell itself ("85%")

A row that is headed by a unit of the scope gives that unit's figures; the others are the principal unit's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.extract.metrics.periods import find_periods, lies_ahead
from reportgen.extract.metrics.phrases import clipped, squeezed
from reportgen.extract.metrics.units import read_unit
from reportgen.extract.scope import Scope
from reportgen.model import Article, Cell, Metric, Table, Unit
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.numbers import DIGITS, read_number
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "grid.toml")
_SKIPPED, _UNITS = frozenset(_TABLE["skipped"]["words"]), frozenset(_TABLE["units"]["words"])
_PLAIN = frozenset(_TABLE["plain"]["words"])
_TARGET = re.compile(rf"{starting(_TABLE['targets']['words'])}(?!\w)")
_REACHED = re.compile(rf"(?<!\w)(?:{alternation(_TABLE['reached']['words'])})(?!\w)|%")
_NUMBER = re.compile(rf"(?P<number>{DIGITS})(?:[ ]?/[ ]?(?P<of>{DIGITS}))?(?P<rest>(?:[ ]?%|[ ]?[^\W\d][^\d]*)?)")
_YEAR = re.compile(r"(?<![\d/.,-])(?:19[4-9]\d|20[0-4]\d)(?![\d/.,-])")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_UNIT_OF_ALL = re.compile(r"(?:đơn vị tính|đvt|đơn vị)[ ]?:[ ]?(?P<unit>[^;.()]+)")


@dataclass(frozen=True, slots=True)
class _Measured:
    """A unit as a table writes it: `factor` is what its words multiply by ("triệu đồng")."""

    name: str
    factor: Decimal


def find_in_tables(article: Article, scope: Scope) -> Iterator[Metric]:
    """The figures of the article's tables, row by row."""
    for grid in article.tables:
        yield from _in_table(article, scope, grid)


def _in_table(article: Article, scope: Scope, grid: Table) -> Iterator[Metric]:
    heads = _head_rows(article, grid)
    caption = article.words(grid.caption) if grid.caption else ""
    common = _UNIT_OF_ALL.search(fold(caption))
    columns = [_column(article, grid.rows[:heads], i) for i in range(len(grid.rows[0]))]
    for row in grid.rows[heads:]:
        words = [squeezed(article.words(cell.span)) if len(cell.span) else "" for cell in row]
        label, own_unit = _row_head(row, words, columns), _row_unit(words, columns)
        seen = set()
        for cell, said, column in zip(row, words, columns, strict=True):
            m = _NUMBER.fullmatch(fold(said))
            if not m or cell.span in seen or _is_skipped(column) or not (label or column):
                continue
            seen.add(cell.span)
            unit = _unit_in(column) or own_unit or (_measured(common["unit"]) if common else None)
            yield from _metric(article, scope, cell, m, label, column, caption, unit)


def _metric(
    article: Article,
    scope: Scope,
    cell: Cell,
    m: re.Match[str],
    label: str,
    column: str,
    caption: str,
    unit: _Measured | None,
) -> Iterator[Metric]:
    number = read_number(m["number"], 0)
    assert number is not None
    unit = (_measured(m["rest"]) if m["rest"].strip() else None) or unit
    of = read_number(m["of"], 0) if m["of"] else None
    place = _place(scope, label)
    period = _period(column, article) or _period(label, article) or _period(caption, article)
    over = _bare(column, article)
    if not place and label and (fold(over) in _PLAIN or fold(over) in _UNITS):
        over = ""  # "Kế hoạch", "Thực hiện": `target` says so
    parts = [over] if place else [_bare(label, article), over[:1].lower() + over[1:] if over[1:2].islower() else over]
    indicator = clipped(", ".join(p for p in parts if p))
    if unit is None and of is None:
        return  # a number of nobody knows what
    factor = unit.factor if unit else Decimal(1)
    yield Metric(
        span=cell.span,
        value=number.value * factor,
        to=None,
        of=of.value * factor if of else None,
        unit=unit.name if unit else None,
        bound=None,
        change=None,
        target=_aimed(column) or lies_ahead(period, article.published),
        indicator=indicator or None,
        period=period,
        baseline=None,
        locality=place or scope.principal,
    )


def _head_rows(article: Article, grid: Table) -> int:
    """How many rows at the top are heads: those that the file marks so, else the first."""
    marked = 0
    for row in grid.rows:
        if not all(cell.head or not article.words(cell.span).strip() for cell in row if len(cell.span)):
            break
        marked += 1
    return min(marked or 1, len(grid.rows) - 1) if len(grid.rows) > 1 else 0


def _column(article: Article, heads: Sequence[Sequence[Cell]], i: int) -> str:
    """The words over a column, from the top down, each cell once."""
    found: list[str] = []
    for row in heads:
        words = " ".join(article.words(row[i].span).split()) if len(row[i].span) else ""
        if words and words not in found:
            found.append(words)
    return " ".join(found)


def _row_head(row: Sequence[Cell], words: Sequence[str], columns: Sequence[str]) -> str:
    """The words that head a row: its cells before the first number, without numbering and units."""
    found: list[str] = []
    for cell, said, column in zip(row, words, columns, strict=True):
        if fold(column) in _UNITS or _is_skipped(column) or said in found:
            continue
        if _NUMBER.fullmatch(fold(said)) and not cell.head:
            break
        if any(c.isalpha() for c in said):
            found.append(said)
    return ", ".join(found)


def _row_unit(words: Sequence[str], columns: Sequence[str]) -> _Measured | None:
    said = next((w for w, c in zip(words, columns, strict=True) if fold(squeezed(c)) in _UNITS and w), None)
    return _measured(said) if said else None


def _is_skipped(column: str) -> bool:
    return fold(squeezed(column)) in _SKIPPED


def _unit_in(column: str) -> _Measured | None:
    """The unit in a column's head: in brackets, or its counted noun ("Số hộ")."""
    for m in _IN_BRACKETS.finditer(column):
        if found := _measured(m[1]):
            return found
    if "%" in column:
        return _Measured("%", Decimal(1))
    noun = re.match(r"(?:tổng )?số (?:lượng )?(?P<noun>.+)", fold(column))
    return _measured(noun["noun"]) if noun else None


def _measured(words: str) -> _Measured | None:
    """The unit that words write: "triệu đồng" is a million đồng; None where they are none.

    >>> _measured("triệu đồng").factor, _measured("1.000 đồng").factor, _measured("ha").name, _measured("Ghi chú")
    (Decimal('1000000'), Decimal('1000'), 'ha', None)
    """
    said = fold(squeezed(words.replace("ĐVT:", "").replace("đvt:", "")))
    said = said if said[:1].isdecimal() else f"1 {said}"
    number = read_number(said, 0)
    if number is None:
        return None
    unit = read_unit(said, said, number.span.end, len(said), scaled=1)
    if unit.kind not in {"measure", "counted"} or unit.name is None or unit.end < len(said):
        return None
    return _Measured(unit.name, number.value)


def _period(words: str, article: Article) -> str | None:
    folded = fold(words)
    found = list(find_periods(folded, 0, len(folded), article.published))
    years = _YEAR.findall(folded)
    return found[0].edtf if len(found) == 1 else years[0] if not found and len(years) == 1 else None


def _bare(words: str, article: Article) -> str:
    """A head without its unit and period."""
    bare = _IN_BRACKETS.sub(" ", words)
    folded = fold(bare)
    for period in reversed(list(find_periods(folded, 0, len(folded), article.published))):
        bare = bare[: period.span.start] + " " + bare[period.span.end :]
    return squeezed(re.sub(r"(?i)\bnăm\s*$", "", _YEAR.sub(" ", bare)).replace("%", " "))


def _aimed(column: str) -> bool:
    folded = fold(column)
    return bool(_TARGET.search(folded)) and not _REACHED.search(folded)


def _place(scope: Scope, label: str) -> Unit | None:
    """The unit of the story that a row is headed by, None where it is none."""
    said = fold(label)
    known = {unit.path: unit for unit in scope.units if unit and said in {fold(unit.label), fold(unit.name)}}
    return next(iter(known.values())) if len(known) == 1 else None
