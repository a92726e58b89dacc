"""The evidence attached to a PDF, the words that a reader sees in it, and how its pages are drawn."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from reportgen.errors import ProofError
from reportgen.proof.evidence import SIDECAR

_DRAWS = re.compile(rb"/(\S+) Do\b")
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


def title(data: bytes, where: object) -> str:
    """The title in the document's properties, which a reader shows over the pages; empty where there is none."""
    properties = _reader(data, where).metadata
    return str(properties.title or "") if properties else ""


def drawn(data: bytes, where: object) -> tuple[str, ...]:
    """For each page the hash of what it is drawn from."""
    found = []
    for page in _reader(data, where).pages:
        contents = page.get_contents()
        found.append(drawing(b"" if contents is None else contents.get_data(), partial(_form, page.get("/Resources"))))
    return tuple(found)


def drawing(contents: bytes, form: Callable[[str], bytes]) -> str:
    """The hash of a page's content stream and of the forms that it draws; `form` gives the stream of one by its name."""
    names = sorted(set(_DRAWS.findall(contents)))
    return hashlib.sha256(b"\0".join([contents, *(form(name.decode("latin-1")) for name in names)])).hexdigest()


def _form(resources: Any, name: str) -> bytes:
    try:
        return bytes(resources.get_object()["/XObject"][f"/{name}"].get_data())
    except (KeyError, AttributeError):  # it draws nothing
        return b""


def pictures(data: bytes, where: object) -> tuple[str, ...]:
    """What the pictures show in words for who cannot see them, in reading order."""
    found: list[str] = []
    left = [_reader(data, where).trailer["/Root"].get("/StructTreeRoot")]
    while left:
        element = left.pop()
        element = element.get_object() if hasattr(element, "get_object") else element
        if isinstance(element, list):
            left += reversed(element)
        elif isinstance(element, dict):
            if element.get("/S") == "/Figure" and element.get("/Alt"):
                found.append(str(element["/Alt"]))
            left.append(element.get("/K"))
    return tuple(found)


def _reader(data: bytes, where: object) -> Any:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        len(reader.pages)
    except (PyPdfError, ValueError, KeyError, OSError) as e:
        raise ProofError(f"{where}: not a PDF that reads ({e}); give the file that the build wrote") from e
    return reader
