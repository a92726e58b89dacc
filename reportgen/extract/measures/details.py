"""Details: when a measure was taken, which documents it issues or carries out, which figures it tells."""

from __future__ import annotations

import datetime as dt
import re

from reportgen.extract.measures.reading import Clause
from reportgen.model import Directive, Metric
from reportgen.text import Span
from reportgen.vietnamese.dates import find_dates
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_ACTS = table("reportgen.extract.measures", "acts.toml")
_TIME = table("reportgen.extract.measures", "actors.toml")["time"]
_ISSUES = frozenset(_ACTS["issuing"])
_STRETCH = re.compile(rf"{starting(_ACTS['stretches'])}[ ](?:hết[ ])?(?:ngày[ ]|tháng[ ]|năm[ ])?$")
_DAY = re.compile(r"(?<!\w)(?:sáng|trưa|chiều|tối|hôm)[ ](?P<day>nay|qua)(?!\w)")
_OPENS = re.compile(rf"(?:^|[,;:][ ])(?:{alternation(_TIME)}[ ])*$")
_UNTIL = re.compile(r"[ ]?(?:-|–|đến|tới)[ ]?(?:nay|ngày|tháng|năm|\d)")
_REACH = 24  # characters before a date in which the words of a stretch of time stand


def date_of(
    string: str,
    folded: str,
    span: Span,
    clause: Clause,
    directives: tuple[Directive, ...],
    published: dt.date | None = None,
) -> str | None:
    """The date of the act in the statement at `span`, ISO: the one said before the act, or that of the document it issues,
    whichever says more. "Chiều nay" is the day on which the story was `published`, "hôm qua" the day before.

    "Từ năm 2018 đến nay" is a stretch of time, the date of a document that is only cited is that document's: neither is the act's.
    """
    if clause.act is None:
        return None
    day = _DAY.search(folded, span.start, clause.act.start)
    if day and published:
        return (published - dt.timedelta(days=day["day"] == "qua")).isoformat()
    dates = [_said(string, folded, Span(span.start, clause.act.start), directives)]
    if clause.act_words in _ISSUES:
        issued = [d for d in directives if any(clause.act.end <= m.start < span.end for m in d.mentions)]
        dates += [d.date for d in issued[:1] if d.issued_here]
    return max((d for d in dates if d), key=len, default=None)


def _said(string: str, folded: str, before: Span, directives: tuple[Directive, ...]) -> str | None:
    """The date that opens a clause before an act ("Ngày 30/5/2018, …", "Để …, đầu tháng 1/2017, …")."""
    cited = [m for d in directives for m in d.mentions if m.overlaps(before)]
    for mention in find_dates(string, before.start, before.end):
        at = mention.span
        apart = any(m.overlaps(at) for m in cited) or folded.startswith(" của ", at.end)
        stretch = _STRETCH.search(folded, max(before.start, at.start - _REACH), at.start) or _UNTIL.match(
            folded, at.end
        )
        if not apart and not stretch and _OPENS.search(folded[before.start : at.start]):
            return mention.iso
    return None


def directives_in(span: Span, directives: tuple[Directive, ...]) -> tuple[int, ...]:
    """Which of `directives` are cited in `span`."""
    return tuple(i for i, d in enumerate(directives) if any(m.overlaps(span) for m in d.mentions))


def metrics_in(span: Span, metrics: tuple[Metric, ...]) -> tuple[int, ...]:
    """Which of `metrics` stand in `span`."""
    return tuple(i for i, m in enumerate(metrics) if span.covers(m.span))
