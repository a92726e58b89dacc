"""Single characters: entities, line ends, invisible characters, composition, look-alikes, blanks."""

from __future__ import annotations

import html
import re
import unicodedata

from reportgen.text import Text

_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});")
_EMPHASIS = re.compile(r"\*\*(?=[^\s*][^*\n]{0,400}[^\s*]\*\*(?![\w*]))|(?<=[^\s*])\*\*(?![\w*])")
_LINE_END = re.compile("\r\n?|[\u0085\u2028\u2029\u000b\u000c]+")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]+"
)
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]+|[\u0340\u0341\u0374\u037e\u0387\u212a\u212b]")
_D_STROKE = re.compile("[ÐƉðɖ]")
_WIDE = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BLANKS = re.compile(f"[ {_WIDE}]{{2,}}|[{_WIDE}]")


def entities(text: Text) -> Text:
    """HTML entities that were left in the text, as the characters they stand for; an unknown one stays.

    >>> entities(Text.raw("N&acirc;ng cao&nbsp;&quot;chất lượng&quot; R&amp;amp;D")).string
    'Nâng cao\\xa0"chất lượng" R&D'
    """
    return text.sub(_ENTITY, _unescaped)


def _unescaped(m: re.Match[str]) -> str:
    once = html.unescape(m[0])
    while once != (again := html.unescape(once)):
        once = again
    return once


def emphasis(text: Text) -> Text:
    """Without the stars by which Markdown sets words in bold type; stars that are not in pairs stay.

    >>> emphasis(Text.raw("Xã có **02 lần** họp, 2**3")).string
    'Xã có 02 lần họp, 2**3'
    """
    return text.sub(_EMPHASIS, "") if "**" in text.string else text


def line_ends(text: Text) -> Text:
    r"""CRLF, CR and the rarer line ends as \n."""
    return text.sub(_LINE_END, "\n")


def invisible(text: Text) -> Text:
    """Without soft hyphens, zero-width characters, direction marks and control characters."""
    return text.sub(_INVISIBLE, "")


def composed(text: Text) -> Text:
    """Letters with their marks as one character each (NFC), cluster by cluster."""
    if unicodedata.is_normalized("NFC", text.string):
        return text
    return text.sub(_CLUSTER, lambda m: unicodedata.normalize("NFC", m[0]))


def d_stroke(text: Text) -> Text:
    """Đ for the letters of other languages that look like it (Ð, Ɖ), and đ for theirs."""
    return text.sub(_D_STROKE, lambda m: "Đ" if m[0] in "ÐƉ" else "đ")


def blanks(text: Text) -> Text:
    """One space for each run of spaces, tabs and no-break spaces."""
    return text.sub(_BLANKS, " ")
