"""General phrases: measures that announce without saying what was done."""

from __future__ import annotations

import re

from reportgen.model import Measure
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import starting
from reportgen.vietnamese.tables import table

_PHRASE = re.compile(rf"{starting(table('reportgen.brief', 'general.toml')['phrases'])}(?!\w)")


def is_general(measure: Measure) -> bool:
    """True where a measure only announces: "đã triển khai nhiều giải pháp đồng bộ", with no figure or document named."""
    return not re.search(r"\d", measure.text) and bool(_PHRASE.search(fold(measure.text)))
