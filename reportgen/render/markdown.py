"""A Brief as Markdown, through `templates/brief.md.j2`; the index of briefs through `index.md.j2`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from reportgen.model import (
    Brief,
    Comparison,
    Correction,
    Document,
    FigureRow,
    LeftOut,
    Section,
    Series,
    Unit,
    Unused,
)
from reportgen.render import format as form
from reportgen.render.charts import Chart
from reportgen.render.escape import escape, plain
from reportgen.render.figures import figure_table
from reportgen.render.remarks import remark
from reportgen.render.running import capital, cited, closed, document, said, told, undated
from reportgen.render.summary import sentences
from reportgen.render.templates import environment, fill, labels
from reportgen.vietnamese.fold import fold


def render_markdown(
    brief: Brief,
    lang: str = "vi",
    templates: Path | None = None,
    charts: Mapping[Series, Chart] | None = None,
    link: Callable[[Unit], str | None] = lambda unit: None,
) -> str:
    """The brief as Markdown with front matter; line ends are "\\n", the text is NFC.

    It names the files of `charts`; `link` leads to another unit's brief.
    """
    return render_numbered(brief, lang, templates, charts, link)[0]


def render_numbered(
    brief: Brief,
    lang: str = "vi",
    templates: Path | None = None,
    charts: Mapping[Series, Chart] | None = None,
    link: Callable[[Unit], str | None] = lambda unit: None,
    pages: Mapping[str, str] | None = None,
) -> tuple[str, Mapping[int, int]]:
    """The brief as Markdown, and for each mark in it the number of its citation in `brief`.

    `pages` gives for an article's path the address of its page of evidence, to which the list of sources leads.
    """
    values = {"brief": brief, "sections": _sections(brief), "charts": charts or {}, "link": link, "pages": pages or {}}
    return _renumbered(_tidy(fill(_environment(lang, templates), "brief.md.j2", **values)))


def render_page(template: str, lang: str, templates: Path | None, **values: object) -> tuple[str, Mapping[int, int]]:
    """A template filled with `values`, its marks numbered as it is read, and for each mark the number that it had."""
    return _renumbered(_tidy(fill(_environment(lang, templates), template, **values)))


def render_index(
    briefs: Sequence[tuple[Brief, PurePosixPath]],
    formats: Sequence[str],
    lang: str = "vi",
    templates: Path | None = None,
    compared: Sequence[str] = (),
) -> str:
    """The list of briefs by province, with counts and links; `briefs` come with their paths without ending.

    `compared` are the formats in which there is a comparison beside it.
    """
    provinces: dict[str, list[tuple[Brief, PurePosixPath]]] = {}
    for brief, stem in briefs:
        provinces.setdefault(str(brief.unit.path[0]), []).append((brief, stem))
    env = _environment(lang, templates)
    return _tidy(fill(env, "index.md.j2", provinces=provinces, formats=formats, counts=counts, compared=compared))


def render_documents(
    documents: Sequence[Document],
    briefs: Mapping[Unit, PurePosixPath],
    formats: Sequence[str],
    lang: str = "vi",
    templates: Path | None = None,
) -> str:
    """The page of all documents of a build: who issued, carries out or cites each; a unit links to the brief it is in."""
    stems = {unit.path: stem for unit, stem in briefs.items()}

    def brief_of(unit: Unit) -> str | None:
        for depth in range(len(unit.path), 0, -1):
            if stem := stems.get(unit.path[:depth]):
                return f"{stem}.{formats[0]}"
        return None

    return _tidy(fill(_environment(lang, templates), "documents.md.j2", documents=documents, brief_of=brief_of))


def render_compared(
    comparison: Comparison,
    lang: str = "vi",
    templates: Path | None = None,
    charts: Mapping[FigureRow, Chart] | None = None,
    briefs: Mapping[Unit, str] | None = None,
    pages: Mapping[str, str] | None = None,
) -> tuple[str, Mapping[int, int]]:
    """The page of several localities side by side as Markdown, and for each mark in it the number of its citation.

    `briefs` are the addresses of the briefs that it leads to, `pages` by an article's path those of the pages of evidence.
    """
    values: dict[str, object] = {
        "compare": comparison,
        "title": compared_title(comparison),
        "names": compared_names(comparison),
        "files": [(briefs or {}).get(b.unit) for b in comparison.briefs],
        "numbers": [stretches(u.articles) for u in comparison.units],
        "charts": charts or {},
        "pages": pages or {},
    }
    return _renumbered(_tidy(fill(_environment(lang, templates), "compare.md.j2", **values)))


def compared_names(comparison: Comparison) -> list[str]:
    """What the columns are headed by: each locality's level and name, with where it lies if another is called so."""
    units = [b.unit for b in comparison.briefs]
    labels_of = [unit.label for unit in units]
    return [capital(u.label) if labels_of.count(u.label) == 1 else unit_title(u) for u in units]


def compared_title(comparison: Comparison) -> str:
    """The localities as a title names them: "Huyện Chi Lăng, thị xã Nghi Sơn"."""
    return capital(", ".join(name[:1].lower() + name[1:] for name in compared_names(comparison)))


