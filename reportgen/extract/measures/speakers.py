"""Speakers: the body that somebody speaks for.

speaker = [ person , "," ] , office , body | office , body , person | body ;
"""

from __future__ import annotations

import re
from collections.abc import Collection

from reportgen.extract.measures.heads import HEAD, OFFICE
from reportgen.extract.measures.names import WORD, is_beyond, next_word
from reportgen.text import Span
from reportgen.vietnamese.patterns import starting
from reportgen.vietnamese.tables import table

_CENTRAL = re.compile(rf"{starting(table('reportgen.extract.measures', 'actors.toml')['central'])}(?!\w)")
_OCCASION = re.compile(
    r"(?:(?:báo cáo|phát biểu|trả lời|trao đổi|tại|trước|trong|sau|về|liên quan|đề cập|nói về|kết luận|giải trình|thông tin|ngày|sáng|"
    r"chiều|tối)(?!\w)[^,]{0,140},[ ])+"
)
_WHEN = re.compile(r"(?:ngày|tháng|sáng|trưa|chiều|tối|mới đây|hôm|trước đó|sau đó|liên quan|về)(?!\w)[^,;:]{0,60},[ ]")
_FROM = re.compile(
    r"(?:nguồn[ ]|theo[ ])?(?:thông[ ])?tin(?:[ ]ban đầu)?[ ](?:từ|của)[ ]"
)  # "Thông tin từ Chi cục Kiểm lâm"
_PERSON = re.compile(r"(?<!\w)(?:ông|bà|đồng chí|đ/c|anh|chị)[ ]")


def speaking_body(string: str, folded: str, speaker: Span, units: Collection[str]) -> Span | None:
    """The body that a speaker speaks for: "Đảng ủy xã X" of "Ông A, Bí thư Đảng ủy xã X", or of "Đảng ủy xã X cho biết".

    Behind an office that stands first a person's name follows; of what is capitalised there only the folded names of
    `units` belong to the body ("Bí thư Huyện ủy X Lê Văn A"). None where no body is named.
    """
    for before in (_WHEN, _FROM):
        found = before.match(folded, speaker.start, speaker.end)
        speaker = Span(found.end(), speaker.end) if found else speaker
    alone = HEAD.match(folded, speaker.start, speaker.end)
    if alone and not OFFICE.match(folded, alone.start("body")) and not is_beyond(string, folded, speaker):
        return Span(alone.start("who"), _named(string, folded, alone.end(), speaker.end, units, whole=True))
    for office in OFFICE.finditer(folded, speaker.start, speaker.end):
        head = HEAD.match(folded, office.end(), speaker.end)
        if not head or is_beyond(string, folded, Span(office.end(), speaker.end)):
            continue
        whole = _PERSON.search(folded, speaker.start, office.start()) is not None
        return Span(head.start("who"), _named(string, folded, head.end(), speaker.end, units, whole))
    return None


def central(string: str, folded: str, speaker: Span) -> bool:
    """True where somebody of the centre speaks ("Thủ tướng cho biết", "ông A, Thứ trưởng Bộ B, nói"), not before whom
    ("Báo cáo với Thủ tướng, Chủ tịch UBND tỉnh cho biết")."""
    occasion = _OCCASION.match(folded, speaker.start, speaker.end)
    who = Span(occasion.end(), speaker.end) if occasion else speaker
    return bool(_CENTRAL.search(folded, who.start, who.end)) or is_beyond(string, folded, who)


def _named(string: str, folded: str, at: int, end: int, units: Collection[str], whole: bool) -> int:
    """Where a body's name ends that goes on at `at`: over joining words, names of `units`, and any capitalised word where
    the `whole` is the body's."""
    while (word := next_word(string, folded, at, end)) and "," not in word[0] and not _PERSON.search(word[0] + " "):
        if word.re is not WORD:
            at = word.end()
            continue
        begin = word.end() - len(word[0].lstrip(" .–-"))
        unit = next((n for n in units if folded.startswith(n, begin)), None)
        initials = word.end() - begin > 1 and string[begin : word.end()].isupper()  # "Sở TN-MT"
        if not unit and not initials and not (whole and string[begin : begin + 1].isupper()):
            break
        at = begin + len(unit) if unit else word.end()
    return at
