"""An article that somebody parsed already, as JSON, to a Source; `reportgen schema` prints the form."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, get_args

from reportgen.errors import Unreadable
from reportgen.model import BlockKind, Given, Source
from reportgen.read.compose import Composer
from reportgen.read.decode import decode

_KINDS: tuple[str, ...] = get_args(BlockKind)
_REMEDY = "`reportgen schema` prints the form of an article"


class _Wrong(Exception):
    """Where the article does not have the form: a path and what is wrong there."""


def article_in(data: bytes) -> dict[str, Any] | None:
    """The article in the bytes of a JSON file: the object itself, or the one under "article" in a line that `extract`
    prints. None where it is something else.

    >>> article_in(b'{"article": {"title": "A", "blocks": []}, "metrics": []}')["title"]
    'A'
    >>> article_in(b'{"a.pdf": []}')
    """
    decoded = decode(data)
    try:
        found = json.loads(decoded[0]) if decoded else None
    except (ValueError, RecursionError):
        return None
    if isinstance(found, dict) and isinstance(found.get("article"), dict):
        found = found["article"]
    return found if isinstance(found, dict) and isinstance(found.get("blocks"), list) else None


def read_article(name: str, path: str, data: bytes) -> Source:
    """The article in the JSON file `data`. Unreadable where it is none, with the place of what is wrong."""
    found = article_in(data)
    if found is None:
        raise Unreadable(path, "this is no article in JSON (an object with `blocks`)", _REMEDY)
    try:
        return _source(name, path, found)
    except _Wrong as e:
        raise Unreadable(path, str(e), _REMEDY) from e


def _source(name: str, path: str, found: dict[str, Any]) -> Source:
    title = _words(found, "title")
    page = Composer()
    if title:
        page.add(title, "title")
    for at, block in enumerate(found["blocks"]):
        if not isinstance(block, dict) or block.get("kind") not in _KINDS:
            raise _Wrong(f"blocks[{at}] needs a kind, one of {', '.join(_KINDS)}")
        words = _words(block, "text", f"blocks[{at}].")
        if not words:
            raise _Wrong(f"blocks[{at}] has no text")
        page.add(words, block["kind"])
    for at, table in enumerate(_list(found, "tables")):
        if not isinstance(table, dict):
            raise _Wrong(f"tables[{at}] is no object")
        rows = [[_cell(cell, at) for cell in row] for row in _list(table, "rows") if isinstance(row, list)]
        page.table(rows, _words(table, "caption", f"tables[{at}]."))
    published = _words(found, "published")
    authors = tuple(a for a in _list(found, "authors") if isinstance(a, str) and a.strip())
    given = Given(title, _day(published) if published else None, authors, _words(found, "newspaper"))
    return page.source(name, path, "json", given, parsed=True)


def _words(of: dict[str, Any], key: str, where: str = "") -> str | None:
    value = of.get(key)
    if value is not None and not isinstance(value, str):
        raise _Wrong(f"{where}{key} is no string")
    return value.strip() or None if value else None


def _list(of: dict[str, Any], key: str) -> list[Any]:
    value = of.get(key, [])
    if not isinstance(value, list):
        raise _Wrong(f"{key} is no list")
    return value


def _cell(cell: object, at: int) -> tuple[str, bool]:
    if isinstance(cell, dict):
        return _words(cell, "text", f"tables[{at}]: ") or "", bool(cell.get("head"))
    if isinstance(cell, str):
        return cell, False
    raise _Wrong(f"tables[{at}] has a cell that is neither a string nor an object with a text")


def _day(words: str) -> dt.date:
    try:
        return dt.date.fromisoformat(words)
    except ValueError as e:
        raise _Wrong(f"published is {words!r}, no date as 2020-01-31") from e
