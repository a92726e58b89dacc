"""The sentences of a summary, in the words of the labels round those of the facts.

    issued   = issuer , "đã ban hành" , documents , { ";" , issuer , "đã ban hành" , documents } , "." ;
    figures  = [ course ] , { [ ";" ] , [ period , "," ] , figure , { ";" , figure } } , "." ;
    basis    = "Các bài báo viện dẫn" , documents , "." ;

An act is told in its own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from reportgen.model import DirectiveRow, KeyCourse, KeyFigure, Summary
from reportgen.render import format as form
from reportgen.render.running import capital, cited, closed, undated

_YEARS = re.compile(r"\d{4}–\d{4}")
_DAY = re.compile(r"\d{2}/\d{1,2}/\d{4}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence, the marks that stand behind them, and what joins them to the piece before."""

    words: str
    marks: tuple[int, ...]
    joined: str = ""


Sentence = tuple[Piece, ...]


def sentences(summary: Summary, articles: int, lang: str, words: Any) -> tuple[Sentence, ...]:
    """The sentences of `summary`: what was done, what it came to, what it rests on, what lies ahead.

    `articles` is how many the brief is made of, `words` are the labels.
    """
    found: list[Sentence] = []
    if summary.issued:
        found.append(_sentence(_issued(summary.issued, lang, words)))
    found += [(Piece(closed(line.measure.text), line.marks),) for line in summary.measures]
    if summary.courses or summary.figures:
        pieces = [_course(course, lang, words) for course in summary.courses]
        found.append(_sentence(_listed([*pieces, *_figures(summary.figures, lang, words)])))
    if summary.basis:
        frame = _label(words, "basis_one" if articles == 1 else "basis")
        documents = _joined([_document(row, lang, words) for row in summary.basis], _label(words, "and"))
        found.append(_sentence([replace(documents[0], words=f"{frame} {documents[0].words}"), *documents[1:]]))
    found += [(Piece(closed(line.measure.text), line.marks),) for line in summary.planned]
    if summary.targets:
        found.append(_sentence(_listed(list(_targets(summary.targets, lang, words)))))
    return tuple(found)


def _sentence(pieces: Sequence[Piece]) -> Sentence:
    """`pieces` with a capital letter at the beginning and a full stop at the end."""
    first = replace(pieces[0], words=capital(pieces[0].words))
    whole = [first, *pieces[1:]]
    return (*whole[:-1], replace(whole[-1], words=closed(whole[-1].words)))


def _listed(pieces: Sequence[Piece]) -> list[Piece]:
    """`pieces` one after the other, behind semicolons."""
    return [replace(piece, joined="; ") if n else piece for n, piece in enumerate(pieces)]


def _joined(pieces: Sequence[Piece], last: str) -> list[Piece]:
    """`pieces` as a list in a sentence: "A, B và C"."""
    done = list(pieces[:1])
    for n, piece in enumerate(pieces[1:], start=2):
        done.append(replace(piece, joined=f" {last} " if n == len(pieces) else ", "))
    return done


def _document(row: DirectiveRow, lang: str, words: Any) -> Piece:
    return Piece(cited(undated(row), lang, words), row.marks)


def _issued(rows: Sequence[DirectiveRow], lang: str, words: Any) -> list[Piece]:
    """Documents by who issued them, with what they are about."""
    done: list[Piece] = []
    for issuer, of_one in groupby(rows, lambda row: row.directive.issuer or ""):
        pieces = [Piece(_with_subject(row, lang, words), row.marks) for row in of_one]
        joined = _joined(pieces, _label(words, "and"))
        joined[0] = replace(joined[0], words=_label(words, "issued").format(issuer, joined[0].words))
        if done:
            joined[0] = replace(joined[0], joined="; ")
        done += joined
    return done


def _with_subject(row: DirectiveRow, lang: str, words: Any) -> str:
    named = cited(replace(undated(row), issuer=None), lang, words)
    about = (row.directive.about or "").strip(" .,;:")
    if about.startswith("“") and about.endswith("”"):
        about = about[1:-1]
    if not about:
        return named
    if about[:1].isupper() and about[1:2].islower():
        about = f"{words['quote_open']}{about}{words['quote_close']}"
    return _label(words, "about").format(named, about)


def _course(course: KeyCourse, lang: str, words: Any) -> Piece:
    """A course in words: "tỷ lệ hộ nghèo giảm từ 5,2% (năm 2018) xuống 3,1% (năm 2020)"."""
    first, last = course.series.points[0].metric, course.series.points[-1].metric
    way = "+" if last.value > first.value else "-"
    figures = [replace(m, unit=None) if course.act else m for m in (first, last)]
    label = _label(words, f"{'act' if course.act else 'level'} {way}")
    said = label.format(
        course.words,
        form.figure(figures[0], lang, words["figures"]),
        form.period(first.period, lang, words["figures"]),
        form.figure(figures[1], lang, words["figures"]),
        form.period(last.period, lang, words["figures"]),
        unit=course.series.unit or "",
    )
    marks = sorted({mark for point in (course.series.points[0], course.series.points[-1]) for mark in point.marks})
    return Piece(said, tuple(marks))


def _figures(figures: Sequence[KeyFigure], lang: str, words: Any) -> Iterator[Piece]:
    """Figures by their periods, each of which is said once."""
    for period, of_one in groupby(figures, lambda figure: figure.row.metric.period):
        when = _when(period, lang, words)
        for n, figure in enumerate(of_one):
            said = _figure(figure, lang, words)
            yield Piece(_label(words, "when").format(when, said) if when and not n else said, figure.row.marks)


def _figure(figure: KeyFigure, lang: str, words: Any) -> str:
    said = form.figure(figure.row.metric, lang, words["figures"])
    return " ".join(filter(None, (figure.before, said, figure.after)))


def _targets(figures: Sequence[KeyFigure], lang: str, words: Any) -> Iterator[Piece]:
    for period, of_one in groupby(figures, lambda figure: figure.row.metric.period):
        for n, figure in enumerate(of_one):
            said = _figure(figure, lang, words)
            if not n:
                said = _label(words, "target").format(_when(period, lang, words), said)
            yield Piece(said, figure.row.marks)


def _when(period: str | None, lang: str, words: Any) -> str:
    """A period within a sentence, where years alone are said to be a stretch of time: "giai đoạn 2015–2020"."""
    said = form.period(period, lang, words["figures"])
    if _YEARS.fullmatch(said):
        return _label(words, "stretch").format(said)
    return str(words["figures"]["day"]).format(said) if _DAY.fullmatch(said) else said


def _label(words: Any, name: str) -> str:
    """A label as plain words: what is put into it is escaped with it, when the template prints it."""
    return str(words["sentences"][name])
