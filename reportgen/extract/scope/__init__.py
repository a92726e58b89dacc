"""Scope: whose fact each fact is.

A story is about one unit, the principal one, and turns for some sentences to units under it. For each sentence the rules are tried in
this order; the first that answers names the unit:

1. who speaks: "Đồng chí X, Bí thư Đảng ủy phường Y, cho biết: …" (and the attribution line of a pull-quote) gives phường Y, for this
   sentence and those that follow in the paragraph;
2. the subject: a unit or its body that opens the sentence or a clause of it ("Hiện nay, phường Y đã …", "…, Thành ủy lựa chọn …"), or the
   place that opens it ("Tại xã Z, …");
3. what was carried from the sentence before; a new paragraph starts with the principal unit.

A body or level word without a name ("Đảng ủy", "Huyện ủy", "toàn xã") means the unit of its level in view: the one carried, the
principal one or the unit above it, else the last one named. Units above the principal one never take over: what a province
does in a story about a commune is told for the commune. A village's facts go to its commune.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.errors import TableError
from reportgen.model import Article, Block, Locality, Unit
from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_DATA = table("reportgen.extract.scope", "scope.toml")
_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
_DISTRICTS = ("huyện", "quận", "thị xã", "thành phố")


@dataclass(frozen=True, slots=True)
class Scope:
    """Answers, for any place in the story, which unit the words there speak of. `units[i]` holds from `starts[i]` on."""

    principal: Unit | None
    starts: tuple[int, ...] = ()
    units: tuple[Unit | None, ...] = ()

    def at(self, offset: int) -> Unit | None:
        """The unit in view at `offset` of the repaired text; the principal one outside the story, None where none is known."""
        i = bisect_right(self.starts, offset) - 1
        return self.units[i] if i >= 0 else self.principal


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean a unit; `unit` is None for a body or level word without a name, of `kind`."""

    span: Span
    unit: Unit | None
    kind: str


def find_scope(article: Article, localities: tuple[Locality, ...]) -> Scope:
    """The scope of `article`, given the units found in it."""
    main = next((x.unit for x in localities if x.principal), None)
    if main is None:
        return Scope(None)
    return _Reader(article, fold(article.text.string), main, _named(localities)).read()


def _named(localities: Sequence[Locality]) -> list[tuple[Span, Unit]]:
    return sorted(((span, place.unit) for place in localities for span in place.mentions), key=lambda x: x[0])


try:
    _GENERIC = {kind: alternation(words) for kind, words in _DATA["generic"].items()}
    _GENERIC_WORD = re.compile("|".join(rf"(?P<{kind}>(?<!\w){words}(?!\w))" for kind, words in _GENERIC.items()))
    _NOT_ONE = re.compile(rf"(?:(?<!\w){alternation(w for w in _DATA['generic_not']['before'])}|\d)[ \u00a0]$") if "generic_not" in _DATA else re.compile(
        rf"(?:(?<!\w){alternation(_DATA['generic']['not_one'])}|\d)[ \u00a0]$"
    )
    _NOT_ONE_AFTER = re.compile(rf"[ \u00a0](?:{alternation(_DATA['generic']['not_one_after'])}(?!\w))|(?:,| và| -| –)[ \u00a0](?:xã|phường|thị trấn|huyện|thị xã|quận)(?!\w)|\.\w")
    _VILLAGE = r"(?<!\w)(?:thôn|bản|ấp|buôn|làng|khối phố|khối|khu phố|khu|tổ dân phố|tiểu khu)(?:[ \u00a0][^\s,.;:]+){1,5},?"
    _LEFT = re.compile(rf"(?:(?:(?<!\w){alternation(w for w in _DATA['phrase']['left'] if w[0].isalpha())}(?!\w)|[-–]|{_VILLAGE})[ \u00a0]*)+$")
    _TOPIC = re.compile(rf"(?:^|[,:;.“\"][ \u00a0]*){alternation(_DATA['phrase']['topic'])}[ ,:]*$")
    _AGAINST = re.compile(rf"(?<!\w){alternation(_DATA['phrase']['against'])}[ \u00a0]*$")
    _AT = re.compile(r"[\W_]*(?:tại|ở|còn tại|còn ở|riêng)[ \u00a0][^,.;:]{0,70}")
    _WHO = re.compile(rf"[\W_]*(?:[^,.:]{{0,60}}, )?{alternation(_DATA['speech']['who'])}(?!\w)")
    _SAYS = re.compile(rf"(?<!\w){alternation(_DATA['speech']['says'])}(?!\w)")
