"""Weighing: whether a sentence tells a measure, by named rules, the first that applies."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reportgen.extract.measures.clauses import Clause, is_outcome, results_in
from reportgen.extract.measures.frames import Statement
from reportgen.extract.measures.heads import ADVERBS
from reportgen.model import Status
from reportgen.text import Span
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules look at."""

    folded: str
    sentence: Span
    statement: Statement
    clause: Clause
    block: str
    status: Status
    carried: bool  # an actor was named before in the paragraph
    by_person: bool = False  # an office holder acts
    proposed: bool = False  # the actor named before is an office holder who proposes
    others: bool = False  # what is told is what the centre says or asks

    @property
    def words(self) -> str:
        return self.statement.span.of(self.folded)

    @property
    def head(self) -> str:
        return self.words[:160]


def is_owed(folded: str, clause: Clause) -> bool:
    """True where the act of `clause` is told as what ought to be done ("cấp ủy phải quán triệt")."""
    return clause.act is not None and bool(_MUST.search(folded, clause.start, clause.act.start))


def is_measure(seen: Seen) -> bool:
    """True where a body of the locality acts, by the first rule that decides."""
    for _, rule in RULES:
        decided = rule(seen)
        if decided is not None:
            return decided
    return False


def _too_short(s: Seen) -> bool | None:
    return False if len(s.words.split()) < 6 else None


def _no_act(s: Seen) -> bool | None:
    return False if s.clause.kind == "none" else None


def _pointing(s: Seen) -> bool | None:
    """ "Đây là cơ sở để …", "Điều này cho thấy …": about what was told before, no act."""
    return False if _POINTING.match(s.words) or _POINTING.match(s.folded, s.sentence.start) else None


def _told_by_the_centre(s: Seen) -> bool | None:
    """ "Thủ tướng cho biết, sẽ chỉ đạo …", "Thủ tướng đề nghị tỉnh … Tỉnh cần …": acts of the centre, or what it asks for."""
    if not s.others:
        return None
    return False if s.clause.kind == "elided" or is_owed(s.folded, s.clause) else None


def _spoken(s: Seen) -> bool | None:
    """ "Chủ tịch UBND tỉnh đề xuất một số giải pháp: …": an office holder says so, and so what he goes on to propose."""
    if s.clause.kind != "acted":
        return False if s.proposed and s.clause.kind == "elided" else None
    return False if s.by_person and s.clause.act_words in _SAYING else None


def _owed(s: Seen) -> bool | None:
    """ "Cấp ủy các cấp phải quán triệt …": what bodies ought to do, where no body was named that decided so."""
    if s.clause.act is None:
        return None
    owed = is_owed(s.folded, s.clause)
    if owed and _ABLE.match(s.folded, s.clause.act.end):
        return False  # "phải huy động được …"
    general = s.clause.kind == "acted" and s.clause.start == s.statement.span.start and s.status == "adopted"
    return False if general and not s.carried and owed else None


def _drawback(s: Seen) -> bool | None:
    """ "Chính sách đã được ban hành nhưng … chưa hiệu quả": told for what is wrong with it, by nobody."""
    if s.clause.kind != "passive" or s.clause.actor or s.clause.act is None:
        return None
    return False if _BUT.search(s.folded, s.clause.act.end, s.statement.span.end) else None


def _counted(s: Seen) -> bool | None:
    """ "Số đảng viên bị kỷ luật tăng nhanh": how many there are."""
    if s.clause.kind != "passive" or s.clause.act is None or not _NUMBER.match(s.words):
        return None
    return False if _ROSE.match(s.folded, s.clause.act.end) else None


def _blamed(s: Seen) -> bool | None:
    """ "UBND đã phê duyệt … là không đúng quy định": an act that is told as a wrong is none to report."""
    if s.clause.act is None or s.clause.act_words in _RIGHTING:
        return None
    return False if _FAULT.search(s.folded, s.clause.act.end, s.statement.span.end) else None


def _asks(s: Seen) -> bool | None:
    """A question, also one put as a statement ("… thì làm sao phát huy được năng lực")."""
    ends = s.folded[s.statement.span.end - 1 : s.sentence.end]
    return False if "?" in ends or _WHY.search(s.words) else None


def _wish(s: Seen) -> bool | None:
    """ "… mong muốn thành phố tiếp tục quan tâm": a wish that some body acts."""
    if s.clause.kind == "acted" or s.clause.act is None:
        return None
    return False if _WISH.search(s.folded, s.statement.span.start, s.clause.act.start) else None


