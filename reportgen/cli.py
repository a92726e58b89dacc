"""The commands: the only module that prints. Exit status 0: all done, 1: something was skipped, 2: wrong usage."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.errors import ReportgenError, UnknownLocality, UsageError

if TYPE_CHECKING:
    from reportgen.brief import Level
    from reportgen.gazetteer.ask import Answer

_PATHS = click.argument("paths", nargs=-1, required=True, metavar="FOLDER|FILE...", type=click.Path(path_type=Path))


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


class _Day(click.ParamType[dt.date]):
    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, context: click.Context | None) -> dt.date:
        try:
            return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2020-01-31", param, context)


@cli.command("build")
@_PATHS
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="Output folder.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="md|docx|pdf",
    help="Output format; may be given several times or as a list (md,pdf). All three unless given.",
)
@click.option("--locality", "localities", multiple=True, metavar="NAME", help='Only this unit ("thị xã Nghi Sơn").')
@click.option("--since", type=_Day(), help="Only articles published on this day or later.")
@click.option("--until", type=_Day(), help="Only articles published on this day or earlier.")
@click.option(
    "--level",
    type=click.Choice(["province", "district", "commune"]),
    help="Which units get a brief of their own; those that articles report on unless given.",
)
@click.option(
    "--units",
    type=click.Choice(["then", "now"]),
    default="then",
    show_default=True,
    help="Units as the articles name them, or as they are today.",
)
@click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Language of the labels."
)
@click.option("--templates", type=click.Path(path_type=Path), help="Your own copy of the templates folder.")
@click.option("--jobs", type=click.IntRange(1), help="Processes at most; one a core unless given.")
@click.option("--fresh", is_flag=True, help="Render briefs that have not changed, too.")
@click.option("--quiet", is_flag=True, help="Say only what went wrong.")
def build_command(
    paths: Sequence[Path],
    out: Path,
    formats: Sequence[str],
    localities: Sequence[str],
    since: dt.date | None,
    until: dt.date | None,
    level: Level | None,
    units: str,
    lang: str,
    templates: Path | None,
    jobs: int | None,
    fresh: bool,
    quiet: bool,
) -> int:
    """Writes one brief per locality, and an index of them.

    \b
    Examples:
      reportgen build articles --out out
      reportgen build articles extra.txt --format docx --locality "thị xã Nghi Sơn" --since 2020-01-01 --lang en
    """
    from reportgen.build import Settings, build
    from reportgen.render import FORMATS

    named = tuple(dict.fromkeys(f.strip().lower() for given in formats for f in given.split(",")))
    settings = Settings(
        out=out,
        formats=named or FORMATS,
        lang=lang,
        templates=templates,
        localities=tuple(localities),
        since=since,
        until=until,
        jobs=jobs,
        level=level,
        today=units == "now",
        fresh=fresh,
    )
    built = build(paths, settings, (lambda line: None) if quiet else _say)
    for line in (*built.remarks, *built.problems):
        _say(line)
    if built.written and not quiet:
        _say(f"{len(built.briefs)} briefs from {built.articles} articles, {len(built.written)} files in {out}")
    return 1 if built.problems else 0


@cli.command("extract")
@_PATHS
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="Output form.")
@click.option("--jobs", type=click.IntRange(1), help="Processes at most; one a core unless given.")
def extract_command(paths: Sequence[Path], form: str, jobs: int | None) -> int:
    """Prints the facts of each article, one JSON line an article.

    \b
    Example:
      reportgen extract articles --format jsonl > facts.jsonl
    """
    from reportgen.build import extract_all
    from reportgen.read import discover
    from reportgen.render.jsonl import jsonl

    found = discover(paths)
    problems = list(found.problems)
    for result in extract_all(found, jobs):
        if isinstance(result, str):
            problems.append(result)
        else:
            _out(jsonl(result) + "\n")
    for line in (*found.remarks, *problems):
        _say(line)
    return 1 if problems else 0


@cli.command("text")
@click.argument("file", type=click.Path(path_type=Path))
def text_command(file: Path) -> int:
    """Prints the text of FILE that spans count in.

    \b
    Example:
      reportgen text articles/van-ho.txt
    """
    from reportgen.read import read

    _out(read(file).text)
    return 0


@cli.command("units")
@click.argument("name")
@click.option("--in", "within", metavar="UNIT", help='Only inside this unit ("Sơn La").')
@click.option("--on", "day", type=_Day(), help="Only units that existed on this day.")
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
        _out(f"{len(answers)} units are called so; --in and --on choose\n")
    for answer in answers:
        _out("\n".join(_described(answer)) + "\n")
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


def _say(line: str) -> None:
    """One line on standard error; what the terminal cannot show is escaped."""
    click.echo("reportgen: " + " ".join(line.split()), err=True)


def _out(words: str) -> None:
    """Words on standard output as UTF-8, line ends as they are, whatever the terminal's own encoding."""
    sys.stdout.buffer.write(words.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits; every error is one line on standard error, never a traceback."""
    try:
        status = cli.main(list(arguments) if arguments is not None else None, "reportgen", standalone_mode=False)
    except click.ClickException as e:
        _say(
            e.format_message()
            + (f"; see {e.ctx.command_path} --help" if isinstance(e, click.UsageError) and e.ctx else "")
        )
        status = e.exit_code
    except UsageError as e:
        _say(str(e))
        status = 2
    except ReportgenError as e:
        _say(str(e))
        status = 1
    except (KeyboardInterrupt, click.Abort):
        _say("stopped")
        status = 130
    except BrokenPipeError:
        sys.stderr.close()
        status = 1
    except Exception as e:
        _say(f"unexpected {type(e).__name__}: {e}; please report it with the file that brought it about")
        status = 1
    sys.exit(status if isinstance(status, int) else 0)


if __name__ == "__main__":
    main()
