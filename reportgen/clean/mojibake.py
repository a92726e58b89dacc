"""UTF-8 that a program took for Windows-1252 on its way here ("Äáº£ng bá»™" for "Đảng bộ")."""

from __future__ import annotations

import re

from reportgen.text import Text


def _shown(byte: int) -> str:
    """The letter that Windows-1252 shows for `byte`; the five bytes it leaves open stand for themselves."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_BYTES = {_shown(b): b for b in range(0x80, 0x100)} | {chr(b): b for b in range(0x80, 0xA0)}


def _class(first: int, last: int) -> str:
    letters = {c for c, b in _BYTES.items() if first <= b <= last}
    return "[" + "".join(re.escape(c) for c in sorted(letters)) + "]"


_TAIL = _class(0x80, 0xBF)
_SEQUENCE = re.compile(
    f"{_class(0xC3, 0xDF)}{_TAIL}|{_class(0xE0, 0xEF)}{_TAIL}{{2}}|{_class(0xF0, 0xF4)}{_TAIL}{{3}}|\u00c2{_TAIL}|Ã|Â(?= )"
)
_ENOUGH = 5  # sequences in a document: one alone may be two letters that happen to stand together
_SIGNS = re.compile("áº|á»|Ä[\u0080-\u00bf\u2018\u2019\u201c\u201d‘’]|Æ[°¡]|Ã[\u00a0-\u00bf]|â€")


def mojibake(text: Text) -> Text:
    """`text` with each such sequence of letters read as the one letter that was meant.

    >>> mojibake(Text.raw("Ä\\x90áº£ng bá»™ huyá»‡n VÃ¢n Há»“")).string
    'Đảng bộ huyện Vân Hồ'
    """
    if sum(1 for _ in _SIGNS.finditer(text.string)) < _ENOUGH:
        return text
    return text.sub(_SEQUENCE, _mended)


def _mended(m: re.Match[str]) -> str:
    if m[0] == "Â":
        return ""  # the same happened to a no-break space
    if m[0] == "Ã":
        return "à"  # its second byte was a no-break space, which something on the way made a common one
    try:
        return bytes(_BYTES[c] for c in m[0]).decode("utf-8")
    except UnicodeDecodeError:
        return m[0]
