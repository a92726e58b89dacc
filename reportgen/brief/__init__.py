"""brief: Extractions to Briefs, one per locality (grouping, merging, order, summary)."""

from __future__ import annotations

from reportgen.brief.assemble import brief
from reportgen.brief.choice import choose
from reportgen.brief.compare import compare
from reportgen.brief.documents import documents
from reportgen.brief.home import Level
from reportgen.brief.reprints import Reprint, reprints
from reportgen.brief.today import today
from reportgen.brief.unplaced import unplaced

__all__ = ["Level", "Reprint", "brief", "choose", "compare", "documents", "reprints", "today", "unplaced"]
