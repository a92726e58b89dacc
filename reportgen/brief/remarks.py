"""Remarks: which corrections stand at a line of a brief, and at which of its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.brief.evidence import Evidence
from reportgen.brief.merge import Told
from reportgen.model import FactKind, Remark


def remarks(told: Iterable[Told], kind: FactKind, evidence: Evidence) -> tuple[Remark, ...]:
    """What people put right or noted of the facts that are `told`, each once, in the order of their corrections."""
    return tuple(dict.fromkeys(_found(told, kind, evidence)))


def _found(told: Iterable[Told], kind: FactKind, evidence: Evidence) -> Iterator[Remark]:
    for extraction, span in told:
        for applied in extraction.corrections:
            if applied.correction.kind == kind and span in applied.spans:
                (mark,) = evidence.marks([(extraction, span)])
                yield Remark(applied.correction, mark, applied.says)
