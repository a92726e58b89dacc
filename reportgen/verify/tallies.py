"""Tallies: whether a number in a table is that of the lines or articles that it counts, and whether who is said to be silent is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.proof import Claim, Evidence, Tally
from reportgen.render.format import day
from reportgen.verify.frame import Frame
from reportgen.verify.originals import Found

_NUMBER = re.compile(r"\d+")
_STRETCH = re.compile(r"(\d+)(?:–(\d+))?")


class Counting:
    """What the tables of one output count; nothing for a brief, which carries no tallies."""

    def __init__(self, evidence: Evidence, found: Sequence[Found | None], frame: Frame) -> None:
        self._evidence, self._found, self._frame = evidence, found, frame

    @property
    def lines(self) -> Iterator[Claim]:
        """The lines that are counted: each needs its sources as if it stood in the output."""
        for tally in self._evidence.tallies:
            yield from tally.lines

    def told(self, claim: Claim, head: Claim | None) -> Claim:
        """`claim` as it is to be held against its sources: without the numbers that tallies of its row answer for."""
        if not self._evidence.tallies or claim.kind not in {"row", "item"}:
            return claim
        words = claim.text
        for tally in self._of(claim, head):
            words = words.replace(tally.says, " ", 1)
        return replace(claim, kind="row", text=words)

    def holds(self, claim: Claim, head: Claim | None) -> bool:
        """True for what needs no source of its own: a row on the articles of a unit, and who is silent on what."""
        if claim.kind == "item":
            return self._is_silence(claim.text)
        if claim.kind == "paragraph":
            return self._frame.of_labels(claim.text.removeprefix(self._unit(claim.text)))
        return any(self._is_of_articles(claim, tally) for tally in self._of(claim, head) if tally.articles)

    def wrong(self) -> Iterator[str]:
        """A line for each tally whose number is not that of what it counts."""
        for tally in self._evidence.tallies:
            said, *named = map(int, _NUMBER.findall(tally.says))
            counted = len({(line.text, line.marks) for line in tally.lines}) + len(set(tally.articles))
            if said != counted:
                yield f"{tally.row}, {tally.column}: says {tally.says!r} of {counted}"
            if named and set(_numbers(tally.says)) != {n + 1 for n in tally.articles}:
                yield f"{tally.row}, {tally.column}: {tally.says!r} names other articles than it counts"
            yield from (f"{tally.row}: counts a line without a source" for line in tally.lines if not line.marks)

    def _of(self, claim: Claim, head: Claim | None) -> list[Tally]:
        """The tallies of a row whose table has the head `head`: what they say stands in their cells."""
        if claim.kind != "row" or head is None:
            return []
        columns, cells = head.text.split(" | "), claim.text.split(" | ")
        mine = [t for t in self._evidence.tallies if t.row == cells[0] and t.column in columns]
        return [t for t in mine if len(cells) != len(columns) or t.says in cells[columns.index(t.column)]]

    def _is_of_articles(self, claim: Claim, tally: Tally) -> bool:
        """True where the row has, beside the number of articles, their first and last day and how many have none, and nothing else."""
        articles = [found for n in tally.articles if n < len(self._found) and (found := self._found[n])]
        days = sorted(article.published for article in articles if article.published)
        rest = claim.text.removeprefix(tally.row).replace(tally.says, " ", 1)
        for at in days[:1] + days[-1:]:
            rest = rest.replace(day(at, self._evidence.lang), " ", 1)
        if undated := len(articles) - len(days):
            rest = re.sub(rf"(?<!\d){undated}(?!\d)", " ", rest, count=1)
        known = tally.row in self._evidence.units and not re.search(r"\d", rest)
        return known and self._frame.of_labels(rest)

    def _is_silence(self, text: str) -> bool:
        """True where labels say of a unit, or of all, which themes they have nothing under, and no tally has lines there."""
        themes = re.split("; |: ", text.rstrip("."))[1:]
        unit = self._unit(text)
        for tally in self._evidence.tallies:
            if tally.lines and tally.row in themes and unit in {tally.column, ""}:
                return False
        return self._frame.of_labels(text.removeprefix(unit))

    def _unit(self, text: str) -> str:
        """The name of a unit that `text` begins with, nothing where it begins with none."""
        return max((u for u in self._evidence.units if text.startswith(u)), key=len, default="")


def _numbers(says: str) -> Iterator[int]:
    """The numbers in brackets: "15 (số 1–3, 7)" names 1, 2, 3 and 7."""
    for m in _STRETCH.finditer(says.partition("(")[2]):
        yield from range(int(m[1]), int(m[2] or m[1]) + 1)
