"""Originals: the articles as they are now, found by what they were, and whether quoted words still stand in them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reportgen.clean import clean
from reportgen.correct import corrections_in
from reportgen.errors import InputError
from reportgen.model import Article
from reportgen.model import Source as Original
from reportgen.parse import parse
from reportgen.proof import Amended, Quote, Source, letters
from reportgen.read import CORRECTIONS, discover, read
from reportgen.text import Text


@dataclass(frozen=True)
class Found:
    """An article of today; `changed` where its text is not the one that the brief was made from."""

    original: Original
    changed: bool

    @cached_property
    def _text(self) -> Text:
        return clean(self.original)

    @property
    def repaired(self) -> str:
        """Its text as the program reads it."""
        return self._text.string

    @cached_property
    def article(self) -> Article:
        """What it says of itself: title, day, newspaper, authors."""
        return parse(self._text, self.original)

    @property
    def published(self) -> dt.date | None:
        """The day of its publication, where the page says it."""
        return self.article.published

    def holds(self, quote: Quote) -> bool:
        """True where the quoted words stand at their place; in a changed article, anywhere."""
        raw = self.original.text
        at = quote.span.start if quote.span.of(raw) == quote.quote else -1
        if at < 0 and self.changed:
            at = raw.find(quote.quote)
        if at < 0 or not quote.quote.strip():
            return False
        end = at + len(quote.quote)
        text = self._text
        placed = zip(text.string, text.starts, text.ends, strict=True)
        said = "".join(char for char, start, stop in placed if start >= at and stop <= end)
        return letters(said) == letters(quote.words)


class Originals:
    """The articles in a folder, by the hash of their text and by their names, and what people put right in them."""

    def __init__(self, paths: Iterable[Path], corrections: Path | None = None) -> None:
        paths = list(paths)
        found = discover(paths)
        self.problems = list(found.problems)
        entries, wrong = corrections_in([corrections] if corrections else [path / CORRECTIONS for path in paths])
        self.problems += wrong
        self._entries = {(c.do, c.by, c.when.isoformat(), c.anchor.words, c.why) for c in entries}
        self._by_hash: dict[str, Original] = {}
        self._by_name: dict[str, Original] = {}
        for path, name in zip(found.files, found.ids, strict=True):
            try:
                original = read(path, name)
            except InputError as e:
                self.problems.append(str(e))
                continue
            self._by_hash.setdefault(sha256(original.text), original)
            self._by_name[name] = original

    def __contains__(self, amended: Amended) -> bool:
        """True where there is a correction that says what `amended` says."""
        return (amended.do, amended.by, amended.when, amended.about, amended.why) in self._entries

    def find(self, source: Source) -> Found | None:
        """The article that `source` names: the same text under any name, or else what now has its name."""
        same = self._by_hash.get(source.sha256)
        if same:
            return Found(same, changed=False)
        named = self._by_name.get(source.id)
        return Found(named, changed=True) if named else None


def sha256(text: str) -> str:
    """The hash of `text` in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
