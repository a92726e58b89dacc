"""Themes as people name them: by the name in the data, or by the label in either language."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportgen.errors import UnknownTheme
from reportgen.model import THEMES
from reportgen.render.templates import labels
from reportgen.vietnamese.fold import fold


def themes_called(names: Iterable[str], templates: Path | None = None) -> tuple[str, ...]:
    """The themes that `names` mean, each once, in their fixed order; UnknownTheme where one means none.

    >>> themes_called(["inspection", "đào tạo,  bồi dưỡng"])
    ('training', 'inspection')
    """
    known = {_plain(theme): theme for theme in THEMES}
    for lang in ("vi", "en"):
        known |= {_plain(label): theme for theme, label in labels(lang, templates)["themes"].items() if theme in THEMES}
    wanted = set()
    for name in names:
        if _plain(name) not in known:
            raise UnknownTheme(
                f"no theme is called {name!r}; there are {', '.join(THEMES)}, or their headings in a brief"
            )
        wanted.add(known[_plain(name)])
    return tuple(theme for theme in THEMES if theme in wanted)


def _plain(name: str) -> str:
    return " ".join(fold(name).split())
