"""What a page says of its article in its head: JSON-LD, Open Graph and other meta tags; and its headline."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reportgen.model import Given
from reportgen.read.compose import plain
from reportgen.read.html.words import SITE

if TYPE_CHECKING:
    from resiliparse.parse.html import ElementNode, HTMLTree

_ARTICLE = re.compile(r"(?:News|Report|Blog|Opinion|Analysis)?(?:Article|Posting)$")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_VIETNAM = dt.timezone(dt.timedelta(hours=7))
_DATES = (
    "article:published_time",
    "pubdate",
    "datepublished",
    "dc.date.issued",
    "publishdate",
    "og:article:published_time",
)
_AUTHORS = ("article:author", "dable:author", "author", "dc.creator")
_TITLES = ("og:title", "twitter:title", "title", "dc.title")
_SUFFIX = re.compile(r"\s+[-–—|]\s+[^-–—|]{3,60}$")
_LONGEST = 300  # characters of a title, with or without its site
_SIGNS = re.compile(r"[\W_]+")


def metadata(tree: HTMLTree, lines: Sequence[str], story: Sequence[str]) -> Given:
    """The fields that the page gives. `lines` are its own, `story` those of them that were kept: a title that no line
    bears out is the site's, not the article's; of "Làm đường ở Tân An - Báo X" only what a line says is the title; and
    an h1 alone must stand in the story.
    """
    meta = _tags(tree)
    linked = next(_articles(tree), {})
    titles = [linked.get("headline"), *(meta.get(name) for name in _TITLES), _of(tree.title)]
    days = [linked.get("datePublished"), *(meta.get(name) for name in _DATES)]
    return Given(
        _title([plain(t) for t in titles if isinstance(t, str) and t.strip()], _headings(tree), lines, story),
        next((day for d in days if isinstance(d, str) and (day := _day(d))), None),
        tuple(
            dict.fromkeys(
                name for name in [*_names(linked.get("author")), *(meta.get(a, "") for a in _AUTHORS)] if name
            )
        ),
        next((n for n in (meta.get("og:site_name"), _of(tree.title)) if n), None),
    )


def _of(words: str | None) -> str | None:
    return plain(words) if words and words.strip() else None


def _tags(tree: HTMLTree) -> dict[str, str]:
    """The meta tags by their small name, the first of each."""
    found: dict[str, str] = {}
    for node in _select(tree, "meta[content]"):
        name = node.getattr("property") or node.getattr("name") or node.getattr("itemprop") or ""
        content = plain(node.getattr("content") or "")
        if name and content and len(content) <= _LONGEST:
            found.setdefault(name.strip().lower(), content)
    return found


def _articles(tree: HTMLTree) -> Iterator[dict[str, Any]]:
    """The articles that the page describes in JSON-LD."""
    for node in _select(tree, 'script[type="application/ld+json"]'):
        with contextlib.suppress(ValueError, RecursionError):
            waiting = [json.loads(node.text or "", strict=False)]
            while waiting:
                item = waiting.pop(0)
                if isinstance(item, list):
                    waiting += item
                elif isinstance(item, dict):
                    waiting += item.get("@graph") or []
                    kind = item.get("@type")
                    kinds = kind if isinstance(kind, list) else [kind]
                    if any(isinstance(k, str) and _ARTICLE.match(k) for k in kinds):
                        yield item


def _names(author: object) -> list[str]:
    found = author if isinstance(author, list) else [author]
    names = [a.get("name") if isinstance(a, dict) else a for a in found]
    return [plain(name) for name in names if isinstance(name, str) and name.strip()]


def _day(words: str) -> dt.date | None:
    """The day in Vietnam: where a time and its zone stand, half past eleven at night in London is the next morning.

    >>> _day("2021-10-16T23:30:00Z"), _day("2021-10-17 07:30"), _day("17/10/2021")
    (datetime.date(2021, 10, 17), datetime.date(2021, 10, 17), None)
    """
    words = words.strip()
    m = _DAY.match(words)
    if m is None:
        return None
    try:
        time = dt.datetime.fromisoformat(words)
        return (time.astimezone(_VIETNAM) if time.tzinfo else time).date()
    except ValueError:
        pass
    try:
        return dt.date.fromisoformat(m[0])
    except ValueError:
        return None


def _headings(tree: HTMLTree) -> list[str]:
    return [words for node in _select(tree, "h1") if (words := plain(node.text or "")) and len(words) <= _LONGEST]


def _select(tree: HTMLTree, selector: str) -> Iterator[ElementNode]:
    if tree.document is not None:
        yield from tree.document.query_selector_all(selector)


def _title(titles: Sequence[str], headings: Sequence[str], lines: Sequence[str], story: Sequence[str]) -> str | None:
    """The line of the page that is its headline: what its head calls it, or the h1 that goes on where the head stops."""
    at = {_bare(line): line for line in reversed(lines) if len(line) <= _LONGEST}
    for title in titles:
        for words in (title, _SUFFIX.sub("", title)):
            longer = next((h for h in headings if _bare(h).startswith(_bare(words)) and _bare(h) in at), None)
            if len(words.split()) > 3 and not SITE.search(words.casefold()):
                if longer:
                    return at[_bare(longer)]
                if _bare(words) in at:
                    return at[_bare(words)]
    told = {_bare(line): line for line in story if len(line) <= _LONGEST}
    main = dict.fromkeys(
        told[_bare(h)] for h in headings if _bare(h) in told and len(h.split()) > 3 and not SITE.search(h.casefold())
    )
    return next(iter(main)) if len(main) == 1 else None


def _bare(words: str) -> str:
    return _SIGNS.sub("", words.casefold())
