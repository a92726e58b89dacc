"""What parts of a page are called in its source: patterns over class and id."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

from reportgen.errors import TableError


def _load() -> dict[str, re.Pattern[str]]:
    try:
        text = resources.files("reportgen.read.html").joinpath("classes.toml").read_text(encoding="utf-8")
        return {name: re.compile(pattern) for name, pattern in tomllib.loads(text).items()}
    except (OSError, tomllib.TOMLDecodeError, re.error) as e:
        raise TableError(f"reportgen.read.html/classes.toml: {e}") from e


_CLASSES = _load()
CAPTION, LEAD, AUTHOR, DATE, FURNITURE, SITE = (
    _CLASSES[name] for name in ("caption", "lead", "author", "date", "furniture", "site")
)
