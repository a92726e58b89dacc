"""The evidence in a DOCX, a custom XML part of its package, and the words that a reader sees in it.

Written with zip and XML alone: what is put in is the same whoever made the document.
"""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from reportgen.errors import ProofError

_PART = "customXml/evidence.xml"
_NAMESPACE = "urn:reportgen:evidence"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_LINK = f'<Relationship Id="rIdEvidence" Type="{_OFFICE}/relationships/customXml" Target="../{_PART}"/>'
_OVERRIDE = (
    '<Override PartName="/customXml/itemPropsEvidence.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
)
_BESIDE = {
    "customXml/_rels/evidence.xml.rels": (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        f'Id="rId1" Type="{_OFFICE}/relationships/customXmlProps" Target="itemPropsEvidence.xml"/></Relationships>'
    ),
    "customXml/itemPropsEvidence.xml": (
        f'{_HEAD}<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{{5B0F6B52-8F0C-4C0E-9D53-6E2B6D5A7E11}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ),
}
"""What Word wants beside a part of custom XML: its properties, and the way to them."""

_MOST = 64_000_000
"""Bytes that a part may unpack to: a document of a hundred pages has two million."""

_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def put(data: bytes, evidence: bytes) -> bytes:
    """The package `data` with `evidence` in it, and no other; entries keep their order and times, the new one comes last."""
    packed = base64.b64encode(evidence).decode("ascii")
    added = {**_BESIDE, _PART: f'{_HEAD}<evidence xmlns="{_NAMESPACE}">{packed}</evidence>'}
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        entries = [(entry, old.read(entry)) for entry in old.infolist() if entry.filename not in added]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry, content in entries:
            if entry.filename == _RELATIONS:
                content = _ending_with(content, _LINK, "</Relationships>")
            elif entry.filename == _TYPES:
                content = _ending_with(content, _OVERRIDE, "</Types>")
            new.writestr(entry, content)
        for name, words in added.items():
            entry = zipfile.ZipInfo(name, entries[0][0].date_time)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            new.writestr(entry, words)
    return out.getvalue()


def _ending_with(xml: bytes, element: str, end: str) -> bytes:
    """`xml` with `element` as the last one before `end`, once."""
    words = xml.decode("utf-8").replace(element, "")
    return words.replace(end, f"{element}{end}").encode("utf-8")


def take(data: bytes, where: object) -> bytes:
    """The evidence in the package `data`, which stands at `where`; ProofError where there is none."""
    with _package(data, where) as package:
        for name in package.namelist():
            if name.startswith("customXml/") and name.endswith(".xml"):  # Word gives it a name of its own
                root = _xml(package, name, where)
                if root.tag == f"{{{_NAMESPACE}}}evidence":
                    try:
                        return base64.b64decode(root.text or "", validate=True)
                    except ValueError:
                        break
    raise ProofError(f"{where}: carries no evidence; build it again")


def pieces(data: bytes, where: object) -> tuple[str, ...]:
    """The words of each paragraph of the document and of its notes, in order; the numbers of marks are left out."""
    with _package(data, where) as package:
        names = ["word/document.xml", *(name for name in _NOTES if name in package.namelist())]
        found = [piece for name in names for piece in _paragraphs(_xml(package, name, where))]
    return tuple(piece for piece in found if piece.strip())


def _paragraphs(root: ElementTree.Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_W}p"):
        yield "".join(_words(paragraph))


def _words(element: ElementTree.Element) -> Iterator[str]:
    """The text below `element`; fields give what they show, a paragraph inside (a text box) stands for itself."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif child.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
            yield " "
        elif child.tag not in {f"{_W}p", f"{_W}instrText", f"{_W}delText"}:
            yield from _words(child)


def _package(data: bytes, where: object) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as e:
        raise ProofError(f"{where}: not a Word document; give the file that the build wrote") from e


def _xml(package: zipfile.ZipFile, name: str, where: object) -> ElementTree.Element:
    try:
        if package.getinfo(name).file_size > _MOST:
            raise ProofError(f"{where}: {name} in it is larger than a brief can be")
        content = package.read(name)
        if b"<!DOCTYPE" in content[:4096]:
            raise ProofError(f"{where}: {name} in it declares a document type, which Word never writes")
        return ElementTree.fromstring(content)
    except (KeyError, zipfile.BadZipFile, ElementTree.ParseError) as e:
        raise ProofError(
            f"{where}: not a Word document ({name} does not read); give the file that the build wrote"
        ) from e
