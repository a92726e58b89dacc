"""brief: Extractions to Briefs, one per locality (grouping, merging, order, summary)."""

from __future__ import annotations

from reportgen.brief.assemble import brief

__all__ = ["brief"]
