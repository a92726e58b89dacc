"""A chart as a picture in a paragraph, with what it shows in words for who cannot see it."""

from __future__ import annotations

import io
from typing import Any

from docx.shared import Mm

from reportgen.render.charts import Chart
from reportgen.render.charts.drawing import draw

_WIDTH = Mm(120)


def put_chart(paragraph: Any, chart: Chart, room: int) -> None:
    """The picture of `chart` in `paragraph`, no wider than `room`, in EMU."""
    shape = paragraph.add_run().add_picture(io.BytesIO(draw(chart, "png")), width=min(_WIDTH, room))
    properties = shape._inline.docPr
    properties.set("name", chart.file.removesuffix(".svg"))
    properties.set("title", chart.caption)
    properties.set("descr", chart.words)
