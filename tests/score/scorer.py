"""score: what an extraction found of an article's gold, what it missed, what it made up, and how good the fields are.

Gold is a JSON object in the form of `tests/gold`, an extraction one line of `reportgen extract`, read. Found is
- a locality, when the whole path agrees;
- a directive, when a mention overlaps one of gold's, type and number agree, and where gold has a congress and no symbol the term too;
- a metric, when the spans overlap and value, `to` and `of` agree, one to one;
- a measure, when half of the shorter span is shared; several statements in one gold sentence count once.
An optional gold item costs nothing when missed and earns nothing when found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from typing import Any, Literal

Json = Mapping[str, Any]
Verdict = Literal["found", "missed", "spurious"]

KINDS = ("localities", "directives", "metrics", "measures")
"""What is found or missed, in the order of a report; the page itself ("article") has fields only."""


@dataclass(frozen=True, slots=True)
class Item:
    """One fact of gold or of the extraction. `key` names it without words of the article, `words` shows it to a person."""

    kind: str
    verdict: Verdict
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Field:
    """One answer to one question about the page or about a found item."""

    kind: str
    name: str
    good: bool


def score(gold: Json, extraction: Json, text: str) -> Iterator[Item | Field]:
    """The items and fields of one article; `text` is its source, in which all spans count."""
    yield from _page(gold, extraction["article"], text)
    yield from _localities(gold["localities"], extraction.get("localities", ()))
    yield from _directives(gold["directives"], extraction.get("directives", ()), text)
    yield from _metrics(gold["metrics"], extraction.get("metrics", ()), text)
    yield from _measures(gold["measures"], extraction.get("measures", ()), text)


# ---------------------------------------------------------------- comparing words and spans

_SECOND_VOWEL_LAST = {  # "hoà" is "hòa", "uỷ" is "ủy"
    unicodedata.normalize("NFC", pair + tone): unicodedata.normalize("NFC", pair[0] + tone + pair[1])
    for pair, tone in product(("oa", "oe", "uy"), "\u0300\u0301\u0309\u0303\u0323")
}
_SAME = {**_SECOND_VOWEL_LAST, "–": "-", "—": "-", "’": "'", "đăk": "đắk"}
_WORDS = re.compile(r"\w+")


def plain(words: str | None) -> str:
    """`words` without what makes no difference: case, place of the tone, kind of dash, blanks, marks at the ends.

    >>> plain(" UỶ  ban–Hoà Bình. ")
    'ủy ban-hòa bình'
    """
    folded = unicodedata.normalize("NFC", words or "").replace("Ð", "Đ").replace("ð", "đ").lower()
    for written, same in _SAME.items():
        folded = folded.replace(written, same)
    return re.sub(r"\s+", " ", folded).strip(" .,;:“”\"'…")


def _words(words: str | None) -> set[str]:
    return set(_WORDS.findall(plain(words)))


def _digits(number: object) -> str:
    """Leading zeros make no difference: "02" is "2"."""
    return "" if number is None else re.sub(r"^0+(?=\d)", "", plain(str(number)))


def _lowest(path: str | None) -> str:
    """The last unit of a path."""
    return plain((path or "").rsplit(">", 1)[-1])


def _shared(a: Sequence[int], b: Sequence[int]) -> int:
    """How many characters two spans have in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _touch(some: Iterable[Sequence[int]], others: Sequence[Sequence[int]]) -> bool:
    return any(_shared(a, b) for a in some for b in others)


def _length(span: Sequence[int]) -> int:
    return int(span[1]) - int(span[0])


def _item(kind: str, verdict: Verdict, span: Sequence[int], text: str) -> Item:
    return Item(kind, verdict, f"{span[0]}-{span[1]}", " ".join(text[span[0] : span[1]].split()))


# ---------------------------------------------------------------- the page


