"""reportgen explain: an article with its facts at their words."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from reportgen.cli.voice import out, say


@click.command("explain")
@click.argument("article", type=click.Path(path_type=Path))
@click.option("--html", "page", metavar="PAGE", type=click.Path(path_type=Path), help="Write one page of HTML instead.")
@click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Language of the labels."
)
@click.option("--templates", type=click.Path(path_type=Path), help="Your own copy of the templates folder.")
def explain_command(article: Path, page: Path | None, lang: str, templates: Path | None) -> int:
    """Prints the facts of ARTICLE, each with the line that it comes from and marks under its words.

    Corrections in the folder `corrections` beside the article are applied. The page of HTML needs nothing besides
    itself: the whole article, its facts highlighted by kind; a click leads from a fact to its words and back.

    \b
    Examples:
      reportgen explain articles/van-ho.txt
      reportgen explain articles/van-ho.txt --html van-ho.html
    """
    from reportgen.build import corrected, explained, extract_file
    from reportgen.render.explain import explain_lines
    from reportgen.render.templates import labels
    from reportgen.writing import Output

    extraction = extract_file(article)
    (extraction,), _, wrong = corrected([extraction], [article.parent])
    for line in wrong:
        say(line)
    if page is not None:
        words = explained(extraction, lang, templates)
        Output(page.parent).put(PurePosixPath(page.name), words.encode("utf-8"))
    else:
        out("\n".join(explain_lines(extraction, lang, labels(lang, templates))) + "\n")
    return 1 if wrong else 0
