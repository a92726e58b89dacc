"""explain: an article with its facts, each at its words: in the terminal, and as one page of HTML."""

from __future__ import annotations

from reportgen.render.explain.page import explain_page
from reportgen.render.explain.terminal import explain_lines

__all__ = ["explain_lines", "explain_page"]
