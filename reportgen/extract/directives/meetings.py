"""Resolutions of plenums and congresses, which have no number of their own.

plenum   = ( "nghị quyết" | "kết luận" ) , [ "hội nghị" ] , [ "lần thứ" , n ] , [ organ ] , ( "trung ương" | "TW" ) , [ n ] ,
           { ( "," | "và" ) , n } , [ term ] , { term } ;
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
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import LOWER, UPPER

_CENTRE = r"(?:trung[ ]ương|t\.?[ ]?[ưw]\.?|tw)"
_PLENUM = re.compile(
    rf"""(?<!\w)(?:các[ ])?(?P<head>nghị[ ]quyết|nq|kết[ ]luận(?=[ ](?:của[ ])?hội[ ]nghị))[ ](?:của[ ])?
      (?:hội[ ]nghị[ ])?(?:(?:lần[ ])?thứ[ ](?P<before>\d{{1,2}}|[ivx]+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:[ ]\w+)?)[ ]?,?[ ]?)?
      (?:(?:của[ ])?(?:ban[ ]chấp[ ]hành|bch)[ ])?{_CENTRE}(?:[ ]đảng)?
      (?:[ ]?(?:lần[ ]thứ[ ])?(?P<after>\d{{1,2}})(?![\w/%.,-]*\d))?
      (?!\w)""",
    re.VERBOSE,
)
_MORE_TERMS = re.compile(
    r"[ ]*(?:,|,?[ ]và)[ ]*(?:khóa[ ](?P<said>[ivxl]+|\d{1,2})|(?P<roman>[ivx]{1,5})|(?P<listed>\d{1,2})(?=[ ]*\)))(?!\w)(?:[ ]*\))?"
)
_MORE_PLENUMS = re.compile(rf"(?:,|,?[ ]và)[ ](?:{_CENTRE}[ ]?)?(?P<number>\d{{1,2}})(?!\w|[/%]|[.,-]\d)(?![ ]năm[ ])")
_CONGRESS = re.compile(
    r"""(?<!\w)(?:các[ ])?(?P<head>nghị[ ]quyết|nq)[ ](?:của[ ])?(?P<body>(?:đại[ ]hội|đh)
      (?:[ ](?:đại[ ]biểu|đảng[ ]viên))*
      (?P<whose>[ ](?:đảng[ ]bộ|chi[ ]bộ|đảng|toàn[ ]quốc|mttq|mặt[ ]trận|đoàn|công[ ]đoàn|hội[ ](?:nông|liên|lhpn|cựu|chữ))
        (?:tp\.|[^.,;:()“”"]){0,60}?)?
      )(?:,?[ ](?:lần[ ]thứ[ ](?P<ordinal>\d{1,2}|[ivx]+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:[ ]\w+)?)
         |(?P<roman>[ivx]{1,6}|\d{1,2}(?=[ ](?:của[ ])?đảng)|(?<=đảng[ ])\d{1,2}(?![/%]|[.,-]\d))(?!\w)
         |(?P<years>nhiệm[ ]kỳ[ ]\d{4}[ ]?[-–][ ]?\d{4})))
      (?:[ ]của[ ]đảng(?![ ]bộ))?(?:,?[ ]nhiệm[ ]kỳ[ ]\d{4}[ ]?[-–][ ]?\d{4})?""",
    re.VERBOSE,
)


_OF_ALL = re.compile(r"việt nam$|toàn quốc$|hồ chí minh$|^đoàn$")
_CONGRESS_SHORT = re.compile(
    r"(?<!\w)(?P<head>nghị[ ]quyết|nq)[ ](?:của[ ])?(?P<body>(?:đại[ ]hội|đh)(?:[ ](?:đại[ ]biểu|đảng[ ]viên))*[ ](?=đảng[ ]bộ|chi[ ]bộ))"
)


def read_meetings(s: Sentence) -> Iterator[Cited]:
    """The resolutions of plenums and congresses cited in a sentence; several terms are several documents."""
    for m in _PLENUM.finditer(s.folded, s.start, s.end):
        yield from _plenum(s, m)
    full = [congress for m in _CONGRESS.finditer(s.folded, s.start, s.end) if (congress := _congress(s, m))]
    yield from full
    for m in _CONGRESS_SHORT.finditer(s.folded, s.start, s.end):
        short = _short_congress(s, m)
        if short and not any(short.span.overlaps(congress.span) for congress in full):
            yield short


def _plenum(s: Sentence, m: re.Match[str]) -> Iterator[Cited]:
    ordinal = m["after"] or m["before"]
    number = ordinal if ordinal is None or ordinal.isdecimal() else _arabic(ordinal)
    if number is None:
        return
    named = [(number, Span(m.start("head"), m.end()))]
    while m["after"] and (more := _MORE_PLENUMS.match(s.folded, named[-1][1].end, s.end)):
        named.append((more["number"], Span(more.start("number"), more.end())))
    terms = _terms(s, named[-1][1].end)
    if len(named) > 1 and not terms:
        named = named[:1]  # "Nghị quyết Trung ương 4 và 12 chi bộ": a number that no term follows may count
    about = read_about(s.string, terms[-1][1] if terms else named[-1][1].end, s.end)
    for number, span in named:
        ends: list[tuple[str | None, int]] = [*terms] or [(None, span.end)]
        for said, stop in ends:
            span = Span(span.start, stop) if number == named[-1][0] else span
            yield Cited(
                span,
                "Kết luận" if m["head"].startswith("kết") else "Nghị quyết",
                number,
                body="Trung ương",
                term=said,
                about=about[0] if about else None,
                tail=span.end,
            )


def _terms(s: Sentence, at: int) -> list[tuple[str, int]]:
    """The terms from `at` on, each with where it ends: "khóa XI, khóa XII", "(khóa 11, 12)"."""
    first = read_term(s.string, s.folded, at)
    terms: list[tuple[str, int]] = [first] if first else []
    while terms and (more := _MORE_TERMS.match(s.folded, terms[-1][1], s.end)):
        term = numeral(more["said"] or more["roman"] or more["listed"])
        if term is None:
            break
        terms.append((term, more.end()))
    return terms


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
    elif (
        whose
        and not whose.startswith("toàn quốc")
        and (whose.startswith(("đảng bộ", "chi bộ")) or not whose.startswith("đảng"))
    ):
        stop = m.end("body") - (len(" khóa") if whose.endswith(" khóa") else 0)
        level = "province" if "tỉnh" in whose else "centre" if _OF_ALL.search(whose) else "local"
        issuer = Issuer(Span(m.start("body"), stop), _words(s, m.start("body"), stop), level)
        at = m.start("whose") + 1
        party = read_issuer(s.string, s.folded, at, s.end, s.view)
        if party and party.span.end >= stop:
            issuer = replace(party, words=_words(s, m.start("body"), at) + party.words)
    end = m.end()
    if not whose and (party := _party(s, end)):
        issuer, end = replace(party, words=f"Đại hội {party.words}"), party.span.end
    return Cited(Span(m.start("head"), end), "Nghị quyết", None, body=body, term=term, issuer=issuer, tail=end)


def _short_congress(s: Sentence, m: re.Match[str]) -> Cited | None:
    """A congress without its number: the short form of one that the article cites in full."""
    party = read_issuer(s.string, s.folded, m.end(), s.end, s.view)
    if not party or "các cấp" in fold(party.words):
        return None
    issuer = replace(party, words=f"{_words(s, m.start('body'), m.end())}{party.words}")
    span = Span(m.start("head"), party.span.end)
    return Cited(span, "Nghị quyết", body="Đại hội", issuer=issuer, certain=False, tail=span.end)


def _words(s: Sentence, start: int, end: int) -> str:
    """The body's words, the first letter a capital, "TP" written out."""
    words = re.sub(rf"(?<=[ ])TP\.?[ ]?(?=[{UPPER}{LOWER}])", "thành phố ", s.string[start:end])
    words = re.sub(r"^ĐH(?!\w)", "Đại hội", words)
    return words[:1].upper() + words[1:]


def _party(s: Sentence, at: int) -> Issuer | None:
    """The Party organisation behind a congress's number: "Đại hội XIII Đảng bộ tỉnh Kon Tum"."""
    of = re.compile(r"[ ](?:của[ ])?(?=đảng bộ)").match(s.folded, at, s.end)
    return read_issuer(s.string, s.folded, of.end(), s.end, s.view) if of else None
