"""A python-docx document as bytes that are the same every time."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from typing import Any

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say; no clock is read."""


def write_package(document: Any, properties: Mapping[str, str], day: dt.date | None) -> bytes:
    """`document` with its properties set, as a zip; `day` stands for when it was made, no clock is read."""
    core = document.core_properties
    for name in ("title", "subject", "author", "language", "keywords", "comments", "category"):
        setattr(core, name, properties.get(name, ""))
    core.last_modified_by = properties.get("author", "")
    core.created = core.modified = dt.datetime(day.year, day.month, day.day) if day else dt.datetime(*_MOMENT)
    core.revision = 1
    core.identifier = "reportgen"  # by which `read` knows its own files, whoever signs them
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as package:
        return zipped({name: package.read(name) for name in package.namelist()})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a zip whose entries carry no time and stand in a fixed order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            new.writestr(entry, parts[name])
    return out.getvalue()
