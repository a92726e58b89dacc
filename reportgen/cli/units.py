"""reportgen units: which administrative unit a name means, and what became of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from reportgen.cli.voice import out
from reportgen.cli.words import Day
from reportgen.errors import UnknownLocality

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
    from reportgen.gazetteer.ask import ask

    answers = ask(gazetteer(), name, within, day)
    if not answers:
        where = f" in {within}" if within else ""
        raise UnknownLocality(f"no unit is called {name!r}{where}{f' on {day}' if day else ''}; check the spelling")
    if len(answers) > 1:
        out(f"{len(answers)} units are called so; --in and --on choose\n")
    for answer in answers:
        out("\n".join(_described(answer)) + "\n")
    return 0


def _described(answer: Answer) -> list[str]:
    """A unit's path and code, when it stood, and what became of it."""
    row = answer.row
    lines = [f"{answer.unit.full}  {row.code or 'no code'}"]
    if row.until:
        lines.append(f"  until {row.until}")
    elif row.since:
        lines.append(f"  since {row.since}")
    if row.tier == "commune" and not row.today:
        became = "; ".join(f"{unit.full}  {unit.code}" for unit in answer.became) or "not known"
        lines.append(f"  {'divided among' if answer.divided else 'today'}: {became}")
    elif row.tier == "district" and not row.today:
        lines.append("  there are no districts since 2025-07-01")
    elif row.tier == "province" and answer.became:
        lines.append(f"  today: {'; '.join(unit.full for unit in answer.became)}")
    return lines
