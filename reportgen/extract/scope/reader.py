"""Reading a story sentence by sentence for whose facts it tells; the rules stand in the package's docstring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.extract.scope.asides import asides
from reportgen.extract.scope.references import Reference, References, bound, grouped, lifted
from reportgen.extract.scope.speech import attribution, names_speaker, posted, quoted, speaker
from reportgen.extract.scope.subject import country, many, source, subject
from reportgen.model import Article, Block, Unit
from reportgen.text import Span

_POST_REACH = 120
_POST_COMMAS = 3


@dataclass(slots=True)
class View:
    """What the reader has in mind: the unit carried from sentence to sentence, the last other than the principal, and who spoke."""

    carried: Unit
    last: Unit
    seen: list[Unit] = field(default_factory=list)
    here: list[Reference] = field(default_factory=list)  # the units that the sentence names
    speakers: dict[str, Unit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one article whose principal unit is `main`."""

    article: Article
    folded: str
    main: Unit
    references: References

    def regions(self) -> dict[int, Unit]:
        """From which offsets on which unit is in view."""
        found: dict[int, Unit] = {}
        view = View(self.main, self.main)
        blocks = self.article.blocks
        for block, after in zip(blocks, (*blocks, None)[1:], strict=True):
            view.carried = self._opening(block, after)
            for sentence in block.sentences or (block.span,):
                found |= self._sentence(sentence, view)
        return found

    def _opening(self, block: Block, after: Block | None) -> Unit:
        """The unit that a paragraph starts with: the principal one, or for a quotation that of who speaks."""
        said = block.speaker
        if said is None and quoted(self.article.text.string, block.span):
            if after and names_speaker(self.folded, after.span):
                said = after.span
            elif len(block.sentences) > 1:
                said = attribution(self.folded, block.sentences[-1])
        spoken = [lifted(r.unit) for r in self.references.within(said) if r.unit] if said else []
        return self._allowed(max(spoken, key=lambda u: len(u.path))) if spoken else self.main

    def _allowed(self, unit: Unit) -> Unit:
        """`unit`, or the principal one where that lies in it."""
        return self.main if unit is self.main or self.main.under(unit) else unit

    def _sentence(self, sentence: Span, view: View) -> dict[int, Unit]:
        found = self.references.within(sentence)
        refs = grouped(self.folded, found)
        view.here = [r for r in refs if r.unit]
        clauses = self._clauses(sentence, refs, view)
        view.carried = clauses[sentence.start]
        if len(clauses) > 1 and len({unit for unit in clauses.values() if unit != self.main}) > 1:
            view.carried = self.main
        if view.carried is not self.main and view.carried != self.main:
            view.last = view.carried
        view.seen += [lifted(r.unit) for r in view.here if r.unit]
        named = [r for r in found if r.unit]
        for span, unit in asides(self.folded, sentence, named) if named else ():
            after = [u for start, u in clauses.items() if start <= span.end][-1]
            clauses |= {span.start: self._allowed(unit), span.end: after}
        return clauses

    def _clauses(self, sentence: Span, refs: Sequence[Reference], view: View) -> dict[int, Unit]:
        """The units of a sentence's clauses by where they start; the first holds for the sentence and is carried on."""
        said = attribution(self.folded, sentence) if refs or view.speakers else None
        if said and (unit := self._speaks(said, refs, view)):
            return {sentence.start: unit}
        meant = [(ref, self._allowed(unit)) for ref in refs if (unit := self._bound(ref, view))]
        if view.carried is self.main and all(unit is self.main for _, unit in meant):
            return {sentence.start: self.main}  # whatever it says of whom
        found: dict[int, Unit] = {}
        string = self.article.text.string
        who = posted(string, self.folded, sentence) if refs else None
        first = next((ref for ref in refs if who.covers(ref.span)), None) if who else None
        acts = first if who and first and self._is_post(who, first) else None
        for ref, unit in meant:
            if ref is acts:
                found[sentence.start] = unit
        for ref, unit in meant:
            start = subject(string, self.folded, sentence, ref.span)
            if start is not None:
                found[start if found else sentence.start] = unit
        if not found:
            told = next((unit for ref, unit in meant if source(self.folded, sentence, ref.span)), None)
            found[sentence.start] = told or self._carried(sentence, view)
        return found

    def _carried(self, sentence: Span, view: View) -> Unit:
        """The unit carried on, or the principal one where a sentence turns to many units or to the country."""
        turned = many(self.folded, sentence, len(view.carried.path)) or country(
            self.article.text.string, self.folded, sentence
        )
        return self.main if turned else view.carried

    def _is_post(self, who: Span, ref: Reference) -> bool:
        """True when `ref` stands in the words of a person's post, not in what they do."""
        between = self.folded[who.start : ref.span.start]
        return len(between) <= _POST_REACH and between.count(",") <= _POST_COMMAS

    def _speaks(self, said: Span, refs: Sequence[Reference], view: View) -> Unit | None:
        """The unit of who speaks: the deepest that the attribution names, or the one that it was when they spoke first."""
        name = speaker(self.article.text.string, self.folded, said)
        posts = [r for r in refs if said.covers(r.span)]
        posts = [r for r in posts if r.unit] or posts
        units = [u for r in posts if (u := self._bound(r, view))]
        if units:
            deepest = max(units, key=lambda u: len(u.path))
            unit = (
                self._allowed(deepest) if all(deepest.under(u) for u in units) else self.main
            )  # else several people speak
            if name:
                view.speakers[name] = unit
            return unit
        return view.speakers.get(name) if name else None

    def _bound(self, ref: Reference, view: View) -> Unit | None:
        if ref.unit:
            return lifted(ref.unit)
        words = ref.span.of(self.folded)
        before = [lifted(r.unit) for r in reversed(view.here) if r.unit and r.span.end <= ref.span.start]
        return bound(ref, words, (*before, view.carried, view.last, self.main, *reversed(view.seen)))
