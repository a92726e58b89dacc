"""reportgen verify: an output against the articles that it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.cli.voice import count, say


@click.command("verify")
@click.argument("outputs", nargs=-1, required=True, metavar="OUTPUT...", type=click.Path(path_type=Path))
@click.option(
    "--articles",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    help="Folder or file of articles; may be given several times.",
)
@click.option(
    "--corrections",
    type=click.Path(path_type=Path),
    help="Folder of corrections; the folder `corrections` in each folder of articles unless given.",
)
@click.option("--templates", type=click.Path(path_type=Path), help="The templates that the outputs were made with.")
@click.option("--quiet", is_flag=True, help="Say only what does not hold.")
def verify_command(
    outputs: Sequence[Path], articles: Sequence[Path], corrections: Path | None, templates: Path | None, quiet: bool
) -> int:
    """Checks every line of an output against the articles: what it shows, the words quoted, the figures.

    OUTPUT is a brief (.md, .docx, .pdf) or a folder of them.

    \b
    Examples:
      reportgen verify out/thanh-hoa/nghi-son/nghi-son.pdf --articles articles
      reportgen verify out --articles articles
    """
    from reportgen.errors import ProofError
    from reportgen.verify import Originals, briefs_in, verify

    paths, problems = briefs_in(outputs)
    originals = Originals(articles, corrections)
    for line in (*problems, *originals.problems):  # a file that nothing rests on does not make it false
        say(line)
    failed = bool(problems)
    lines = 0
    for path in paths:
        try:
            verified = verify(path, originals, templates)
        except ProofError as e:
            say(str(e))
            failed = True
            continue
        for line in (*verified.problems, *verified.remarks):
            say(f"{path}: {line}")
        failed |= bool(verified.problems)
        lines += verified.lines
    if not quiet:
        say(f"{count(lines, 'line')} in {count(len(paths), 'output')}: {'not all hold' if failed else 'all hold'}")
    return 1 if failed else 0
