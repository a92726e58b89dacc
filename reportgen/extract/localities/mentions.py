"""Mentions of units with a level word, as they stand in the text, not yet resolved.

    mention = level name | level opening name {between name}         "các xã trong huyện như Phước An, Phước Thành"
    level   = "xã" | "TP." | "Huyện ủy" | "thôn" | …                  see levels.toml
    name    = capitalised words [number] | number                     "Trường Xuân A", "Mỹ Đình 1", "8"

Names may run on into what follows ("UBND xã Phạm Văn Nhận" names a person), so each mention keeps the run of capitalised
words, and resolution decides how much of it is the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.extract.localities.lexicon import (
    BELOW,
    BETWEEN,
    FIRST,
    FORMERLY,
    LEVEL,
    LEVEL_OF,
    NAMED,
    NOT_HERE,
    NUMBERED,
    OPENING,
    TIERS,
)
from reportgen.gazetteer import Tier
from reportgen.text import Span

_REACH = 70


@dataclass(frozen=True, slots=True)
class Mention:
    """A level word with the run of words that holds the name. `start` is where the level word starts, or the name in a list.

    `level` is the level as a brief prints it; `listed` is True for the second and later names of a list and for names
    that a list word introduces; `former` for a unit that is no more; `away` for a home, an address, a road.
    """

    start: int
    run: Span
    level: str
    listed: bool = False
    former: bool = False
    away: bool = False
    body: bool = False
    caption: bool = False

    @property
    def tiers(self) -> tuple[Tier, ...]:
        return TIERS.get(self.level, ())

    @property
    def below(self) -> bool:
        """True for a village or quarter below the commune."""
        return self.level in BELOW


def find_mentions(string: str, folded: str, span: Span, *, caption: bool = False) -> Iterator[Mention]:
    """The mentions with a level word in `string[span]`, in order; lists one by one."""
    at = span.start
    while m := LEVEL.search(folded, at, span.end):
        word = " ".join((m["written"] or m["short"]).split())
        level = LEVEL_OF.get(word, word)
        at = m.end()
        listed = False
        if level_at(string, folded, m.end(), span.end):  # "Thành ủy TP. X"
            continue
        run = _run(string, folded, at, span.end, level)
        if run is None and m["written"] and level in TIERS:
            opened = OPENING.match(folded, m.end() - 1, span.end)
            run = _run(string, folded, opened.end(), span.end, level) if opened else None
            listed = run is not None
            if opened and run and level_at(string, folded, opened.end(), span.end):
                continue
        if run is None:
            at = m.start() + 1 if m["written"] else m.end()
            at = max(at, m.start() + 1)
            continue
        away = NOT_HERE.search(folded, max(span.start, m.start() - _REACH), m.start()) is not None
        start = run.start if listed else m.start()
        first = Mention(start, run, level, listed, _former(folded, run), away, word in _BODIES, caption)
        yield first
        at = run.end
        if level in BELOW:
            continue
        while link := BETWEEN.match(folded, at, span.end):
            run = _run(string, folded, link.end(), span.end, level)
            if run is None or level_at(string, folded, link.end(), span.end):
                break
            yield replace(first, start=run.start, run=run, listed=True, former=_former(folded, run))
            at = run.end


_BODIES = frozenset(word for word in LEVEL_OF if word.endswith(("ủy", "đoàn")))


def level_at(string: str, folded: str, start: int, end: int | None = None) -> bool:
    """True when a level word stands at `start`; "Sóc" in "huyện Sóc Sơn" and "Buôn" in "thị xã Buôn Hồ" are none."""
    m = LEVEL.match(folded, start, len(folded) if end is None else end)
    return m is not None and not (m["written"] in BELOW and string[start].isupper())


def _run(string: str, folded: str, start: int, end: int, level: str) -> Span | None:
    """The words from `start` on that may be a name; among words all of capitals a level word ends them."""
    numbered = level in BELOW or level in {"phường", "quận", "xã"}
    m = (NUMBERED.match(string, start, end) if numbered else None) or NAMED.match(string, start, end)
    if m is None:
        return None
    first = FIRST.match(string, start, end)
    if first and m[0].isupper() and (inner := LEVEL.search(folded, first.end(), m.end())):
        return Span(m.start(), len(string[: inner.start()].rstrip()))
    return Span(*m.span())


def _former(folded: str, run: Span) -> bool:
    return FORMERLY.match(folded, run.end) is not None
