"""Issuing in the story: "ngày 1/4/2021, Thành ủy (đã) ban hành Kế hoạch …" gives date and issuer from before.

    issuing  = [ "ngày" , date , "," ] , issuer , [ words ] , verb , [ count ] , citation , { ( "," | ";" | "và" ) , citation } ;
    approved = "được" , issuer , verb , [ words ] , ( "tại" | "bằng" | "theo" ) , citation ;
    acting   = issuer , verb , [ words ] , ( "tại" | "bằng" ) , citation ;   "UBND huyện đã kết luận … tại Thông báo …"
    of       = "của" , issuer , "tại" , citation ;                           "theo chỉ đạo của UBND tỉnh tại Công văn …"
    deciding = [ "tại" ] , citation , "," , issuer , decides ;               "Tại Quyết định …, Thủ tướng phê chuẩn …"

A further citation behind ", ban hành" in the same sentence has the same issuer, and a date of its own where one stands
before its verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportgen.extract.directives.cited import Cited, Sentence
from reportgen.extract.directives.issuers import Issuer, find_issuers, read_issuer
from reportgen.vietnamese.dates import find_dates
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.directives", "organs.toml")
_VERBS = _TABLE["verbs"]
_ISSUES = re.compile(
    rf"(?<!\w)(?:đã|vừa|cũng đã|tiếp tục)?[ ]?{alternation(_VERBS['issue'])}"
    rf"[ ](?:(?:các|tiếp|thêm|liên tiếp|liền|một|hai|số|\d{{1,2}})[ ])*$"
)
_APPROVED = re.compile(
    rf"(?<!\w)được[ ](?P<issuer>[^.;:,]{{4,60}}?)[ ](?:cùng )?{alternation(_VERBS['approve'])}(?!\w)[^.;:]{{0,80}}?[ ](?:tại|bằng|theo)[ ]$"
)
_AT = r"[ ](?:tại|bằng)[ ](?:các[ ])?"
_ACTS_AT = re.compile(
    rf"(?<!được)[ ](?P<verb>(?:đã[ ]|cũng[ ]|vừa[ ]|từng[ ])*{alternation(_VERBS['act'])})(?!\w)(?:[ ][^.;:,]{{0,80}}?)?{_AT}$"
)
_OF_AT = re.compile(rf"(?<!\w)của[ ](?P<issuer>[^.;:,]{{3,80}}){_AT}$")
_DATED_AT = re.compile(r"ngày[ ][\d/.–-]{6,12},?[ ](?:tại|trong|bằng)[ ](?:các[ ])?$")
_OPENS = re.compile(r"(?:^|[.;:,“\"])[ ]?(?:(?:cụ thể|theo đó|trong đó)?,?[ ]?(?P<by>tại|theo)[ ])?(?:các[ ])?$")
_DECIDED = re.compile(rf"[ ](?:đã[ ]|cũng[ ])*{alternation(_VERBS['decide'])}(?!\w)")
_DATED = re.compile(r",[ ]ngày[ ][\d/.–-]{6,12}")
_NOT_SUBJECT = re.compile(r"(?:của|do|theo|với|cho|tại|về|từ|báo cáo|trình)[ ]$")
_NEXT = re.compile(r"[ ]*(?:[,;]|,?[ ]và|;[ ]và)[ ]*(?:các[ ])?(?:số[ ])?")
_OWNERS = _TABLE["owners"]
_ADVERBS = frozenset({"", "đã", "cũng", "vừa", "từng", "cũng đã"})
_SPEECH = re.compile(r"(?:^|[:,]|(?<!\w)(?:rằng|là|biết|nói))[ ]*$")
"""Before the quotation marks of what somebody says, not of a title."""
_SIGNER = re.compile(
    r"(?<!\w)(?:ông|bà|đồng chí|đ/c|chính)[ ][^.;:,–-]{3,40}[ ]?[,–-]?[ ]?(?:(?:khi|lúc|bấy) (?:đó|ấy|giờ) là|nguyên|quyền)?[ ]?"
    r"(?:phó |bí thư |giám đốc |chủ tịch |trưởng )*$"
)
_OF_A_DOCUMENT = re.compile(r"(?:[/-][a-zđ&]+|(?<!\w)số \d+\w*)[ ,(]*$")
"""Before the date of another document: "Quyết định 640/QĐ-TTg ngày 5/4/2020"."""
_YEAR = re.compile(r"(?:^|(?<=[.;:,“\"(] )|(?<=trong ))năm[ ](?P<year>(?:19|20)\d\d),[ ]$")
_NEAR = 90  # characters between issuer and verb


def issued(s: Sentence, found: Iterable[Cited]) -> Iterator[Cited]:
    """The citations `found` in a sentence, in order, with issuer and date from the words that issue them."""
    last: Cited | None = None
    for cited in found:
        if (
            last
            and last.inverted
            and last.issuer
            and not cited.issuer
            and _NEXT.fullmatch(s.folded, last.stop, cited.span.start)
        ):
            listed = s.string[cited.span.start].isdigit()  # "6 quyết định mang số 2356, 2357, …"
            cited = replace(
                cited, issuer=last.issuer, date=cited.date or (last.date if listed else None), inverted=True
            )
        else:
            acting = last.issuer if last and last.inverted else None
            cited = _with_issuing(s, cited, acting)
            cited = cited if cited.issuer else _approved(s, cited) or _acting(s, cited) or cited
            cited = cited if cited.date else _dated_at(s, cited)
        last = cited
        yield cited


def decided(s: Sentence, found: list[Cited]) -> list[Cited]:
    """`found` with the issuer of the documents that open a clause and by which it decides: "Tại Quyết định …, Thủ tướng phê chuẩn"."""
    out = list(found)
    by: Issuer | None = None  # who decides by the document behind
    for i in reversed(range(len(out))):
        cited = out[i]
        joined = by and _NEXT.fullmatch(s.folded, cited.tail, out[i + 1].span.start)
        if cited.issuer or cited.about:
            by = None
        elif joined and by and _opens(s, cited) and _may_issue(s, by, cited):
            out[i] = replace(cited, issuer=by)
        else:
            out[i] = _with_decider(s, out, i)
            by = out[i].issuer
    return out


def _with_decider(s: Sentence, found: list[Cited], i: int) -> Cited:
    """The citation with who decides by it, and when: "Tại Quyết định 5/QĐ-TTg, ngày 7/2/2018, Thủ tướng phê chuẩn …"."""
    cited = found[i]
    dated = _DATED.match(s.folded, cited.tail, s.end)
    at = dated.end() if dated else cited.tail
    if not s.folded.startswith(", ", at):
        return cited
    issuer = read_issuer(s.string, s.folded, at + 2, s.end, s.view)
    if not issuer or not _DECIDED.match(s.folded, issuer.span.end, s.end) or not _may_issue(s, issuer, cited):
        return cited
    if _opens(s, cited) or _follows(s, found, i) or _in_its_symbol(s, issuer, cited):
        date = next((m.iso for m in find_dates(s.string, cited.tail, at)), None)
        return replace(cited, issuer=issuer, date=cited.date or date)
    return cited


def _opens(s: Sentence, cited: Cited) -> bool:
    return bool(_OPENS.search(s.folded[s.start : cited.span.start]))


def _follows(s: Sentence, found: list[Cited], i: int) -> bool:
    """True where the citation is joined to one that opens the clause."""
    return bool(i and _NEXT.fullmatch(s.folded, found[i - 1].tail, found[i].span.start)) and (
        _opens(s, found[i - 1]) or _follows(s, found, i - 1)
    )


def _may_issue(s: Sentence, issuer: Issuer, cited: Cited) -> bool:
    """False where the symbol says that somebody else did, or where a body may act by another's document ("theo …")."""
    organ = cited.symbol.organ if cited.symbol else None
    owner = _OWNERS.get(organ or "")
    opening = _OPENS.search(s.folded[s.start : cited.span.start])
    if owner or (opening and opening["by"] == "theo"):
        return issuer.words in (owner or ())
    return True


