"""Laws, codes, ordinances, the Constitution and statutes of organisations, cited by their proper names.

law      = ( "Luật" | "Bộ luật" | "Pháp lệnh" ) , ( name , [ "số" , symbol ] | "số" , symbol , [ amending ] ) , [ year | date ] ;
           Luật Đất đai năm 2013, Bộ luật Dân sự 2015, BLHS, Luật Giáo dục số 43/2019/QH14
name     = title | amending ;
amending = "sửa đổi, bổ sung một số điều của" , law , { ( "," | "và" ) , law } ;       one document, whatever it amends
statutes = "Điều lệ" , organisation ;
A draft ("dự thảo Luật …") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.extract.directives.cited import Cited, Sentence
from reportgen.extract.directives.symbols import Symbol, read_symbol
from reportgen.extract.directives.tails import date_after
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.directives", "laws.toml")


_JOINT = "\ue000"  # stands for what joins the words of a title


def _titles(names: Iterable[str]) -> str:
    """A group that matches any of `names`, with the commas and "và" between their words as they may be written."""
    joined = (name.replace(", ", _JOINT).replace(" và ", _JOINT) for name in names)
    return alternation(joined).replace(_JOINT, ",?[ ](?:và[ ])?")


_TITLE = f"{_titles([*_TABLE['laws'], *_TABLE['codes'], *_TABLE['ordinances']])}(?:,?[ ]{_titles(_TABLE['ends'])})?"
_KIND = r"(?<!\w)(?<!pháp[ ])(?:bộ luật|luật|pháp lệnh)"
_AMENDING = (
    rf"sửa đổi(?:,?[ ]bổ sung)?(?:[ ](?:một số[ ])?(?:điều|nội dung)(?:[ ]\d+)?)?(?:[ ]của)?[ ]"
    rf"(?:các luật về thuế|(?:bộ luật|luật|pháp lệnh)[ ]{_TITLE})(?:(?:,|,?[ ]và)[ ](?:bộ luật|luật|pháp lệnh)[ ]{_TITLE})*"
)
_LAW = re.compile(rf"(?P<kind>{_KIND})[ ](?P<name>{_AMENDING}|{_TITLE})(?!\w)")
_NUMBERED = re.compile(rf"(?P<kind>{_KIND})[ ]số[ ](?=\d)")
_AMENDS = re.compile(rf"[ ,]*(?:về[ ])?(?P<name>{_AMENDING})(?!\w)")
_NAMED = re.compile(
    r"(?<!\w)(?P<kind>Luật|Bộ luật|Pháp lệnh)[ ](?P<name>[^\W\d_][^.,;:()“”\"\d]{2,60}?)(?=[ ]năm[ ](?:19|20)\d\d)"
)
_SHORT = re.compile(rf"{starting(_TABLE['codes_in_short'])}(?!\w)")
_SO = re.compile(r"[ ]\(?số[ ]")
_REVISED = re.compile(r"[ ]\(sửa đổi(?:, bổ sung)?\)")
_YEAR = re.compile(r"[ ]\(?(?P<year>(?:19|20)\d\d)\)?(?![\w/%]|[.,–-]\d)")
_STATUTES = re.compile(rf"(?<!\w)điều lệ (?P<body>{alternation(_TABLE['statutes'])})(?!\w)")
_CONSTITUTION = re.compile(
    r"(?<!\w)hiến pháp(?=[ ](?:năm[ ])?(?:19|20)\d\d)|(?<=\d[ ])hiến pháp(?!\w)|(?<!\w)hiến pháp(?=[ ]nước[ ])"
)
_DRAFT = re.compile(r"(?:dự thảo|dự án)(?: các)? $")


def read_laws(s: Sentence) -> Iterator[Cited]:
    """The laws cited in a sentence: by a name from the table, by a name with a year, by a number."""
    for m in _NUMBERED.finditer(s.folded, s.start, s.end):
        symbol = read_symbol(s.string, m.end())
        if symbol:
            yield _numbered(s, m, symbol)
    for m in _LAW.finditer(s.folded, s.start, s.end):
        if _is_name(s, m.start(), m.start("name")):
            yield _law(s, m.start(), m.end(), m["kind"], s.string[m.start("name") : m.end("name")])
    for m in _NAMED.finditer(s.string, s.start, s.end):
        if m["name"][0].isupper() and not _LAW.match(s.folded, m.start()) and not _draft(s, m.start()):
            yield _law(s, m.start(), m.end(), m["kind"], s.string[m.start("name") : m.end("name")])
    for m in _SHORT.finditer(s.string, s.start, s.end):
        yield _law(s, m.start(), m.end(), "bộ luật", _TABLE["codes_in_short"][m[0]])
    for m in _STATUTES.finditer(s.folded, s.start, s.end):
        yield Cited(Span(m.start(), m.end()), "Điều lệ", body=_TABLE["statutes"][m["body"]], tail=m.end())
    for m in _CONSTITUTION.finditer(s.folded, s.start, s.end):
        if s.string[m.start()].isupper():
            yield _law(s, m.start(), m.end(), "hiến pháp", None)


def _is_name(s: Sentence, kind: int, name: int) -> bool:
    """True where kind or name has a capital: "theo luật đất đai" speaks of a field of law."""
    return (s.string[kind].isupper() or s.string[name].isupper()) and not _draft(s, kind)


def _draft(s: Sentence, at: int) -> bool:
    return bool(_DRAFT.search(s.folded[s.start : at]))


def _law(s: Sentence, start: int, end: int, kind: str, name: str | None) -> Cited:
    revised = _REVISED.match(s.folded, end, s.end)
    so = _SO.match(s.folded, revised.end() if revised else end, s.end)
    symbol = read_symbol(s.string, so.end()) if so else None
    if symbol:
        end = symbol.span.end
    date, stop = _dated(s, end)
    return Cited(
        Span(start, stop),
        kind[:1].upper() + kind[1:].lower(),
        symbol.number if symbol else None,
        symbol,
        date=date,
        about=" ".join(name.split()) if name else None,
        tail=stop,
        stop=stop,
    )


def _numbered(s: Sentence, m: re.Match[str], symbol: Symbol) -> Cited:
    date, stop = _dated(s, symbol.span.end)
    amends = _AMENDS.match(s.folded, stop, s.end)
    about = s.string[amends.start("name") : amends.end("name")] if amends else None
    kind = m["kind"][:1].upper() + m["kind"][1:]
    return Cited(
        Span(m.start(), amends.end() if amends else stop),
        kind,
        symbol.number,
        symbol,
        date=date,
        about=about,
        tail=stop,
        stop=stop,
    )


def _dated(s: Sentence, end: int) -> tuple[str | None, int]:
    """The date or year behind a law's name, and where it ends: "năm 2013", "2013", "(2013)", "ngày 19/6/2015"."""
    date = date_after(s, end)
    if date:
        return date
    year = _YEAR.match(s.folded, end, s.end)
    return (year["year"], year.end()) if year else (None, end)
