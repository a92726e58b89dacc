"""The check of one output: what it shows, the quotes, the lines, the list of sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.proof import Amended, Claim, Evidence, Quote, letters
from reportgen.verify.frame import Frame
from reportgen.verify.originals import Found, Originals
from reportgen.verify.support import unsupported
from reportgen.verify.tallies import Counting
from reportgen.verify.visible import differences, evidence_at, filled_in, short


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of one output: how many lines hold, what does not (`problems`), what is worth knowing (`remarks`)."""

    path: Path
    lines: int
    problems: tuple[str, ...]
    remarks: tuple[str, ...]


def verify(path: Path, originals: Originals, templates: Path | None = None) -> Verified:
    """The output at `path` against the articles; `templates` are the user's own, if it was made with such.

    ProofError where it carries no evidence that reads.
    """
    evidence = evidence_at(path)
    found = [originals.find(source) for source in evidence.articles]
    problems = list(differences(path, evidence, templates))
    remarks = []
    for source, article in zip(evidence.articles, found, strict=True):
        if article is None:
            problems.append(f"article {source.id} ({source.path}) is not in the folder of articles")
        elif article.changed:
            remarks.append(f"article {source.id} has changed since; its quoted words are looked for anywhere in it")
    remarks += [f"filled in by hand: {short(words)}" for words in filled_in(path, evidence)]
    quotes = {quote.number: quote for quote in evidence.quotes}
    held = {number for number, quote in quotes.items() if _holds(quote, found)}
    frame = Frame(evidence, found, templates)
    problems += [f"{unit}: no unit of that name is known, and no article names it" for unit in frame.strangers()]
    problems += [f"{a.by}, {a.when}, “{short(a.about)}”: {_UNKNOWN}" for a in evidence.amended if a not in originals]
    remarks += _by_people(evidence.amended)
    counting = Counting(evidence, found, frame)
    problems += counting.wrong()
    head: Claim | None = None
    for claim in evidence.claims:
        head = claim if claim.kind == "head" else head
        said, amended = counting.told(claim, head), _amended(claim, evidence)
        problems += [f"{short(claim.text)}: {wrong}" for wrong in _wrong(said, quotes, held, found, frame, amended)]
        if not claim.marks and not (frame.holds(claim) or counting.holds(claim, head)):
            problems.append(f"{short(claim.text)}: {_UNFOUNDED.get(claim.kind, 'a line without a source')}")
    for line in counting.lines:
        amended = _amended(line, evidence)
        problems += [f"{short(line.text)}: {wrong}" for wrong in _wrong(line, quotes, held, found, frame, amended)]
    lines = sum(1 for claim in evidence.claims if claim.marks and claim.kind != "note")
    return Verified(path, lines, tuple(dict.fromkeys(problems)), tuple(remarks))


def _amended(claim: Claim, evidence: Evidence) -> list[Amended]:
    """What people put right or noted at the sentences that a claim cites."""
    return [a for a in evidence.amended if a.mark in claim.marks]


_UNKNOWN = "no correction of that kind is in the folder of corrections; name it with --corrections"


def _by_people(amended: Sequence[Amended]) -> Iterator[str]:
    """What of an output people answer for."""
    for what, said in (
        ("corrections", [a for a in amended if a.do != "comment"]),
        ("notes", [a for a in amended if a.do == "comment"]),
    ):
        if said:
            names = ", ".join(dict.fromkeys(a.by for a in said))
            yield f"{len(said)} {what if len(said) > 1 else what[:-1]} of people ({names}), who answer for what they say"


_UNFOUNDED = {"front": "the brief and its articles say otherwise", "source": "the article says otherwise of itself"}
"""What is wrong with a claim that has no mark and is not right, by its kind."""


def _holds(quote: Quote, found: Sequence[Found | None]) -> bool:
    article = found[quote.article] if 0 <= quote.article < len(found) else None
    return article is not None and article.holds(quote)


def _wrong(
    claim: Claim,
    quotes: Mapping[int, Quote],
    held: set[int],
    found: Sequence[Found | None],
    frame: Frame,
    amended: Sequence[Amended],
) -> Iterator[str]:
    """What does not hold of one claim that has marks."""
    cited = [quotes[n] for n in claim.marks if n in quotes]
    yield from (f"mark [{n}] leads to no quote" for n in claim.marks if n not in quotes)
    for quote in cited:
        if quote.number not in held:
            yield f"[{quote.number}] “{short(quote.quote)}” does not stand in its article"
    if claim.kind == "note":
        if any(letters(q.words).strip('“”"') not in letters(claim.text) for q in cited):
            yield "does not quote the article's words"
        elif beside := ", ".join(word for quote in cited for word in frame.beside(claim, quote)):
            yield f"the article does not say of itself: {beside}"
    elif cited and all(q.number in held for q in cited):
        articles = [article for n in {q.article for q in cited} if (article := found[n])]
        days = [article.published for article in articles if article.published]
        said_by_people = [*(value for a in amended for value in a.says), *frame.flags(amended)]
        told = [*(q.words for q in cited), *said_by_people]
        around = [*(a.repaired for a in articles), *said_by_people]
        said = frame.uncounted(claim.text, len(articles))
        missing = unsupported(said, told, around, days, frame.words(claim.kind))
        if lacking := ", ".join(missing):
            yield f"nothing in the sentences cited speaks for: {lacking}"