def _fragment(s: Seen) -> bool | None:
    """ "Là huyện được tỉnh chọn làm điểm.": a sentence without its subject."""
    if s.clause.act is None or not s.words.startswith("là "):
        return None
    return False if "," not in s.folded[s.statement.span.start : s.clause.act.start] else None


def _heading(s: Seen) -> bool | None:
    """A line without a full stop that opens with an act is a heading ("Tăng cường xây dựng Đảng")."""
    bare = s.folded[s.sentence.end - 1 : s.sentence.end].isalnum() and len(s.words.split()) < _HEADING
    return False if bare and s.clause.kind != "acted" else None


def _never(s: Seen) -> bool | None:
    """ "Việc này giúp …", "Được biết, …": sentences of these openings tell of acts, but no act."""
    if s.clause.kind == "acted" and s.clause.start > s.statement.span.start:
        return None  # "Theo báo cáo …, cấp ủy các cấp đã kiểm tra …"
    if s.clause.kind == "passive" and s.clause.actor:
        return None  # "Việc … luôn được Đảng ủy xã quan tâm"
    return False if _NEVER.match(s.words) else None


def _broken_quote(s: Seen) -> bool | None:
    """The end of a quotation that began in a sentence before: a slogan, not an act."""
    return False if s.words.count("”") > s.words.count("“") and s.clause.kind != "acted" else None


def _outcome(s: Seen) -> bool | None:
    """ "Nhờ đó, năng lực được nâng lên": what came of it, unless a body is said to act again."""
    opened = is_outcome(s.folded, s.sentence) or is_outcome(s.folded, s.statement.span)
    if not opened:
        return None
    acts = s.clause.kind == "acted" and s.clause.act is not None
    told = Span(s.clause.start, s.clause.act.end if s.clause.act else s.clause.start)
    if s.clause.kind == "elided" and _BELIEVED.match(s.words) and not results_in(s.folded, s.statement.span):
        return None
    return None if acts and not results_in(s.folded, told) else False


def _state(s: Seen) -> bool | None:
    """ "Chi bộ hiện có 24 đảng viên": a state in figures."""
    m = _STATE.match(s.head)
    if not m:
        return None
    return False if s.clause.act is None or s.statement.span.start + m.end() <= s.clause.act.start else None


def _assessed(s: Seen) -> bool | None:
    """ "Đảng bộ được cấp trên đánh giá …": the body is the one that is judged."""
    if s.clause.act and _RECOGNISED.match(s.folded, s.clause.act.start):
        return False
    if s.clause.act is None or s.clause.act_words not in _JUDGED:
        return None
    return False if re.search(r"(?<!\w)được(?!\w)", s.folded[s.statement.span.start : s.clause.act.start]) else None


def _held_to_be(s: Seen) -> bool | None:
    """ "Các cấp ủy đều xác định … là điều kiện tiên quyết": a conviction."""
    if s.clause.act is None or s.clause.act_words != "xác định":
        return None
    rest = s.folded[s.clause.act.end : s.statement.span.end]
    return False if re.search(r"(?<!\w)là(?!\w)", rest) and not re.search(r"(?<!\w)được(?!\w)", rest) else None


def _opinion(s: Seen) -> bool | None:
    """ "Theo tôi, …", "Bà con …": who speaks for himself, where no body is said to act."""
    end = s.clause.act.start if s.clause.act else s.statement.span.start + 60
    return False if s.clause.kind != "acted" and _OPINION.search(s.folded[s.statement.span.start : end]) else None


def _results(s: Seen) -> bool | None:
    """Where the subject or the predicate before the act is a result, what is told is one."""
    if s.clause.act is None:
        return False
    before = Span(s.statement.span.start, s.clause.act.start)
    told = (
        before if s.clause.actor else Span(s.statement.span.start, min(s.clause.act.end + _NEAR, s.statement.span.end))
    )
    if s.clause.kind == "passive" and results_in(s.folded, told):
        return False
    if s.clause.kind == "elided" and _CARRYING_OUT.match(s.words):
        return False
    if s.clause.act_words == "kết nạp" and s.folded.startswith(" được", s.clause.act.end):
        return False  # how many were won is a result
    if s.clause.kind == "acted" and _REACHED.match(s.folded, s.clause.act.end):
        return False
    if s.clause.kind == "elided" and results_in(s.folded, before):
        return False
    return None


def _acted(s: Seen) -> bool | None:
    return True if s.clause.kind == "acted" else None


