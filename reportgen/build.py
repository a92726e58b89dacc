"""The whole line over many files."""

from __future__ import annotations

from pathlib import Path

from reportgen.clean import clean
from reportgen.extract import extract
from reportgen.model import Extraction
from reportgen.parse import parse
from reportgen.read import read


def extract_file(path: Path) -> Extraction:
    """All facts of the article in the file at `path`."""
    source = read(path)
    return extract(parse(clean(source), source))
