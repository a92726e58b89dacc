"""reportgen extract and text: the facts of articles as JSON Lines, and the text that their spans count in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.cli.voice import out, say
from reportgen.cli.words import PATHS


@click.command("extract")
@PATHS
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
            out(jsonl(result) + "\n")
    for line in (*found.remarks, *problems):
        say(line)
    return 1 if problems else 0


@click.command("text")
@click.argument("file", type=click.Path(path_type=Path))
def text_command(file: Path) -> int:
    """Prints the text of FILE that spans count in.

    \b
    Example:
      reportgen text articles/van-ho.txt
    """
    from reportgen.read import read

    out(read(file).text)
    return 0
