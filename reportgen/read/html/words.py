"""What parts of a page are called in its source: patterns over class and id."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

from reportgen.errors import TableError


def _load() -> tuple[dict[str, frozenset[str]], dict[str, re.Pattern[str]]]:
    try:
        text = resources.files("reportgen.read.html").joinpath("classes.toml").read_text(encoding="utf-8")
        rows = tomllib.loads(text)
        elements = {name: frozenset(row) for name, row in rows.items() if isinstance(row, list)}
        return elements, {name: re.compile(row) for name, row in rows.items() if isinstance(row, str)}
    except (OSError, tomllib.TOMLDecodeError, re.error) as e:
        raise TableError(f"reportgen.read.html/classes.toml: {e}") from e


_ELEMENTS, _CLASSES = _load()
INLINE, SILENT = (_ELEMENTS[name] for name in ("inline", "silent"))
CAPTION, LEAD, AUTHOR, DATE, FURNITURE, SITE = (
    _CLASSES[name] for name in ("caption", "lead", "author", "date", "furniture", "site")
)
