"""The grammar of citations by number or symbol.

    citation = kind , [ "của" , issuer ] , [ "số" ] , ( symbol | number ) , { more } , tail ;
    more     = ( "," | ";" | "và" ) , [ "số" ] , ( symbol | number ) , tail ;      the kind is shared
    tail     = { [ "," ] , ( date | "của" , issuer | term ) } , [ about ] ;
    term     = [ "(" ] , "khóa" , roman , [ ")" ] ;

A bare number is taken only where the kind is written as a name ("Chỉ thị 05", "nghị định 35") and what follows is not a
counted thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from reportgen.extract.directives.about import read_about
from reportgen.extract.directives.issuers import Issuer, read_issuer
from reportgen.extract.directives.symbols import KIND_OF, Symbol, find_symbols, read_symbol
from reportgen.extract.directives.terms import read_term
from reportgen.model import Unit
from reportgen.text import Span
from reportgen.vietnamese.dates import find_dates
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.directives", "kinds.toml")
_ROWS = {row["name"]: row for row in _TABLE["party_or_state"]["names"]}
_ABBREVIATIONS = alternation(KIND_OF)
_KIND = re.compile(rf"(?<![\w-])(?:{alternation(_ROWS)})(?!\w)")
_SHORT = re.compile(rf"(?<![\w/-]){_ABBREVIATIONS}(?=[ ](?:số[ ])?\d)")
_SO = re.compile(r":?[ \u00a0\n]*(?:số|số:)[ \u00a0\n]*:?[ \u00a0\n]*")
_BLANK = re.compile(r"[ \u00a0\n]+")
_BARE = re.compile(r"(?P<number>\d{1,5}[a-z]?)(?![\w%/]|[.,-]\d)")
_JOIN = re.compile(r"[ ]*(?:[,;]|,?[ ]và(?=[ ])|,?[ ]hay(?=[ ]))[ ]*(?P<so>số[ ]*)?(?=\d)")
_AFTER_BARE = re.compile(
    rf"[ ]*(?:$|[.,;:)(“\"”?!…–\n-]|{alternation(_TABLE['continues']['words'])}(?!\w|$)|năm[ ](?:19|20)\d\d)"
)
_OF = re.compile(r"[ ,\n]*(?:của|do)[ \n]")  # "QĐ/TWcủa": the blank is lost
_ISSUED = re.compile(r"[ ](?:đã[ ])?(?:ban hành|ký ban hành|ký|thông qua|phê duyệt)(?=[ ,])")
_LINK = re.compile(r"[ ]*(?:,|;|và|,[ ]và)[ ]*")


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation as it stands in the text, before it is joined with others of the same document."""

    span: Span  # kind, number or symbol, and the date beside it
    type: str  # as written, first letter a capital
    number: str | None = None
    symbol: Symbol | None = None
    date: str | None = None
    issuer: Issuer | None = None
    body: str | None = None
    term: str | None = None
    about: str | None = None
    inverted: bool = False  # "ngày …, Thành ủy ban hành Kế hoạch …": the issuer acts in the story
    certain: bool = True  # False: stands only if the article cites the document in full elsewhere
    tail: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the rules look at: the text, its folded view, and one sentence of it with the unit in view."""

    string: str
    folded: str
    start: int
    end: int
    view: Unit | None


def read_citations(s: Sentence) -> Iterator[Cited]:
    """The citations by number or symbol in a sentence, in order; those that share words share them."""
    taken = s.start
    chains: list[list[Cited]] = []
    heads = sorted(
        [(m.start(), m.end(), m[0]) for m in _KIND.finditer(s.folded, s.start, s.end)]
        + [(m.start(), m.end(), KIND_OF[m[0]]) for m in _SHORT.finditer(s.string, s.start, s.end)]
    )
    for start, end, name in heads:
        if start < taken:
            continue
        chain = _chain(s, start, end, name)
        if chain:
            taken = max(c.tail for c in chain)
            chains.append(_shared(chain))
    for chain, after in zip_longest(chains, chains[1:]):
        yield from _linked(s, chain, after)
    yield from _without_kind(s)


def _linked(s: Sentence, chain: list[Cited], after: list[Cited] | None) -> list[Cited]:
    """The chain with the issuer of the one right behind it: "Nghị quyết 53 và Kết luận 27 của Bộ Chính trị"."""
    if not after or chain[-1].issuer or chain[-1].about or after[0].issuer is None:
        return chain
    if not _LINK.fullmatch(s.folded, chain[-1].tail, after[0].span.start):
        return chain
    organs = {c.symbol.organ for c in (*chain, *after) if c.symbol and c.symbol.organ}
    return [replace(c, issuer=after[0].issuer) for c in chain] if len(organs) < 2 else chain


def _without_kind(s: Sentence) -> Iterator[Cited]:
    """Symbols that need no kind before them; the caller drops those that a citation covers already."""
    for symbol in find_symbols(s.string, s.start, s.end):
        assert symbol.kind is not None
        yield _with_tail(s, Cited(symbol.span, _capital(symbol.kind), symbol.number, symbol, tail=symbol.span.end))


def _chain(s: Sentence, start: int, end: int, name: str) -> list[Cited]:
    at, issuer = end, None
    of = _OF.match(s.folded, at)
    if of:
        issuer = read_issuer(s.string, s.folded, of.end(), s.end, s.view)
        after = _SO.match(s.folded, issuer.span.end) if issuer else None
        if not after:
            issuer = None
        else:
            assert issuer is not None
            at = issuer.span.end
    first = _item(s, start, end, at, name)
    if first is None:
        return []
    first = _with_tail(s, replace(first, issuer=issuer))
    chain = [first]
    while True:
        join = _JOIN.match(s.folded, chain[-1].tail)
        if not join or join.end() >= s.end:
            break
        more = _more(s, join, first)
        if more is None:
            break
        chain.append(_with_tail(s, more))
    return chain


def _item(s: Sentence, start: int, end: int, at: int, name: str) -> Cited | None:
    """The first citation of a chain: kind, "số", and a symbol or a number."""
    so = _SO.match(s.folded, at)
    blank = so or _BLANK.match(s.folded, at)
    if blank is None or blank.end() >= s.end:
        return None
    at = blank.end()
    written = s.string[start:end]
    symbol = read_symbol(s.string, at)
    kind = " ".join((name if written.lower() not in _ROWS and written.upper() == written else written).split())
    if name == "văn bản" and symbol and symbol.kind:
        kind = symbol.kind
    strict = _ROWS.get(name, {}).get("bare") == "strict"
    if symbol and (so or symbol.organ or symbol.kind or strict):
        return Cited(Span(start, symbol.span.end), _capital(kind), symbol.number, symbol, tail=symbol.span.end)
    bare = _BARE.match(s.folded, at)
    if bare is None or not _is_number_of(s, name, written, bare, said=so is not None):
        return None
    span = Span(start, bare.end())
    return Cited(
        span,
        _capital(kind),
        bare["number"],
        certain=_certain(s, name, written, bare, said=so is not None),
        tail=bare.end(),
    )


def _is_number_of(s: Sentence, name: str, written: str, bare: re.Match[str], *, said: bool) -> bool:
    """True where a bare number is the document's: "Chỉ thị 05", "quyết định số 12", never "kết luận 3 tổ chức"."""
    rule = _ROWS.get(name, {}).get("bare")
    if rule == "never" and not said:
        return False
    if bare["number"] in _TABLE["nicknames"].get(name, ()) and not said:
        return False
    return said or written[:1].isupper() or rule == "strict"


