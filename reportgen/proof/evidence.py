"""Evidence: the claims of one output, the quotes that they rest on, and the articles that these come from, as JSON.

    {"evidence": 2, "unit": …, "lang": …, "units": […], "articles": [{id, path, sha256}],
     "quotes": [{number, article, paragraph, span, quote, words}], "claims": [{id, kind, text, marks}],
     "amended": [{do, by, when, about, why, says, mark}], "tallies": [{row, column, says, lines, articles}],
     "pictures": [{words, file, sha256}], "shown": […], "open": […], "drawn": […]}

`span` counts code points in the text of the article as `reportgen text` prints it, `quote` is what stands there and `words` the
same as the program reads it; `sha256` is of that text in UTF-8. `units` are those that the brief points to or names, `amended`
what people put right or noted; a tally is what a number in a table counts, its `lines` are claims. What this output shows: `shown`
all that a reader reads, piece by piece, of which those that are `open` are for the pen; `pictures` in order with what they show in
words, their file beside a Markdown and the hash of their bytes (not in a PDF, where they are drawn on the page); `drawn` the hash of
what each page of a PDF is drawn from.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from reportgen.errors import ProofError
from reportgen.proof.letters import letters
from reportgen.text import Span

VERSION = 2

SIDECAR = "evidence.json"
"""The ending of the file with the evidence of a Markdown brief, and the name of that in a PDF."""

SITE_PAGES, SITE_EVIDENCE = "docs", "evidence"
"""The folder of a site's pages, and the one beside it with the evidence of each."""

Kind = Literal["front", "heading", "paragraph", "item", "source", "head", "row", "picture", "note"]
"""What a block of a brief is: `front` is a line of its front matter, `source` an entry of the list of articles, `head` the first row of a
table, `picture` a picture's words, `note` a quoted sentence.
"""


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the evidence names it."""

    id: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The words behind a mark: `span` in the text of `articles[article]`."""

    number: int
    article: int
    paragraph: int
    span: Span
    quote: str
    words: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A block of the brief, as plain words with its marks as [n]; `marks` are the numbers of its quotes."""

    kind: Kind
    text: str
    marks: tuple[int, ...]

    @property
    def id(self) -> str:
        """The same for the same words, whatever the numbers of its marks."""
        return hashlib.sha256(f"{self.kind}\0{letters(self.text)}".encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Amended:
    """What somebody put right or noted, and answers for: `about` are the words of the article, which stand in the sentence behind `mark`;
    `says` is what stands in the brief in the place of what the articles say.
    """

    do: str  # "edit", "add", "merge", "comment"
    by: str
    when: str  # the day, as 2026-01-31
    about: str
    why: str
    says: tuple[str, ...]
    mark: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an output: what it shows in words, its file beside a Markdown, the hash of its bytes (empty in a PDF)."""

    words: str
    file: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a number in a cell counts: `lines`, each with its marks as if it stood in the output, or `articles` by their places.

    The cell stands in the row that begins with `row`, under the head `column`, and shows `says`.
    """

    row: str
    column: str
    says: str
    lines: tuple[Claim, ...] = ()
    articles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that one output carries with it. Without the last four it is what the outputs of one brief have in common."""

    unit: str
    lang: str
    units: tuple[str, ...]
    articles: tuple[Source, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]
    amended: tuple[Amended, ...] = ()
    tallies: tuple[Tally, ...] = ()
    pictures: tuple[Picture, ...] = ()
    shown: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()


def dumps(evidence: Evidence) -> bytes:
    """`evidence` as JSON in ASCII, the same bytes for the same evidence."""
    what = {
        "evidence": VERSION,
        "unit": evidence.unit,
        "lang": evidence.lang,
        "units": list(evidence.units),
        "articles": [{"id": a.id, "path": a.path, "sha256": a.sha256} for a in evidence.articles],
        "quotes": [
            {
                "number": q.number,
                "article": q.article,
                "paragraph": q.paragraph,
                "span": list(q.span),
                "quote": q.quote,
                "words": q.words,
            }
            for q in evidence.quotes
        ],
        "claims": [_said(c) for c in evidence.claims],
        "amended": [{**dataclasses.asdict(a), "says": list(a.says)} for a in evidence.amended],
        "tallies": [
            {
                "row": t.row,
                "column": t.column,
                "says": t.says,
                "lines": [_said(c) for c in t.lines],
                "articles": list(t.articles),
            }
            for t in evidence.tallies
        ],
        "pictures": [{"words": p.words, "file": p.file, "sha256": p.sha256} for p in evidence.pictures],
        "shown": list(evidence.shown),
        "open": list(evidence.open),
        "drawn": list(evidence.drawn),
    }
    return (json.dumps(what, ensure_ascii=True, indent=1) + "\n").encode("ascii")


def _said(c: Claim) -> dict[str, object]:
    return {"id": c.id, "kind": c.kind, "text": c.text, "marks": list(c.marks)}


def loads(data: bytes, where: object) -> Evidence:
    """The evidence in `data`, which was found in `where`; ProofError where it is none, or not in this form."""
    try:
        what = json.loads(data)
        if not isinstance(what, dict) or what["evidence"] != VERSION:
            raise ProofError(f"{where}: its evidence is of another form; build it again with this version")
        return Evidence(
            unit=str(what["unit"]),
            lang=str(what["lang"]),
            units=tuple(str(unit) for unit in what["units"]),
            articles=tuple(Source(str(a["id"]), str(a["path"]), str(a["sha256"])) for a in what["articles"]),
            quotes=tuple(_quote(q) for q in what["quotes"]),
            claims=tuple(_claim(c) for c in what["claims"]),
            amended=tuple(map(_amended, what["amended"])),
            tallies=tuple(map(_tally, what["tallies"])),
            pictures=tuple(Picture(str(p["words"]), str(p["file"]), str(p["sha256"])) for p in what["pictures"]),
            shown=tuple(str(piece) for piece in what["shown"]),
            open=tuple(str(piece) for piece in what["open"]),
            drawn=tuple(str(page) for page in what["drawn"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as e:
        raise ProofError(f"{where}: its evidence does not read ({type(e).__name__}); build it again") from e


def _quote(q: Mapping[str, Any]) -> Quote:
    start, end = (int(n) for n in q["span"])
    return Quote(
        int(q["number"]), int(q["article"]), int(q["paragraph"]), Span(start, end), str(q["quote"]), str(q["words"])
    )


def _amended(a: Mapping[str, Any]) -> Amended:
    do, by, when, about, why = (str(a[name]) for name in ("do", "by", "when", "about", "why"))
    return Amended(do, by, when, about, why, tuple(str(value) for value in a["says"]), int(a["mark"]))


def _tally(t: Mapping[str, Any]) -> Tally:
    lines, articles = tuple(map(_claim, t["lines"])), tuple(int(n) for n in t["articles"])
    return Tally(str(t["row"]), str(t["column"]), str(t["says"]), lines, articles)


def _claim(c: Mapping[str, Any]) -> Claim:
    if c["kind"] not in get_args(Kind):
        raise ValueError(c["kind"])
    claim = Claim(c["kind"], str(c["text"]), tuple(int(n) for n in c["marks"]))
    if claim.id != c["id"]:
        raise ValueError(c["id"])
    return claim
