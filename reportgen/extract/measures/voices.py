"""Voices: rules by who says it. What is asked for, proposed, wished or thought is no act of the one who says so."""

from __future__ import annotations

import re

from reportgen.extract.measures.heads import ADVERBS
from reportgen.extract.measures.reading import Clause
from reportgen.extract.measures.seen import Seen
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_ACTS = table("reportgen.extract.measures", "acts.toml")
_SAYING = frozenset(_ACTS["saying"])
_TELLING = frozenset({"giao", "yêu cầu", "chỉ đạo", "phân công", "giao nhiệm vụ"})
_CENTRE = re.compile(
    rf"[ ](?:cho[ ])?{alternation(table('reportgen.extract.measures', 'actors.toml')['central'])}(?!\w)"
)
_MUST = re.compile(rf"(?<!\w)(?:phải|cần|nên)[ ](?:{ADVERBS}[ ])*$")
_ABLE = re.compile(r"[ ]được(?!\w)")
_WISH = re.compile(rf"{starting(_ACTS['wishes'])}(?!\w)")
_OPINION = re.compile(
    r"(?:^|(?<=,[ ]))(?:tôi|chúng tôi|chúng ta|bà con|người dân|nhân dân|gia đình tôi|ai cũng|theo tôi|mọi người)(?!\w)"
)
_I = re.compile(r"(?<!\w)(?:tôi|chúng ta)[ ](?:nghĩ|cho rằng|thấy|mong|muốn|phải|không|rất|cũng|đã|sẽ)(?!\w)")


def is_owed(folded: str, clause: Clause) -> bool:
    """True where the act of `clause` is told as what ought to be done ("cấp ủy phải quán triệt")."""
    return clause.act is not None and bool(_MUST.search(folded, clause.start, clause.act.start))


def told_by_the_centre(s: Seen) -> bool | None:
    """ "Thủ tướng cho biết, sẽ chỉ đạo …", "Thủ tướng đề nghị tỉnh … Tỉnh cần …": acts of the centre, or what it asks for."""
    if s.clause.kind == "elided" and s.clause.act_words in _TELLING and _CENTRE.match(s.behind):
        return False  # "Giao Bộ Tài chính chủ trì …": none below can
    if not s.others:
        return None
    return False if s.clause.kind == "elided" or is_owed(s.folded, s.clause) else None


def spoken(s: Seen) -> bool | None:
    """ "Chủ tịch UBND tỉnh đề xuất một số giải pháp: …": an office holder says so, and so what he goes on to propose."""
    if s.clause.kind != "acted":
        return False if s.proposed and s.clause.kind == "elided" else None
    return False if s.by_person and s.clause.act_words in _SAYING else None


def owed(s: Seen) -> bool | None:
    """ "Cấp ủy các cấp phải quán triệt …": what bodies ought to do, where no body was named that decided so."""
    must = is_owed(s.folded, s.clause)
    if must and _ABLE.match(s.behind):
        return False  # "phải huy động được …"
    general = s.clause.kind == "acted" and s.clause.start == s.statement.span.start and s.status == "adopted"
    return False if general and not s.carried and must else None


def wish(s: Seen) -> bool | None:
    """ "… mong muốn thành phố tiếp tục quan tâm": a wish that some body acts."""
    return False if s.clause.kind != "acted" and _WISH.search(s.before) else None


def opinion(s: Seen) -> bool | None:
    """ "Theo tôi, …", "Bà con …", "…, tôi nghĩ, …": who speaks for himself, where no body is said to act."""
    return False if s.clause.kind != "acted" and (_OPINION.search(s.before) or _I.search(s.words)) else None
