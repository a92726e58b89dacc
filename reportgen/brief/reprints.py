"""Reprints: the same story in two files (from two papers, as .txt beside .html, with small edits) counts once.

Two stories are the same when most of the smaller one's runs of five words stand in the larger one, as do its figures;
reports made on one pattern share the words but not the figures, and are about different places.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.brief.stories import Story, story
from reportgen.model import Extraction

_SHORTEST = 30  # words; of shorter stories nothing is believed but that all of it is the same
_SHARED = 0.7  # share of the smaller story's runs that the larger one must have
_FIGURES = 0.9  # share of its figures


@dataclass(frozen=True, slots=True)
class Reprint:
    """An article that another one, the `fuller`, tells as well."""

    article: Extraction
    fuller: Extraction


def reprints(extractions: Sequence[Extraction]) -> tuple[Reprint, ...]:
    """The articles that need not be counted, each with the fuller copy that stays, in the order of `extractions`.

    The result does not depend on that order: of two copies the one with more words stays, then the dated one, then
    the one with tables, then the first by path.
    """
    told = sorted(map(story, extractions), key=_fullest_first)
    kept: list[Story] = []
    where: defaultdict[int, list[int]] = defaultdict(list)  # by run the numbers of the kept stories that have it
    found: dict[int, Reprint] = {}
    for here in told:
        shared = Counter(number for run in here.sample for number in where[run])
        likely = sorted(n for n, runs in shared.items() if 2 * runs >= _SHARED * len(here.sample))
        same = next((kept[n] for n in likely if _same(here, kept[n])), None)
        if same:
            found[id(here.extraction)] = Reprint(here.extraction, same.extraction)
        else:
            for run in here.runs:
                where[run].append(len(kept))
            kept.append(here)
    return tuple(found[id(e)] for e in extractions if id(e) in found)


def _fullest_first(story: Story) -> tuple[int, bool, bool, str, str]:
    article = story.extraction.article
    return -story.words, article.published is None, not article.tables, article.source.path, article.id


def _same(story: Story, larger: Story) -> bool:
    least = _SHARED if story.words >= _SHORTEST else 1
    if not story.words or len(story.runs & larger.runs) < least * len(story.runs):
        return False
    if len(story.figures & larger.figures) < _FIGURES * len(story.figures):
        return False
    one, other = story.extraction.principal, larger.extraction.principal
    return one is None or other is None or one.under(other) or other.under(one)
