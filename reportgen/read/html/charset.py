"""Which encoding a saved page is in: what its header says, its byte-order mark, its meta tag, its bytes, in that order of trust."""

from __future__ import annotations

import codecs
import email
import email.policy
import re

from reportgen.read.decode import decode

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,30})")
_HEAD = 8192
_ARCHIVE = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}MIME-Version:", re.IGNORECASE)
_SEVEN_BIT = {"ascii", "utf-16", "utf-16-le", "utf-16-be", "utf-7"}  # a tag that could be read at all belies these


def decoded(data: bytes) -> tuple[str, str]:
    """The page and the name of its encoding. A page saved as one file with its pictures (MHTML) is taken out of it.

    >>> decoded('<meta charset="windows-1258"><p>Đường'.encode("cp1258", "xmlcharrefreplace"))[1]
    'cp1258'
    """
    header = None
    if _ARCHIVE.match(data[:_HEAD]):
        data, header = _out_of_archive(data)
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        for declared in (header, _declared(data[:_HEAD])):
            if declared and (text := _as(data, declared)) is not None:
                return text, declared
    return decode(data) or (data.decode("utf-8", errors="replace"), "utf-8")


def _declared(head: bytes) -> str | None:
    m = _META.search(head) or _XML.match(head)
    name = _name(m[1].decode("ascii")) if m else None
    return None if name in _SEVEN_BIT else name


def _name(label: str) -> str | None:
    try:
        return codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None


def _as(data: bytes, encoding: str) -> str | None:
    """The text where the bytes agree with what is declared, up to a damaged one here and there."""
    try:
        text = data.decode(encoding, errors="replace")
    except (LookupError, ValueError):
        return None
    wide = sum(1 for c in text if c >= "\u0080")
    return text if text.count("\ufffd") * 50 <= wide else None


def _out_of_archive(data: bytes) -> tuple[bytes, str | None]:
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload, _name(part.get_content_charset() or "")
    return b"", None
