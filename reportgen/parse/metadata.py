"""Metadata written above a text as fields: the front matter of Markdown files, headers of saved pages.

front matter = "---", {key ":" value}, "---"        header = {key "=" value}
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.parse.lines import Line, line_at
from reportgen.text import Span

_FIELD = re.compile(r"(?P<key>[a-zA-Z][\w-]{1,20})\s?(?P<sign>[:=])(?:\s+(?P<value>.*))?")
_RULE = re.compile(r"-{3,}")
_MOST = 30


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields that matter, None where they are not given."""

    title: Line | None = None
    date: Line | None = None
    address: Line | None = None


def metadata(lines: Sequence[Line]) -> tuple[Metadata, tuple[Line, ...]]:
    """The metadata above the text, and the lines without it.

    >>> from reportgen.parse.lines import lines
    >>> found, rest = metadata(lines("---\\ntitle: Làm đường ở Tân An\\ndate: 2025-07-01\\n---\\nXã họp bàn."))
    >>> found.title.words, found.date.words, [line.words for line in rest]
    ('Làm đường ở Tân An', '2025-07-01', ['Xã họp bàn.'])
    """
    fenced = bool(lines) and _RULE.fullmatch(lines[0].words) is not None
    fields: dict[str, Line] = {}
    for i, line in enumerate(lines[:_MOST]):
        if fenced and i and _RULE.fullmatch(line.words):
            return Metadata(fields.get("title"), fields.get("date"), fields.get("url")), tuple(lines[i + 1 :])
        field = _FIELD.fullmatch(line.words)
        if field and field["value"] and (fenced or field["sign"] == "="):
            value = line_at(line.words, Span(*field.span("value")), line.span.start)
            fields[field["key"].lower()] = line_at(
                value.words.strip("\"'"), Span(0, len(value.words)), value.span.start
            )
        elif not fenced:
            return Metadata(fields.get("title"), fields.get("date"), fields.get("url")), tuple(lines[i:])
    return Metadata(), tuple(lines)
