"""The commands: the only package that prints. Exit status 0: all done, 1: something was skipped, 2: wrong usage.

A module for each command; what they do is done by `build` and the stages below it, imported when a command runs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from reportgen.cli.build import build_command
from reportgen.cli.correct import correct_command
from reportgen.cli.explain import explain_command
from reportgen.cli.extract import extract_command, text_command
from reportgen.cli.schema import schema_command
from reportgen.cli.templates import templates_command
from reportgen.cli.units import units_command
from reportgen.cli.verify import verify_command
from reportgen.cli.voice import say
from reportgen.errors import ReportgenError, UsageError


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(package_name="reportgen")
@click.pass_context
def cli(context: click.Context) -> None:
    """Turns Vietnamese local-press articles into briefs, one per locality.

    Each brief lists the measures adopted, the metrics cited and the directives referenced, and every line carries
    the sentence that it comes from.

    \b
    Example:
      reportgen build articles --out out
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for command in (
    build_command,
    correct_command,
    explain_command,
    extract_command,
    schema_command,
    templates_command,
    text_command,
    units_command,
    verify_command,
):
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits; every error is one line on standard error, never a traceback."""
    try:
        status = cli.main(list(arguments) if arguments is not None else None, "reportgen", standalone_mode=False)
    except click.ClickException as e:
        say(
            e.format_message().rstrip(".")
            + (f"; see {e.ctx.command_path} --help" if isinstance(e, click.UsageError) and e.ctx else "")
        )
        status = e.exit_code
    except UsageError as e:
        say(str(e))
        status = 2
    except ReportgenError as e:
        say(str(e))
        status = 1
    except (KeyboardInterrupt, click.Abort):
        say("stopped")
        status = 130
    except BrokenPipeError:
        sys.stderr.close()
        status = 1
    except Exception as e:
        say(f"unexpected {type(e).__name__}: {e}; please report it with the file that brought it about")
        status = 1
    sys.exit(status if isinstance(status, int) else 0)
