"""A chart as a picture: SVG for the page, the PDF and the site, PNG for Word. Drawn by Matplotlib, which is an optional extra.

The letters are outlines of DejaVu Serif, which comes with Matplotlib and has all of Vietnamese, so that a picture looks the same
and has the same bytes whatever fonts a machine has. One dark grey on white: it prints and copies as it is.
"""

from __future__ import annotations

import io
import logging
import textwrap
from functools import lru_cache
from pathlib import Path
from typing import Literal

from reportgen.errors import SetupError
from reportgen.render.charts import HOW_TO_GET_THEM, Chart

_WIDTH, _HEIGHT = 120 / 25.4, 44 / 25.4  # inches
_DOTS = 300  # an inch, in PNG
_INK = "#3f4a57"
_MANY = 9  # columns from which letters are smaller
_FEWEST = 4  # columns of this width that the picture has room for, at least
_LINE = 14  # characters of a long period's name on a line
_LETTER = 2.1  # millimetres of a letter of a locality's name, on the safe side
_BELOW = 16  # points from the axis down to the names of groups
_HIGHER = 14 / 25.4  # inches that names under the periods need


@lru_cache(maxsize=64)
def draw(chart: Chart, form: Literal["svg", "png"]) -> bytes:
    """The picture of `chart`, always the same bytes; SetupError where Matplotlib does not load."""
    try:
        logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it would tell of its font cache
        import matplotlib
        from matplotlib.figure import Figure
        from matplotlib.font_manager import FontProperties
    except ImportError as e:
        raise SetupError(f"Matplotlib does not load ({e}); {HOW_TO_GET_THEM}") from e
    font = FontProperties(fname=Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSerif.ttf")
    font.set_size(9 if len(chart.columns) < _MANY else 8)
    with matplotlib.rc_context():
        matplotlib.rcdefaults()  # whatever the user's own settings are
        matplotlib.rcParams.update(
            {"svg.hashsalt": "reportgen", "svg.fonttype": "path", "text.parse_math": False, "axes.linewidth": 0.8}
        )
        height = _HEIGHT + (_HIGHER if chart.groups else 0)
        figure = Figure(figsize=(_WIDTH, height), layout="constrained")
        axes = figure.add_subplot()
        places = [column.at for column in chart.columns]
        heights = [float(column.value) for column in chart.columns]
        bars = axes.bar(places, heights, width=0.62, color=_INK)
        axes.bar_label(bars, [column.figure for column in chart.columns], padding=2, fontproperties=font)
        around = max(0.9, (_FEWEST - places[-1]) / 2)
        axes.set_xlim(-around, places[-1] + around)
        room = _WIDTH * 25.4 / (places[-1] + 2 * around)  # of a column, in millimetres
        periods = [textwrap.fill(column.period, _LINE) for column in chart.columns]
        axes.set_xticks(places, periods, fontproperties=font)
        deep = _BELOW + max(period.count("\n") for period in periods) * font.get_size() * 1.3
        for group in chart.groups:
            axes.annotate(
                textwrap.fill(group.name, max(_LINE // 2, int((group.columns + 1) * room / _LETTER))),
                (group.at, 0),
                xytext=(0, -deep),
                xycoords=("data", "axes fraction"),
                textcoords="offset points",
                ha="center",
                va="top",
                fontproperties=font,
            )
        lines = 1 + max(column.figure.count("\n") for column in chart.columns)
        axes.set_ylim(0, max(heights) * (1.05 + 0.15 * lines) or 1)
        axes.set_yticks([])
        axes.tick_params(length=0)
        axes.spines[["left", "top", "right"]].set_visible(False)
        out = io.BytesIO()
        if form == "svg":
            nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
            figure.savefig(out, format="svg", metadata={"Title": chart.words, **nothing})
        else:
            figure.savefig(out, format="png", dpi=_DOTS, metadata={"Software": None})
    return out.getvalue()
