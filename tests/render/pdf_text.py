"""Reads the text of a PDF with size, font and place, from its content streams: what is asserted is what is printed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

MM = 72 / 25.4


@dataclass(frozen=True)
class Run:
    """Words that stand together; lengths in mm from the top left corner of the page, size in pt."""

    page: int
    words: str
    font: str
    size: float
    left: float
    right: float
    top: float  # of the baseline

    @property
    def bold(self) -> bool:
        return "Bold" in self.font

    @property
    def italic(self) -> bool:
        return "Italic" in self.font


def runs(data: bytes) -> list[Run]:
    """All runs of text, page by page, in the order in which they are painted."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [run for number, page in enumerate(pdf.pages, start=1) for run in _of_page(number, page)]


def text(data: bytes) -> str:
    """The words of the whole PDF, each run on a line of its own."""
    return "\n".join(run.words for run in runs(data))


def _of_page(number: int, page: pikepdf.Page) -> Iterator[Run]:
    height = float(page.mediabox[3])
    fonts = {name: _Font(font) for name, font in page.Resources.get("/Font", {}).items()}
    matrix, stack = pikepdf.Matrix(), []
    font, size, place = None, 0.0, pikepdf.Matrix()
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                stack.append(matrix)
            case "Q":
                matrix = stack.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            case "BT":
                place = pikepdf.Matrix()
            case "Tm":
                place = pikepdf.Matrix(*map(float, operands))
            case "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            case "TJ" | "Tj" if font:
                parts = operands[0] if str(operator) == "TJ" else [operands[0]]
                words, width = font.read(parts)
                at = place @ matrix
                scale = abs(at.a)
                left, right = at.e, at.e + width * size * scale
                if words.strip():
                    top = (height - at.f) / MM
                    yield Run(number, words, font.name, round(size * scale, 2), left / MM, right / MM, top)


class _Font:
    """A font of WeasyPrint's: two bytes a glyph, with ToUnicode and widths."""

    def __init__(self, font: Any) -> None:
        self.name = str(font.BaseFont)
        table = font.ToUnicode.read_bytes().decode("ascii")
        self._letters = {
            int(glyph, 16): bytes.fromhex(letters).decode("utf-16-be")
            for glyph, letters in re.findall(r"<([0-9a-f]+)> <([0-9a-f]+)>", table.split("beginbfchar", 1)[1])
        }
        self._widths: dict[int, float] = {}
        row = list(font.DescendantFonts[0].W)
        for first, widths in zip(row[::2], row[1::2], strict=True):
            self._widths |= {int(first) + k: float(width) for k, width in enumerate(widths)}

    def read(self, parts: Any) -> tuple[str, float]:
        words, width = "", 0.0
        for part in parts:
            if isinstance(part, pikepdf.String):
                codes = bytes(part)
                for glyph in (int.from_bytes(codes[k : k + 2]) for k in range(0, len(codes), 2)):
                    words += self._letters[glyph]
                    width += self._widths.get(glyph, 1000) / 1000
            else:
                width -= float(part) / 1000
        return words, width
