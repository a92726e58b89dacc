"""A plain baseline for measures: every sentence with one of ten common verbs. What the rules add is what they score above it."""

from __future__ import annotations

import re
from typing import Any

from reportgen.model import Extraction
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation

VERBS = (
    "ban hành",
    "chỉ đạo",
    "tổ chức",
    "triển khai",
    "thực hiện",
    "tập trung",
    "phân công",
    "xây dựng",
    "kiểm tra",
    "đẩy mạnh",
)
_VERB = re.compile(rf"(?<!\w){alternation(VERBS)}(?!\w)")
_TOLD = {"lead", "paragraph", "quote"}


def ten_verbs(extraction: Extraction) -> list[dict[str, Any]]:
    """The sentences of the story with one of `VERBS`, in the form that measures have in JSON Lines."""
    article = extraction.article
    folded = fold(article.text.string)
    return [
        {"span": list(article.origin(sentence))}
        for block in article.blocks
        if block.kind in _TOLD
        for sentence in block.sentences
        if _VERB.search(folded, sentence.start, sentence.end)
    ]
