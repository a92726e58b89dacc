"""reportgen build: the briefs of a folder of articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.voice import count, say
from reportgen.cli.words import PATHS, Day

if TYPE_CHECKING:
    from reportgen.brief import Level


@click.command("build")
@PATHS
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="Output folder.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="md|docx|pdf|site",
    help="Output format; may be given several times or as a list (md,pdf). md, docx and pdf unless given.",
)
@click.option("--locality", "localities", multiple=True, metavar="NAME", help='Only this unit ("thị xã Nghi Sơn").')
@click.option("--theme", "themes", multiple=True, metavar="NAME", help="Only measures of this theme (training).")
@click.option(
    "--compare",
    multiple=True,
    metavar="NAME",
    help="A page of these localities side by side (compare.md, .docx, .pdf), too; given twice to six times.",
)
@click.option("--since", type=Day(), help="Only articles published on this day or later.")
@click.option("--until", type=Day(), help="Only articles published on this day or earlier.")
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
@click.option(
    "--layout",
    "layout_name",
    type=click.Choice(["plain", "party", "state"]),
    help="Layout of DOCX and PDF: plain, or an official document of the Party or the State.",
)
@click.option(
    "--settings",
    "settings_file",
    type=click.Path(path_type=Path),
    help="Who issues and signs, and limits; reportgen.toml of this folder unless given.",
)
@click.option("--comments", is_flag=True, help="DOCX: the quoted sentences as comments in the margin, too.")
@click.option("--archive", is_flag=True, help="PDF: for archiving, with the variant PDF/A-3a.")
@click.option("--templates", type=click.Path(path_type=Path), help="Your own copy of the templates folder.")
@click.option(
    "--corrections",
    type=click.Path(path_type=Path),
    help="Folder of corrections; the folder `corrections` in each folder of articles unless given.",
)
@click.option("--jobs", type=click.IntRange(1), help="Processes at most; one a core unless given.")
@click.option("--evidence", is_flag=True, help="A page for each article, too, with its facts at their words.")
@click.option("--fresh", is_flag=True, help="Render briefs that have not changed, too.")
@click.option(
    "--check", is_flag=True, help="Write nothing; say which files are out of date, and exit with 1 if any is."
)
@click.option("--quiet", is_flag=True, help="Say only what went wrong.")
def build_command(
    paths: Sequence[Path],
    out: Path,
    formats: Sequence[str],
    localities: Sequence[str],
    themes: Sequence[str],
    compare: Sequence[str],
    since: dt.date | None,
    until: dt.date | None,
    level: Level | None,
    units: str,
    lang: str,
    layout_name: str | None,
    settings_file: Path | None,
    comments: bool,
    archive: bool,
    templates: Path | None,
    corrections: Path | None,
    jobs: int | None,
    evidence: bool,
    fresh: bool,
    check: bool,
    quiet: bool,
) -> int:
    """Writes one brief per locality, and an index of them.

    \b
    Examples:
      reportgen build articles --out out
      reportgen build articles --compare "huyện Chi Lăng" --compare "huyện Vân Hồ"
      reportgen build articles --format site --out docs-site
      reportgen build articles extra.txt --format docx --locality "thị xã Nghi Sơn" --since 2020-01-01 --lang en
    """
    from reportgen.build import Settings, build
    from reportgen.render import FORMATS
    from reportgen.render.office import read_settings

    asked, limits = read_settings(settings_file)
    named = tuple(dict.fromkeys(f.strip().lower() for given in formats for f in given.split(",")))
    settings = Settings(
        out=out,
        formats=named or FORMATS,
        lang=lang,
        templates=templates,
        localities=tuple(localities),
        themes=tuple(themes),
        limits=limits,
        compare=tuple(compare),
        since=since,
        until=until,
        corrections=corrections,
        jobs=jobs,
        level=level,
        today=units == "now",
        evidence=evidence,
        fresh=fresh,
        check=check,
        layout=replace(asked, name=layout_name or asked.name, comments=comments, archive=archive),
    )
    built = build(paths, settings, (lambda line: None) if quiet else say)
    for line in (*built.remarks, *built.problems):
        say(line)
    if built.written and not quiet and not check:
        say(
            f"{count(len(built.briefs), 'brief')} from {count(built.articles, 'article')}, {len(built.written)} files in {out}"
        )
    return 1 if built.problems else 0
