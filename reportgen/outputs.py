"""outputs: files as they were rendered, to the output folder and into its ledger; what nothing makes any more is taken away."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePosixPath

from reportgen.render.ledger import Ledger
from reportgen.writing import Output

Outputs = list[tuple[PurePosixPath, str, bytes | None]]
"""Files below the output folder, with their stamps; no bytes where the file that is there was made from the same."""


def put(outputs: Outputs, output: Output, ledger: Ledger) -> None:
    """Writes `outputs`, and notes what they were made from."""
    for relative, made_from, data in outputs:
        if data is None:
            output.written.append(output.folder / relative)
        else:
            output.put(relative, data)
            ledger.note(relative, made_from, data)


def put_instead(stem: PurePosixPath, outputs: Outputs, output: Output, ledger: Ledger) -> None:
    """The same for all files whose names are `stem`, a point and an ending: others of an earlier build are taken away, unless somebody
    edited them."""
    put(outputs, output, ledger)
    left = ledger.left(stem, {relative for relative, _, _ in outputs})
    output.clear(output.folder / relative for relative in left if ledger.stamp(relative))
    if not output.check:
        ledger.forget(left)


def drop_charts(stem: PurePosixPath, made: Collection[PurePosixPath], ledger: Ledger) -> None:
    """Takes away the charts of a brief that its Markdown names no more."""
    for chart in ledger.left(stem, made):
        if chart.suffix == ".svg":
            ledger.drop(chart)
