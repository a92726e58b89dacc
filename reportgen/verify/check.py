"""The check of one output: what it shows, the quotes, the lines, the list of sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportgen.errors import ReportgenError, TemplateError
from reportgen.proof import Claim, Evidence, Quote, letters
from reportgen.render.templates import labels, template_file
from reportgen.verify.originals import Found, Originals
from reportgen.verify.support import unsupported, words
from reportgen.verify.visible import differences, evidence_at


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
    problems = list(differences(path, evidence))
    remarks = []
    for source, article in zip(evidence.articles, found, strict=True):
        if article is None:
            problems.append(f"article {source.id} ({source.path}) is not in the folder of articles")
        elif article.changed:
            remarks.append(f"article {source.id} has changed since; its quoted words are looked for anywhere in it")
    quotes = {quote.number: quote for quote in evidence.quotes}
    held = {number for number, quote in quotes.items() if _holds(quote, found)}
    known = _label_words(evidence, templates)
    amended = [a.says for a in evidence.amended]
    if amended:
        names = ", ".join(dict.fromkeys(a.by for a in evidence.amended))
        remarks.append(f"{len(amended)} of its facts were corrected by people ({names}), who answer for what they set")
    for claim in evidence.claims:
        problems += [f"{_short(claim.text)}: {wrong}" for wrong in _wrong(claim, quotes, held, found, known, amended)]
        if not claim.marks and not _stands_alone(claim, evidence, templates):
            problems.append(f"{_short(claim.text)}: a line without a source")
    lines = sum(1 for claim in evidence.claims if claim.marks and claim.kind != "note")
    return Verified(path, lines, tuple(dict.fromkeys(problems)), tuple(remarks))


def _holds(quote: Quote, found: list[Found | None]) -> bool:
    article = found[quote.article] if 0 <= quote.article < len(found) else None
    return article is not None and article.holds(quote)


def _wrong(
    claim: Claim,
    quotes: Mapping[int, Quote],
    held: set[int],
    found: list[Found | None],
    known: frozenset[str],
    amended: Sequence[str],
) -> Iterator[str]:
    """What does not hold of one claim that has marks."""
    cited = [quotes[n] for n in claim.marks if n in quotes]
    yield from (f"mark [{n}] leads to no quote" for n in claim.marks if n not in quotes)
    for quote in cited:
        if quote.number not in held:
            yield f"[{quote.number}] “{_short(quote.quote)}” does not stand in its article"
    if claim.kind == "note":
        if any(letters(q.words).strip('“”"') not in letters(claim.text) for q in cited):
            yield "does not quote the article's words"
    elif cited and all(q.number in held for q in cited):
        articles = [article for n in {q.article for q in cited} if (article := found[n])]
        days = [article.published for article in articles if article.published]
        told = [*(q.words for q in cited), *amended]
        around = [*(a.repaired for a in articles), *amended]
        missing = unsupported(claim.text, told, around, days, known)
        if lacking := ", ".join(missing):
            yield f"nothing in the sentences cited speaks for: {lacking}"


def _stands_alone(claim: Claim, evidence: Evidence, templates: Path | None) -> bool:
    """True for what needs no source: headings, headers of tables, the list of articles and of units, sentences of labels alone."""
    if claim.kind in {"heading", "head"}:
        return True
    if claim.kind == "source":
        return any(source.id in claim.text for source in evidence.articles)
    if claim.kind == "item":
        return claim.text in evidence.units
    if claim.kind == "paragraph":
        return _of_labels(claim.text, evidence.lang, templates)
    return False


def _of_labels(text: str, lang: str, templates: Path | None) -> bool:
    """True where `text` is labels with numbers and dates between them, or stands so in the user's own template."""
    if templates is not None:
        try:
            own = template_file("brief.md.j2", templates).read_text(encoding="utf-8")
        except (OSError, TemplateError):
            own = ""
        if letters(text) in letters(own):
            return True
    rest = _MONTHS.sub(" ", text)
    said = [part for label in _leaves(labels(lang, templates)) for part in re.split(r"\{[^}]*\}", label)]
    for part in sorted({part.strip() for part in said if len(part.strip()) > 1}, key=len, reverse=True):
        rest = rest.replace(part, " ")
    return not re.search(r"[^\W\d_]{2,}", rest)


_MONTHS = re.compile(r"January|February|March|April|May|June|July|August|September|October|November|December", re.ASCII)


def _leaves(labels: Any) -> Iterator[str]:
    for value in labels.values():
        if isinstance(value, Mapping):
            yield from _leaves(value)
        else:
            yield str(value)


def _label_words(evidence: Evidence, templates: Path | None) -> frozenset[str]:
    """The words that a line may have from the brief itself: its labels, its headings (units and themes), months in English."""
    said: Iterable[str] = [
        *_leaves(labels(evidence.lang, templates)),
        evidence.unit,
        *evidence.units,
        *(c.text for c in evidence.claims if c.kind in {"heading", "head"}),
        _MONTHS.pattern,
    ]
    try:
        return frozenset().union(*map(words, said))
    except ReportgenError:
        return frozenset()


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:117]}…"
