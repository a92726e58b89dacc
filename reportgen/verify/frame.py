"""The frame of a brief: what stands in it without a source, because it is no claim of an article, and is held against other things.

Headings and headers of tables are labels, themes and units; front matter, counts and dates are those of the articles; entries of the list
of articles and the words round a quote are what the article says of itself. A user's own template may have more, as it stands in it.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from reportgen.errors import TemplateError
from reportgen.gazetteer import gazetteer
from reportgen.gazetteer.levels import split_level
from reportgen.proof import Amended, Claim, Evidence, Quote, letters
from reportgen.render import format as form
from reportgen.render.remarks import remark
from reportgen.render.templates import labels, template_file
from reportgen.verify.originals import Found
from reportgen.verify.support import unsupported, words
from reportgen.verify.values import values, written

_MONTHS = re.compile(r"January|February|March|April|May|June|July|August|September|October|November|December", re.ASCII)
_IN_CELLS = ("figures", "doubts", "told_by", "number_word", "dated", "dated_year", "by", "term", "congress", "untitled")
"""The labels that stand in a row of a table beside what the article says."""

_TEMPLATES = ("brief.md.j2", "compare.md.j2")

_COMPARED = ("carried", "carried_by", "cited", "ahead")
"""The labels of a comparison that do, beside the themes."""


class Frame:
    """What of one output is no claim; `found` are its articles, None where one is missing."""

    def __init__(self, evidence: Evidence, found: Sequence[Found | None], templates: Path | None) -> None:
        self._evidence, self._found, self._templates = evidence, found, templates
        self._labels = labels(evidence.lang, templates)
        self._leaves = list(_leaves(self._labels))
        self._title = next((c.text for c in evidence.claims if c.kind == "heading"), "")

    def words(self, kind: str) -> frozenset[str]:
        """The words that a block of `kind` may have from the brief itself: names of units and, but for a measure, labels."""
        return self._words["item" if kind == "item" else "row" if kind in {"row", "picture"} else ""]

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        units = frozenset().union(*map(words, self._units))
        cells = [self._labels[name] for name in _IN_CELLS]
        if self._evidence.tallies:
            cells += [self._labels["themes"], *(self._labels["compare"][name] for name in _COMPARED)]
        said = [
            *(leaf for c in cells for leaf in (_leaves(c) if isinstance(c, Mapping) else [str(c)])),
            _MONTHS.pattern,
        ]
        return {
            "item": units,
            "row": units.union(*map(words, said)),
            "": units.union(*map(words, (*self._leaves, _MONTHS.pattern))),
        }

    @cached_property
    def _units(self) -> tuple[str, ...]:
        """The units as the brief may name them: those of the evidence, and its own as a title has it."""
        own = [", ".join(reversed(unit.split(" > "))) for unit in self._evidence.unit.split("; ")]
        return (*self._evidence.units, *(name[:1].upper() + name[1:] for name in own))

    def holds(self, claim: Claim) -> bool:
        """True where `claim`, which has no mark, is part of the frame and right."""
        rule: Callable[[str], bool] | None = {
            "front": self._front,
            "heading": self._heading,
            "head": self._head,
            "source": self._source,
            "item": lambda text: text in self._units,
            "paragraph": self.of_labels,
        }.get(claim.kind)
        return bool(rule and rule(claim.text)) or self._in_template(claim.text)

    def strangers(self) -> Iterator[str]:
        """The units of the evidence that neither the gazetteer nor an article knows."""
        around = [article.repaired for article in self._found if article]
        said = frozenset().union(*map(words, around))
        counted = frozenset().union(*map(values, around))
        for unit in dict.fromkeys(self._units):
            for place in re.split(r" > |, ", unit):
                named = words(place) <= said and all(meant & counted for _, meant in written(place))
                if not named and not gazetteer().find(split_level(place)[1]):
                    yield unit
                    break

    def beside(self, claim: Claim, quote: Quote) -> Iterator[str]:
        """What stands beside the words quoted in a note, and is not said by the article of itself."""
        rest = _without(claim.text, quote.words)
        for amended in self._evidence.amended:
            if amended.mark == quote.number:
                rest = _without(rest, self._remark(amended))
        place = [str(self._labels["headline"]) if not quote.paragraph else str(quote.paragraph), str(quote.article + 1)]
        yield from self._unsaid(rest, quote.article, place)

    def flags(self, amended: Sequence[Amended]) -> list[str]:
        """The words by which a line says that somebody put it right or noted something at it."""
        return [str(self._labels["remarks"][a.do]) for a in amended]

    def _remark(self, amended: Amended) -> str:
        when = dt.date.fromisoformat(amended.when)
        return remark(amended.do, amended.by, when, amended.about, amended.why, self._evidence.lang, self._labels)

    def uncounted(self, text: str, articles: int) -> str:
        """`text` without the words that count how many of the `articles` behind it say so ("2 nguồn:")."""
        before, _, after = str(self._labels["told_by"]).partition("{}")
        said = re.compile(rf"{re.escape(before)}(\d+){re.escape(after)}(?=: )")
        return said.sub(lambda m: " " if 0 < int(m[1]) <= articles else m[0], text)

    def _unsaid(self, text: str, article: int, more: Sequence[str]) -> Iterator[str]:
        """What in `text` is neither said by the article at that place of itself nor a label."""
        source = self._evidence.articles[article]
        told = [*more, source.id, Path(source.path).name, str(self._labels["untitled"])]
        found = self._found[article]
        if found and not found.changed:
            own = found.article
            told += [own.title or "", own.newspaper or "", *own.authors]
            if own.published:
                told.append(form.day(own.published, self._evidence.lang))
            yield from unsupported(text, told, told, (), self.words("note"))

    def _front(self, line: str) -> bool:
        key, _, said = line.partition(": ")
        try:
            value = json.loads(said)
        except ValueError:
            return False
        days = sorted(day for article in self._found if article and (day := article.published))
        certain = all(article and not article.changed for article in self._found)
        known: Mapping[str, object] = {
            "title": value if value and self._title.startswith(str(value)) else None,
            "unit": self._evidence.unit,
            "units": self._evidence.unit.split("; "),
            "lang": self._evidence.lang,
            "articles": len(self._evidence.articles),
            "since": (days[0].isoformat() if days else "") if certain else value,
            "until": (days[-1].isoformat() if days else "") if certain else value,
            "generator": "reportgen",
            "tags": value if isinstance(value, list) and set(value) <= set(self._leaves) else None,
        }
        return key in known and known[key] == value

    def _heading(self, text: str) -> bool:
        before, _, after = str(self._labels["formerly"]).partition("{}")
        renamed = re.fullmatch(rf"(.+) \({re.escape(before)}(.+){re.escape(after)}\)", text)
        units = [renamed[1], *renamed[2].split("; ")] if renamed else [text]
        return text in self._leaves or all(unit in self._units for unit in units) or self._of_several(text)

    def _of_several(self, text: str) -> bool:
        """True for the title of a comparison: the names of units."""
        if not self._evidence.tallies:
            return False
        rest = text.casefold()
        for unit in sorted(self._evidence.units, key=len, reverse=True):
            rest = rest.replace(unit.casefold(), "")
        return not rest.strip(", ")

    def _head(self, text: str) -> bool:
        return all(cell in self._leaves or cell in self._units for cell in text.split(" | "))

    def _source(self, text: str) -> bool:
        """An entry of the list of articles, which stand there in their order."""
        entries = [c.text for c in self._evidence.claims if c.kind == "source"]
        at = entries.index(text)
        if at >= len(self._evidence.articles) or self._evidence.articles[at].id not in text:
            return False
        return not any(self._unsaid(text, at, ()))

    def of_labels(self, text: str) -> bool:
        """True where `text` is labels, with numbers and dates of the articles between them."""
        rest = _MONTHS.sub(" ", text)
        said = [part for label in self._leaves for part in re.split(r"\{[^}]*\}", label)]
        for part in sorted({part.strip() for part in said if len(part.strip()) > 1}, key=len, reverse=True):
            rest = rest.replace(part, " ")
        if re.search(r"[^\W\d_]{2,}", rest):
            return False
        for line in (self._labels["more"]["line"], self._labels["compare"]["more"].replace("{unit}", "")):
            if re.fullmatch(re.sub(r"\\\{\w*\\\}", "(.+)", re.escape(line)), text):
                return True
        return all(meant & self._numbers for _, meant in written(rest))

    @cached_property
    def _numbers(self) -> frozenset[Any]:
        """The numbers that a line of labels may have: how many articles there are, how many of them without a day, and their days."""
        undated = sum(1 for article in self._found if article and article.published is None)
        days: set[dt.date] = {day for article in self._found if article and (day := article.published)}
        shown = [form.day(day, self._evidence.lang) for day in days]
        return frozenset().union(*map(values, (str(len(self._found)), str(undated), *shown)))

    def _in_template(self, text: str) -> bool:
        if self._templates is None:
            return False
        try:
            own = [template_file(name, self._templates).read_text(encoding="utf-8") for name in _TEMPLATES]
        except (OSError, TemplateError):
            return False
        return any(letters(text) in letters(template) for template in own)


def _without(text: str, quoted: str) -> str:
    """`text` without the words `quoted`, however blanks stand in them; a mark of quotation at their ends may not be shown."""
    places = [k for k, char in enumerate(text) for _ in _taken_apart(char)]
    wanted = _taken_apart(quoted).strip('“”"')
    at = _taken_apart(text).find(wanted) if wanted else -1
    return f"{text[: places[at]]} {text[places[at + len(wanted) - 1] + 1 :]}" if at >= 0 else text


def _taken_apart(text: str) -> str:
    """The letters of `text`, marks apart from what they sit on: what is joined of two characters is the same as they are alone."""
    return unicodedata.normalize("NFD", letters(text, marks=True))


def _leaves(labels: Mapping[str, Any]) -> Iterator[str]:
    for value in labels.values():
        if isinstance(value, Mapping):
            yield from _leaves(value)
        else:
            yield str(value)
