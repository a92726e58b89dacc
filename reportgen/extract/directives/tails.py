"""Tails: what follows the number of a document and says more of it.

tail    = { [ "," ] , ( date | ( "của" | "do" ) , issuer , [ issued ] | "được" , issuer , [ term ] , issued | signed | plenary | term
          | years | alias ) } , [ about ] ;
signed  = "do" , person , "ký" ;                               "do ông Nguyễn Văn A, Phó Chủ tịch UBND huyện ký": of the UBND
date    = [ "ban hành" | "ký" | "ra" | "cùng" ] , "ngày" , day | "tháng" , month , year | "năm" , year ;
plenary = ( "của" | "tại" ) , "hội nghị" , [ "lần thứ" , n ] , [ "BCH" ] , "Trung ương" , [ n ] ;      the Central Committee's
term    = [ "(" ] , "khóa" , n , [ ")" ] ;
alias   = "(" , [ "sau đây" ] , "gọi tắt là" , … , ")" ;
"""

from __future__ import annotations

import re
from dataclasses import replace

from reportgen.extract.directives.about import read_about
from reportgen.extract.directives.cited import Cited, Sentence
from reportgen.extract.directives.issuers import Issuer, find_issuers, read_issuer, read_joint
from reportgen.extract.directives.terms import read_term
from reportgen.text import Span
from reportgen.vietnamese.dates import find_dates

OF = re.compile(r"[ ,]*(?:của|do)[ ]")  # "QĐ/TWcủa": the blank is lost
_BY = re.compile(r"[ ,]*(?:đã )?được[ ]")
_ISSUED = re.compile(
    r"[ ](?:đã[ ])?(?:ban hành|ký ban hành|ký duyệt|ký|thông qua|phê duyệt|công bố|đề ra|cấp)(?=[ ,.;)]|$)"
)
_PLENARY = re.compile(
    r"[ ,]*(?:của |tại |do )?\(?(?P<meeting>hội nghị (?:(?:lần )?thứ \w+(?: \w+)?,? )??(?:của )?(?:(?:ban chấp hành|bch) )?)?"
    r"(?:trung ương|t\.?ư|tw)(?: đảng)?(?: (?:lần thứ )?\d{1,2}(?!\d))?(?!\w)"
)
_ALIAS = re.compile(r"[ ]\((?:sau đây )?(?:được )?(?:gọi|viết)(?: chung)?(?: tắt)? là[^()]{2,60}\)")
_YEARS = re.compile(r"(?:,? \(?|[ ]\()nhiệm kỳ \d{4}[ ]?[-–][ ]?\d{4}\)?")
_SIGNED = re.compile(
    r"[ ,(]*do[ ](?P<who>(?:ông|bà|đồng chí|đ/c|phó)[ ][^.;:()“”]{4,110}?)[ ](?:đã |thay mặt )?ký(?: ban hành| duyệt)?(?=[ ,.;)]|$)"
)
_DATE_LEAD = re.compile(
    r"[ ]*[,(]*[ ]*(?:(?:ban hành|ký ban hành|ký|ra|cùng)[ ])?(?=ngày[ ]?\d|tháng[ ]\d|năm[ ](?:19|20)\d\d)"
)
_PART_OF_MENTION = ("ngày", "năm", "tháng")


def with_tail(s: Sentence, cited: Cited) -> Cited:
    """`cited` with the date, issuer, term and subject that follow it."""
    while cited.tail < s.end:
        more = _date(s, cited) or _issuer(s, cited) or _term(s, cited)
        if more is None:
            skipped = _ALIAS.match(s.folded, cited.tail, s.end) or _YEARS.match(s.folded, cited.tail, s.end)
            if not skipped:
                break
            more = replace(cited, tail=skipped.end())
        cited = more
    about = read_about(s.string, cited.tail, s.end)
    return replace(cited, about=about[0] if about else None, stop=about[1] if about else cited.tail)


def _date(s: Sentence, cited: Cited) -> Cited | None:
    found = date_after(s, cited.tail)
    if not found:
        return None
    date, at = found
    if cited.date and not (len(cited.date) == 4 and date.startswith(f"{cited.date}-")):  # "năm 2025, ngày 29/4/2025"
        return None
    span = cited.span
    if s.folded[span.end : at].strip(" ,(").startswith(_PART_OF_MENTION):
        span = Span(span.start, at)
    return replace(cited, date=date, span=span, tail=at + s.folded.startswith(")", at))


def _issuer(s: Sentence, cited: Cited) -> Cited | None:
    if cited.issuer:
        return None
    of = OF.match(s.folded, cited.tail)
    issuer = read_joint(s.string, s.folded, of.end(), s.end, s.view) if of else None
    if issuer:
        issued = _ISSUED.match(s.folded, issuer.span.end, s.end)
        return replace(cited, issuer=issuer, tail=issued.end() if issued else issuer.span.end)
    by = _BY.match(s.folded, cited.tail)
    issuer = read_issuer(s.string, s.folded, by.end(), s.end, s.view) if by else None
    if issuer:
        term = read_term(s.string, s.folded, issuer.span.end)
        issued = _ISSUED.match(s.folded, term[1] if term else issuer.span.end, s.end)
        return replace(cited, issuer=issuer, tail=issued.end()) if issued else None
    signed = _SIGNED.match(s.folded, cited.tail, s.end)
    signers = find_issuers(s.string, s.folded, signed.start("who"), signed.end("who"), s.view) if signed else []
    return replace(cited, issuer=signers[-1], tail=signed.end()) if signed and signers else None


def _term(s: Sentence, cited: Cited) -> Cited | None:
    if cited.term:
        return None
    plenary = _PLENARY.match(s.folded, cited.tail, s.end)
    at = plenary.end() if plenary else cited.tail
    said = read_term(s.string, s.folded, at)
    if not said and not (plenary and (plenary["meeting"] or plenary[0][-1].isdigit())):
        return None
    issuer = cited.issuer
    if plenary and not issuer and (not plenary["meeting"] or plenary[0].lstrip(" ,").startswith(("của", "do"))):
        issuer = Issuer(Span(plenary.start(), plenary.end()), "Ban Chấp hành Trung ương", "centre")
    term, at = said or (None, at)
    return replace(cited, term=term, issuer=issuer, tail=at) if term or issuer is not cited.issuer else None


def date_after(s: Sentence, at: int) -> tuple[str, int] | None:
    """The date right behind `at` ("ngày 13/3/2018", "(ngày …)", "tháng 7-2011", "năm 2016"), with where it ends."""
    glued = s.folded.startswith("ngày", at)
    lead = _DATE_LEAD.match(s.folded, at)
    if not lead and not glued:
        return None
    begin = lead.end() if lead else at
    window = re.sub(r"(?<=[/-]) (?=\d)", "", s.folded[begin : begin + 40])
    lost = len(s.folded[begin : begin + 40]) - len(window)
    for mention in find_dates(window):
        if mention.span.start <= 5:
            if window.startswith("tháng") and mention.year is None:
                return None
            end = begin + mention.span.end
            if s.folded.startswith(",", at) and s.folded.startswith(", ", end) and _acts_next(s, end + 2):
                return None  # "…, ngày 12/01/2018, Ban Thường vụ ban hành …": the date of what comes
            return mention.iso, end + (lost if mention.span.end > 6 else 0)
    return None


def _acts_next(s: Sentence, at: int) -> bool:
    return read_issuer(s.string, s.folded, at, s.end, None) is not None
