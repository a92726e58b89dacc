"""Laws, codes, the Constitution and the Party's Statutes, cited by their proper names.

law      = "Luật" , name , [ "số" , symbol ] , [ ( "năm" | "ngày" ) , date ] ;   Luật Đất đai năm 2013, Luật Tiếp công dân
statutes = "Điều lệ Đảng" ;
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.extract.directives.cited import Cited, Sentence
from reportgen.extract.directives.symbols import read_symbol
from reportgen.extract.directives.tails import date_after
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.directives", "laws.toml")
_LAW = re.compile(
    rf"(?<!\w)(?P<kind>bộ luật|luật|pháp lệnh)[ \n](?P<name>(?:sửa đổi, bổ sung một số điều của (?:bộ )?luật[ ])?"
    rf"{alternation([*_TABLE['laws'], *_TABLE['codes']])})(?!\w)"
)
_NAMED = re.compile(
    r"(?<!\w)(?P<kind>Luật|Bộ luật|Pháp lệnh)[ \n](?P<name>[^\W\d_][^.,;:()“”\"\d]{2,60}?)(?=[ ]năm[ ](?:19|20)\d\d)"
)
_SO = re.compile(r"[ ]\(?số[ ]")
_STATUTES = re.compile(r"(?<!\w)điều lệ đảng(?: cộng sản việt nam)?(?!\w)")
_CONSTITUTION = re.compile(r"(?<!\w)hiến pháp(?=[ ]năm[ ](?:19|20)\d\d)")


def read_laws(s: Sentence) -> Iterator[Cited]:
    """The laws cited in a sentence, by a name from the table, or by a name with a year."""
    for m in _LAW.finditer(s.folded, s.start, s.end):
        written = s.string[m.start() : m.end()]
        if written[0].isupper():
            yield _law(s, m.start(), m.end(), m["kind"], s.string[m.start("name") : m.end("name")])
    for m in _NAMED.finditer(s.string, s.start, s.end):
        if m["name"][0].isupper() and not _LAW.match(s.folded, m.start()):
            yield _law(s, m.start(), m.end(), m["kind"], m["name"])
    for m in _STATUTES.finditer(s.folded, s.start, s.end):
        yield Cited(Span(m.start(), m.end()), "Điều lệ", body="Đảng", tail=m.end())
    for m in _CONSTITUTION.finditer(s.folded, s.start, s.end):
        yield _law(s, m.start(), m.end(), "hiến pháp", None)


def _law(s: Sentence, start: int, end: int, kind: str, name: str | None) -> Cited:
    so = _SO.match(s.folded, end, s.end)
    symbol = read_symbol(s.string, so.end()) if so else None
    if symbol:
        end = symbol.span.end
    date = date_after(s, end)
    stop = date[1] if date else end
    about = " ".join(name.split()) if name else None
    return Cited(
        Span(start, stop),
        kind[:1].upper() + kind[1:].lower(),
        symbol.number if symbol else None,
        symbol,
        date=date[0] if date else None,
        about=about,
        tail=stop,
    )
