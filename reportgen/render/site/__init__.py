"""Briefs as a documentation site: Markdown pages with front matter and a `mkdocs.yml`, for MkDocs with Material and for Zensical.

A page a unit below its province, an index a province, the documents, a page a theme. Plain Markdown, no plugins. The text
depends on the facts alone, so that a change of a page shows a change of facts; what it rests on stands in a folder of its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from reportgen.model import Brief, Document, Place, Unit
from reportgen.proof import SIDECAR, SITE_EVIDENCE, Evidence, dumps
from reportgen.render.carried import evidence_of
from reportgen.render.charts import Chart, can_draw, charts
from reportgen.render.claims import pictures as pictures_in
from reportgen.render.escape import plain
from reportgen.render.markdown import counts, render_numbered, render_page, unit_title
from reportgen.render.running import capital
from reportgen.render.site.evidence import evidence_of_theme
from reportgen.render.site.paths import DOCS, pages, way
from reportgen.render.site.themes import Theme, themes
from reportgen.render.templates import labels, template_file

_EVIDENCE = PurePosixPath(SITE_EVIDENCE)

MADE_BY = 'generator: "reportgen"'
"""Stands in the front matter of every page, so that a later build knows which pages are its own."""


def render_site(
    briefs: Sequence[tuple[Brief, PurePosixPath]],
    documents: Sequence[Document],
    lang: str = "vi",
    templates: Path | None = None,
) -> dict[PurePosixPath, bytes]:
    """Every file of the site by its path below the output folder; `briefs` come with their stems. TemplateError as elsewhere."""
    label = labels(lang, templates)
    at = pages({brief.unit: stem for brief, stem in briefs})
    by_path = {unit.path: page for unit, page in at.items()}
    told = themes([brief for brief, _ in briefs], list(label["themes"]))
    provinces: dict[Unit, list[Brief]] = {}
    for brief, _ in briefs:
        provinces.setdefault(Unit(brief.unit.path[:1]), []).append(brief)
    home = {province: at[row[0].unit].parts[0] for province, row in provinces.items()}

    made: dict[PurePosixPath, str] = {}
    pictures: dict[PurePosixPath, bytes] = {}
    carried: dict[PurePosixPath, Evidence] = {}

    def put(page: PurePosixPath, template: str, title: str, **values: object) -> Mapping[int, int]:
        link = partial(_link, page, by_path)
        words, numbers = render_page(
            template, lang, templates, link=link, counts=counts, to=partial(_to, page), **values
        )
        made[page] = _front(title) + words
        return numbers

    for brief, _ in briefs:
        page = at[brief.unit]
        drawn = charts(brief, page.stem, lang, label) if can_draw() else {}
        text, numbers = render_numbered(brief, lang, templates, drawn, partial(_link, page, by_path))
        front = _front(unit_title(brief.unit), brief, [str(label["themes"][t]) for t in _themes(brief)])
        made[page] = front + _body(text)
        shown = []
        for picture in pictures_in(made[page]):
            chart = next((chart for chart in drawn.values() if chart.file == picture.file), None)
            data = _drawn(chart) if chart else b""
            if chart:
                pictures[DOCS / page.with_name(chart.file)] = data
            shown.append(replace(picture, sha256=hashlib.sha256(data).hexdigest() if chart else ""))
        carried[page] = replace(evidence_of(brief, made[page], numbers, lang), pictures=tuple(shown))
    for province, row in provinces.items():
        page = PurePosixPath(home[province], "index.md")
        put(page, "site/province.md.j2", unit_title(province), province=province, briefs=row)
    put(PurePosixPath("index.md"), "site/home.md.j2", str(label["index"]["title"]), provinces=provinces, home=home)
    put(PurePosixPath("documents.md"), "site/documents.md.j2", str(label["documents"]["title"]), documents=documents)
    put(PurePosixPath("themes/index.md"), "site/themes.md.j2", str(label["site"]["themes"]), told=told)
    for theme in told:
        numbers = put(theme.page, "site/theme.md.j2", str(label["themes"][theme.key]), theme=theme)
        carried[theme.page] = evidence_of_theme(theme, made[theme.page], numbers, lang)
    files = {DOCS / page: words.encode("utf-8") for page, words in made.items()} | pictures
    files[DOCS / "stylesheets" / "brief.css"] = template_file("site/brief.css", templates).read_bytes()
    nav = _nav(briefs, at, home, told, label)
    settings, _ = render_page("site/mkdocs.yml.j2", lang, templates, nav=Markup(nav))
    files[PurePosixPath("mkdocs.yml")] = settings.encode("utf-8")
    return files | {_EVIDENCE / page.with_name(f"{page.stem}.{SIDECAR}"): dumps(e) for page, e in carried.items()}


def own_pages(folder: Path, files: Collection[PurePosixPath]) -> list[Path]:
    """The pages below `folder` that an earlier build made and that are not among `files`, and their evidence."""
    known = set(map(str, files))

    def left(below: PurePosixPath, pattern: str) -> list[Path]:
        found = sorted((folder / below).rglob(pattern))
        return [path for path in found if path.relative_to(folder).as_posix() not in known]

    pages = [p for p in left(DOCS, "*.md") if MADE_BY.encode() in p.read_bytes().split(b"\n---\n")[0].split(b"\n")]
    return pages + left(_EVIDENCE, f"*.{SIDECAR}")


def _link(page: PurePosixPath, at: Mapping[tuple[Place, ...], PurePosixPath], unit: Unit) -> str | None:
    """The way from `page` to the page of the brief that `unit` is in, None where it is in none."""
    for depth in range(len(unit.path), 0, -1):
        if found := at.get(unit.path[:depth]):
            return way(page, found)
    return None


def _drawn(chart: Chart) -> bytes:
    from reportgen.render.charts.drawing import draw

    return draw(chart, "svg")


def _to(page: PurePosixPath, other: str | PurePosixPath) -> str:
    return way(page, PurePosixPath(other))


def _themes(brief: Brief) -> list[str]:
    """The themes of a brief's measures, in the order in which they are told."""
    sections = (brief.own, *brief.below)
    return list(dict.fromkeys(group.theme for s in sections for group in (*s.adopted, *s.planned)))


