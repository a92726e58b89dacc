"""Old Vietnamese fonts: the letters that VNI and TCVN3 drew."""

from __future__ import annotations

import re

from reportgen.text import Text
from reportgen.vietnamese.legacy_fonts import UNICODE_LINE, Font, detect


def legacy_font(text: Text) -> Text:
    """`text` in Unicode, where the document is written for an old font; lines in Unicode already stay as they are.

    >>> legacy_font(Text.raw("Ñaûng boä huyeän naâng cao chaát löôïng sinh hoaït chi boä")).string
    'Đảng bộ huyện nâng cao chất lượng sinh hoạt chi bộ'
    """
    font = detect(text.string)
    return text.sub(_with_unicode_lines(font), lambda m: _letter(font, m)) if font else text


def _with_unicode_lines(font: Font) -> re.Pattern[str]:
    """Whole Unicode lines first, so that nothing inside them is taken for the font's codes."""
    return re.compile(f"^(?P<line>{UNICODE_LINE.pattern})$|{font.pattern.pattern}", re.MULTILINE)


def _letter(font: Font, m: re.Match[str]) -> str:
    return m[0] if m["line"] is not None else font.letter(m)