def _in_its_symbol(s: Sentence, issuer: Issuer, cited: Cited) -> bool:
    """True where a document that something is said of "tại" bears the body's name in its symbol."""
    organ = cited.symbol.organ if cited.symbol else None
    return organ in {"UBND", "HĐND"} and organ in issuer.words and s.folded.endswith("tại ", s.start, cited.span.start)


def _with_issuing(s: Sentence, cited: Cited, before_it: Issuer | None = None) -> Cited:
    """`cited` with the issuer and date that the words before it give, where they issue it.

    `before_it` is who issued the document before it in the same sentence.
    """
    before = s.folded[s.start : cited.span.start]
    verb = _ISSUES.search(before)
    if not verb:
        return cited
    issuer = _subject(s, s.start + verb.start()) or before_it
    if issuer is None:
        return replace(cited, date=cited.date or _date_before(s, s.start, s.start + verb.start()))
    reach = _reach(s, issuer.span.start) if issuer is not before_it else s.start + verb.start() - _NEAR // 2
    date = cited.date or _date_before(s, reach, s.start + verb.start()) or _year_before(s, issuer)
    own = (
        cited.issuer if cited.issuer and cited.issuer.words != f"Chủ tịch {issuer.words}" else None
    )  # who only signs it
    return replace(cited, issuer=own or issuer, date=date, inverted=True)