def _certain(s: Sentence, name: str, written: str, bare: re.Match[str], *, said: bool) -> bool:
    """False where what follows could be a counted thing ("Nghị quyết 02 đi vào …"): such a citation stands only as the
    short form of one that is certain."""
    return said or bool(_AFTER_BARE.match(s.folded[: s.end], bare.end()))


def _more(s: Sentence, join: re.Match[str], first: Cited) -> Cited | None:
    """A further number of the same kind: a symbol always, a bare number only beside a bare number."""
    symbol = read_symbol(s.string, join.end())
    if symbol and (symbol.strong or join["so"]):
        return Cited(symbol.span, first.type, symbol.number, symbol, tail=symbol.span.end)
    bare = _BARE.match(s.folded, join.end())
    if bare is None or first.symbol is not None or first.date:
        return None
    if not _AFTER_BARE.match(s.folded[: s.end], bare.end()):
        return None
    return Cited(Span(bare.start(), bare.end()), first.type, bare["number"], certain=first.certain, tail=bare.end())


def _with_tail(s: Sentence, cited: Cited) -> Cited:
    """`cited` with the date, issuer, term and subject that follow it."""
    at, span = cited.tail, cited.span
    date, issuer, term = cited.date, cited.issuer, cited.term
    issued_words = False
    while at < s.end:
        found = date_after(s, at)
        if found and (
            date is None or (len(date) == 4 and found[0].startswith(f"{date}-"))
        ):  # "năm 2025, ngày 29/4/2025"
            date, at = found
            if s.string[span.end : at].strip(" ,(\u00a0\n").lower().startswith(("ngày", "năm")):
                span = Span(span.start, at)
            if s.string[at : at + 1] == ")":
                at += 1
            continue
        of = _OF.match(s.folded, at) if issuer is None else None
        read = read_issuer(s.string, s.folded, of.end(), s.end, s.view) if of else None
        if read:
            issuer, at = read, read.span.end
            continue
        issued = _ISSUED.match(s.folded, at) if issuer is not None and not issued_words else None
        if issued:
            issued_words, at = True, issued.end()
            continue
        said = read_term(s.string, s.folded, at) if term is None else None
        if said:
            term, at = said
            continue
        break
    about = read_about(s.string, at, s.end)
    return replace(cited, span=span, date=date, issuer=issuer, term=term, about=about[0] if about else None, tail=at)


