"""brief: Extractions to Briefs, one per locality (grouping, merging, order, summary)."""

from __future__ import annotations

from reportgen.brief.assemble import brief
from reportgen.brief.choice import choose
from reportgen.brief.compare import MOST, compare
from reportgen.brief.documents import documents
from reportgen.brief.home import Level
from reportgen.brief.left_out import left_out
from reportgen.brief.reprints import Reprint, reprints
from reportgen.brief.today import today

__all__ = ["MOST", "Level", "Reprint", "brief", "choose", "compare", "documents", "left_out", "reprints", "today"]
