"""Symbols: the number line of a document ("02-NQ/TU", "30/2020/NĐ-CP"), found in its typos and written normally.

    symbol  = number , ( party | state | numbered | letter ) ;
    party   = dash , kind , slash , organ ;                     02-NQ/TU
    state   = [ slash , year ] , slash , kind , dash , organs ; 30/2020/NĐ-CP, 13/HD-MTTQ-BTT
    numbered = slash , year , [ slash , assembly ] ;             4168/2006, 25/2021/QH15
    letter  = slash , organ , dash , department ;                1442/UBND-KGVX (a công văn)
    old     = slash , organ ;                                    64/CP, 113/TTg (before 1996), 480/BBT

The last is one only behind a kind.

Typos: blanks round the marks, en dash, underscore, a mark swapped or lost, glued to the next word, small letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.text import Span
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.tables import table

_KINDS = table("reportgen.extract.directives", "kinds.toml")
_ORGANS = table("reportgen.extract.directives", "organs.toml")["symbols"]

KIND_OF = {a: k["name"] for k in _KINDS["party_or_state"]["names"] for a in k["abbreviations"]}
"""The kind of document that an abbreviation in a symbol stands for."""

_PARTY, _STATE = frozenset(_ORGANS["party"]), frozenset(_ORGANS["state"])
_NORMATIVE = ("NĐ", "TT", "TTLT", "QĐ", "NQ", "CT")  # kinds that carry the year; some leave out its century
_CANONICAL = {word.lower(): word for word in (*KIND_OF, *_ORGANS["party"], *_ORGANS["state"])}


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


_B = "[ \u00a0\n]?"
_DASH, _SLASH = rf"{_B}[-–—_‑]{_B}", rf"{_B}/{_B}"
_MARK = rf"{_B}[-–—_‑/]{_B}"
_KIND = rf"(?i:{_any(list(KIND_OF))})"
_LETTERS = rf"[{UPPER}]{{2,}}(?:&[{UPPER}]{{1,4}})?\d{{0,2}}"  # "STN&MT"
_ORGAN = rf"(?:(?i:{_any(list(_CANONICAL))})(?![{UPPER}\d])|T\.?[ƯW]|{_LETTERS}|[{UPPER}](?:\.[{UPPER}])+)"
_NUMBER = r"(?P<number>\d{1,5}[a-zđA-D]?)"
_END = r"(?![A-Za-z0-9])"
_SYMBOL = re.compile(
    rf"""{_NUMBER}(?:
      {_SLASH}(?P<assembly_year>(?:19|20)\d\d){_SLASH}(?P<assembly>(?:UBTV)?QH\d{{1,2}})
    | (?:(?:{_SLASH}|-)(?P<year>(?:19|20)\d\d|\d\d(?=/{_any(list(_NORMATIVE))}-)))?{_MARK}(?P<kind>{_KIND})(?:{_MARK}|,{_B}|\.)
      (?P<organs>{_ORGAN}(?:{_DASH}{_ORGAN})*)
    | [ \u00a0](?P<loose_kind>{_KIND}){_MARK}(?P<loose_organs>{_ORGAN}(?:{_DASH}{_ORGAN})*)
    | {_SLASH}(?P<department>(?:TTg|[{UPPER}]{{2,}})(?:{_DASH}|\.)
        [{UPPER}][{UPPER}\d&]*(?:[a-z]{{1,2}}(?![a-z]))?(?:\.[{UPPER}\d]+|-[{UPPER}]{{2,}})*){_END}
    | {_SLASH}(?P<plain_year>(?:19|20)\d\d){_END}(?!/)
    | {_DASH}(?P<kind_only>{_any(list(KIND_OF))}){_END}(?!/)
    | {_SLASH}(?P<organ_only>TTg|[{UPPER}]{{2,9}}){_END}(?![/.-]\w)
    )""",
    re.VERBOSE,
)

_ALONE = re.compile(rf"(?<![\w/.,-])(?:{_SYMBOL.pattern})", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol as it stands, and as it should: `written` has normal marks; `kind` is the folded name of its kind."""

    span: Span
    number: str
    written: str
    kind: str | None
    organ: str | None
    year: str | None

    @property
    def strong(self) -> bool:
        """True where the symbol alone tells that a document is meant: it has a kind and an organ."""
        return self.kind is not None and self.organ is not None


