"""reportgen templates: your own copy of what a brief is made from."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.voice import say


@click.group("templates")
def templates_command() -> None:
    """Your own layout of the briefs.

    \b
    Example:
      reportgen templates copy my-templates
    """


@templates_command.command("copy")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def copy_command(folder: Path) -> int:
    """Copies the shipped templates to DIR, to be changed and given to `build --templates DIR`.

    FIELDS.md in DIR names all that a template may use. A file that you delete from DIR is taken from the shipped ones.

    \b
    Example:
      reportgen templates copy my-templates
    """
    from reportgen.render.fields import fields_page
    from reportgen.render.templates import copy_shipped

    written = copy_shipped(folder, {"FIELDS.md": fields_page().encode("utf-8")})
    say(f"{written} files in {folder}; change them and build with --templates {folder}")
    return 0
