"""Acts of a summary: what bodies of the place did, and what they mean to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportgen.brief.order import theme_order
from reportgen.brief.summary.bodies import is_clear, is_of
from reportgen.brief.summary.fit import fits
from reportgen.brief.summary.weight import Weighing, is_private
from reportgen.brief.wording import wording
from reportgen.model import DirectiveRow, KeyCourse, Measure, MeasureLine, Section, Unit
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_LEAST, _STILL = 0, -1
"""The weight that an act has at least, and with which it may still stand where there is little else."""

_MOST = 5
"""Acts that are ranked."""

_PLANNED = 12
"""Words that a plan has at least: "sẽ khắc phục quyết liệt" says nothing."""

_SAME = 0.5
"""Of the content words of the shorter of two statements: so many in common, and they say the same."""

_ISSUES = re.compile(r"(?<!\w)(?:ban hành|ký|ra|có)(?!\w)")
_PLANS = table("reportgen.extract.measures", "acts.toml")["planned"]
_AHEAD = re.compile(rf"(?<!\w){alternation([*_PLANS, *table('reportgen.brief.summary', 'fit.toml')['ahead']])}(?!\w)")

_BELOW = 2
"""How much less an act of a unit below weighs."""


def done(
    sections: Sequence[Section], weighing: Weighing, issued: Sequence[DirectiveRow], courses: Iterable[KeyCourse]
) -> tuple[tuple[MeasureLine, ...], tuple[MeasureLine, ...]]:
    """The weightiest acts, each time the next that says something else, those of other themes and other articles first; then
    those that may still stand where there is little else.

    What only tells that one of the documents `issued` was issued, or a point of one of `courses`, is left out.
    """
    told = {mark for row in issued for mark in row.marks}
    points = {mark for course in courses for point in course.series.points for mark in point.marks}
    left = [
        (weight, line)
        for weight, line in _weighed(sections, weighing, planned=False)
        if not (told & set(line.marks) and _ISSUES.search(fold(line.measure.text))) and not points & set(line.marks)
    ]
    left = [entry for entry in left if not any(_alike(entry[1].measure.text, _about(row)) for row in issued)]
    chosen: list[tuple[int, MeasureLine]] = []
    while left and len(chosen) < _MOST:
        lines = [line for _, line in chosen]
        weight, line = max(
            ((weight - _much_of_one(line, lines, weighing), line) for weight, line in left), key=lambda entry: entry[0]
        )
        chosen.append((weight, line))
        left = [entry for entry in left if not _alike(entry[1].measure.text, line.measure.text)]
    weighty = [line for weight, line in chosen if weight >= _LEAST]
    still = (line for weight, line in chosen if _STILL <= weight < _LEAST and not is_private(line.measure))
    return tuple(weighty), tuple(still)


def planned(sections: Sequence[Section], weighing: Weighing, done: Sequence[MeasureLine]) -> tuple[MeasureLine, ...]:
    """The weightiest act that lay ahead when the newest articles of the brief were written, in words that say that it does;
    nothing that one of those `done` says."""
    found = [
        (weight, line)
        for weight, line in _weighed(sections, weighing, planned=True)
        if weighing.is_new(line.marks)
        and _AHEAD.search(fold(line.measure.text))
        and len(line.measure.text.split()) >= _PLANNED
        and not _past(line, weighing)
        and not any(_alike(line.measure.text, other.measure.text) for other in done)
    ]
    best = max(found, key=lambda entry: entry[0], default=None)
    return (best[1],) if best and best[0] >= _LEAST - 1 else ()


def names(lines: Iterable[MeasureLine], row: DirectiveRow) -> bool:
    """True where one of `lines` names the document: by its symbol, or by its number where one sentence is behind both."""
    directive = row.directive
    sign = re.compile(rf"(?<!\w){re.escape(fold(directive.symbol or directive.number or ''))}(?!\w)")
    number = re.compile(rf"(?<!\w){re.escape(directive.number or '')}(?!\d)")
    for line in lines:
        text = fold(line.measure.text)
        if directive.symbol and sign.search(text):
            return True
        if directive.number and set(row.marks) & set(line.marks) and number.search(text):
            return True
    return False


def _weighed(sections: Sequence[Section], weighing: Weighing, *, planned: bool) -> list[tuple[int, MeasureLine]]:
    """The statements that stand alone with their weights, the same ones in the same order whatever the order of the files."""
    found = []
    for section in sections:
        for group in section.planned if planned else section.adopted:
            for line in group.lines:
                below = section is not sections[0]
                measure = line.measure
                named = not below or fold(section.unit.name) in fold(measure.text)
                if named and fits(measure) and _by_the_place(measure, section.unit):
                    found.append((weighing.measure(line) - _BELOW * below, line))
    found.sort(key=lambda entry: (-entry[0], theme_order(entry[1].measure.theme), entry[1].measure.text))
    return found


def _by_the_place(measure: Measure, unit: Unit) -> bool:
    """True where who acts is a body of the place, or stays unsaid and is nobody's below it."""
    if measure.actor is None or fold(measure.actor) not in fold(measure.text):
        return is_clear(measure.text, unit)
    return is_of(measure.actor, unit)


def _much_of_one(line: MeasureLine, chosen: Sequence[MeasureLine], weighing: Weighing) -> int:
    """How much less `line` says beside those `chosen`: of the same theme, from the same article of several."""
    themes = sum(other.measure.theme == line.measure.theme for other in chosen)
    articles = [weighing.articles(other.marks) for other in chosen]
    return 2 * themes + sum(bool(weighing.articles(line.marks) & other) for other in articles)


def _alike(a: str, b: str) -> bool:
    """True where most of the shorter wording stands in the other."""
    less, more = sorted((set(wording(x).content) for x in (a, b)), key=len)
    return bool(less) and len(less & more) >= _SAME * len(less)


def _about(row: DirectiveRow) -> str:
    """What a document is about; nothing where no article says it."""
    return row.directive.about or ""


def _past(line: MeasureLine, weighing: Weighing) -> bool:
    """True where each year that it names has gone by."""
    years = [int(y) for y in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", line.measure.text)]
    return bool(years and weighing.until and max(years) < weighing.until.year)
