"""Escaping: text from articles made inert in Markdown, by numeric entities.

Entities, not backslashes: Python-Markdown knows fewer backslash escapes than CommonMark. What comes out is safe in a
heading, a list item, a table cell, a link's text and a footnote, and is one line.
"""

from __future__ import annotations

import re
import unicodedata

_ALWAYS = frozenset("\\`*_[]<>|{}~^$&@!#")
_ENUMERATOR = re.compile(r"^(\d+)([.)])(?=\s|$)")
_WWW = re.compile(r"(?i)\bwww\.")
_SCHEME = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data|file):")
_BIDI = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")


def plain(words: str) -> str:
    """`words` as one line in NFC, without control, zero-width, bidi and unpaired characters.

    >>> plain("a\\x00b\\u202e \\n c")
    'ab c'
    """
    kept = (c for c in words if c in "\t\n\r " or not (unicodedata.category(c) in {"Cc", "Cs", "Cn"} or c in _BIDI))
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def escape(words: str) -> str:
    """`words` as Markdown that shows them as they are.

    >>> escape("[^1] <b>12-CT/TU</b> | +4,2")
    '&#91;&#94;1&#93; &#60;b&#62;12-CT/TU&#60;/b&#62; &#124; +4,2'
    """
    words = plain(words)
    out = []
    for k, char in enumerate(words):
        before = words[k - 1] if k else " "
        after = words[k + 1] if k + 1 < len(words) else " "
        out.append(f"&#{ord(char)};" if _is_structure(char, before, after, first=k == 0) else char)
    escaped = _ENUMERATOR.sub(lambda m: f"{m[1]}&#{ord(m[2])};", "".join(out))
    escaped = _SCHEME.sub(lambda m: f"{m[1]}&#58;", escaped)
    return _WWW.sub("www&#46;", escaped)


def _is_structure(char: str, before: str, after: str, *, first: bool) -> bool:
    """True where `char` would or could be markup: "-" only where it would start a list or a rule, and so on.

    "kinh tế - xã hội" and "tệp 003_24eb" stay readable: a lone hyphen amid a line and an underscore amid a word are text.
    """
    if char == "_":
        return not (before.isalnum() and after.isalnum())
    if char in _ALWAYS:
        return True
    if char in "+=":
        return before == char or after == char or (after == " " and (before == " " or first)) or (char == "=" and first)
    if char == "-":
        return first or before in "-<" or after in "->"
    return char == ":" and (after != " " or first)