except KeyError as e:
    raise TableError(f"scope.toml: {e}") from e


_BRACKET = re.compile(r"\([^()]*\)")
_FIGURE = re.compile(r"\d")
_LISTED = re.compile(r"[ \u00a0]*(?:,[ \u00a0]*và|[,;]|và|hoặc|hay|cùng)[ \u00a0]*(?:(?:các |với )?(?:xã|phường|thị trấn|huyện)[ \u00a0])?")


def _one(group: list[Reference]) -> Reference:
    """A list of units as one reference to what they have in common; a unit followed by the one above it stays itself."""
    units = [ref.unit for ref in group if ref.unit]
    if not units:
        return group[0]
    first = units[0]
    apart = [u for u in units if not first.under(u)]
    span = Span(group[0].span.start, group[-1].span.end)
    while apart and first.parent and not all(u.under(first) for u in apart):
        first = first.parent
    return Reference(span, first, "named")


@dataclass(slots=True)
class _Reader:
    article: Article
    folded: str
    main: Unit
    named: list[tuple[Span, Unit]]

    def read(self) -> Scope:
        starts: list[int] = []
        units: list[Unit | None] = []
        seen: list[Unit] = []
        carried = self.main
        for block in self.article.blocks:
            unit, last = self._opening(block, carried), carried
            for sentence in block.sentences or (block.span,):
                refs = list(self._references(sentence))
                unit, last = self._unit(sentence, refs, unit, last, seen)
                seen += [self._lifted(r.unit) for r in refs if r.unit]
                starts.append(sentence.start)
                units.append(unit)
                for inside, aside in self._brackets(sentence, refs):
                    starts += [inside.start, inside.end]
                    units += [aside, unit]
            if block.kind not in {"caption", "quote"}:
                carried = last
        return Scope(self.main, tuple(starts), tuple(units))

    def _opening(self, block: Block, carried: Unit) -> Unit:
        if block.speaker:
            spoken = [self._lifted(u) for span, u in self.named if block.speaker.covers(span)]
            return self._allowed(max(spoken, key=lambda u: len(u.path))) if spoken else self.main
        return self.main

    def _lifted(self, unit: Unit) -> Unit:
        while unit.level not in _COMMUNES + _DISTRICTS + ("tỉnh",) and unit.parent:
            unit = unit.parent
        return unit

    def _allowed(self, unit: Unit) -> Unit:
        """`unit`, or the principal one where `unit` is it or stands above it."""
        return self.main if self.main.under(unit) else unit

    def _references(self, span: Span) -> Iterator[Reference]:
        first = bisect_left(self.named, span.start, key=lambda x: x[0].start)
        here = []
        for where, unit in self.named[first:]:
            if where.start >= span.end:
                break
            here.append(Reference(where, unit, "named"))
        for m in _GENERIC_WORD.finditer(self.folded, span.start, span.end):
            where = Span(*m.span())
            if any(where.overlaps(r.span) for r in here if r.unit):
                continue
            if _NOT_ONE.search(self.folded, span.start, where.start) or _NOT_ONE_AFTER.match(self.folded, where.end):
                continue
            here.append(Reference(where, None, m.lastgroup or ""))
        yield from self._joined(sorted(here, key=lambda r: r.span))

    def _joined(self, refs: list[Reference]) -> Iterator[Reference]:
        """`refs` with bodies drawn to the unit that follows them ("Đảng ủy xã X") and lists made one ("xã X, xã Y và Z")."""
        kept = [
            ref
            for ref, after in zip(refs, (*refs[1:], None), strict=False)
            if ref.unit or after is None or self.folded[ref.span.end : after.span.start].strip(" \u00a0")
        ]
        group: list[Reference] = []
        for ref in kept:
            if group and not (ref.unit and group[-1].unit and _LISTED.fullmatch(self.folded, group[-1].span.end, ref.span.start)):
                yield _one(group)
                group = []
            group.append(ref)
        if group:
            yield _one(group)

    def _brackets(self, sentence: Span, refs: Sequence[Reference]) -> Iterator[tuple[Span, Unit]]:
        """The brackets with a place of their own: "dưa hấu (17 ha tại xã X)"."""
        for m in _BRACKET.finditer(self.folded, sentence.start, sentence.end):
            here = [r.unit for r in refs if r.unit and Span(*m.span()).covers(r.span)]
            if len(here) == 1 and here[0] and _FIGURE.search(m[0]):
                yield Span(*m.span()), self._allowed(self._lifted(here[0]))

    def _bound(self, ref: Reference, carried: Unit, last: Unit, seen: Sequence[Unit]) -> Unit | None:
        """The unit that `ref` means."""
        if ref.unit:
            return self._lifted(ref.unit)
        word = self.folded[ref.span.start : ref.span.end]
        for unit in (carried, last, self.main, *reversed(seen)):
            step: Unit | None = unit
            while step:
                if self._is(step, ref.kind, word):
                    return step
                step = step.parent
        return None

    def _is(self, unit: Unit, kind: str, word: str) -> bool:
        depth = len(unit.path)
        if kind == "province":
            return depth == 1
        if kind == "city":
            return unit.level == "thành phố"
        if kind == "district":
            own = {"huyện": "huyện", "quận": "quận", "thị": "thị xã", "toàn": ""}[word.split()[0]]
            return unit.level in ("huyện", "quận", "thị xã") and (not own or unit.level == own) and (own != "" or word.endswith(unit.level))
        bare = word.removeprefix("toàn ")
        return unit.level in _COMMUNES and (bare == "đảng ủy" or unit.level == bare)

    def _unit(self, sentence: Span, refs: list[Reference], carried: Unit, last: Unit, seen: Sequence[Unit]) -> tuple[Unit, Unit]:
        said = self._said(sentence)
        if said is not None:
            inside = [u for r in refs if r.span.end <= said and (u := self._bound(r, carried, last, seen))]
            if inside:
                unit = self._allowed(max(inside, key=lambda u: len(u.path)))
                return unit, unit
        for ref in refs:
            if self._subject(sentence, ref) and (found := self._bound(ref, carried, last, seen)):
                unit = self._allowed(found)
                return unit, unit
        return carried, carried if carried != self.main else last

    def _said(self, sentence: Span) -> int | None:
        """Where the words that say who speaks end, None where the sentence does not open with them."""
        if not _WHO.match(self.folded, sentence.start, sentence.end):
            return None
        m = _SAYS.search(self.folded, sentence.start, min(sentence.end, sentence.start + 260))
        return m.end() if m else None

    def _subject(self, sentence: Span, ref: Reference) -> bool:
        before = self.folded[sentence.start : ref.span.start]
        head = _LEFT.sub("", before).rstrip(" \u00a0")
        if not head or head[-1] in "“\"–-.;":
            return True
        if _TOPIC.search(before) or _AT.fullmatch(before):
            return True
        if head.endswith(":"):
            return _SAYS.search(head[-30:]) is not None
        if head.endswith(","):
            after = self.article.text.string[ref.span.end : ref.span.end + 2]
            return len(after) > 1 and after[0] in " \u00a0" and after[1].islower() and not _AGAINST.search(before)
        return False
