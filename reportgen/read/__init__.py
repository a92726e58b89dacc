"""read: a file to a Source (decoded, code points untouched), and folders to the files to read."""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import Empty, Unreadable, Unsupported
from reportgen.model import Source
from reportgen.read.decode import decode
from reportgen.read.discover import Found, discover
from reportgen.read.kinds import Kind, form
from reportgen.read.own import CORRECTIONS

__all__ = ["CORRECTIONS", "LIMIT", "Found", "discover", "read"]

LIMIT = 20_000_000
"""Bytes up to which a file is read; a page may carry its pictures in it."""

CHARACTERS = 400_000
"""Up to so many characters a text is an article; the longest that was seen has some 100,000."""


def read(path: Path, id: str | None = None) -> Source:  # noqa: A002 (the noun of the model)
    """The article in the file at `path`: plain text decoded, a web page, Word file, Markdown or JSON article taken apart.
    `id` is its name without the ending unless given (see `discover`).

    A byte-order mark is no part of a plain text; all else in it is kept as it was.

    Raises Unreadable for what cannot be opened or holds no story, Unsupported for files of another kind or too large
    (which are not read at all), Empty for a file without a word.
    """
    data = _bytes(path)
    source = _source(id if id is not None else path.stem, path, data)
    if not any(c.isalpha() for c in source.text):
        raise Empty(path, "there is not a word in it", "save the article's text in it or remove the file")
    if len(source.text) > CHARACTERS:
        wrong = f"{len(source.text):,} characters are more than an article can have ({CHARACTERS:,})"
        raise Unsupported(path, wrong, "split it into one file an article")
    return source


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise Unreadable(path, "this is a folder", "name the files in it, or build the folder")
        if size > LIMIT:
            wrong = f"{size / 1e6:.0f} MB is more than an article can have ({LIMIT // 1_000_000} MB)"
            raise Unsupported(path, wrong, "split it into one file an article")
        with path.open("rb") as file:
            return file.read(LIMIT)  # it may grow while it is read, and a device has no size
    except OSError as e:
        raise Unreadable(path, f"cannot be opened ({e.strerror or e})", "check the name and who may read it") from e


def _source(name: str, path: Path, data: bytes) -> Source:
    match form(path, data[:512]):
        case Kind() as kind:
            raise Unsupported(path, f"{kind.name} is not read", kind.remedy)
        case "html":
            from reportgen.read.html import read_html

            page = read_html(name, str(path), data)
            if page is None:
                raise Unreadable(path, "there is no story on this page", "open the article itself and save that page")
            return page
        case "word":
            from reportgen.read.word import read_word

            return read_word(name, str(path), data)
        case "json":
            from reportgen.read.article import read_article

            return read_article(name, str(path), data)
        case plain:
            decoded = decode(data)
            if decoded is None:
                raise Unreadable(path, "this is no text", "save the article as plain text (.txt, UTF-8)")
            if plain == "markdown":
                from reportgen.read.markdown import read_markdown

                return read_markdown(name, str(path), *decoded)
            return Source(name, str(path), *decoded)
