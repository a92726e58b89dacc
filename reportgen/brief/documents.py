"""Documents: all that the articles of a build cite, each once, with the localities that issued, carry out or cite it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from reportgen.brief.home import home
from reportgen.brief.merge import Merged
from reportgen.brief.order import directive_order, directive_rank
from reportgen.brief.readings import Reconciled, reconcile
from reportgen.brief.same_document import join_document, same_document
from reportgen.model import Carrying, Directive, Document, Extraction, RelationKind, Unit

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def documents(extractions: Iterable[Extraction]) -> tuple[Document, ...]:
    """The documents, from the centre down. A local number counts in its own unit only: "02-NQ/TU" of two provinces is two."""
    entries: list[tuple[Unit | None, Merged[Directive]]] = []
    for extraction in sorted(extractions, key=lambda x: x.article.source.path):
        for directive in extraction.directives:
            where = issuing_unit(directive, home(extraction, directive))
            told = tuple((extraction, span) for span in directive.mentions)
            for n, (place, (known, places)) in enumerate(entries):
                if place == where and same_document(known, directive):
                    entries[n] = place, (join_document(known, directive), places + told)
                    break
            else:
                entries.append((where, (directive, told)))
    units = dict.fromkeys(place for place, _ in entries)
    made = [_document(d) for unit in units for d in reconcile([merged for place, merged in entries if place == unit])]
    return tuple(sorted(made, key=lambda d: (directive_rank(d.directive), directive_order(d.directive))))


def issuing_unit(directive: Directive, unit: Unit | None) -> Unit | None:
    """The unit inside which the document's number counts: none for the centre, the province for "…/TU", and so on down."""
    rank = directive_rank(directive)
    if unit is None or rank == 0:
        return None
    depth = rank if rank <= len(unit.path) else len(unit.path)
    return Unit(unit.path[:depth])


def _document(found: Reconciled) -> Document:
    directive = found.directive
    issued: list[Unit] = []
    carried: list[Carrying] = []
    cited: list[Unit] = []
    rests: dict[tuple[object, ...], tuple[RelationKind, Directive]] = {}
    for extraction, index in _once_each(found):
        for r in extraction.relations:
            if r.by == index and r.kind != "implements":
                other = extraction.directives[r.to]
                rests.setdefault((r.kind, other.type, other.symbol or other.number), (r.kind, other))
        unit = home(extraction, extraction.directives[index])
        if unit is None:
            continue
        (issued if extraction.directives[index].issued_here else cited).append(unit)
        carried += [
            _carrying(extraction, r.by, r.actor, unit) for r in extraction.relations if _carries(r.kind, r.to, index)
        ]
    days = [gap for c in carried if c.directive and (gap := _days(directive.date, c.directive.date)) is not None]
    dates = tuple(date for date, _ in found.dates)
    carrying = {(c.unit.path, c.actor, c.directive and c.directive.symbol): c for c in carried}
    at_work = {c.unit.path for c in carried}
    return Document(
        directive=directive,
        issued=_once(issued),
        carried=tuple(carrying.values()),
        cited=tuple(u for u in _once(cited) if u.path not in at_work),
        days=None if dates else min(days, default=None),
        dates=dates,
        rests=tuple(rests.values()),
    )


def _once_each(found: Reconciled) -> list[tuple[Extraction, int]]:
    """The articles that tell a document, each with where it stands among the article's directives."""
    out: dict[tuple[str, int], tuple[Extraction, int]] = {}
    for extraction, span in found.told:
        there = [i for i, d in enumerate(extraction.directives) if span in d.mentions]
        index = next((i for i in there if same_document(extraction.directives[i], found.directive)), there[0])
        out.setdefault((extraction.article.source.path, index), (extraction, index))
    return list(out.values())


def _carries(kind: str, to: int, index: int) -> bool:
    return kind == "implements" and to == index


def _carrying(extraction: Extraction, by: int | None, actor: str | None, unit: Unit) -> Carrying:
    return Carrying(unit, actor, extraction.directives[by] if by is not None else None)


def _once(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple({unit.path: unit for unit in units}.values())


def _days(earlier: str | None, later: str | None) -> int | None:
    """The days between two dates that are known to the day; None where they are not, or stand the wrong way round."""
    if not (earlier and later and _DAY.fullmatch(earlier) and _DAY.fullmatch(later)):
        return None
    gap = (dt.date.fromisoformat(later) - dt.date.fromisoformat(earlier)).days
    return gap if gap >= 0 else None
