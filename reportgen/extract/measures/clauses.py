"""Clauses: which act a statement tells, and whether a body of the locality does it.

    statement = { adjunct , "," } , ( head , deed | deed | subject , passive ) , … ;

Adjuncts that open a statement ("Để …,", "Thực hiện Nghị quyết …,", "Năm 2018,") are passed over in search of the head. The
ways of telling an act are tried in a fixed order; the first that answers decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.extract.measures.heads import (
    ACT,
    ADVERBS,
    OFFICE,
    OFFICIAL,
    address_at,
    centre_at,
    deed_at,
    outsider_at,
    person_at,
    resides_at,
)
from reportgen.extract.measures.names import CENTRE, goes_on
from reportgen.extract.measures.passives import UNIT, assigned, by_body, by_document, by_nobody, impersonal, received
from reportgen.extract.measures.reading import Clause, Reading, reading
from reportgen.extract.measures.sessions import behind_occasion, by_session
from reportgen.text import Span
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

__all__ = ["Clause", "clause_of", "is_outcome", "results_in", "takes_actor"]

_ACTORS = table("reportgen.extract.measures", "actors.toml")
_ACTS = table("reportgen.extract.measures", "acts.toml")
_STRONG = rf"(?:{ADVERBS}(?!\w)[ ])*(?P<act>{alternation(_ACTS['strong'])})(?!\w)"
_ORGAN = re.compile(rf"{alternation(_ACTORS['organs'])}(?!\w)")
_DONE = re.compile(
    r"(?:(?:(?:trong|năm|tháng|quý|đến|từ|ngay|qua|tại|sau|cuối|đầu|giữa)[ ][^,;:]{1,60}[ ])?(?:đã|cũng sẽ|sẽ)[ ]|"
    r"(?:về|trong)[ ](?:lĩnh vực|công tác)[ ][^,;:]{1,40}?[ ])" + _STRONG
)
_SOMEBODY = re.compile(r"(?<!\w)(?:tôi|họ|ông|bà|anh|chị|người|nếu|khi|lúc)(?!\w)")
_PLACE = re.compile(rf"(?:trên|ở|tại)[ ][^,;:]{{1,40}}?[ ](?:{ADVERBS}(?!\w)[ ])*?(?:đã|đang|đã và đang)[ ]" + _STRONG)
_WITHIN = re.compile(r"(?<!\w)(?:là|thì|rằng|nay|cho thấy|nên|cho biết|cho hay|giám sát|kiểm tra)[ ]")
_FOREMOST = re.compile(rf"{starting(_ACTS['foremost'])}[ ]là[ ]$")
_PREDICATE = re.compile(
    r"(?:đơn vị|cơ quan|địa phương|tổ chức)[ ](?!này)(?!đó)"
)  # "A là đơn vị trực tiếp khai thác": what A is
_PASSED = re.compile(rf"[^,;]{{0,70}}?(?<!\w)được[ ](?:[\w]+[ ]){{0,2}}?{alternation(_ACTS['passive'])}(?!\w)")
_SUBJECT = re.compile(rf"[^,;:“\"]{{3,90}}?[ ]{alternation(_ACTS['predicates'])}(?!\w)")
_NOUNISH = re.compile(
    rf"{alternation(_ACTS['nounish'])}[ ][^,;:“\"]{{3,60}}?[ ](?:chưa|vẫn|đạt|bị|rất|ngày càng|còn|đã có|không|sẽ)(?!\w)|"
    r"(?:quy hoạch|quyết định|kết luận|thông báo|báo cáo|quy định)[ ](?:số[ ])?\d"
)
_SPEAKING = re.compile(rf"{alternation(_ACTS['speaking'])}(?!\w)")
_PRIVATE = re.compile(rf"(?:anh|chị|em|cô|cụ|gia đình (?:ông|bà|anh|chị))[ ][{UPPER}]")
_STANDING_IN = re.compile(
    r"(?:được sự ủy quyền của|thừa ủy quyền của|thừa ủy quyền|thay mặt|thừa lệnh)[ ](?:lãnh đạo[ ]đảng,[^;:]{3,60}|[^,;:]{3,120}),"
)
_GREETING = frozenset([*_ACTS["gifts"], *_ACTS["saying"], *_ACTS["asking"]])
_SAYS = re.compile(rf"[ ](?:cũng[ ]|đã[ ])?{alternation(_ACTORS['reports'])}(?!\w)")
_ASKING = frozenset(_ACTS["asking"])
_HAS_DONE = re.compile(r"[^,;:“\"]{3,50}?[ ]đã[ ]" + _STRONG)
_BEING = re.compile(r"[^,;:]{0,60}(?<!đồng thời)[ ]là(?!\w)")
_LEADERS = re.compile(rf"lãnh đạo[ ]{alternation([*_ACTORS['bodies'], *_ACTORS['outsiders']])}(?!\w)")
_MEANT = re.compile(  # "Chỉ đạo nêu trên", "Chỉ đạo, điều hành của …"
    r"(?:(?:,| và)[ ]\w+[ ]\w+){0,2}[ ](?:nêu trên|nói trên|trên đây|này|đó|của)(?!\w)"
)
_NAMING = re.compile(rf"(?:{ADVERBS}[ ])*{alternation(_ACTS['naming'])}(?!\w)")
_RESULT = re.compile(rf"{starting(_ACTS['results'])}(?!\w)")
_OUTCOME = re.compile(rf"[“\" ]*{alternation(_ACTS['outcome_openings'])}(?!\w)")
_STATED = re.compile(rf"[ ](?:{ADVERBS}[ ])*(?:được|bị|là|có|đạt)(?!\w)")
_SHORT = 60  # characters of an opening that is taken for an adjunct, whatever its words ("Dịp này,")
_CONCERNS = re.compile(r"(?:đối với|về|riêng)[ ]")
_LIGHT = re.compile(rf"{alternation(_ACTS['light'])}(?!\w)[^,;:]*,[ ]")


def clause_of(string: str, folded: str, span: Span, names: Sequence[str] = ()) -> Clause:
    """The first act in the statement at `span`, with its actor. `names` are folded names of units that act by name alone
    ("Quỳnh Lưu đã chỉ đạo …")."""
    r = reading(string, folded, span, names)
    for_centre = _STANDING_IN.match(r.folded, span.start)
    if for_centre and (CENTRE.search(for_centre[0]) or "đảng, nhà nước" in for_centre[0]):
        return Clause("centre", span.start)
    stated, body, told = _told(r)
    if told:
        return told
    for way in (by_document, by_session, _unsaid, by_body, by_nobody, _unsaid_later, impersonal, _inside):
        if stated and way is _unsaid:
            continue
        if found := way(r):
            return found
    return Clause("none", span.start, body)


def _told(r: Reading) -> tuple[bool, Span | None, Clause | None]:
    """The clause whose head is named: a body's deed, or somebody else's.

    Before it: whether a body is said to be or undergo something, so that an opening before it is no act of its own; and the
    first body that stands there without an act, whose acts the next sentence may tell.
    """
    stated, body, person, address, lives = False, None, False, False, False
    behind = None if r.delegating else behind_occasion(r)
    for start in r.starts[:1] if r.delegating else sorted({*r.starts, *([behind] if behind else [])}):
        if start > r.span.start and goes_on(r.folded, start):
            continue
        deed = deed_at(r.string, r.folded, start, r.end, r.names, within=start > r.span.start)
        if deed and address and (lives or not deed.tensed) and UNIT.match(r.folded, deed.body):
            deed = None  # "… của UBND xã A, huyện B, TP C xử phạt …": the end of an address
        resides = start > r.span.start and resides_at(r.folded, start, r.end)
        lives = resides or (address and lives)
        address = resides or (start > r.span.start and address_at(r.string, start, r.end))
        near = start in (r.span.start, behind) or r.adjunct or _SPEAKING.match(r.folded, r.span.start) is not None
        near = near or (not r.opening and start - r.span.start <= _SHORT)
        if deed and not deed.act:
            task = assigned(r, deed.body, deed.actor.end) if near else None
            if task:
                return stated, body, Clause("acted", start, deed.actor, Span(*task.span("act")), task["act"])
            body = body or (deed.actor if start == r.span.start else None)
            stated = stated or (r.adjunct and _STATED.match(r.folded, deed.actor.end) is not None)
        elif deed and person and start > r.span.start and UNIT.match(r.folded, deed.body):
            return stated, body, Clause("other", r.span.start)  # "Chị A ở thôn B, xã C đang quản lý …": her address
        elif deed and (near or (not r.opening and (deed.tensed or _ORGAN.match(r.folded, deed.body)))):
            # behind a subject of its own only a tense or an organ makes a further subject believed
            return stated, body, Clause("acted", start, deed.actor, deed.act, deed.words)
        elif not deed and (start == r.span.start or r.adjunct) and outsider_at(r.folded, start, r.end):
            kind = "centre" if OFFICIAL.match(r.folded, start, r.end) else "other"
            return stated, body, by_body(r) or received(r) or Clause(kind, r.span.start)
        person = person or (not deed and person_at(r.folded, start, r.end))
    return stated, body, None


def _unsaid(r: Reading) -> Clause | None:
    """An act that opens the statement, its actor left unsaid ("Đồng thời, cử …", "Trong năm đã kiểm tra …")."""
    noun = _is_noun(r)
    done = _HAS_DONE.match(r.folded, r.span.start, r.end) if noun else None
    if done:
        return Clause("passive", r.span.start, None, Span(*done.span("act")), done["act"])
    act = None if noun else r.opening
    if act is None:
        act = _DONE.match(r.folded, r.span.start, r.end)
        if act and (CENTRE.search(act[0]) or _SOMEBODY.search(act[0])):
            return None  # "Trong các văn bản của Chính phủ đã quy định …"
    if act is None or _RESULT.match(r.folded, r.span.start):
        return None
    if any(centre_at(r.folded, start, r.end) for start in r.starts[1:]):
        return Clause("centre", r.span.start)  # "Kiểm tra tiến độ …, Bộ trưởng … chỉ đạo": the centre acts
    if any(_PRIVATE.match(r.string, start, r.end) for start in r.starts[1:]):
        return Clause("other", r.span.start)  # "Thực hiện nghị quyết …, chị A cùng …"
    return _said(r, act) or Clause("elided", r.span.start, None, Span(*act.span("act")), act["act"])


def _said(r: Reading, act: re.Match[str]) -> Clause | None:
    """What an office holder asks for, or only says, behind what he does with it: "Biểu dương xã A, Bí thư Huyện ủy yêu cầu …"."""
    for start in r.starts[1:] if act.start("act") == r.span.start and act["act"] in _GREETING else ():
        deed = deed_at(r.string, r.folded, start, r.end, r.names)
        if deed and deed.words in _ASKING and OFFICE.match(r.folded, deed.body):
            return Clause("acted", start, deed.actor, deed.act, deed.words)
        if deed and not deed.act and OFFICE.match(r.folded, deed.body) and _SAYS.match(r.folded, deed.actor.end):
            return Clause("other", r.span.start)
    return None


def _unsaid_later(r: Reading) -> Clause | None:
    """The same behind an adjunct ("Đối với các chi bộ, phải chú trọng …", "…, trên địa bàn quận đã thực hiện …", "Về đầu tư,
    trong năm 2019 đã cấp …"); without an adverb before it only behind one that says what the act is about."""
    for start in r.starts[1:] if r.adjunct else ():
        act = ACT.match(r.folded, start, r.end) or _PLACE.match(r.folded, start, r.end)
        if act and (act.start("act") > start or _about(r, start)):
            return Clause("elided", start, None, Span(*act.span("act")), act["act"])
        act = _DONE.match(r.folded, start, r.end)
        if act and not CENTRE.search(act[0]) and not _SOMEBODY.search(act[0]):
            return Clause("elided", start, None, Span(*act.span("act")), act["act"])
    return None


def _about(r: Reading, start: int) -> bool:
    """True where all before the clause at `start` says whom or what the act is about ("Đối với các huyện, thị xã, …"), and
    the act is none of a list of nouns ("Về đổi mới, nâng cao chất lượng …")."""
    concerns = _CONCERNS.match(r.folded, r.span.start)
    if not concerns or start - r.span.start > _SHORT or ACT.match(r.folded, concerns.end(), r.end):
        return False
    between = [at for at in r.starts[1:] if at < start]
    if any(not goes_on(r.folded, at) for at in between):
        return False
    return not any(p.match(r.folded, start, r.end) for p in (_SUBJECT, _NOUNISH, _BEING))


def _inside(r: Reading) -> Clause | None:
    """A body's deed within a clause ("đáng kể là tất cả các phường đã thực hiện …")."""
    for within in _WITHIN.finditer(r.folded, r.span.start, r.reach):
        deed = deed_at(r.string, r.folded, within.end(), r.end, r.names)
        first = _FOREMOST.search(r.folded, r.span.start, within.end())
        named = deed and not (within[0] == "là " and _PREDICATE.match(r.folded, deed.body))
        so = within[0] == "nên " and deed is not None and deed.words in _ASKING
        if deed and named and deed.act and (deed.tensed or first or so) and not r.quoted(within.end()):
            return Clause("acted", within.end(), deed.actor, deed.act, deed.words)
    return None


def _is_noun(r: Reading) -> bool:
    """True where the words of an act that open a statement are its subject: "Quy hoạch cán bộ được xây dựng", "Xây dựng
    vườn mẫu đã làm thay đổi …", "Xây dựng nông thôn mới là …"."""
    if r.opening is None:
        return False
    leaders = r.opening["act"] == "lãnh đạo" and r.string[r.opening.end() + 1 : r.opening.end() + 2].isupper()
    if leaders or _LEADERS.match(r.folded, r.span.start) or _MEANT.match(r.folded, r.opening.end()):
        return True
    if any(p.match(r.folded, r.span.start, r.end) for p in (_NOUNISH, _PASSED, _SUBJECT)):
        return True
    if _HAS_DONE.match(r.folded, r.span.start, r.end) and not r.delegating:
        return True
    return bool(_BEING.match(r.folded, r.span.start, r.end)) and not _NAMING.match(r.folded, r.span.start)


def takes_actor(folded: str, span: Span, clause: Clause) -> bool:
    """True where an actor that was named before can be put before the act: the act opens the statement, or stands behind
    one light adjunct ("Đối với các chi bộ, …"). Elsewhere too much stands in between to be sure whose act it is."""
    if clause.kind != "elided" or clause.act is None:
        return False
    act = ACT.match(folded, clause.start, span.end)
    if not act or act.start("act") != clause.act.start:
        return False  # "Ở xã X đã huy động …": more than adverbs before the act
    if clause.start == span.start:
        return True
    light = _LIGHT.match(folded, span.start, span.end)
    return light is not None and light.end() == clause.start and clause.act.start > clause.start


def is_outcome(folded: str, span: Span) -> bool:
    """True where the sentence opens as one that tells what came of something ("Nhờ đó, …")."""
    return bool(_OUTCOME.match(folded, span.start, span.end))


def results_in(folded: str, span: Span) -> int:
    """How many words of result, state or praise stand in `span`."""
    return sum(1 for _ in _RESULT.finditer(folded, span.start, span.end))
