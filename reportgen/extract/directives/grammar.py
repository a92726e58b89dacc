"""The grammar of citations by number or symbol.

    citation = kind , [ "(" , abbreviation , ")" ] , [ modifier ] , [ "của" , issuer ] , [ [ "(" ] , "số" ] ,
               ( symbol | number ) , { more } , tail ;
    more     = ( "," | ";" | "và" ) , [ "số" ] , ( symbol | number ) , tail ;      the kind is shared
    tail     : see tails

A bare number is taken only where the kind is written as a name ("Chỉ thị 05", "nghị định 35") and what follows is not a
counted thing. Between kind and "số" may stand what the table knows ("văn bản hỏa tốc số 12"), and any words where the symbol
is one of that kind ("Quyết định xử phạt vi phạm hành chính số 12/QĐ-UBND").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportgen.extract.directives.cited import Cited, Sentence
from reportgen.extract.directives.issuers import Issuer, read_joint
from reportgen.extract.directives.symbols import KIND_OF, Symbol, find_symbols, read_symbol
from reportgen.extract.directives.tails import OF, with_tail
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.directives", "kinds.toml")
_ROWS = {row["name"]: row for row in _TABLE["party_or_state"]["names"]}
_ABBREVIATIONS = alternation(KIND_OF)
_KIND = re.compile(rf"(?<![\w-])(?:{alternation(_ROWS)})(?!\w)")
_SHORT = re.compile(rf"(?<![\w/-]){_ABBREVIATIONS}(?=[ ](?:số[ ])?\d)")
_SO = re.compile(r":?[ \u00a0\n]*\(?(?:số|số:)[ \u00a0\n]*:?[ \u00a0\n]*")
_IN_SHORT = re.compile(rf"[ ]\((?:gọi tắt là )?(?i:{_ABBREVIATIONS})\)")  # "Nghị quyết (NQ) số 02"
_MODIFIER = re.compile(rf"(?:[ ]{alternation(_TABLE['modifiers']['words'])})+(?=[ ])")
_WORDS = re.compile(r"(?:[ ][^\W\d_]+){1,8}?(?=[ ]số[ ])")
_BLANK = re.compile(r"[ \u00a0\n]+")
_GLUED = rf",\d(?!\d{{0,2}}(?:,\d{{1,3}})*[ ]?[-–][ ]?(?i:{_ABBREVIATIONS})(?!\w))"  # "18,19-NQ/TW" are two
_BARE = re.compile(rf"(?P<number>\d{{1,5}}[a-z]?)(?![\w%/]|[.-]\d|{_GLUED})")
_JOIN = re.compile(r"[ ]*(?:[,;]|,?[ ]và(?=[ ])|,?[ ]hay(?=[ ]))[ ]*(?P<so>số[ ]*)?(?=\d)")
_AFTER_BARE = re.compile(
    rf"[ ]*(?:$|[.,;:)(“\"”?!…–\n-]|{alternation(_TABLE['continues']['words'])}(?!\w|$)|ngày[ ]?\d|năm[ ](?:19|20)\d\d)"
)
_LINK = re.compile(r"[ ]*(?:,|;|và|,[ ]và)[ ]*")
_MONTHS = 12


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
    for i in reversed(range(len(chains) - 1)):
        chains[i] = _linked(s, chains[i], chains[i + 1])
    for chain in chains:
        yield from chain
    yield from _without_kind(s)


def _linked(s: Sentence, chain: list[Cited], after: list[Cited]) -> list[Cited]:
    """The chain with issuer and subject of the one right behind it: "Nghị quyết 53 và Kết luận 27 của Bộ Chính trị về …"."""
    if chain[-1].issuer or chain[-1].about or after[0].issuer is None:
        return chain
    if not _LINK.fullmatch(s.folded, chain[-1].tail, after[0].span.start):
        return chain
    organs = {c.symbol.organ for c in (*chain, *after) if c.symbol and c.symbol.organ}
    if len(organs) > 1:
        return chain
    return [replace(c, issuer=after[0].issuer, about=after[-1].about, stop=c.tail) for c in chain]


def _without_kind(s: Sentence) -> Iterator[Cited]:
    """Symbols that need no kind before them; the caller drops those that a citation covers already."""
    for symbol in find_symbols(s.string, s.start, s.end):
        assert symbol.kind is not None
        yield with_tail(s, Cited(symbol.span, _capital(symbol.kind), symbol.number, symbol, tail=symbol.span.end))


def _chain(s: Sentence, start: int, end: int, name: str) -> list[Cited]:
    at, issuer = _of(s, end)
    first = _item(s, start, end, at, name)
    if first is None:
        return []
    first = with_tail(s, replace(first, issuer=issuer))
    chain = [first]
    while True:
        join = _JOIN.match(s.folded, chain[-1].tail)
        if not join or join.end() >= s.end:
            break
        more = _more(s, join, first)
        if more is None:
            break
        chain.append(with_tail(s, more))
    return chain


def _of(s: Sentence, at: int) -> tuple[int, Issuer | None]:
    """Where the number is looked for, and the issuer before it: "Quyết định của UBND tỉnh số …"."""
    of = OF.match(s.folded, at)
    issuer = read_joint(s.string, s.folded, of.end(), s.end, s.view) if of else None
    if issuer and _SO.match(s.folded, issuer.span.end):
        return issuer.span.end, issuer
    for before in (_IN_SHORT, _MODIFIER):
        words = before.match(s.folded, at, s.end)
        at = words.end() if words else at
    return at, None


def _item(s: Sentence, start: int, end: int, at: int, name: str) -> Cited | None:
    """The first citation of a chain: kind, "số", and a symbol or a number."""
    so = _SO.match(s.folded, at) or _after_words(s, at, name)
    blank = so or _BLANK.match(s.folded, at)
    if blank is None or blank.end() >= s.end:
        return None
    at = blank.end()
    written = s.string[start:end]
    symbol = read_symbol(s.string, at)
    kind = " ".join((name if written.lower() not in _ROWS and written.upper() == written else written).split())
    if name == "văn bản" and symbol and symbol.kind:
        kind = symbol.kind
    if symbol and (so or symbol.organ or symbol.kind or _ROWS.get(name, {}).get("bare") == "strict"):
        return _cited(s, so, Span(start, symbol.span.end), kind, symbol.number, symbol)
    if symbol and symbol.year and written[:1].isupper():  # "Quyết định 02/2010": unless a month is meant
        certain = int(re.sub(r"\D", "", symbol.number)) > _MONTHS or bool(OF.match(s.folded, symbol.span.end))
        return _cited(s, so, Span(start, symbol.span.end), kind, symbol.number, symbol, certain=certain)
    bare = _BARE.match(s.folded, at)
    if bare is None or not _is_number_of(name, written, bare, said=so is not None):
        return None
    certain = _certain(s, bare, said=so is not None)
    return _cited(s, so, Span(start, bare.end()), kind, bare["number"], None, certain=certain)


def _cited(
    s: Sentence,
    so: re.Match[str] | None,
    span: Span,
    kind: str,
    number: str,
    symbol: Symbol | None,
    *,
    certain: bool = True,
) -> Cited:
    """The citation; where "số" stands behind a bracket, what follows the number is looked for behind the closing one."""
    tail = span.end + (bool(so) and "(" in so[0] and s.folded.startswith(")", span.end)) if so else span.end
    return Cited(span, _capital(kind), number, symbol, certain=certain, tail=tail)


def _after_words(s: Sentence, at: int, name: str) -> re.Match[str] | None:
    """The "số" behind words that say what the document does, where the symbol behind it is of the kind `name`."""
    words = _WORDS.match(s.folded, at, s.end)
    so = _SO.match(s.folded, words.end()) if words else None
    symbol = read_symbol(s.string, so.end()) if so else None
    if words and symbol and symbol.strong and symbol.kind == name and not _KIND.search(words[0]):
        return so
    return None


def _is_number_of(name: str, written: str, bare: re.Match[str], *, said: bool) -> bool:
    """True where a bare number is the document's: "Chỉ thị 05", "quyết định số 12", never "kết luận 3 tổ chức"."""
    rule = _ROWS.get(name, {}).get("bare")
    if rule == "never" and not said:
        return False
    if bare["number"] in _TABLE["nicknames"].get(name, ()) and not said:
        return False
    return said or written[:1].isupper() or rule == "strict"


def _certain(s: Sentence, bare: re.Match[str], *, said: bool) -> bool:
    """False where what follows could be a counted thing ("Nghị quyết 02 đi vào …"): such a citation stands only as the
    short form of one that is certain. A number with a letter counts nothing ("Nghị quyết 30a")."""
    return said or bare["number"][-1].isalpha() or bool(_AFTER_BARE.match(s.folded[: s.end], bare.end()))


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
