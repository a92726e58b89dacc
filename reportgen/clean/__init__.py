"""clean: a Source's text repaired, with the map back (the only stage that changes length)."""

from __future__ import annotations

import re
import unicodedata

from reportgen.model import Source
from reportgen.text import Text

_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")


def clean(source: Source) -> Text:
    text = Text.raw(source.text).sub(_CLUSTER, lambda m: unicodedata.normalize("NFC", m[0]))
    text = text.sub(re.compile("Ð"), "Đ").sub(re.compile("\r\n?"), "\n")
    return text.sub(re.compile("[ \t\u00a0]+"), " ")
