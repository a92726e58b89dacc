"""correct: what people found wrong is put right at every build, for as long as the words that they quoted stand in an article."""

from __future__ import annotations

from reportgen.correct.apply import Checked, Outcome, correct
from reportgen.correct.entry import entries
from reportgen.correct.read import corrections_in

__all__ = ["Checked", "Outcome", "correct", "corrections_in", "entries"]
