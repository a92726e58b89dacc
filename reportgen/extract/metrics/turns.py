"""Turns: the words at which a story leaves what it told of, for now or for another occasion."""

from __future__ import annotations

import re

from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "periods.toml")
_HIEN_AFTER = "".join(f"(?<!{word} )" for word in _TABLE["now"]["no_hien_after"])
NOW = re.compile(
    rf"(?<!\w)(?:{alternation(_TABLE['now']['words'])}"
    rf"|{_HIEN_AFTER}hiện(?![ ]{alternation(_TABLE['now']['no_hien_before'])}(?!\w)))(?!\w)"
)
"""Words of the present, "hiện" among them where it is no part of another word: "hiện toàn xã có", not "thực hiện"."""
TURN = re.compile(rf"[ ]*[“\"-]?[ ]*(?:trong[ ])?{alternation(_TABLE['turns']['words'])}(?!\w)")
"""What opens a sentence that tells of another occasion, or of what lies ahead."""
