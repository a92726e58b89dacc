"""Charts of a comparison: one indicator of several localities, the columns of each together, in the order of the table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reportgen.model import ComparedFigure, Comparison, FigureRow, MetricRow
from reportgen.render import format as form
from reportgen.render.charts import LONGEST_NAME, MOST, Chart, Column, Group, figures_above, numbered
from reportgen.render.escape import plain
from reportgen.render.figures import name_of
from reportgen.render.paths import slug


def compared_charts(
    comparison: Comparison, names: Sequence[str], stem: str, lang: str, words: Mapping[str, Any]
) -> dict[FigureRow, Chart]:
    """The charts of a comparison whose file is called `stem`, for each row with plain figures of two localities or more.

    `names` are those of its columns, `words` the labels.
    """
    taken: set[str] = set()
    made = {}
    for row in comparison.figures:
        drawn = drawable(row)
        if sum(map(bool, drawn)) < 2:
            continue
        name = next(n for n in numbered(slug(row.indicator)[:LONGEST_NAME].strip("-")) if n not in taken)
        taken.add(name)
        made[row] = _chart(len(taken), f"{stem}.{name}.svg", row, drawn, names, lang, words["figures"])
    return made


def drawable(row: FigureRow) -> list[list[MetricRow]]:
    """For each locality the figures that columns can show: no rise, target, range or dispute, and no more than there is room for.

    Of what is too much the latest stay, alike many of each locality.
    """
    plain_ones = [[f.row for f in cell if _is_plain(f)] for cell in row.cells]
    most = max(map(len, plain_ones), default=0)
    while most > 1 and sum(min(most, len(cell)) for cell in plain_ones) > MOST:
        most -= 1
    return [cell[-most:] if most else [] for cell in plain_ones]


def _is_plain(figure: ComparedFigure) -> bool:
    m = figure.row.metric
    return not (figure.disputed or m.change or m.target) and m.to is None and m.value >= 0


def _chart(
    number: int,
    file: str,
    row: FigureRow,
    drawn: Sequence[Sequence[MetricRow]],
    names: Sequence[str],
    lang: str,
    words: Mapping[str, str],
) -> Chart:
    metrics = [r.metric for cell in drawn for r in cell]
    unit, above = figures_above(metrics, row.unit or metrics[0].unit, lang, words)
    columns: list[Column] = []
    groups: list[Group] = []
    said: list[str] = []
    at = 0
    for name, cell in zip(names, drawn, strict=True):
        if not cell:
            continue
        for r in cell:
            period = r.metric.period or ""
            under = period if re.fullmatch(r"\d{4}", period) else form.period(period, lang, words)
            columns.append(Column(at, r.metric.value, under, above[len(columns)]))
            at += 1
        groups.append(Group(plain(name), at - (len(cell) + 1) / 2, len(cell)))
        at += 1  # a gap of one column
        figures = "; ".join(
            f"{form.period(r.metric.period, lang, words)} {form.figure(r.metric, lang, words)}" for r in cell
        )
        said.append(f"{name}: {figures}")
    indicator = name_of(row.indicator, row.unit, None)
    return Chart(
        number=number,
        file=file,
        caption=plain(f"{indicator} ({unit})" if unit else indicator),
        words=plain(f"{indicator}. {'. '.join(said)}"),
        columns=tuple(columns),
        marks=tuple(sorted({mark for cell in drawn for r in cell for mark in r.marks})),
        groups=tuple(groups),
    )
