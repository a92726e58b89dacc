"""reportgen correct: the corrections of a folder of articles, and what becomes of each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.cli.voice import count, out, say
from reportgen.cli.words import PATHS


@click.command("correct")
@PATHS
@click.option(
    "--corrections",
    type=click.Path(path_type=Path),
    help="Folder of corrections; the folder `corrections` in each folder of articles unless given.",
)
@click.option("--jobs", type=click.IntRange(1), help="Processes at most; one a core unless given.")
def correct_command(paths: Sequence[Path], corrections: Path | None, jobs: int | None) -> int:
    """Lists the corrections of the articles and says what becomes of each.

    Applied, found again (in an article of another name), no longer needed (the program reads it so by itself), or to be
    looked at: orphaned (its words are gone), ambiguous, incomplete. The exit status is 1 where one is to be looked at.

    \b
    Example:
      reportgen correct articles
    """
    from reportgen.build import corrected, extract_all
    from reportgen.read import discover

    found = discover(paths)
    results = list(extract_all(found, jobs))
    extractions = [x for x in results if not isinstance(x, str)]
    _, checked, wrong = corrected(extractions, paths, corrections)
    for one in checked:
        c = one.correction
        out(f"{one.outcome}: {c.do} {c.kind} “{c.anchor.words}” in {c.anchor.article} ({c.by}, {c.when}: {c.why})\n")
        out(f"  {c.where}{f': {one.note}' if one.note else ''}\n")
    problems = [*found.problems, *(x for x in results if isinstance(x, str)), *wrong]
    for line in problems:
        say(line)
    say(f"{count(len(checked), 'correction')}, {sum(one.lost for one in checked)} to be looked at")
    return 1 if problems or any(one.lost for one in checked) else 0
