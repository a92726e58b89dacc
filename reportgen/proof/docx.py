"""The evidence in a DOCX, a custom XML part of its package, and the words and pictures that a reader sees in it.

Written with zip and XML alone: what is put in is the same whoever made the document.
"""

from __future__ import annotations

import base64
import hashlib
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from reportgen.errors import ProofError
from reportgen.proof.evidence import Picture

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

_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_NOTES = {f"{_W}footnoteReference": "word/footnotes.xml", f"{_W}endnoteReference": "word/endnotes.xml"}
_REFERENCES = frozenset(_NOTES)
_UNREAD = frozenset(f"{_W}{name}" for name in ("p", "instrText", "delText"))
_EDGES = re.compile(r"word/(?:header|footer)\d*\.xml|word/comments\.xml")
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


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
    """What a reader reads, a piece a paragraph: the document, its notes in the order of their marks, headers and footers, comments.

    A mark is [n]; what Word works out for each page (its number) and hidden words are left out.
    """
    with _package(data, where) as package:
        root = _xml(package, _DOCUMENT, where)
        marks: dict[tuple[str, str], int] = {}
        for element in root.iter():
            if element.tag in _REFERENCES:
                marks.setdefault((element.tag, element.get(f"{_W}id", "")), len(marks) + 1)
        found = [_words(paragraph, marks) for paragraph in root.iter(f"{_W}p")]
        for note in _in_order(package, marks, where):
            found += [_words(paragraph, marks) for paragraph in note.iter(f"{_W}p")]
        for name in _parts(package):
            if name != _DOCUMENT:
                found += [_words(p, marks, fields=False) for p in _xml(package, name, where).iter(f"{_W}p")]
    return tuple(piece for piece in found if piece.strip())


def title(data: bytes, where: object) -> str:
    """The title in the document's properties, which Word shows at the foot of the pages; empty where there is none."""
    with _package(data, where) as package:
        if _PROPERTIES not in package.namelist():
            return ""
        return next((e.text or "" for e in _xml(package, _PROPERTIES, where) if e.tag.endswith("}title")), "")


def pictures(data: bytes, where: object) -> tuple[Picture, ...]:
    """The pictures of the document, its notes, headers and footers, in order; a link to a picture elsewhere has no hash."""
    found = []
    with _package(data, where) as package:
        for name in (_DOCUMENT, *_NOTES.values(), *_parts(package)):
            if name in package.namelist():
                files = _related(package, name, where)
                for drawing in _drawings(_xml(package, name, where)):
                    words = next((p.get("descr", "") for p in drawing.iter() if p.tag.endswith("}docPr")), "")
                    held = [files.get(value) for p in drawing.iter() for key, value in p.items() if key.startswith(_R)]
                    inside = b"".join(package.read(file) for file in held if file in package.namelist())
                    found.append(Picture(words, sha256=hashlib.sha256(inside).hexdigest() if inside else ""))
    return tuple(found)


def _drawings(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return (element for element in root.iter() if element.tag in {f"{_W}drawing", f"{_W}pict", f"{_W}object"})


def _related(package: zipfile.ZipFile, name: str, where: object) -> dict[str, str]:
    """For the identifiers of the relationships of the part `name` the parts that they lead to."""
    folder, _, file = name.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    if relations not in package.namelist():
        return {}
    return {
        relation.get("Id", ""): posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/")
        for relation in _xml(package, relations, where)
        if relation.get("TargetMode") != "External"
    }


def _in_order(
    package: zipfile.ZipFile, marks: Mapping[tuple[str, str], int], where: object
) -> Iterator[ElementTree.Element]:
    """The notes by their marks, then those that no mark leads to; the lines that part them from the text have no words."""
    found: list[tuple[int, int, ElementTree.Element]] = []
    for reference, name in _NOTES.items():
        if name in package.namelist():
            for note in _xml(package, name, where):
                found.append((marks.get((reference, note.get(f"{_W}id", "")), len(marks) + 1), len(found), note))
    yield from (note for _, _, note in sorted(found, key=lambda entry: entry[:2]))


def _parts(package: zipfile.ZipFile) -> list[str]:
    """The parts besides the document and its notes that have words: headers, footers, comments."""
    return sorted(name for name in package.namelist() if _EDGES.fullmatch(name))


def _words(element: ElementTree.Element, marks: Mapping[tuple[str, str], int], *, fields: bool = True) -> str:
    """The text below `element`; a paragraph inside (a text box) stands for itself. `fields`: with what they show."""
    open_fields = [0]

    def said(element: ElementTree.Element) -> Iterator[str]:
        for child in element:
            kind = child.tag.rpartition("}")[2]
            if child.tag == f"{_W}fldChar":
                open_fields[0] += {"begin": 1, "end": -1}.get(child.get(f"{_W}fldCharType", ""), 0)
            elif child.tag in _REFERENCES:
                yield str(marks.get((child.tag, child.get(f"{_W}id", "")), ""))
            elif child.tag in _UNREAD or (child.tag == f"{_W}r" and _hidden(child)):
                continue
            elif not fields and (open_fields[0] or child.tag == f"{_W}fldSimple"):
                yield from (said(child) if child.tag == f"{_W}r" else ())
            elif kind == "t":  # of Word, of a formula, of a shape
                yield child.text or ""
            elif child.tag == f"{_W}noBreakHyphen":
                yield "-"
            elif child.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
                yield " "
            else:
                yield from said(child)

    return "".join(said(element))


def _hidden(run: ElementTree.Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val") not in {"0", "false", "off"}


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
