"""reportgen units: which administrative unit a name means, and what became of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from reportgen.cli.voice import out
from reportgen.cli.words import Day
from reportgen.errors import UnknownLocality

_SHOWN = 5
TABLES = ("2019-10-06", "2025-01-01")
"""The days of the two tables of units; what changed between them is dated by these bounds unless more is known."""

if TYPE_CHECKING:
    from reportgen.gazetteer.ask import Answer


@click.command("units")
@click.argument("name")
@click.option("--in", "within", metavar="UNIT", help='Only inside this unit ("Sơn La").')
@click.option("--on", "day", type=Day(), help="Only units that existed on this day.")
def units_command(name: str, within: str | None, day: dt.date | None) -> int:
    """Prints which administrative unit NAME is, where it lies, and what became of it.

    \b
    Examples:
      reportgen units "xã Liên Hòa" --in "Sơn La" --on 2022-05-01
      reportgen units "Chi Lăng"
    """
    from reportgen.gazetteer import gazetteer
    from reportgen.gazetteer.ask import alike, ask

    units = gazetteer()
    answers = ask(units, name, within, day)
    if not answers:
        raise UnknownLocality(
            _unknown(name, within, day, ask(units, name, within), ask(units, name, None, day), alike(units, name))
        )
    if len(answers) > 1:
        out(f"{len(answers)} units are called so; --in and --on choose\n")
    for answer in answers:
        out("\n".join(_described(answer)) + "\n")
    return 0


def _unknown(
    name: str,
    within: str | None,
    day: dt.date | None,
    other_days: tuple[Answer, ...],
    elsewhere: tuple[Answer, ...],
    names: tuple[str, ...],
) -> str:
    """One line that says what is wrong with a question without answer, and what to ask instead."""
    if other_days:
        known = "; ".join(f"{a.unit.full} ({_time(a)})" for a in other_days[:_SHOWN])
        return f"{name!r} was not on the map on {day}; known: {known}"
    if elsewhere and within:
        known = "; ".join(a.unit.full for a in elsewhere[:_SHOWN])
        return (
            f"{name!r} is not in {within!r}; it is in {len(elsewhere)} other place{'s'[: len(elsewhere) > 1]}: {known}"
        )
    if names:
        return f"no unit is called {name!r}; did you mean {' or '.join(map(repr, names))}?"
    return f"no unit is called {name!r}; check the spelling"


def _time(answer: Answer) -> str:
    """When a unit stood, in words; "some day" where only bounds are known."""
    row = answer.row
    between = f"some day between {TABLES[0]} and {TABLES[1]}"
    bounds = row.tier != "province"
    times = []
    if row.since and not answer.unchanged:
        times.append(f"since {between if bounds and row.since == TABLES[0] else row.since}")
    if row.until:
        times.append(f"until {between if bounds and row.until == TABLES[1] else row.until}")
    return " ".join(times)


def _described(answer: Answer) -> list[str]:
    """A unit's path and code, when it stood, and what became of it."""
    row = answer.row
    lines = [f"{answer.unit.full}  {row.code or 'no code'}"]
    if time := _time(answer):
        lines.append(f"  {time}")
    if answer.unchanged:
        lines.append("  the same before and since 2025-07-01")
    elif row.today:
        lines += [f"  made of: {'; '.join(unit.full for unit in answer.made_of)}"] if answer.made_of else []
    else:
        became = "; ".join(f"{unit.full}  {unit.code}" for unit in answer.became) or "not known"
        word = (
            "divided among"
            if answer.divided
            else "today"
            if row.tier != "district"
            else "no district any more; its ground today"
        )
        lines.append(f"  {word}: {became}")
    return lines
