"""The words that commands take: files and folders, days."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

PATHS = click.argument("paths", nargs=-1, required=True, metavar="FOLDER|FILE...", type=click.Path(path_type=Path))


class Day(click.ParamType[dt.date]):
    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, context: click.Context | None) -> dt.date:
        try:
            return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2020-01-31", param, context)