def _year_before(s: Sentence, issuer: Issuer) -> str | None:
    """The year that opens the clause of who acts: "Năm 1998, Thủ tướng có Quyết định …"."""
    year = _YEAR.search(s.folded[s.start : issuer.span.start])
    return year["year"] if year else None


def _reach(s: Sentence, at: int) -> int:
    """From where on a date holds for what a body does that is named at `at`: further where its signer stands between."""
    signer = _SIGNER.search(s.folded[:at], max(s.start, at - _NEAR))
    return max(s.start, (signer.start() if signer else at) - 40)


def _approved(s: Sentence, cited: Cited) -> Cited | None:
    """`cited` with the issuer of "được Thủ tướng phê duyệt tại Quyết định …"."""
    m = _APPROVED.search(s.folded[: cited.span.start], s.start)
    issuer = read_issuer(s.string, s.folded, m.start("issuer"), s.end, s.view) if m else None
    return replace(cited, issuer=issuer) if m and issuer and issuer.span.end == m.end("issuer") else None


def _acting(s: Sentence, cited: Cited) -> Cited | None:
    """`cited` with the issuer of "UBND huyện đã kết luận … tại Thông báo …" or "theo chỉ đạo của UBND huyện tại Công văn …"."""
    before = s.folded[: cited.span.start]
    of = _OF_AT.search(before, s.start)
    issuer = read_issuer(s.string, s.folded, of.start("issuer"), s.end, s.view) if of else None
    if not (of and issuer and issuer.span.end == of.end("issuer")):
        acts = _ACTS_AT.search(before, s.start)
        issuer = _subject(s, acts.start("verb")) if acts else None
        if not (acts and issuer and s.folded[issuer.span.end : acts.start("verb")].strip() in _ADVERBS):
            return None
    return replace(cited, issuer=issuer) if issuer and _may_issue(s, issuer, cited) else None


def _dated_at(s: Sentence, cited: Cited) -> Cited:
    """`cited` with the date of "ngày 5/10/2014 tại Văn bản …"."""
    dated = _DATED_AT.search(s.folded[: cited.span.start], s.start)
    return replace(cited, date=_date_before(s, dated.start(), dated.end())) if dated else cited


def _subject(s: Sentence, verb: int) -> Issuer | None:
    """The body that acts before the verb: the last one in the sentence that is no complement."""
    found = find_issuers(s.string, s.folded, s.start, verb, s.view)
    for issuer in reversed(found):
        between = s.folded[issuer.span.end : verb]
        before = s.folded[s.start : issuer.span.start]
        quoted = before.count("“") > before.count("”") and not _SPEECH.search(before[: before.rfind("“")])
        if quoted or before.count("(") > before.count(")"):
            continue  # in the title of another document, or an aside
        if not _NOT_SUBJECT.search(s.folded[s.start : issuer.span.start]) and (len(between) <= _NEAR or ";" in between):
            return issuer
    return None


def _date_before(s: Sentence, start: int, end: int) -> str | None:
    """The whole day named last before the verb ("và ngày 26/4/2021, ban hành"), None where none is near."""
    for mention in reversed(find_dates(s.string, start, end)):
        begin = mention.span.start - 5 * s.folded.endswith("ngày ", s.start, mention.span.start)
        named = s.folded.startswith("ngày", begin) and not _OF_A_DOCUMENT.search(s.folded[s.start : begin])
        if mention.date and end - mention.span.end <= _NEAR and named:
            return mention.iso
    return None
