"""proof: the evidence that an output carries, and what a reader sees in it; `verify` compares the two with the articles."""

from __future__ import annotations

from reportgen.proof.evidence import (
    SIDECAR,
    SITE_EVIDENCE,
    SITE_PAGES,
    Amended,
    Claim,
    Evidence,
    Picture,
    Quote,
    Source,
    Tally,
    dumps,
    loads,
)
from reportgen.proof.letters import letters

__all__ = [
    "SIDECAR",
    "SITE_EVIDENCE",
    "SITE_PAGES",
    "Amended",
    "Claim",
    "Evidence",
    "Picture",
    "Quote",
    "Source",
    "Tally",
    "dumps",
    "letters",
    "loads",
]