def stretches(numbers: Sequence[int]) -> str:
    """Numbers, ascending, with those that follow each other as a stretch.

    >>> stretches([1, 2, 3, 7, 9, 10])
    '1–3, 7, 9–10'
    """
    runs: list[list[int]] = []
    for n in sorted(numbers):
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def render_left_out(
    left: Sequence[LeftOut],
    unused: Sequence[Unused],
    articles: int,
    facts: int,
    lang: str = "vi",
    templates: Path | None = None,
) -> str:
    """The page of what is in no brief because it is not certain enough, of so many `facts` in so many `articles`."""
    values = {"left": left, "unused": unused, "articles": articles, "facts": facts}
    return _tidy(fill(_environment(lang, templates), "unplaced.md.j2", **values))


def counts(brief: Brief) -> dict[str, int]:
    """How much a brief holds: articles, measures, metrics, directives."""
    sections = (brief.own, *brief.below)
    return {
        "articles": len(brief.articles),
        "measures": sum(len(g.lines) for s in sections for g in (*s.adopted, *s.planned)),
        "metrics": sum(len(s.figures) for s in sections),
        "directives": sum(len(s.directives) for s in sections),
    }


@cache
def _environment(lang: str, templates: Path | None) -> Environment:
    words = labels(lang, templates)
    env = environment(templates, escape)
    env.globals.update(label=words, lang=lang)
    env.filters.update(
        {
            "fmt": fmt,
            "json": lambda value: Markup(json.dumps(plain(str(value)), ensure_ascii=False)),
            "marks": lambda numbers: Markup("".join(f"[^{n}]" for n in numbers)),
            "title": lambda unit: unit_title(unit),
            "capital": capital,
            "figure": lambda metric: form.figure(metric, lang, words["figures"]),
            "period": lambda edtf: form.period(edtf, lang, words["figures"]),
            "table": lambda section: figure_table(section, lang, words["figures"], words["told_by"]),
            "day": lambda date: form.day(date, lang),
            "document_date": lambda iso: form.document_date(iso, lang),
            "document": lambda directive: document(directive, lang, words),
            "cited": lambda row: cited(undated(row), lang, words),
            "closed": closed,
            "told": lambda fact: told(fact, lang, words),
            "sentences": lambda brief: sentences(brief.summary, len(brief.articles), lang, words),
            "number": lambda count: form.number(Decimal(count), lang),
            "unquoted": unquoted,
            "remark": lambda r: remark_of(r.correction, lang, words),  # of a Remark, or one that is Unused
            "said": lambda row: said(row.metric, lang, words),
            "here": lambda rows: [r for r in rows if r.directive.issued_here],
            "above": lambda rows: [r for r in rows if not r.directive.issued_here],
            "fold": fold,
            "counts": counts,
        }
    )
    return env


def _sections(brief: Brief) -> list[Section]:
    return [s for s in (brief.own, *brief.below) if not s.empty]


def _tidy(markdown: str) -> str:
    """One blank line between blocks, none at the ends of lines."""
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", markdown)).strip("\n") + "\n"


_MARK = re.compile(r"\[\^(\d+)\]")
_MARKS = re.compile(r"(?:\[\^\d+\])+")
_NOTE = re.compile(r"^\[\^(\d+)\]: .*$", re.M)


def _sorted_marks(new: Mapping[str, str], marks: str) -> str:
    """Marks that stand together, with their new numbers, ascending."""
    return "".join(f"[^{n}]" for n in sorted((new[old] for old in _MARK.findall(marks)), key=int))


def _renumbered(markdown: str) -> tuple[str, Mapping[int, int]]:
    """Marks numbered as the page is read, and the notes in that order; a note that nothing refers to is dropped.

    With it comes for each new number the old one.

    Text from articles holds no marks of its own: its brackets are escaped.
    """
    notes = {m[1]: m[0] for m in _NOTE.finditer(markdown)}
    if not notes:
        return markdown, {}
    story = _NOTE.sub("", markdown)
    order = list(dict.fromkeys(m[1] for m in _MARK.finditer(story)))
    new = {old: str(n) for n, old in enumerate(order, start=1)}
    story = _tidy(_MARKS.sub(lambda m: _sorted_marks(new, m[0]), story))
    story += "\n" + "".join(_MARK.sub(f"[^{new[old]}]", notes[old], count=1) + "\n" for old in order)
    return story, {int(number): int(old) for old, number in new.items()}


def fmt(label: str, *values: object, **named: object) -> Markup:
    """A label with its places filled by values, which are escaped like everything else."""
    return Markup(str(label).format(*map(_safe, values), **{k: _safe(v) for k, v in named.items()}))


def _safe(value: object) -> object:
    return value if isinstance(value, int | Markup) else escape(str(value))


def remark_of(c: Correction, lang: str, words: Mapping[str, Any]) -> str:
    """What the correction says, as its note tells it."""
    return remark(c.do, c.by, c.when, c.anchor.words, c.why, lang, words)


def unit_title(unit: Unit) -> str:
    """A unit as a title names it: "Thị trấn Đồng Mỏ, huyện Chi Lăng, tỉnh Lạng Sơn"."""
    return capital(", ".join(str(place) for place in reversed(unit.path)))


def unquoted(words: str) -> str:
    """`words` without a quotation mark at the beginning or end that has no partner in them, for quoting them again."""
    if words.count("“") > words.count("”") and words.startswith("“"):
        words = words[1:]
    elif words.count("”") > words.count("“") and words.endswith("”"):
        words = words[:-1]
    return words