def read_symbol(string: str, at: int) -> Symbol | None:
    """The symbol that starts at `at`, None where none does.

    >>> read_symbol("47 - QĐ/TWcủa BCH", 0).written, read_symbol("449/QĐ-TTngày", 0).written
    ('47-QĐ/TW', '449/QĐ-TTg')
    >>> read_symbol("1691- TB-TU ngày", 0).written, read_symbol("30a/2008/NQ- CP", 0).written
    ('1691-TB/TU', '30a/2008/NQ-CP')
    >>> read_symbol("1143/QĐ/TTg", 0).written, read_symbol("29/12/NĐ-CP", 0).year
    ('1143/QĐ-TTg', '2012')
    """
    m = _SYMBOL.match(string, at)
    return _symbol(m) if m else None


def find_symbols(string: str, start: int, end: int) -> list[Symbol]:
    """The symbols in `string[start:end]` that are certain by themselves."""
    return [s for m in _ALONE.finditer(string, start, end) if (s := _symbol(m)).strong]


def _symbol(m: re.Match[str]) -> Symbol:
    number, span = m["number"], Span(m.start(), m.end())
    if m["assembly"]:
        return Symbol(span, number, f"{number}/{m['assembly_year']}/{m['assembly']}", None, "QH", m["assembly_year"])
    if m["department"]:
        organ, department = re.split(rf"{_DASH}|\.", m["department"], maxsplit=1)
        known = organ if organ in _CANONICAL.values() else None  # "09/HĐ-BQL" is a contract
        return Symbol(span, number, f"{number}/{organ}-{department}", "công văn", known, None)
    if m["plain_year"]:
        return Symbol(span, number, f"{number}/{m['plain_year']}", None, None, m["plain_year"])
    if m["kind_only"]:
        kind = _canonical(m["kind_only"])
        return Symbol(span, number, f"{number}-{kind}", KIND_OF[kind], None, None)
    if m["organ_only"]:
        return Symbol(span, number, f"{number}/{m['organ_only']}", None, m["organ_only"], None)
    kind = _canonical(m["kind"] or m["loose_kind"])
    organs = [_canonical(x) for x in re.split(_DASH, m["organs"] or m["loose_organs"])]
    if organs == ["TT"] and kind in {"QĐ", "CT", "CĐ"}:
        organs = ["TTg"]  # "449/QĐ-TTngày": the g is lost
    year = m["year"]
    gap = _marks_in(m)
    if year:
        written = f"{number}/{year}/{kind}-{'-'.join(organs)}"
    elif organs[-1] in _PARTY:
        written = f"{number}-{kind}/{'-'.join(organs)}"
    elif "/" in gap[0] and "/" not in gap[1]:
        written = f"{number}/{kind}-{'-'.join(organs)}"
    elif "/" in gap[1] and "/" not in gap[0]:
        written = f"{number}-{kind}/{'-'.join(organs)}"
    else:
        swapped = "-" if "/" not in gap[1] or (len(organs) == 1 and organs[0] in _STATE) else "/"
        written = f"{number}/{kind}{swapped}{'-'.join(organs)}"
    return Symbol(
        span, number, written, KIND_OF[kind], organs[-1], year if not year or len(year) == 4 else _century(year)
    )


def _century(year: str) -> str:
    """A year whose century is left out ("29/12/NĐ-CP"): no such document is older than 1945."""
    return f"20{year}" if int(year) < 45 else f"19{year}"


def _marks_in(m: re.Match[str]) -> tuple[str, str]:
    """The marks between number and kind, and between kind and organ."""
    kind, organs = ("kind", "organs") if m["kind"] else ("loose_kind", "loose_organs")
    whole = m.string
    return whole[m.end("number") : m.start(kind)], whole[m.end(kind) : m.start(organs)]


def _canonical(word: str) -> str:
    """An organ or kind in its own letters: "nq" is "NQ", "T.Ư" is "TW"."""
    if re.fullmatch(r"T\.?[ƯW]", word):
        return "TW"
    return _CANONICAL.get(word.lower(), word) if word not in _CANONICAL.values() else word
