"""The figures of a build as CSV, one a row, for a spreadsheet program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen.model import Extraction, Metric

COLUMNS = (
    *("article", "published", "locality", "indicator", "value", "to", "of", "unit"),
    *("bound", "change", "target", "period", "baseline", "quote", "start", "end"),
)
"""The fields as EXTRACTION.md names them; `start` and `end` are the span in the text that `reportgen text FILE` prints."""

_FORMULA = tuple("=+-@＝＋－＠\t\r\n")


def spreadsheet(extractions: Iterable[Extraction]) -> bytes:
    """CSV by RFC 4180 in UTF-8, with the byte order mark by which Excel knows it; the same in whatever order the articles come.

    Numbers are plain, with a point. What comes from an article and could be read as a formula has an apostrophe before it.
    """
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for extraction in sorted(extractions, key=lambda x: (x.article.id, x.article.source.path)):
        for metric in sorted(extraction.metrics, key=lambda m: m.span):
            table.writerow(_row(extraction, metric))
    return out.getvalue().encode("utf-8-sig", "replace")


def _row(extraction: Extraction, m: Metric) -> Iterator[str | int]:
    article = extraction.article
    published = article.published.isoformat() if article.published else ""
    yield from (_inert(article.id), published, _inert(m.locality.full if m.locality else None), _inert(m.indicator))
    yield from (_number(m.value), _number(m.to), _number(m.of), _inert(m.unit))
    yield from (m.bound or "", m.change or "", "true" if m.target else "false", _inert(m.period), _inert(m.baseline))
    yield _inert(article.quote(m.span))
    yield from article.origin(m.span)


def _number(value: Decimal | None) -> str:
    """A number with a point and nothing else.

    >>> _number(Decimal("5.6E+7")), _number(Decimal("1.50")), _number(None)
    ('56000000', '1.5', '')
    """
    if value is None:
        return ""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _inert(words: str | None) -> str:
    """`words` as a cell that no spreadsheet program computes.

    >>> _inert("=HYPERLINK(1)"), _inert("12 hộ")
    ("'=HYPERLINK(1)", '12 hộ')
    """
    return f"'{words}" if words and words.startswith(_FORMULA) else words or ""
