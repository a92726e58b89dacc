"""Scope: whose fact each fact is (placeholder: everything is the principal unit's)."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model import Article, Locality, Unit


@dataclass(frozen=True, slots=True)
class Scope:
    """Answers, for any place in the story, which unit the words there speak of."""

    principal: Unit | None

    def at(self, offset: int) -> Unit | None:
        """The unit in view at `offset` of the repaired text; None where nothing is certain."""
        return self.principal


def find_scope(article: Article, localities: tuple[Locality, ...]) -> Scope:
    """The scope of `article`, given the units found in it."""
    return Scope(next((x.unit for x in localities if x.principal), None))