_DATE_LEAD = re.compile(r"[ ]*[,(]*[ ]*(?=ngày[ ]?\d|năm[ ](?:19|20)\d\d)")


def date_after(s: Sentence, at: int) -> tuple[str, int] | None:
    """The date right behind `at` ("ngày 13/3/2018", "(ngày …)", "năm 2016"), with where it ends."""
    glued = s.folded.startswith("ngày", at)
    lead = _DATE_LEAD.match(s.folded, at)
    if not lead and not glued:
        return None
    begin = lead.end() if lead else at
    window = s.folded[begin : begin + 40].replace("\n", " ")
    window = re.sub(r"(?<=[/-]) (?=\d)", "", window)
    lost = len(s.folded[begin : begin + 40]) - len(window)
    for mention in find_dates(window):
        if mention.span.start <= 5:
            end = begin + mention.span.end
            if s.folded.startswith(",", at) and s.folded.startswith(", ", end) and _acts_next(s, end + 2):
                return None  # "…, ngày 12/01/2018, Ban Thường vụ ban hành …": the date of what comes
            return mention.iso, begin + mention.span.end + (lost if mention.span.end > 6 else 0)
    return None


def _acts_next(s: Sentence, at: int) -> bool:
    return read_issuer(s.string, s.folded, at, s.end, None) is not None


def _shared(chain: list[Cited]) -> list[Cited]:
    """The chain with what its last link says shared by those before: "số 15/CT-TTg, 16/CT-TTg của Thủ tướng"."""
    last = chain[-1]
    out = []
    for link in chain:
        if link is not last:
            link = replace(
                link, issuer=link.issuer or last.issuer, term=link.term or last.term, about=link.about or last.about
            )
            if link.symbol is None and link.number and last.symbol is not None and last.symbol.strong:
                tail = last.symbol.written[len(last.symbol.number) :]
                link = replace(link, symbol=replace(last.symbol, number=link.number, written=link.number + tail))
        out.append(link)
    return out


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:].lower() if words.isupper() else words[:1].upper() + words[1:]
