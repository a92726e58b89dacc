"""The evidence attached to a PDF, and the words that a reader sees in it."""

from __future__ import annotations

import io
import re
from typing import Any

from reportgen.errors import ProofError
from reportgen.proof.evidence import SIDECAR

_BULLETS = re.compile(r"^[–•-]\s*$", re.MULTILINE)


def take(data: bytes, where: object) -> bytes:
    """The evidence attached to the PDF `data`, which stands at `where`; ProofError where there is none."""
    reader = _reader(data, where)
    for attachment in reader.attachment_list:
        if attachment.name == SIDECAR or attachment.alternative_name == SIDECAR:
            return bytes(attachment.content)
    raise ProofError(f"{where}: carries no evidence; build it again")


def pages(data: bytes, where: object) -> tuple[str, ...]:
    """The words of each page in the order in which they are painted, the running title and the page's number last.

    Bullets, which are painted last of all and so between the halves of a broken paragraph, are left out.
    """
    return tuple(_BULLETS.sub("", page.extract_text()) for page in _reader(data, where).pages)


def _reader(data: bytes, where: object) -> Any:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        len(reader.pages)
    except (PyPdfError, ValueError, KeyError, OSError) as e:
        raise ProofError(f"{where}: not a PDF that reads ({e}); give the file that the build wrote") from e
    return reader