def _page(gold: Json, article: Json, text: str) -> Iterator[Field]:
    yield Field("article", "title", plain(article.get("title")) == plain(gold["title"]))
    yield Field("article", "published", (article.get("published") or None) == gold["published"])
    authors = article.get("authors") or ()
    yield Field("article", "authors", set(map(plain, authors)) == set(map(plain, gold["authors"])))
    if gold["newspaper"]:
        yield Field("article", "newspaper", plain(article.get("newspaper")) in set(map(plain, gold["newspaper"])))
    if text.count("\n") >= 3:  # a page whose line ends were lost says nothing about its blocks
        yield from _blocks(gold, article.get("blocks") or (), text)


def _blocks(gold: Json, blocks: Sequence[Json], text: str) -> Iterator[Field]:
    story = [b["span"] for b in blocks if b["kind"] in ("lead", "paragraph", "quote", "heading")]
    running = [b["span"] for b in blocks if b["kind"] in ("lead", "paragraph", "quote")]
    for copies in _paragraphs(gold, text):
        kept = (sum(_shared(copy, span) for span in story) >= 0.8 * _length(copy) for copy in copies)
        yield Field("article", "paragraph kept", any(kept))
    for span in gold["boilerplate"]:
        yield Field("article", "boilerplate dropped", not _touch([span], story))
    for span in gold["captions"]:
        yield Field("article", "caption apart", not _touch([span], running))


def _paragraphs(gold: Json, text: str) -> Iterable[list[tuple[int, int]]]:
    """The lines of the story; a line that the page prints twice comes once, with all its places."""
    apart = [*gold["captions"], *gold["boilerplate"], *gold["headings"]]
    first, last = gold["body"]
    lines: dict[str, list[tuple[int, int]]] = {}
    for line in re.finditer(r"[^\n]+", text):
        inside = line.start() >= first - 2 and line.end() <= last + 2
        if line.group().strip() and inside and not _touch([line.span()], apart):
            lines.setdefault(plain(line.group()), []).append(line.span())
    return lines.values()


# ---------------------------------------------------------------- localities


def _localities(gold: Sequence[Json], predicted: Sequence[Json]) -> Iterator[Item | Field]:
    wanted = {plain(g["path"]): g for g in gold}
    got = {plain(p["path"]): p for p in predicted}
    for path, g in wanted.items():
        if not g["optional"]:
            yield Item("localities", "found" if path in got else "missed", _mark(path), g["path"])
    for path, p in got.items():
        if path not in wanted:
            yield Item("localities", "spurious", _mark(path), p["path"])
    principal = {path for path, g in wanted.items() if g["principal"]}
    if not any(wanted[path]["optional"] for path in principal):
        yield Field("localities", "principal", {path for path, p in got.items() if p.get("principal")} == principal)


def _mark(path: str) -> str:
    """A path's name that does not say it."""
    return sha256(path.encode("utf-8")).hexdigest()[:8]


# ---------------------------------------------------------------- directives


def _directives(gold: Sequence[Json], predicted: Sequence[Json], text: str) -> Iterator[Item | Field]:
    left = list(predicted)
    for g in gold:
        hit = next((p for p in left if _same_document(p, g)), None)
        if hit:
            left.remove(hit)
        if g["optional"]:
            continue
        yield _item("directives", "found" if hit else "missed", g["mentions"][0], text)
        if hit:
            for name, good in _document_fields(hit, g):
                yield Field("directives", name, good)
    optional = [span for g in gold if g["optional"] for span in g["mentions"]]
    for p in left:
        if not _touch(p["mentions"], optional):
            yield _item("directives", "spurious", p["mentions"][0], text)


def _same_document(p: Json, g: Json) -> bool:
    by_term = not g["symbol"] and g["term"] and g["body"]
    return (
        plain(p.get("type")) == plain(g["type"])
        and _digits(p.get("number")) == _digits(g["number"])
        and (not by_term or plain(p.get("term")) == plain(g["term"]))
        and _touch(p["mentions"], g["mentions"])
    )


