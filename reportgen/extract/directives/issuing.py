"""Issuing in the story: "ngày 1/4/2021, Thành ủy (đã) ban hành Kế hoạch …" gives date and issuer from before.

    issuing = [ "ngày" , date , "," ] , issuer , [ words ] , verb , [ count ] , citation ;

A further citation behind ", ban hành" in the same sentence has the same issuer, and a date of its own where one stands
before its verb.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reportgen.extract.directives.grammar import Cited, Sentence
from reportgen.extract.directives.issuers import Issuer, find_issuers
from reportgen.vietnamese.dates import find_dates
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_VERBS = table("reportgen.extract.directives", "organs.toml")["verbs"]["issue"]
_ISSUES = re.compile(
    rf"(?<!\w)(?:đã|vừa|cũng đã|tiếp tục)?[ ]?{alternation(_VERBS)}[ ](?:(?:các|tiếp|thêm|\d{{1,2}})[ ])*$"
)
_NOT_SUBJECT = re.compile(r"(?:của|do|theo|với|cho|tại|về|từ|báo cáo|trình)[ ]$")
_NEAR = 90  # characters between issuer and verb


def with_issuing(s: Sentence, cited: Cited, before_it: Issuer | None = None) -> Cited:
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
    reach = max(s.start, issuer.span.start - 40) if issuer is not before_it else s.start + verb.start() - _NEAR // 2
    date = cited.date or _date_before(s, reach, s.start + verb.start())
    return replace(cited, issuer=cited.issuer or issuer, date=date, inverted=True)


def _subject(s: Sentence, verb: int) -> Issuer | None:
    """The body that acts before the verb: the last one in the sentence that is no complement."""
    found = find_issuers(s.string, s.folded, s.start, verb, s.view)
    for issuer in reversed(found):
        between = s.folded[issuer.span.end : verb]
        before = s.folded[s.start : issuer.span.start]
        if before.count("“") > before.count("”"):
            continue  # in the title of another document
        if not _NOT_SUBJECT.search(s.folded[s.start : issuer.span.start]) and (len(between) <= _NEAR or ";" in between):
            return issuer
    return None


def _date_before(s: Sentence, start: int, end: int) -> str | None:
    """The whole day named last before the verb ("và ngày 26/4/2021, ban hành"), None where none is near."""
    for mention in reversed(find_dates(s.string, start, end)):
        if mention.date and end - mention.span.end <= _NEAR and s.folded[mention.span.start :].startswith("ngày"):
            return mention.iso
    return None
