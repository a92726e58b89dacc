"""Reprints: the same story in two files (from two papers, as .txt beside .html, with small edits) counts once.

Two stories are the same when most of the smaller one's runs of five words stand in the larger one, as do its figures;
reports made on one pattern share the words but not the figures, and are about different places.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.model import Extraction
from reportgen.vietnamese.fold import fold

_RUN = 5  # words
_SHORTEST = 30  # words; of shorter stories nothing is believed but that all of it is the same
_SHARED = 0.7  # share of the smaller story's runs that the larger one must have
_FIGURES = 0.9  # share of its figures
_SAMPLE, _LONG = 8, 200  # of a story of more words, one run in eight is looked up
_WORD = re.compile(r"\w+(?:[.,/]\d+)*")


@dataclass(frozen=True, slots=True)
class Reprint:
    """An article that another one, the `fuller`, tells as well."""

    article: Extraction
    fuller: Extraction


@dataclass(frozen=True, slots=True)
class _Story:
    extraction: Extraction
    words: int
    runs: frozenset[int]
    figures: frozenset[str]

    @property
    def sample(self) -> list[int]:
        """Some of the runs, the same ones in every copy: enough to find copies by."""
        return [run for run in self.runs if not run % _SAMPLE] if self.words > _LONG else list(self.runs)


def reprints(extractions: Sequence[Extraction]) -> tuple[Reprint, ...]:
    """The articles that need not be counted, each with the fuller copy that stays, in the order of `extractions`.

    The result does not depend on that order: of two copies the one with more words stays, then the dated one, then
    the one with tables, then the first by path.
    """
    stories = sorted(map(_story, extractions), key=_fullest_first)
    kept: list[_Story] = []
    where: defaultdict[int, list[int]] = defaultdict(list)  # by run the numbers of the kept stories that have it
    found: dict[int, Reprint] = {}
    for story in stories:
        shared = Counter(number for run in story.sample for number in where[run])
        likely = sorted(n for n, runs in shared.items() if 2 * runs >= _SHARED * len(story.sample))
        same = next((kept[n] for n in likely if _same(story, kept[n])), None)
        if same:
            found[id(story.extraction)] = Reprint(story.extraction, same.extraction)
        else:
            for run in story.runs:
                where[run].append(len(kept))
            kept.append(story)
    return tuple(found[id(e)] for e in extractions if id(e) in found)


def _story(extraction: Extraction) -> _Story:
    article = extraction.article
    told = fold(" ".join(article.words(b.span) for b in article.blocks if b.kind not in ("caption", "heading")))
    words = _WORD.findall(told)
    runs = (" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))
    return _Story(
        extraction,
        len(words),
        frozenset(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs),
        frozenset(word for word in words if word[0].isdigit()),
    )


def _fullest_first(story: _Story) -> tuple[int, bool, bool, str, str]:
    article = story.extraction.article
    return -story.words, article.published is None, not article.tables, article.source.path, article.id


def _same(story: _Story, larger: _Story) -> bool:
    least = _SHARED if story.words >= _SHORTEST else 1
    if not story.words or len(story.runs & larger.runs) < least * len(story.runs):
        return False
    if len(story.figures & larger.figures) < _FIGURES * len(story.figures):
        return False
    one, other = story.extraction.principal, larger.extraction.principal
    return one is None or other is None or one.under(other) or other.under(one)
