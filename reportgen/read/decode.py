"""Bytes to text: which encoding a plain-text file is in, told by its bytes alone.

In the order of trust: a byte-order mark; zero bytes where UTF-16 has them; bytes that are good UTF-8; the
combining marks of Windows-1258; any other 8-bit text, which is what a document in an old Vietnamese font
(VNI, TCVN3) looks like: its bytes are kept as Windows-1252 letters, and `clean` reads them as the font drew them.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DAMAGED = 0.001  # share of broken characters up to which a UTF-8 file counts as damaged, not as another encoding

# Windows-1258 writes tones as marks of their own, always after a vowel: Vi + ê + dot below + t.
_TONE_1258 = re.compile(rb"[aeiouyAEIOUY\xe2\xea\xf4\xe3\xf5\xfd\xc2\xca\xd4\xc3\xd5\xdd][\xcc\xd2\xde\xec\xf2]")
_TONE_BYTE = re.compile(rb"[\xcc\xd2\xde\xec\xf2]")
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(data: bytes) -> tuple[str, str] | None:
    """The text without its byte-order mark and the name of its encoding; None where the bytes are no text.

    >>> decode("Xã Vân Hồ".encode("utf-16"))
    ('Xã Vân Hồ', 'utf-16-le')
    >>> decode(bytes([0x25, 0, 0, 1, 2, 3, 0xFF]))
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    encoding_by_zeros = _utf16_by_zeros(data[:_SAMPLE])
    if encoding_by_zeros:
        return _strictly(data, encoding_by_zeros)
    # A stray control character in a text is dropped later; many of them, or a zero byte, are a picture or a program.
    if len(_CONTROL.findall(data[:_SAMPLE])) * 200 > len(data[:_SAMPLE]) or b"\x00" in data:
        return None
    return _strictly(data, "utf-8") or _damaged(data) or _eight_bit(data)


def _strictly(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return None


def _utf16_by_zeros(sample: bytes) -> str | None:
    """UTF-16 without a mark: blanks, digits and plain letters leave every second byte zero, on one side only."""
    pairs = len(sample) // 2
    if pairs < 4:
        return None
    even, odd = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if odd > 0.3 * pairs and even < 0.02 * pairs:
        return "utf-16-le"
    if even > 0.3 * pairs and odd < 0.02 * pairs:
        return "utf-16-be"
    return None


def _damaged(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a byte lost here and there, as a file cut off in mid-character: broken characters become U+FFFD."""
    text = data.decode("utf-8", errors="replace")
    wide = sum(1 for c in text if c >= "\u0080")
    broken = text.count("\ufffd")
    return (text, "utf-8") if wide and (broken <= 1 < wide or broken <= _DAMAGED * wide) else None


def _eight_bit(data: bytes) -> tuple[str, str]:
    sample = data[:_SAMPLE]
    tones, after_vowel = len(_TONE_BYTE.findall(sample)), len(_TONE_1258.findall(sample))
    if after_vowel >= 2 and after_vowel > 0.8 * tones and after_vowel > 0.1 * len(_HIGH.findall(sample)):
        text = _strictly(data, "cp1258")
        if text:
            return text
    return _strictly(data, "cp1252") or (data.decode("latin-1"), "latin-1")
