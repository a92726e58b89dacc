"""Relations that the text states between documents, and between a body and a document.

    nested   = document , [ "về" , [ "việc" ] ] , verb , [ parts , [ "của" ] ] , document ;
               "Kế hoạch … về thực hiện Nghị quyết …", "Nghị định … sửa đổi, bổ sung khoản 2, khoản 3 Điều 1 của Nghị định …"
    leading  = verb , document , "," , issuer , "ban hành" , document ;       "Thực hiện Nghị quyết …, Huyện ủy ban hành Kế hoạch …"
    carried  = verb , document , "," , body , act ;                           "Triển khai Nghị quyết …, Đảng ủy đã phân công …"

The relation goes from the later document, or from the body, to the document that stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.model import Article, Directive, Measure, Relation, RelationKind
from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.directives", "relations.toml")
_CARRIES = re.compile(rf"{starting(_TABLE['between']['implements'])}(?!\w)[^,;]*$")
_PART = r"(?:một số[ ])?(?:điểm|khoản|điều|mục|chương|nội dung)(?:[ ](?:\d+|[a-zđ])(?!\w))?"
_PARTS = re.compile(rf"(?<!\w){_PART}(?:(?:,|,?[ ]và)?[ ](?:{_PART}|biện pháp))*(?!\w)")
_BETWEEN: list[tuple[RelationKind, re.Pattern[str]]] = [
    ("replaces", re.compile(rf"{starting(_TABLE['between']['replaces'])}[ ](?:các[ ])?$")),
    ("amends", re.compile(rf"{starting(_TABLE['between']['amends'])}[ ](?:điều[ ](?:của[ ])?)?(?:các[ ])?$")),
    ("implements", _CARRIES),
]
_NONE = re.compile(
    rf"{starting(_TABLE['between']['none'])}(?!\w)|;|,[ ](?!{alternation(_TABLE['between']['after_comma'])}(?!\w))"
)
_LOOKED_BACK = re.compile(rf"{starting(_TABLE['before']['looked_back'])}(?!\w)[^,;]{{0,60}}$")
_BEFORE: list[tuple[RelationKind, re.Pattern[str]]] = [
    (
        kind,
        re.compile(rf"{starting(_TABLE['before'][kind])}(?: (?:tốt|nghiêm|nghiêm túc|hiệu quả|có hiệu quả|các))?[ ]$"),
    )
    for kind in ("implements", "based_on")
]
_ISSUES = re.compile(
    r"(?<!\w)(?:ban hành|ra|xây dựng|ký|phê duyệt|thông qua)(?: (?:và ban hành|và tổ chức (?:triển khai )?thực hiện|các|\d+))?[ ]$"
)
_NEXT = re.compile(r"(?:,|,? và)[ ](?:các[ ])?(?:số[ ])?$")  # between two documents that one verb governs
_OPENS = re.compile(rf"(?:^|[,.;:”])[ ]?(?:{alternation(_TABLE['before']['opens'])}[ ])*$")
_NO_BODY = re.compile(rf"{alternation(_TABLE['before']['no_body'])}(?!\w)")
_NEAR = 70  # characters between two documents of which one names the other
_FAR = 60  # characters from a body to the verb that it governs


def find_relations(
    article: Article, directives: Sequence[Directive], measures: Sequence[Measure]
) -> tuple[Relation, ...]:
    """The relations stated in `article`; `by` and `to` index `directives`, each relation once."""
    folded = article.folded
    found: dict[tuple[object, ...], Relation] = {}
    for block in article.blocks:
        for sentence in block.sentences:
            mentions = sorted(
                (span, i) for i, d in enumerate(directives) for span in d.mentions if sentence.covers(span)
            )
            for relation in _in_sentence(folded, sentence, mentions, measures):
                found.setdefault((relation.kind, relation.by, relation.actor, relation.to), relation)
    return tuple(found.values())


def _in_sentence(
    folded: str, sentence: Span, mentions: Sequence[tuple[Span, int]], measures: Sequence[Measure]
) -> Iterator[Relation]:
    nested = set()
    for (a, by), (b, to) in pairwise(mentions):
        words = _PARTS.sub("điều", folded[a.end : b.start])
        found = (
            _match(words, _BETWEEN) if a.end <= b.start and len(words) <= _NEAR and not _NONE.search(words) else None
        )
        if found and by != to and not (found[0] == "implements" and _LOOKED_BACK.search(words)):
            nested.add(to)
            yield Relation(found[0], by, None, to, Span(a.start, b.end))
    for at, (span, to) in enumerate(mentions):
        words = folded[sentence.start : span.start]
        found = _match(words, _BEFORE)
        if not found or to in nested or _LOOKED_BACK.search(words) or _issued(folded, sentence, span):
            continue
        kind, verb = found
        issued = [(s, i) for s, i in mentions if s.start > span.end and i != to and _issued(folded, sentence, s)]
        for named, document in _coordinated(folded, mentions[at:]):
            if issued:
                yield Relation(kind, issued[0][1], None, document, Span(span.start, issued[0][0].end))
            elif kind == "implements":
                body = _body(folded, sentence, sentence.start + verb, named, measures)
                if body:
                    actor, where = body
                    yield Relation(kind, None, actor, document, where)


def _coordinated(folded: str, mentions: Sequence[tuple[Span, int]]) -> Iterator[tuple[Span, int]]:
    """The first of `mentions` and those that the same verb governs: "Nghị quyết số 18-NQ/TW, 19-NQ/TW"."""
    yield mentions[0]
    for (a, _), (b, to) in pairwise(mentions):
        if not _NEXT.fullmatch(folded[a.end : b.start]):
            return
        yield b, to


def _body(folded: str, sentence: Span, verb: int, named: Span, measures: Sequence[Measure]) -> tuple[str, Span] | None:
    """The body that carries out the document `named`, and where the text says so.

    Either the verb opens its clause and the body is named after the document and a comma, or the body stands before the
    verb inside one measure with the document.
    """
    opens = bool(_OPENS.search(folded[sentence.start : verb]))
    for measure in measures:
        if not measure.actor or not measure.span.overlaps(sentence) or _NO_BODY.match(fold(measure.actor)):
            continue
        actor = fold(measure.actor)
        after = folded.find(f", {actor}", named.end, sentence.end)
        if opens and after >= 0 and not re.search("[:;]", folded[named.end : after]):
            return measure.actor, Span(named.start, after + len(actor) + 2)
        before = folded.rfind(actor, measure.span.start, verb)
        if before >= 0 and verb - before - len(actor) <= _FAR and measure.span.covers(named):
            return measure.actor, Span(before, named.end)
    return None


def _match(words: str, patterns: Sequence[tuple[RelationKind, re.Pattern[str]]]) -> tuple[RelationKind, int] | None:
    """The kind whose verb ends `words`, and where the verb starts."""
    return next(((kind, m.start()) for kind, pattern in patterns if (m := pattern.search(words))), None)


def _issued(folded: str, sentence: Span, span: Span) -> bool:
    return bool(_ISSUES.search(folded[sentence.start : span.start]))
