"""Where the pages of a site stand, and the way from one to another."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from pathlib import PurePosixPath

from reportgen.model import Unit
from reportgen.proof import SITE_PAGES

DOCS = PurePosixPath(SITE_PAGES)
"""The folder of the pages, below that of `mkdocs.yml`."""

_WHOLE = "toan-tinh.md"
"""The brief of a province itself; its index is another page."""


def pages(stems: Mapping[Unit, PurePosixPath]) -> dict[Unit, PurePosixPath]:
    """For each unit the page of its brief below DOCS: "lang-son/chi-lang.md" for the stem "lang-son/chi-lang/chi-lang".

    >>> from reportgen.model import Place
    >>> province, district = Place("tỉnh", "Lạng Sơn"), Place("huyện", "Chi Lăng")
    >>> stem = PurePosixPath("lang-son/chi-lang/chi-lang")
    >>> list(pages({Unit((province, district)): stem, Unit((province,)): PurePosixPath("lang-son/lang-son")}).values())
    [PurePosixPath('lang-son/chi-lang.md'), PurePosixPath('lang-son/toan-tinh.md')]
    """
    return {
        unit: stem.parent.with_name(f"{stem.name}.md") if len(unit.path) > 1 else stem.with_name(_WHOLE)
        for unit, stem in stems.items()
    }


def way(here: PurePosixPath, there: PurePosixPath) -> str:
    """The relative link from one page to another.

    >>> way(PurePosixPath("lang-son/chi-lang.md"), PurePosixPath("documents.md"))
    '../documents.md'
    """
    return posixpath.relpath(str(there), str(here.parent))