def _elided(s: Seen) -> bool | None:
    """An act without an actor: believed where one is in view, where it is told by a speaker or planned, or is a hard act."""
    if s.clause.kind != "elided":
        return None
    if s.carried or s.status == "planned" or s.statement.reported:
        return True
    if _BUSY.match(s.words):
        return True
    return bool(
        _HARD.search(s.folded, s.statement.span.start, s.clause.act.end if s.clause.act else s.statement.span.end)
    )


def _passive(s: Seen) -> bool | None:
    return s.clause.kind == "passive"


_ACTS = table("reportgen.extract.measures", "acts.toml")
_NEVER = re.compile(rf"{alternation(_ACTS['never'])}(?!\w)")
_BUSY = re.compile(rf"{alternation(_ACTS['tenses'])}(?!\w)")
_POINTING = re.compile(rf"[“\" ]*{alternation(_ACTS['pointing'])}(?!\w)")
_BELIEVED = re.compile(rf"{alternation(_ACTS['believed'])}(?!\w)")
_WHY = re.compile(r"(?<!\w)(?:làm sao|vì sao|tại sao|có hay không|hay chăng)(?!\w)")
_FAULT = re.compile(rf"{starting(_ACTS['faults'])}(?!\w)")
_SAYING = frozenset(_ACTS["saying"])
_MUST = re.compile(rf"(?<!\w)(?:phải|cần|nên)[ ](?:{ADVERBS}[ ])*$")
_RECOGNISED = re.compile(
    r"có quyết định[ ](?:được[ ])?công nhận[ ](?:là|đạt)(?!\w)"
)  # "Trung tâm có quyết định công nhận là …"
_ABLE = re.compile(r"[ ]được(?!\w)")
_BUT = re.compile(r"(?<!\w)(?:nhưng|song|tuy nhiên)[ ,][^;:]*?(?<!\w)(?:chưa|không|còn)(?!\w)")
_NUMBER = re.compile(r"(?:số|số lượng|tỷ lệ|số vụ|số người)[ ]\w")
_ROSE = re.compile(r"[^,;:]{0,20}[ ](?:tăng|giảm)(?!\w)")
_RIGHTING = frozenset(_ACTS["righting"])
_JUDGED = frozenset(_ACTS["assessed"])
_WISH = re.compile(rf"{starting(_ACTS['wishes'])}(?!\w)")
_HEADING = 14  # words that a heading has at most
_NEAR = 60  # characters behind a passive act in which a word of result makes it one
_HARD = re.compile(rf"{starting(_ACTS['hard'])}(?!\w)")
_STATE = re.compile(
    r"(?:[^,]{0,80},[ ])?(?:hiện nay|hiện tại|hiện|đến nay|tính đến)?[^,]{0,60}(?<!\w)(?:có|còn|đạt|là|chiếm|gồm)[ ]"
    r"(?:trên |gần |hơn |khoảng )?\d"
)
_CARRYING_OUT = re.compile(
    rf"(?:thực hiện|triển khai)(?!\w)[^,;]{{3,160}},[ ][^,;]{{3,80}}?{starting(_ACTS['results'])}(?!\w)"
)  # "Thực hiện cơ chế một cửa, trình độ cán bộ được nâng lên"
_REACHED = re.compile(r"[ ](?:đạt|vượt|thành công|thắng lợi|cao|trước)(?!\w)")
_OPINION = re.compile(
    r"(?:^|(?<=,[ ]))(?:tôi|chúng tôi|chúng ta|bà con|người dân|nhân dân|gia đình tôi|ai cũng|theo tôi|mọi người)(?!\w)"
)

RULES: tuple[tuple[str, Callable[[Seen], bool | None]], ...] = (
    ("too short", _too_short),
    ("no act", _no_act),
    ("pointing", _pointing),
    ("told by the centre", _told_by_the_centre),
    ("asks", _asks),
    ("spoken", _spoken),
    ("owed", _owed),
    ("drawback", _drawback),
    ("counted", _counted),
    ("blamed", _blamed),
    ("wish", _wish),
    ("fragment", _fragment),
    ("heading", _heading),
    ("never", _never),
    ("broken quote", _broken_quote),
    ("outcome", _outcome),
    ("state", _state),
    ("assessed", _assessed),
    ("held to be", _held_to_be),
    ("opinion", _opinion),
    ("results", _results),
    ("acted", _acted),
    ("elided", _elided),
    ("passive", _passive),
)