def _front(title: str, brief: Brief | None = None, tags: Sequence[str] = ()) -> str:
    """Front matter; every value is a JSON string, which is YAML too."""
    rows = [f"title: {_json(title)}", MADE_BY]
    if brief is not None:
        rows += [f"unit: {_json(brief.unit.full)}"]
        rows += [f"{name}: {_json(str(day or ''))}" for name, day in (("since", brief.since), ("until", brief.until))]
        rows += [f"tags: [{', '.join(map(_json, tags))}]"]
    return "\n".join(["---", *rows, "---", "", ""])


def _json(words: str) -> str:
    return json.dumps(plain(words), ensure_ascii=False)


def _body(markdown: str) -> str:
    """The Markdown of a brief without its own front matter."""
    return markdown.split("\n---\n", 1)[1].lstrip("\n") if markdown.startswith("---\n") else markdown


def _nav(
    briefs: Sequence[tuple[Brief, PurePosixPath]],
    at: Mapping[Unit, PurePosixPath],
    home: Mapping[Unit, str],
    told: Sequence[Theme],
    label: Mapping[str, object],
) -> str:
    """The navigation as YAML: provinces with their units, documents, themes."""
    words: Mapping[str, str] = label["site"]  # type: ignore[assignment]
    names: Mapping[str, Mapping[str, str]] = label  # type: ignore[assignment]
    rows = [f"  - {_json(words['home'])}: index.md"]
    for province, folder in home.items():
        rows.append(f"  - {_json(capital(str(province.path[0])))}:")
        rows.append(f"      - {folder}/index.md")
        for brief, _ in briefs:
            if brief.unit.path[:1] == province.path:
                name = (
                    unit_title(Unit(brief.unit.path[1:]))
                    if len(brief.unit.path) > 1
                    else words["whole"].format(province.path[0])
                )
                rows.append(f"      - {_json(name)}: {at[brief.unit]}")
    rows.append(f"  - {_json(words['documents'])}: documents.md")
    rows.append(f"  - {_json(words['themes'])}:")
    rows.append("      - themes/index.md")
    rows += [f"      - {_json(names['themes'][theme.key])}: {theme.page}" for theme in told]
    return "\n".join(rows)
