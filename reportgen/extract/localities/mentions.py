"""Mentions of units with a level word, as they stand in the text, not yet resolved.

    mention = level name | level opening name {[aside | figure] between name}     "các xã trong huyện như A, B", "3 xã (A, B và C)"
    level   = "xã" | "TP." | "Huyện ủy" | "thôn" | …                  see levels.toml
    name    = capitalised words [number] | number                     "Trường Xuân A", "Mỹ Đình 1", "8"

Names may run on into what follows ("UBND xã Phạm Văn Nhận" names a person), so each mention keeps the run of capitalised
words, and resolution decides how much of it is the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.extract.localities.lexicon import (
    ABROAD,
    ALSO,
    ALSO_ENDS,
    BELOW,
    BETWEEN,
    ENDS,
    FIRST,
    FORMERLY,
    KIND,
    LEVEL,
    LEVEL_OF,
    LEVELS,
    MANY,
    MANY_ENDS,
    NAMED,
    NOT_HERE,
    NOT_HERE_ENDS,
    NUMBERED,
    OPENING,
    SEVERAL,
    TIERS,
    WRITTEN,
)
from reportgen.gazetteer import Tier
from reportgen.text import Span
from reportgen.vietnamese.letters import UPPER

REACH = 70
_SHORT = re.compile(rf"[{UPPER}]{{2,5}}")  # "NTM", no name of a unit


@dataclass(frozen=True, slots=True)
class Mention:
    """A level word with the run of words that holds the name. `start` is where the level word starts, or the name in a list.

    `level` is the level as a brief prints it, `also` are levels named beside it; `listed` is True for the second and later names
    of a list and for names that a list word introduces; `former` for a unit that is no more; `away` for a home, an address, a road.
    """

    start: int
    run: Span
    level: str
    listed: bool = False
    former: bool = False
    away: bool = False
    body: bool = False
    caption: bool = False
    also: frozenset[str] = frozenset()

    @property
    def levels(self) -> frozenset[str]:
        """The levels that the words may mean: several in "các quận, huyện: A, B"."""
        return self.also | {self.level}

    @property
    def tiers(self) -> tuple[Tier, ...]:
        own = TIERS.get(self.level, ())
        if not self.also:
            return own
        beside = {tier for level in self.also for tier in TIERS[level] if len(TIERS[level]) == 1}
        return tuple(tier for tier in own if tier in beside) or own  # thành phố is of one tier beside tỉnh or huyện

    @property
    def below(self) -> bool:
        """True for a village or quarter below the commune."""
        return self.level in BELOW


def find_mentions(string: str, folded: str, span: Span, *, caption: bool = False) -> Iterator[Mention]:
    """The mentions with a level word in `string[span]`, in order; lists one by one."""
    at = span.start  # what stands before belongs to a mention already
    for m in LEVEL.finditer(folded, span.start, span.end):
        if m.start() < at:
            continue
        word = " ".join(m[0].split())
        level = LEVEL_OF.get(word, word)
        run = _named(string, folded, m.end(), span.end, level)
        if run and _SHORT.fullmatch(string, run.start, run.end) and _many(folded, span.start, m.start()):
            run = None  # "2 huyện NTM (A và B)"
        listed = run is None and word in WRITTEN and level in TIERS
        if listed:
            run = _opened(string, folded, m, span, level)
        if run is None:
            continue
        away = not_here(folded, max(span.start, m.start() - REACH), m.start()) or bool(ABROAD.match(folded, run.end))
        also = _also(folded, span.start, m.start()) if level in TIERS else frozenset()
        start = run.start if listed else m.start()
        body = word in _BODIES
        yield Mention(start, run, level, listed, _former(folded, run), away, body, caption, also)
        at = run.end
        several = level not in BELOW or _many(folded, span.start, m.start())
        while link := BETWEEN.match(folded, at, span.end):
            run = _run(string, folded, link.end(), span.end, level)
            if run is None or _names_another(string, folded, Span(link.start(), link.end()), span):
                break
            counted = any(map(str.isdigit, string[link.start() : link.end()]))  # "thôn A 146 ha, B 67 ha"
            if not (several or counted):
                break
            if level not in BELOW or " " in run.of(string) or ENDS.match(folded, run.end):
                yield Mention(run.start, run, level, True, _former(folded, run), away, body, caption, also)
            at = run.end


def _named(string: str, folded: str, start: int, end: int, level: str) -> Span | None:
    """The words after a level word that may be its name, or what follows a word for the kind of unit: "huyện miền núi X"."""
    if string[start : start + 1].islower():
        kind = KIND.match(folded, start) if level in TIERS else None
        return _run(string, folded, kind.end(), end, level) if kind and string[kind.end() :][:1].isupper() else None
    return None if level_at(string, folded, start, end) else _run(string, folded, start, end, level)  # "Thành ủy TP. X"


def _opened(string: str, folded: str, word: re.Match[str], span: Span, level: str) -> Span | None:
    """The first name of a list that a level word only announces: "các xã trong huyện như A", "3 xã: A", "6 huyện (A"."""
    start = word.end() - (folded[word.end() - 1] in " \u00a0")
    opened = OPENING.match(folded, start, span.end)
    if opened is None and (_many(folded, span.start, word.start()) or _also(folded, span.start, word.start())):
        opened = None if level_at(string, folded, word.end(), span.end) else SEVERAL.match(folded, start, span.end)
    if opened is None or level_at(string, folded, opened.end(), span.end):
        return None
    run = _run(string, folded, opened.end(), span.end, level)
    return (
        None if run and folded[run.end : run.end + 1] == ":" else run
    )  # "(Hà Giang: 136 xã, …)" gives figures of others


def _names_another(string: str, folded: str, link: Span, span: Span) -> bool:
    """True when what stands between two names of a list, or right after it, opens another mention: "X (huyện Y), "."""
    word = LEVEL.search(folded, link.start, link.end)
    named = word and (string[word.end()].isdigit() or NAMED.match(string, word.end()))
    return level_at(string, folded, link.end, span.end) or bool(named)


def not_here(folded: str, start: int, end: int) -> bool:
    """True when the words before `end` make the place there somebody's home, an address or a road."""
    before = folded[start:end].rstrip(" :")
    return before.endswith(NOT_HERE_ENDS) and NOT_HERE.search(folded, start, end) is not None


