"""build: the whole line over many files, from a folder of articles to briefs on disk.

Files that cannot be used are reported and left out, the others go on. Outputs are written whole or not at all.
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from reportgen.asked import asked, in_period, side_by_side
from reportgen.brief import MOST, Level, brief, choose, compare, documents, left_out, reprints, today
from reportgen.clean import clean
from reportgen.correct import Checked, correct, corrections_in, entries
from reportgen.errors import InputError, ReportgenError, UnknownFormat, UsageError
from reportgen.extract import extract
from reportgen.gazetteer import gazetteer
from reportgen.model import UNLIMITED, Brief, Comparison, Extraction, Limits, Unit, Unused
from reportgen.outputs import Outputs, drop_charts, put, put_instead
from reportgen.parse import parse
from reportgen.read import CORRECTIONS, Found, discover, read
from reportgen.render import (
    COMPARISON,
    FORMATS,
    SITE,
    render,
    render_comparison,
    render_documents,
    render_index,
    render_left_out,
)
from reportgen.render.charts import HOW_TO_GET_THEM, can_draw
from reportgen.render.explain import explain_page
from reportgen.render.jsonl import jsonl
from reportgen.render.ledger import LEDGER, Ledger
from reportgen.render.office import PLAIN, Layout
from reportgen.render.paths import brief_stems, slug
from reportgen.render.site import own_pages, render_site
from reportgen.render.spreadsheet import spreadsheet
from reportgen.render.templates import folders
from reportgen.render.themes import themes_called
from reportgen.writing import Output

T = TypeVar("T")
R = TypeVar("R")

_FEW = 4
"""So many files or briefs are worked on in this process: starting others would cost more than it saves."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build is asked for. `localities` are labels or names as the user typed them, empty for all."""

    out: Path = Path("out")
    formats: tuple[str, ...] = FORMATS
    lang: str = "vi"
    templates: Path | None = None
    localities: tuple[str, ...] = ()
    compare: tuple[str, ...] = ()  # two or more localities, named alike, for a page of them side by side
    since: dt.date | None = None
    until: dt.date | None = None
    jobs: int | None = None  # processes at most; None for one a core
    level: Level | None = None  # the units that have a brief of their own; None: those that articles report on
    today: bool = False  # units as they are called since July 2025
    corrections: Path | None = None  # the folder of corrections; None: `corrections` in each folder of articles
    evidence: bool = False  # a page for each article, with its facts at their words
    fresh: bool = False  # render what has not changed too
    layout: Layout = PLAIN
    themes: tuple[str, ...] = ()  # names or headings as the user typed them, empty for all
    limits: Limits = UNLIMITED  # not for a site, which has no facts.jsonl beside it
    check: bool = False  # write nothing, say what is out of date


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: files written, in order, and one line for each file left out or each doubt."""

    written: tuple[Path, ...]
    briefs: tuple[Brief, ...]
    articles: int
    problems: tuple[str, ...]  # something was skipped: exit status 1
    remarks: tuple[str, ...]  # worth knowing, nothing lost


def extract_file(path: Path, id: str | None = None) -> Extraction:  # noqa: A002 (the noun of the model)
    """All facts of the article in the file at `path`; InputError where it cannot be used."""
    source = read(path, id)
    return extract(parse(clean(source), source))


def extract_all(found: Found, jobs: int | None = None) -> Iterator[Extraction | str]:
    """For each file of `found` in order its facts, or the one line that says why there are none."""
    yield from _each(_extract_or_line, list(zip(found.files, found.ids, strict=True)), jobs)


def build(paths: Sequence[Path], settings: Settings, say: Callable[[str], None] = lambda line: None) -> Built:
    """Briefs of the articles under `paths`, written below `settings.out`; `say` is told of each step.

    UsageError where the settings make no sense or no article names a locality that is asked for.
    """
    unknown = [f for f in settings.formats if f not in (*FORMATS, SITE)]
    if unknown:
        raise UnknownFormat(f"unknown format {unknown[0]!r}; choose from {', '.join((*FORMATS, SITE))}")
    if SITE in settings.formats and len(settings.formats) > 1:
        raise UnknownFormat("a site has a folder of its own; build it apart from the other formats")
    if settings.compare and SITE in settings.formats:
        raise UsageError("--compare writes a page beside the briefs; build the site without it")
    folders(settings.templates)
    themes = themes_called(settings.themes, settings.templates)
    found = discover(paths)
    problems, remarks = list(found.problems), list(found.remarks)
    extractions: list[Extraction] = []
    if found.files:
        say(f"reading {len(found.files)} file{'s' * (len(found.files) != 1)}")
    for result in extract_all(found, settings.jobs):
        if isinstance(result, str):
            problems.append(result)
        else:
            extractions.append(result)
    if not extractions:
        return Built((), (), 0, tuple(problems), tuple(remarks))
    extractions, checked, wrong = corrected(extractions, paths, settings.corrections)
    problems += wrong + [line(c) for c in checked if c.lost]
    remarks += [line(c) for c in checked if not c.lost and c.outcome != "applied"]
    kept, left = in_period(extractions, settings.since, settings.until)
    remarks += left
    kept, told_twice = _without_reprints(kept)
    remarks += told_twice
    for extraction in kept:
        where = extraction.article.source.path
        if extraction.principal is None and extraction.localities:
            remarks.append(
                f"{where}: reports on no one locality; only what it says of a locality is in that locality's brief"
            )
        elif extraction.principal is None:
            problems.append(
                f"{where}: names no administrative unit for certain; name it with its level in the headline"
            )
    if settings.today:
        kept = [today(extraction, gazetteer()) for extraction in kept]
    everywhere = brief(kept, settings.level)
    limits = UNLIMITED if SITE in settings.formats else settings.limits
    wanted, unknown = asked(everywhere, settings.localities) if settings.localities else (list(everywhere), [])
    briefs = [choose(b, themes, limits) for b in wanted]
    cited_documents = documents(kept)
    compared: Comparison | None = None
    if settings.compare:
        abreast, missing = side_by_side(everywhere, settings.compare, MOST)
        unknown += missing
        if abreast:  # not cut: what a limit leaves out is not silent
            compared = compare([choose(b, themes) for b in abreast], cited_documents, settings.limits)
    problems += dict.fromkeys(unknown)
    if not can_draw() and (any(s.series for b in briefs for s in (b.own, *b.below)) or (compared and compared.figures)):
        remarks.append(HOW_TO_GET_THEM)
    output = Output(settings.out, check=settings.check)
    if settings.formats == (SITE,):
        stems = brief_stems([b.unit for b in briefs])
        files = render_site([(b, stems[b.unit]) for b in briefs], cited_documents, settings.lang, settings.templates)
        for page, text in files.items():
            output.put(page, text)
        output.clear(own_pages(settings.out, files))
        return _built(output, briefs, kept, problems, remarks)
    ledger = Ledger.read(settings.out)
    cited = {a.path for b in (*briefs, *(compared.briefs if compared else ())) for a in b.articles}
    pages = _pages([x for x in kept if x.article.source.path in cited]) if settings.evidence else {}
    tasks = _tasks(briefs, settings, ledger, {x.article.source.path: page for page, x in pages.items()})
    for place, extraction in pages.items():
        output.put(place, explained(extraction, settings.lang, settings.templates).encode("utf-8"))
    for done, outputs in enumerate(_each(_rendered, tasks, settings.jobs), start=1):
        if isinstance(outputs, str):
            raise ReportgenError(outputs)
        put(outputs, output, ledger)
        if "md" in settings.formats and not settings.check:
            drop_charts(tasks[done - 1].stem, {relative for relative, _, _ in outputs}, ledger)
        say(f"{done}/{len(tasks)} {tasks[done - 1].stem.name}")
    stems = {task.brief.unit: task.stem for task in tasks}
    if compared or not settings.compare:  # a name that is not known takes nothing away
        seen = {x.article.source.path: str(page) for page, x in pages.items()}
        known = {} if settings.fresh else ledger.known(PurePosixPath(COMPARISON))
        side = _compared(compared, settings, known, stems, seen) if compared else []
        put_instead(PurePosixPath(COMPARISON), side, output, ledger)
    index = render_index(
        [(b, stems[b.unit]) for b in briefs],
        settings.formats,
        settings.lang,
        settings.templates,
        settings.formats if compared else (),
    )
    output.put(PurePosixPath("index.md"), index.encode("utf-8"))
    listed = render_documents(cited_documents, stems, settings.formats, settings.lang, settings.templates)
    output.put(PurePosixPath("documents.md"), listed.encode("utf-8"))
    output.put(PurePosixPath("metrics.csv"), spreadsheet(kept))
    every = "".join(jsonl(extraction) + "\n" for extraction in sorted(kept, key=lambda x: x.article.source.path))
    output.put(PurePosixPath("facts.jsonl"), every.encode("utf-8", "surrogatepass"))
    uncertain, unused = left_out(kept, everywhere), _unused(checked, everywhere)
    told = len(kept), sum(len(x.measures) + len(x.metrics) + len(x.directives) for x in kept)
    rest = render_left_out(uncertain, unused, *told, settings.lang, settings.templates)
    listing = output.put(PurePosixPath("unplaced.md"), rest.encode("utf-8"))
    if uncertain:
        remarks.append(
            f"{len(uncertain)} of the {told[1]} facts are not certain enough for a brief; {listing} lists them"
        )
    if not settings.check:
        Output(settings.out).put(LEDGER, ledger.bytes())
    return _built(output, briefs, kept, problems, remarks)


def corrected(
    extractions: Sequence[Extraction], paths: Iterable[Path], folder: Path | None = None
) -> tuple[list[Extraction], list[Checked], list[str]]:
    """`extractions` with the corrections in `folder`, or beside the articles in `paths`, applied; what became of each.

    Last come a line for each entry that does not read; UsageError where there is no such folder.
    """
    if folder is not None and not folder.is_dir():
        raise UsageError(f"{folder}: no such folder of corrections")
    corrections, wrong = corrections_in([folder] if folder else [path / CORRECTIONS for path in paths])
    done, checked = correct(extractions, corrections)
    return done, checked, wrong


def explained(extraction: Extraction, lang: str = "vi", templates: Path | None = None) -> str:
    """The page of an article with its facts at their words, each with the correction to begin with."""
    return explain_page(extraction, lang, templates, dict(entries(extraction)))


def line(checked: Checked) -> str:
    """What became of a correction, in a line."""
    return f"{checked.correction.where}: {checked.outcome}: {checked.note}"


# ---------------------------------------------------------------- steps


@dataclass(frozen=True, slots=True)
class _Task:
    brief: Brief
    stem: PurePosixPath
    formats: tuple[str, ...]
    lang: str
    templates: Path | None
    known: dict[str, str]  # by format the stamp of the file that is there
    layout: Layout
    pages: dict[str, str]  # for an article's path where its page of evidence is, seen from the brief

    def path(self, form: str) -> PurePosixPath:
        return self.stem.with_name(f"{self.stem.name}.{form}")


def _built(
    output: Output,
    briefs: Sequence[Brief],
    kept: Sequence[Extraction],
    problems: Sequence[str],
    remarks: Sequence[str],
) -> Built:
    stale = [f"{path}: out of date; build again without --check" for path in output.stale]
    return Built(tuple(output.written), tuple(briefs), len(kept), (*problems, *stale), tuple(remarks))


def _extract_or_line(file: tuple[Path, str]) -> Extraction | str:
    path, name = file
    try:
        return extract_file(path, name)
    except InputError as e:
        return str(e)
    except Exception as e:  # one article must not stop the others
        return f"{path}: left out by a fault of the program ({type(e).__name__}: {e}); please report it with the file"


def _without_reprints(extractions: Sequence[Extraction]) -> tuple[list[Extraction], list[str]]:
    """Each story once, in its fuller copy, and a line on each copy that is not counted."""
    found = reprints(extractions)
    copies = {id(reprint.article) for reprint in found}
    remarks = [
        f"{r.article.article.source.path}: the same story as {r.fuller.article.source.path}, which is fuller; counted once"
        for r in found
    ]
    return [e for e in extractions if id(e) not in copies], remarks


def _unused(checked: Iterable[Checked], briefs: Iterable[Brief]) -> list[Unused]:
    """The corrections that are at no line of `briefs`; what was rejected is not missed."""
    told = {remark.correction.where for brief in briefs for remark in brief.remarks}
    found = []
    for one in checked:
        if one.outcome in {"orphaned", "ambiguous", "incomplete"}:
            found.append(Unused(one.correction, one.outcome))
        elif one.outcome in {"applied", "found again"} and one.correction.do != "reject":
            found += [] if one.correction.where in told else [Unused(one.correction, "untold")]
    return found


def _pages(extractions: Iterable[Extraction]) -> dict[PurePosixPath, Extraction]:
    """The articles by the places of their pages of evidence: ids in ASCII, numbered where two are alike."""
    pages: dict[PurePosixPath, Extraction] = {}
    for extraction in extractions:
        name, number = slug(extraction.article.id), 1
        while (page := PurePosixPath("evidence", f"{name}{f'-{number}' if number > 1 else ''}.html")) in pages:
            number += 1
        pages[page] = extraction
    return pages


def _tasks(
    briefs: Sequence[Brief], settings: Settings, ledger: Ledger, pages: Mapping[str, PurePosixPath]
) -> list[_Task]:
    stems = brief_stems([b.unit for b in briefs])
    tasks = []
    for b in briefs:
        up = "../" * (len(stems[b.unit].parts) - 1)
        seen = {path: f"{up}{page}" for path, page in pages.items()}
        tasks.append(
            _Task(b, stems[b.unit], settings.formats, settings.lang, settings.templates, {}, settings.layout, seen)
        )
    if not settings.fresh:
        for task in tasks:
            task.known.update(ledger.known(task.stem))
    return tasks


def _rendered(task: _Task) -> Outputs | str:
    """The outputs of one brief with their paths below the output folder and their stamps, or what is wrong in a line.

    Bytes are None where the file that is there was made from the same.
    """
    try:
        outputs = list(
            render(
                task.brief, task.formats, task.lang, task.templates, task.known, task.layout, task.stem.name, task.pages
            )
        )
    except ReportgenError as e:
        return str(e)
    return [(task.path(form), made_from, data) for form, made_from, data in outputs]


def _compared(
    comparison: Comparison,
    settings: Settings,
    known: Mapping[str, str],
    stems: Mapping[Unit, PurePosixPath],
    pages: Mapping[str, str],
) -> Outputs:
    """The outputs of the page of several localities; its Markdown leads to the briefs and to the pages of evidence."""
    ending = "md" if "md" in settings.formats else settings.formats[0]
    briefs = {unit: f"{stem}.{ending}" for unit, stem in stems.items()}
    made = render_comparison(
        comparison, settings.formats, settings.lang, settings.templates, known, settings.layout, briefs, pages
    )
    return [(PurePosixPath(f"{COMPARISON}.{ending}"), made_from, data) for ending, made_from, data in made]


def _each(do: Callable[[T], R], items: Sequence[T], jobs: int | None) -> Iterable[R]:
    """`do` of each of `items`, in order, in several processes where that pays."""
    processes = min(jobs or os.cpu_count() or 1, len(items))
    if processes < 2 or len(items) < _FEW:
        yield from map(do, items)
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context(method)) as pool:
        yield from pool.map(do, items, chunksize=max(1, min(16, len(items) // (4 * processes))))
