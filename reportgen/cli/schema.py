"""reportgen schema: the form of the JSON that is read and printed."""

from __future__ import annotations

import click

from reportgen.cli.voice import out


@click.command("schema")
def schema_command() -> int:
    """Prints the JSON Schema of what `extract` prints, and of an article that is read from a .json file.

    \b
    Example:
      reportgen schema > reportgen.schema.json
    """
    from reportgen.render.jsonl import schema

    out(schema())
    return 0
