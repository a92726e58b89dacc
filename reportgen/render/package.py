"""A python-docx document as bytes that are the same every time."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say; no clock is read."""


def write_package(document: Any, lang: str, title: str) -> bytes:
    """`document` with its properties set, as a zip whose entries carry no time and stand in a fixed order."""
    properties = document.core_properties
    properties.title, properties.language = title, {"vi": "vi-VN", "en": "en-GB"}[lang]
    properties.author = properties.last_modified_by = "reportgen"
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.created = properties.modified = dt.datetime(*_MOMENT)
    properties.revision = 1
    written = io.BytesIO()
    document.save(written)
    out = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            new.writestr(entry, old.read(name))
    return out.getvalue()
