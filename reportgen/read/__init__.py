"""read: a file to a Source (decoded, code points untouched), and folders to the files to read."""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import Empty, Unreadable, Unsupported
from reportgen.model import Source
from reportgen.read.decode import decode
from reportgen.read.discover import Found, discover
from reportgen.read.kinds import foreign

__all__ = ["LIMIT", "Found", "discover", "read"]

LIMIT = 20_000_000
"""Bytes up to which a file is read; the longest newspaper article has some 100,000."""


def read(path: Path, id: str | None = None) -> Source:  # noqa: A002 (the noun of the model)
    """The file at `path`, decoded. `id` is its name without the ending unless given (see `discover`).

    A byte-order mark is no part of the text; all else is kept as it was.

    Raises Unreadable for what cannot be opened or is no text, Unsupported for files of another kind or too large
    (which are not read at all), Empty for a file without a word.
    """
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise Unreadable(path, "this is a folder", "name the files in it, or build the folder")
        if size > LIMIT:
            wrong = f"{size / 1e6:.0f} MB is more than an article can have ({LIMIT // 1_000_000} MB)"
            raise Unsupported(path, wrong, "split it into one file an article")
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)  # it may grow while it is read, and a device has no size
    except OSError as e:
        raise Unreadable(path, f"cannot be opened ({e.strerror or e})", "check the name and who may read it") from e
    kind = foreign(path, data[:512])
    if kind:
        raise Unsupported(path, f"{kind.name} is not read", kind.remedy)
    decoded = decode(data[:LIMIT])
    if decoded is None:
        raise Unreadable(path, "this is no text", "save the article as plain text (.txt, UTF-8)")
    text, encoding = decoded
    if not any(c.isalpha() for c in text):
        raise Empty(path, "there is not a word in it", "save the article's text in it or remove the file")
    return Source(id if id is not None else path.stem, str(path), text, encoding)
