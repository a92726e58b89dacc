"""Stamps: what a rendered file was made from, so that what has not changed need not be rendered again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from reportgen.render.charts import Pictures
from reportgen.render.office import PLAIN, Layout
from reportgen.render.templates import folders

_LIBRARIES = {"md": (), "evidence.json": (), "svg": (), "docx": ("python-docx",), "pdf": ("weasyprint",)}


def stamp(
    markdown: str,
    form: str,
    lang: str,
    templates: Path | None,
    layout: Layout = PLAIN,
    charts: Pictures = (),
    evidence: bytes = b"",
) -> str:
    """The hash of all that a file of this format is made from: the Markdown, its charts and evidence, the templates, the layout, the
    renderer, its libraries.

    The machine's fonts are not in it: after a change of fonts a build is asked to render afresh.
    """
    parts = [markdown, form, lang, _renderer(form), _templates(templates), hashlib.sha256(evidence).hexdigest()]
    if form in {"docx", "pdf"}:
        parts.append(repr(layout))
    if charts:
        parts += [repr(charts), version("matplotlib")]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _renderer(form: str) -> str:
    """The hash of the source of `render` and `proof`, and the versions of the libraries that the format needs."""
    package = Path(__file__).parent
    folders = package, package.parent / "proof"
    source = b"".join(path.read_bytes() for folder in folders for path in sorted(folder.rglob("*.py")))
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES[form]]
    return " ".join([hashlib.sha256(source).hexdigest(), *libraries])


@cache
def _templates(own: Path | None) -> str:
    """The hash of the templates, the shipped ones and the user's own."""
    files = [path for folder in folders(own) for path in sorted(folder.iterdir()) if path.is_file()]
    return hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest()
