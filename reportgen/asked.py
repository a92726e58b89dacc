"""asked: what a build is asked for: the articles of a period, the briefs of localities, and what to say of a name that means none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from reportgen.errors import UnknownLocality, UsageError
from reportgen.gazetteer import gazetteer
from reportgen.gazetteer.ask import closest
from reportgen.gazetteer.levels import split_level
from reportgen.model import Brief, Extraction, Unit
from reportgen.vietnamese.fold import fold

_FEW = 5


def in_period(
    extractions: Sequence[Extraction], since: dt.date | None, until: dt.date | None
) -> tuple[list[Extraction], list[str]]:
    """The articles published from `since` to `until`; one without a date is in no period, and a line says that it is left out."""
    if not (since or until):
        return list(extractions), []
    kept, remarks = [], []
    for extraction in extractions:
        published = extraction.article.published
        if published is None:
            remarks.append(f"{extraction.article.source.path}: no date on the page; left out of the period asked for")
        elif (since is None or published >= since) and (until is None or published <= until):
            kept.append(extraction)
    return kept, remarks


def asked(briefs: Sequence[Brief], localities: Iterable[str]) -> tuple[list[Brief], list[str]]:
    """The briefs of `localities`, in their order, and a line for each that means none; UnknownLocality where none means any.

    A locality is a label ("thị xã Nghi Sơn", "TX. Nghi Sơn"), a name ("Nghi Sơn"), a former one, or a whole path.
    """
    wanted: list[Brief] = []
    unknown: list[str] = []
    for locality in dict.fromkeys(localities):
        hits = [b for b in briefs if _is_called(b.unit, locality)]
        unknown += [] if hits else [locality]
        wanted += [b for b in hits if b not in wanted]
    if unknown and not wanted:
        raise UnknownLocality(_line(briefs, unknown))
    return wanted, [_line(briefs, [name]) for name in unknown]


def side_by_side(briefs: Sequence[Brief], localities: Sequence[str], most: int) -> tuple[list[Brief], list[str]]:
    """The same for localities that are to be compared: two of them at least, `most` at most.

    UsageError where there are fewer or more; where there are fewer because a name is not known, no brief and a line that says so.
    """
    wanted, unknown = asked(briefs, localities)
    if len(wanted) > most:
        raise UsageError(
            f"{len(wanted)} localities to compare; {most} have room beside each other, name fewer with --compare"
        )
    if len(wanted) < 2:
        alone = f"nothing to compare {wanted[0].unit.label} with; give --compare for two localities or more"
        if not unknown:
            raise UsageError(alone)
        return [], [*unknown, alone]
    return wanted, unknown


def _line(briefs: Sequence[Brief], unknown: Sequence[str]) -> str:
    """What to say of names that mean none: which ones are written much like them, or which there are."""
    said = f"no article reports on {', '.join(map(repr, unknown))}"
    like = {name for typed in unknown for name in closest(split_level(typed)[1], (b.unit.name for b in briefs))}
    if like:
        meant = dict.fromkeys(repr(b.unit.label) for b in briefs if b.unit.name in like)
        return f"{said}; did you mean {' or '.join(list(meant)[:_FEW])}?"
    known = ", ".join(b.unit.label for b in briefs[:_FEW]) + (", …" if len(briefs) > _FEW else "")
    return f"{said}; there are: {known or 'none'}"


def _is_called(unit: Unit, locality: str) -> bool:
    if fold(unit.full) == fold(locality).strip():
        return True
    level, name = split_level(locality)
    names = [(unit.level, unit.name), *(split_level(former.partition(",")[0]) for former in unit.former)]
    return any(level in (None, known) and gazetteer().same(name, called) for known, called in names)
