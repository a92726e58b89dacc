"""Figures, dates and periods as a reader of Vietnamese or English expects them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal

from reportgen.model import Metric

SHARES = frozenset({"%", "‰"})
"""Units that stand right behind their figure, as do those that begin with them ("%/năm")."""

_LARGE = ((Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_MONEY = frozenset({"đồng", "vnđ", "vnd", "usd", "đô la", "đô-la", "eur", "euro"})
_YEAR = re.compile(r"năm (\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def number(value: Decimal, lang: str) -> str:
    """A number with the language's marks for thousands and decimals.

    >>> number(Decimal("8000"), "vi"), number(Decimal("1234567.8"), "vi"), number(Decimal("1.5"), "en")
    ('8.000', '1.234.567,8', '1.5')
    """
    written = f"{value:,f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return written if lang == "en" else written.translate(str.maketrans(",.", ".,"))


def amount(value: Decimal, unit: str | None, lang: str, words: Mapping[str, str]) -> str:
    """A number that carries its scale in words where it is money: 56000000 "đồng" is "56 triệu"."""
    if unit and unit.split("/")[0].lower() in _MONEY and value >= 10**6:
        for scale, name in _LARGE:
            if value >= scale and (value / scale) == round(value / scale, 3):
                return f"{number((value / scale).normalize(), lang)} {words[name]}"
    return number(value, lang)


def _stretch(value: Decimal, to: Decimal, unit: str | None, lang: str, words: Mapping[str, str]) -> str:
    """A range; a scale that both ends carry is said once: "4 đến 5 triệu"."""
    first, last = amount(value, unit, lang, words), amount(to, unit, lang, words)
    if " " in first and first.split(" ")[1] == last.split(" ")[-1]:
        first = first.split(" ")[0]
    return f"{first} {words['to']} {last}"


def figure(metric: Metric, lang: str, words: Mapping[str, str]) -> str:
    """A metric's figure with bound, direction and unit: "trên 8.000 đảng viên", "tăng 20%", "19/21 công chức"."""
    unit = metric.unit
    said = amount(metric.value, unit, lang, words)
    if metric.of is not None:
        said = f"{said}/{number(metric.of, lang)}"
    elif metric.to is not None:
        said = _stretch(metric.value, metric.to, unit, lang, words)
    if unit:
        said += unit if unit[0] in SHARES else f" {unit}"
    if metric.bound:
        said = f"{words['bound ' + metric.bound]} {said}"
    if metric.change:
        said = f"{words['change ' + metric.change]} {said}"
    if metric.target:
        said = f"{words['target']} {said}"
    if metric.baseline:
        said = f"{said} {words['compared']} {_baseline(metric.baseline, words)}"
    return said


def _baseline(said: str, words: Mapping[str, str]) -> str:
    """What a rise or fall is measured from: a year as the language says it, else by the labels, else as the article says it."""
    year = _YEAR.fullmatch(said)
    return words["year"].format(year[1]) if year else words.get(f"baseline {said.lower()}", said)


def day(date: dt.date, lang: str) -> str:
    """A date: 13/3/2018 in Vietnamese, 13 March 2018 in English.

    In Vietnamese days under 10 and the months 1 and 2 are written with a 0 (Nghị định 30/2020/NĐ-CP, Phụ lục I).

    >>> day(dt.date(2021, 4, 1), "vi"), day(dt.date(2026, 2, 5), "vi"), day(dt.date(2026, 2, 5), "en")
    ('01/4/2021', '05/02/2026', '5 February 2026')
    """
    if lang == "en":
        return f"{date.day} {_ENGLISH_MONTHS[date.month - 1]} {date.year}"
    month = f"{date.month:02d}" if date.month < 3 else f"{date.month}"
    return f"{date.day:02d}/{month}/{date.year}"


_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def document_date(iso: str | None, lang: str) -> str:
    """The date of a document as far as it is known: "2018-03-13", "2018-03", "2018", "--04-16"."""
    if not iso:
        return ""
    if iso.startswith("--"):
        month, of_month = iso[2:].split("-")
        return f"{int(of_month)}/{int(month)}" if lang == "vi" else f"{int(of_month)} {_ENGLISH_MONTHS[int(month) - 1]}"
    parts = [int(x) for x in iso.split("-")]
    if len(parts) == 3:
        return day(dt.date(parts[0], parts[1], parts[2]), lang)
    if len(parts) == 2:
        return f"{parts[1]}/{parts[0]}" if lang == "vi" else f"{_ENGLISH_MONTHS[parts[1] - 1]} {parts[0]}"
    return iso


def period(edtf: str | None, lang: str, words: Mapping[str, str]) -> str:
    """An EDTF period in words: "2018/.." is "từ năm 2018 đến nay", "2018-01/2018-06" "6 tháng đầu năm 2018"."""
    if not edtf:
        return ""
    start, _, end = edtf.partition("/")
    if end == "..":
        return words["since"].format(_moment(start, lang, words))
    if not end:
        return _point(start, lang, words)
    if start == "..":
        return words["until"].format(_moment(end, lang, words))
    if part := _part_of_year(start, end, words):
        return part
    if len(start) == len(end) == 4:
        return f"{start}–{end}"
    return f"{_moment(start, lang, words)} – {_moment(end, lang, words)}"


def _part_of_year(start: str, end: str, words: Mapping[str, str]) -> str | None:
    """A quarter, a half year or the first months of a year in words; None for any other stretch."""
    a, b = _MONTH.fullmatch(start), _MONTH.fullmatch(end)
    if not (a and b and a[1] == b[1]):
        return None
    first, last = int(a[2]), int(b[2])
    if name := _PARTS.get((first, last)):
        return words[name].format(a[1])
    return words["first months"].format(last, a[1]) if first == 1 < last < 12 else None


_PARTS = {
    (1, 3): "quarter 1",
    (4, 6): "quarter 2",
    (7, 9): "quarter 3",
    (10, 12): "quarter 4",
    (1, 6): "first half",
    (7, 12): "second half",
}


def _moment(edtf: str, lang: str, words: Mapping[str, str]) -> str:
    """A point in time amid others words, where a day is said to be one: "từ ngày 01/11/2016 đến nay"."""
    return words["day"].format(_point(edtf, lang, words)) if len(edtf) == 10 else _point(edtf, lang, words)


def _point(edtf: str, lang: str, words: Mapping[str, str]) -> str:
    if re.fullmatch(r"\d{4}", edtf):
        return words["year"].format(edtf)
    month = _MONTH.fullmatch(edtf)
    if month:
        return words["month"].format(document_date(edtf, lang))
    return document_date(edtf, lang) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", edtf) else edtf