def _document_fields(p: Json, g: Json) -> Iterator[tuple[str, bool]]:
    for name in ("symbol", "date"):
        if g[name] or p.get(name):
            yield name, plain(p.get(name)) == plain(g[name])
    if g["term"]:
        yield "term", plain(p.get("term")) == plain(g["term"])
    if g["issuer"]:
        ours, theirs = _words(p.get("issuer")), _words(g["issuer"])
        yield "issuer", bool(ours) and len(ours & theirs) >= 0.6 * len(ours | theirs)
    if g["about"]:
        ours, theirs = _words(p.get("about")), _words(g["about"])
        yield "about", bool(ours) and 2 * len(ours & theirs) >= 0.8 * (len(ours) + len(theirs))
    yield "issued here", bool(p.get("issued_here")) == g["issued_here"]
    yield "mentions", all(_touch(p["mentions"], [span]) for span in g["mentions"])


# ---------------------------------------------------------------- metrics


def _metrics(gold: Sequence[Json], predicted: Sequence[Json], text: str) -> Iterator[Item | Field]:
    left = list(predicted)
    for g in gold:
        hit = next((p for p in left if _same_figure(p, g)), None)
        if hit:
            left.remove(hit)
        if g["optional"]:
            continue
        yield _item("metrics", "found" if hit else "missed", g["span"], text)
        if hit:
            for name, good in _figure_fields(hit, g):
                yield Field("metrics", name, good)
    optional = [g["span"] for g in gold if g["optional"]]
    for p in left:
        if not _touch([p["span"]], optional):
            yield _item("metrics", "spurious", p["span"], text)


def _same_figure(p: Json, g: Json) -> bool:
    def number(value: Any) -> float | None:
        return None if value is None else float(value)

    same = all(number(p.get(name)) == number(g[name]) for name in ("value", "to", "of"))
    return same and _shared(p["span"], g["span"]) > 0


def _figure_fields(p: Json, g: Json) -> Iterator[tuple[str, bool]]:
    unit, wanted = plain(p.get("unit")), plain(g["unit"])
    yield "unit", unit == wanted or (unit != "" and (wanted.startswith(unit) or unit.startswith(wanted)))
    yield "bound", plain(p.get("bound")) == plain(g["bound"])
    for name in ("change", "target"):
        if g[name] or p.get(name):
            yield name, (p.get(name) or None) == (g[name] or None)
    if g["period"]:
        yield "period", plain(p.get("period")) == plain(g["period"])
    if g["locality"]:
        yield "locality", _lowest(p.get("locality")) == plain(g["locality"])
    if g["indicator"]:
        ours, theirs = _words(p.get("indicator")), _words(g["indicator"])
        yield "indicator", bool(ours) and len(ours & theirs) >= 0.6 * len(theirs)


# ---------------------------------------------------------------- measures


def _measures(gold: Sequence[Json], predicted: Sequence[Json], text: str) -> Iterator[Item | Field]:
    used: set[int] = set()
    for g in gold:
        hits = {i for i, p in enumerate(predicted) if _same_statement(p["span"], g["span"])}
        used |= hits
        if g["optional"]:
            continue
        yield _item("measures", "found" if hits else "missed", g["span"], text)
        if hits:
            for name, good in _statement_fields([predicted[i] for i in hits], g):
                yield Field("measures", name, good)
    for i, p in enumerate(predicted):
        if i not in used:
            yield _item("measures", "spurious", p["span"], text)


def _same_statement(a: Sequence[int], b: Sequence[int]) -> bool:
    return _shared(a, b) >= 0.5 * min(_length(a), _length(b))


def _statement_fields(hits: Sequence[Json], g: Json) -> Iterator[tuple[str, bool]]:
    """A field is good when it is so in any of the statements that the gold sentence was found in."""
    yield "theme", any(p.get("theme") in g["themes"] for p in hits)
    yield "locality", any(_lowest(p.get("locality")) in set(map(plain, g["localities"])) for p in hits)
    yield "status", any(p.get("status") == g["status"] for p in hits)
    yield "actor named", any(p.get("actor") for p in hits)
