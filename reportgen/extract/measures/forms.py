"""Forms: rules by the form of a sentence, whoever acts in it."""

from __future__ import annotations

import re

from reportgen.extract.measures.seen import Seen
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_ACTS = table("reportgen.extract.measures", "acts.toml")
_NEVER = re.compile(rf"{alternation(_ACTS['never'])}(?!\w)")
_POINTING = re.compile(rf"[“\" ]*{alternation(_ACTS['pointing'])}(?!\w)")
_WHY = re.compile(r"(?<!\w)(?:làm sao|vì sao|tại sao|có hay không|hay chăng|bao nhiêu|thế nào mới)(?!\w)")
_IF = re.compile(
    r"(?:(?:nhưng|còn|và|song|trường hợp)[ ])?(?:nếu|giá như|giả sử)[ ]|(?:trong[ ])?trường hợp[ ](?!này|trên|của)"
)
_LEAST = 6  # words of a statement that tells a measure
_HEADING = 14  # words that a heading has at most


def too_short(s: Seen) -> bool | None:
    return False if len(s.words.split()) < _LEAST else None


def no_act(s: Seen) -> bool | None:
    return False if s.clause.act is None else None


def pointing(s: Seen) -> bool | None:
    """ "Đây là cơ sở để …", "Điều này cho thấy …": about what was told before, no act."""
    return False if _POINTING.match(s.words) or _POINTING.match(s.folded, s.sentence.start) else None


def asking(s: Seen) -> bool | None:
    """A question, also one put as a statement ("… thì làm sao phát huy được năng lực")."""
    ends = s.folded[s.statement.span.end - 1 : s.sentence.end]
    return False if "?" in ends or _WHY.search(s.words) else None


def conditional(s: Seen) -> bool | None:
    """ "Nếu thành phố cho thuê tiếp thì quận sẽ …": what would be."""
    return False if _IF.match(s.words) else None


def fragment(s: Seen) -> bool | None:
    """ "Là huyện được tỉnh chọn làm điểm.": a sentence without its subject."""
    return False if s.words.startswith("là ") and "," not in s.before else None


def heading(s: Seen) -> bool | None:
    """A line without a full stop that opens with an act is a heading ("Tăng cường xây dựng Đảng")."""
    bare = s.folded[s.sentence.end - 1 : s.sentence.end].isalnum() and len(s.words.split()) < _HEADING
    return False if bare and s.clause.kind != "acted" else None


def never(s: Seen) -> bool | None:
    """ "Việc này giúp …", "Được biết, …": sentences of these openings tell of acts, but no act."""
    if s.clause.kind == "acted" and s.clause.start > s.statement.span.start:
        return None  # "Theo báo cáo …, cấp ủy các cấp đã kiểm tra …"
    if s.clause.kind == "passive" and s.clause.actor:
        return None  # "Việc … luôn được Đảng ủy xã quan tâm"
    return False if _NEVER.match(s.words) else None


def broken_quote(s: Seen) -> bool | None:
    """The end of a quotation that began in a sentence before: a slogan, not an act."""
    return False if s.words.count("”") > s.words.count("“") and s.clause.kind != "acted" else None