def _many(folded: str, start: int, end: int) -> bool:
    """True when the words before `end` say that the level word there stands for several units: "các xã", "3 xã"."""
    return folded.endswith(MANY_ENDS, start, end) and MANY.search(folded, max(start, end - 20), end) is not None


def _also(folded: str, start: int, end: int) -> frozenset[str]:
    """The level words that stand with the one at `end`: quận for huyện in "các quận, huyện: A, B"."""
    m = ALSO.search(folded, max(start, end - 40), end) if folded.endswith(ALSO_ENDS, start, end) else None
    return frozenset(word[0] for word in LEVELS.finditer(m[0])) if m else frozenset()


_BODIES = frozenset(word for word in LEVEL_OF if word.endswith(("ủy", "đoàn")))


def level_at(string: str, folded: str, start: int, end: int | None = None) -> bool:
    """True when a level word stands at `start`; "Sóc" in "huyện Sóc Sơn" and "Buôn" in "thị xã Buôn Hồ" are none."""
    m = LEVEL.match(folded, start, len(folded) if end is None else end)
    return m is not None and not (string[start].isupper() and m[0].rstrip() in BELOW)


def _run(string: str, folded: str, start: int, end: int, level: str) -> Span | None:
    """The words from `start` on that may be a name; among words all of capitals a level word ends them."""
    numbered = level in BELOW or level in {"phường", "quận", "xã"}
    m = (NUMBERED.match(string, start, end) if numbered else None) or NAMED.match(string, start, end)
    if m is None:
        return None
    first = FIRST.match(string, start, end) if m[0].isupper() else None
    if first and (inner := LEVEL.search(folded, first.end(), m.end())):
        return Span(start, len(string[: inner.start()].rstrip()))
    return Span(*m.span())


def _former(folded: str, run: Span) -> bool:
    return FORMERLY.match(folded, run.end) is not None
