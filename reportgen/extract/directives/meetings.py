"""Resolutions of plenums and congresses, which have no number of their own.

plenum   = "nghị quyết" , [ "hội nghị" ] , [ "lần thứ" , n ] , [ organ ] , ( "trung ương" | "TW" ) , [ n ] , [ term ] , { term } ;
congress = "nghị quyết" , "đại hội" , [ "đại biểu" ] , [ whose ] , ( [ "lần thứ" ] , n | "nhiệm kỳ" , years ) , [ "của Đảng" | party ] ;
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportgen.extract.directives.about import read_about
from reportgen.extract.directives.cited import Cited, Sentence
from reportgen.extract.directives.issuers import Issuer, read_issuer
from reportgen.extract.directives.terms import numeral, read_term
from reportgen.text import Span
from reportgen.vietnamese.letters import LOWER, UPPER

_CENTRE = r"(?:trung[ ]ương|t\.?[ ]?[ưw]\.?|tw)"
_PLENUM = re.compile(
    rf"""(?<!\w)(?:các[ ])?(?P<head>nghị[ ]quyết|nq)[ ]
      (?:hội[ ]nghị[ ])?(?:(?:lần[ ])?thứ[ ](?P<before>\d{{1,2}}|[ivx]+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:[ ]\w+)?)[ ]?,?[ ]?)?
      (?:(?:của[ ])?(?:ban[ ]chấp[ ]hành|bch)[ ])?{_CENTRE}(?:[ ]đảng)?
      (?:[ ]?(?:lần[ ]thứ[ ])?(?P<after>\d{{1,2}})(?![\w/%.,-]*\d))?
      (?!\w)""",
    re.VERBOSE,
)
_MORE_TERMS = re.compile(r"[ ]*(?:,|và|,?[ ]và)[ ]*(?=khóa[ ])")
_CONGRESS = re.compile(
    r"""(?<!\w)(?:các[ ])?(?P<head>nghị[ ]quyết|nq)[ ](?:của[ ])?(?P<body>(?:đại[ ]hội|đh)
      (?:[ ](?:đại[ ]biểu|đảng[ ]viên))*
      (?P<whose>[ ](?:đảng[ ]bộ|chi[ ]bộ|đảng|toàn[ ]quốc|mttq|đoàn)(?:tp\.|[^.,;:()“”"]){0,60}?)?
      )(?:,?[ ](?:lần[ ]thứ[ ](?P<ordinal>\d{1,2}|[ivx]+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:[ ]\w+)?)
         |(?P<roman>[ivx]{1,6}|\d{1,2}(?=[ ](?:của[ ])?đảng))(?!\w)
         |(?P<years>nhiệm[ ]kỳ[ ]\d{4}[ ]?[-–][ ]?\d{4})))
      (?:[ ]của[ ]đảng)?(?:,?[ ]nhiệm[ ]kỳ[ ]\d{4}[ ]?[-–][ ]?\d{4})?""",
    re.VERBOSE,
)


def read_meetings(s: Sentence) -> Iterator[Cited]:
    """The resolutions of plenums and congresses cited in a sentence; several terms are several documents."""
    for m in _PLENUM.finditer(s.folded, s.start, s.end):
        yield from _plenum(s, m)
    for m in _CONGRESS.finditer(s.folded, s.start, s.end):
        congress = _congress(s, m)
        if congress:
            yield congress


def _plenum(s: Sentence, m: re.Match[str]) -> Iterator[Cited]:
    ordinal = m["after"] or m["before"]
    number = ordinal if ordinal is None or ordinal.isdecimal() else _arabic(ordinal)
    start = m.start("head")
    term = read_term(s.string, s.folded, m.end())
    if number is None:
        return
    end = term[1] if term else m.end()
    terms = [(term[0] if term else None, end)]
    while term:
        more = _MORE_TERMS.match(s.folded, terms[-1][1])
        again = read_term(s.string, s.folded, more.end()) if more else None
        if not again:
            break
        terms.append(again)
    about = read_about(s.string, terms[-1][1], s.end)
    for said, stop in terms:
        yield Cited(
            Span(start, stop),
            "Nghị quyết",
            number,
            body="Trung ương",
            term=said,
            about=about[0] if about else None,
            tail=stop,
        )


def _arabic(ordinal: str) -> str | None:
    roman = numeral(ordinal)
    return next((str(n) for n in range(1, 40) if numeral(str(n)) == roman), None) if roman else None


def _congress(s: Sentence, m: re.Match[str]) -> Cited | None:
    said = m["ordinal"] or m["roman"]
    term = numeral(said) if said else None
    whose = (m["whose"] or "").strip()
    if said and term is None:
        return None
    if any(word in whose for word in ("các cấp", "cấp trên", " và ")):
        return None
    body, issuer = "Đại hội", None
    if m["years"]:
        body = s.string[m.start("body") : m.end("years")]
        body = body[:1].upper() + body[1:]
    elif whose.startswith(("đảng bộ", "chi bộ")):
        stop = m.end("body") - (len(" khóa") if whose.endswith(" khóa") else 0)
        words = re.sub(rf"(?<=[ ])TP\.?[ ]?(?=[{UPPER}{LOWER}])", "thành phố ", s.string[m.start("body") : stop])
        level = "province" if "tỉnh" in whose else "local"
        issuer = Issuer(Span(m.start("body"), stop), words[:1].upper() + words[1:], level)
    end = m.end()
    if not whose and (party := _party(s, end)):
        issuer, end = replace(party, words=f"Đại hội {party.words}"), party.span.end
    return Cited(Span(m.start("head"), end), "Nghị quyết", None, body=body, term=term, issuer=issuer, tail=end)


def _party(s: Sentence, at: int) -> Issuer | None:
    """The Party organisation behind a congress's number: "Đại hội XIII Đảng bộ tỉnh Kon Tum"."""
    of = re.compile(r"[ ](?:của[ ])?(?=đảng bộ)").match(s.folded, at, s.end)
    return read_issuer(s.string, s.folded, of.end(), s.end, s.view) if of else None
