"""The words of a stretch made into a phrase that can stand in a table: without frames, connecting words and mere subjects."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.text import Span
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.patterns import alternation, starting
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.metrics", "indicator.toml")
_INSIDE = "".join(f"(?<!{word} )" for word in _TABLE["no_verbs_after"])
VERBS = rf"{_INSIDE}(?!{alternation(_TABLE['no_verbs'])}(?!\w)){alternation(_TABLE['verbs'])}"
"""What acts, for use in a pattern; a word that only begins as a verb does ("thu nhập") is none."""

_KEPT = alternation(_TABLE["kept"])
_LEAD = re.compile(rf"(?:(?!{_KEPT}(?!\w)){alternation(_TABLE['lead'])}(?!\w)[ ,]*)+")
_TRAIL = re.compile(rf"(?:^|[ ,]+){alternation(_TABLE['trail'])}[ ,(:]*$")
_KEPT_WORD = re.compile(rf"(?<!\w){_KEPT}(?!\w)")
_ENDS_KEPT = re.compile(rf"(?<!\w){_KEPT}$")
_COUNT_OF_YEARS = r"(?:(?:hơn|gần|khoảng|trên)[ ])?(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_FRAME = re.compile(
    r"(?:(?:đến|tính đến|trong|từ|giai đoạn|nhiệm kỳ|riêng|hết|cuối|đầu|giữa|sau|qua|hằng|hàng|ngay từ|trước|vào|những|các)[ ])*"
    rf"(?:(?:hết|cuối|đầu|giữa)[ ])?(?:{_COUNT_OF_YEARS}[ ])?(?:năm|tháng|quý|nay|nhiệm kỳ|giai đoạn|thời gian|thời điểm|dịp)"
    r"(?:[ ](?:học[ ])?[ivx\d/–-]+)*(?:[ ](?:đến|tới)[ ](?:nay|năm[ ]\d+))?(?:[ ]năm[ ]nay)?"
    r"(?:[ ]qua|[ ]tới|[ ]này|[ ]nay|[ ]trước|[ ]ngoái|[ ]sau|[ ]hiện tại|[ ]đó)?(?:[ ,]+|$)"
)
_SPEECH = re.compile(
    rf"^.*?{starting(_TABLE['says'])}(?: thêm)?(?:,|:| rằng)?[ ](?=\S)"
    r"|^theo [^,]{2,90},[ ]|^(?:qua|căn cứ) [^,]{2,60},[ ]"
)
RUN_IN = re.compile(rf"(?<=[^\W\d_A-ZĐ])[ ](?={alternation(_TABLE['run_in'])}[ ,])")
"""Where a sentence begins that no full stop separates from a heading: "… đạt giải Tính đến nay"."""
_HENCE = re.compile(r".*[ ](?<!trở )(?:nên|do đó|vì vậy|do vậy|vì thế)[ ](?=\S)")
_SAID = re.compile(rf"{starting(_TABLE['says'])}$")
_AIM = re.compile(r".*(?<!\w)với (?:các |những )?(?:mục tiêu|chỉ tiêu)(?: cụ thể| là| đến)*(?! quốc gia)(?=[ :]|$)")
"""Behind this an aim is told that needs nothing from before: "phát động phong trào với mục tiêu có thêm 5 xã"."""
_ADJUNCT = re.compile(rf"(?!trong đó){alternation(_TABLE['adjuncts'])}(?!\w)")
"""What stands before its comma is no part of a list: "sau khi hợp nhất, tỉnh giảm …"."""
_LOOSE = re.compile(rf"(?<!\d)[ ]{alternation(_TABLE['loose'])}$")
_MARKERS = alternation(_TABLE["markers"])
BODY = re.compile(rf"(?:(?:các|mỗi|từng|nhiều|một số|riêng|tập thể)[ ])*{alternation(_TABLE['bodies'])}(?!\w)")
_ACT = re.compile(
    rf"(?:(?<!\w)(?!{_KEPT}(?!\w)){_MARKERS}(?!\w)[ ]*)+(?=\w)|(?<!\w)(?<!các )(?<!mọi )(?<!từng )(?={VERBS}(?!\w))"
)
_ANCHOR = re.compile(rf"(?:{_MARKERS}[ ]|và[ ])*(?:{VERBS}|{alternation(_TABLE['heads'])})(?!\w)")
_INTO = re.compile(r"\w[ ]$")
"""Before "ngân sách", which heads its phrase or nothing: "gây thiệt hại cho ngân sách"."""
_NO_HEAD = "".join(f"(?<!{word} )" for word in _TABLE["no_heads"])
VERB = re.compile(rf"(?<!\w){VERBS}(?!\w)")
ENDS_ACT = re.compile(rf"(?<!\w){VERBS}$")
_OWN_HEAD = re.compile(
    rf"(?:^|(?<!\w)(?:với|có|đạt|là|và)[ ])(?P<head>(?!{alternation(_TABLE['vague'])}$){alternation(_TABLE['heads'])}(?!\w))"
)
HEAD = re.compile(
    rf"(?<!\w)(?<!công tác )(?<!thông )(?<!ngành )(?<!sách )dân số(?!\w)|(?<!\w){_NO_HEAD}"
    rf"(?:(?!{alternation(_TABLE['not_heads'])}(?!\w)){alternation(_TABLE['heads'])}(?!\w)(?<!số)|số(?!\w)(?![ ]?\d))"
)
PREDICATE = re.compile(
    rf"(?<!\w)(?:đã|đang|được|đều|bị|không|chưa|có|là|đạt|tham gia|hoàn thành|đăng ký|sử dụng|{VERBS})(?!\w)"
)
_VAGUE = frozenset(_TABLE["vague"])
_REACHES = re.compile(r"(?<!\w)(?:đạt|còn|chiếm|ước|bằng|đến|tới|lên|xuống)(?!\w)")
_MOVES = re.compile(
    r"[ ](?:(?:tiếp tục|ngày càng|luôn|đã|được|không ngừng|từng bước|đều|có)[ ])*(?:tăng|giảm|nâng|cải thiện|chuyển biến).*$"
    r"|[ ](?:tiếp tục|ngày càng|luôn|không ngừng|từng bước)$"
)
_LISTED = re.compile(r"(?:thôn|xóm|bản|ấp|buôn|làng|xã|phường|ban|ngành)")
_LISTS = re.compile(r"[ ](?:huyện|thị xã|thành phố|phường|thị trấn|bản|ấp|tổ dân phố|khu phố|đơn vị|cơ quan)(?!\w)")
_ENDS_LIST = re.compile(r"(?<!\w)các (?:thôn|xã|huyện|phường|phòng|cơ quan|quận)$")
_NAME = rf"[{UPPER}][^\W\d_]*(?: [{UPPER}\d]\w*){{0,3}}"
_MOST = 14  # words
_SLACK = 3  # words more, where a shorter phrase would end within a part
_LONGEST = 17  # words of an indicator
_BREAK = re.compile(r"[ ](?:của|cho|tại|ở|để|do|theo|nhằm|với|trong|và|từ|về|đối với|nhưng)[ ]|,[ ]")


def compounds(folded: str) -> list[Span]:
    """Where compounds stand whose syllables are no connecting words: "lấn chiếm", "tăng cường"."""
    return [Span(m.start(), m.end()) for m in _KEPT_WORD.finditer(folded)]


def squeezed(words: str) -> str:
    """The words with single blanks, without marks around them."""
    return " ".join(words.split()).strip(" ,;:-–()“”\".…'≥≤<>~")


def left_phrase(words: str) -> str:
    """What the words before a figure say of it.

    >>> left_phrase("Đến nay, Ban Thường vụ Huyện ủy đã kết nạp được "), left_phrase("Hiện nay, tỷ lệ hộ nghèo còn ")
    ('kết nạp', 'tỷ lệ hộ nghèo')
    >>> left_phrase("điều động, luân chuyển giữa các phòng, ban cấp huyện là ")
    'điều động, luân chuyển giữa các phòng, ban cấp huyện'
    """
    words = " ".join(words.split())
    words = RUN_IN.split(words)[-1]
    if speech := _SPEECH.match(fold(words)):
        words = words[speech.end() :]
    for opens in (_AIM, _HENCE):
        if m := opens.match(fold(words)):
            words = words[m.end() :]
    pieces = re.split(r",(?=\s|$)", words)
    phrase = pieces.pop()
    if not trimmed(phrase):  # "Thực hiện kế hoạch này, 47 chi bộ …": a clause begins with the figure
        return _head_before(pieces) if _REACHES.search(fold(phrase)) else ""
    while pieces and _goes_on(pieces[-1], phrase):
        phrase = f"{pieces.pop().rstrip()}, {phrase.strip()}"
    phrase = trimmed(phrase)
    if pieces and (act := _AND_ACTS.match(fold(phrase))):
        phrase = phrase[act.end("listed") :]  # "…, cây trồng và mua 20 máy cày"
    if _SAID.search(fold(phrase)) or fold(phrase).endswith(" mà") or _ONLY_NAMES.fullmatch(phrase):
        return ""
    if head := _OWN_HEAD.search(fold(phrase)):
        return clipped(phrase[head.start("head") :])
    return without_subject(phrase)


def _head_before(pieces: Sequence[str]) -> str:
    """The head of what is measured, where the clause before names it: "Tỷ lệ che phủ rừng tiếp tục tăng, đạt 70%"."""
    head = head_of(trimmed(pieces[-1])) if pieces else None
    return clipped(tight(_MOVES.sub("", head))) if head and fold(head) not in _VAGUE else ""


def _goes_on(before: str, phrase: str) -> bool:
    """True where a comma joins the parts of one phrase: two verbs ("điều động, luân chuyển"), or a list whose last part
    opens with neither verb nor head."""
    named = trimmed(before)
    mine, theirs = fold(trimmed(phrase)), fold(without_subject(named) or (named if named.isupper() else ""))
    if lists(f" {mine}") and _ENDS_LIST.search(theirs):
        return True  # "mức hỗ trợ các thôn, bản đạt chuẩn"
    if _ADJUNCT.match(fold(squeezed(before))) and not _MARKED.search(fold(before)):
        return False
    if _LISTED.fullmatch(fold(named)) and not _ANCHOR.match(mine):
        return True  # "giữa các phòng, ban, đoàn thể"
    if not mine or not theirs or len(mine.split()) + len(theirs.split()) > 14:
        return False
    body, thing = (
        BODY.match(mine),
        0 < len(theirs.split()) <= 4 and not VERB.search(theirs) and not BODY.match(theirs),
    )
    if _ANCHOR.match(mine):
        return bool(ENDS_ACT.search(theirs)) and len(theirs.split()) <= 8
    if body and _ACT.search(mine, body.end()):
        return thing and bool(_LISTED.fullmatch(body[0])) and not re.match(r"\w+[ ][^\W\d_]*[A-ZĐ]", trimmed(phrase))
    return bool(_ANCHOR.match(theirs)) or thing or len(mine.split()) <= 3


def trimmed(words: str) -> str:
    """The words without connecting words, frames of time at their beginning, and words of measure at their end."""
    words = squeezed(words)
    while True:
        folded = fold(words)
        trail = None if _ENDS_KEPT.search(folded) else _TRAIL.search(folded)
        lead = _FRAME.match(folded) or _LEAD.match(folded)
        if trail:
            words = words[: trail.start()].rstrip(" ,;:-–(")
        elif lead and lead.end():
            words = words[lead.end() :].lstrip(" ,;:-–(")
        else:
            return words


def without_subject(words: str) -> str:
    """The words before a count without a body or person that acts: "Thành ủy đã lựa chọn" is "lựa chọn"."""
    folded = fold(words)
    heads = [
        m.start()
        for m in HEAD.finditer(folded)
        if 2 <= len(words[m.start() :].split()) <= _MOST and folded[m.start() :] not in _VAGUE
    ]
    if len(words.split()) > 8 and heads:
        return words[heads[-1] :]
    marks = list(_MARKED.finditer(folded))
    if len(words.split()) > 8 and marks:
        acted = words[marks[-1].end() :]  # "… như Hội Nông dân đã vận động": the last act
        if re.match(r"(?:được|bị)[ ]", fold(acted)) and not BODY.match(folded):
            acted = f"{tight(whole_names(words[: marks[-1].start()].split(), 4))} {acted}"
        words, folded = acted, fold(acted)
    named = BODY.match(folded) or _is_name(words)
    act = _act_in(words) if named else _MARKED.search(folded)
    if named:
        return trimmed(words[act.end() :]) if act else ""
    if act:
        words = squeezed(f"{words[: act.start()]} {words[act.end() :]}")
    return _short_act(words)


def _act_in(words: str) -> re.Match[str] | None:
    """The first word that opens what a body does; a capital is part of its name ("huyện Củ Chi")."""
    return next(
        (m for m in _ACT.finditer(fold(words)) if m.end() and not words[m.end() - 1 : m.end() + 1].strip().istitle()),
        None,
    )


def last_act(words: str, *, most: int = 6) -> str:
    """The words from the first act on from which they are no more than `most`, "" where there is none.

    >>> last_act("đề xuất với chi bộ và các đoàn thể của xã mở lớp học nghề")
    'mở lớp học nghề'
    """
    for m in VERB.finditer(fold(words)):
        if not words[m.start()].isupper() and len(words[m.start() :].split()) <= most:
            return trimmed(words[m.start() :])
    return ""


def _short_act(words: str) -> str:
    """The words from their last act on, where they are too many."""
    if len(words.split()) <= _MOST:
        return words
    if HEAD.match(fold(words)):
        return clipped(words)
    for starts in (VERB.finditer(fold(words)), _BREAK.finditer(fold(words))):
        for m in starts:
            if not words[m.start()].isupper() and 2 <= len(words[m.start() :].split()) <= 12:
                return trimmed(words[m.start() :])
    return ""


_AND_ACTS = re.compile(rf"(?P<listed>(?:(?!{VERBS}(?!\w))[^\W\d]+(?:[ ]-)?[ ]){{1,4}}và[ ])(?={VERBS}(?!\w))")
_ONLY_NAMES = re.compile(rf"{_NAME}(?:, {_NAME})*,? và {_NAME}")
"""The last of units that were listed: "trên địa bàn 3 xã: Hạ Sen, An Bình và Phú Lộc có 45 hộ"."""
_MARKED = re.compile(r"(?<!\w)(?:đã|đang|sẽ|phải|góp phần giúp|góp phần)[ ](?=\w)")


def _is_name(words: str) -> bool:
    """True where the words open with a name: two capitalised words, or one alone."""
    return bool(re.match(r"(?:[^\W\d_][\w’']*\.?[ ]?){1,5}$", words)) and all(w[0].isupper() for w in words.split())


def head_of(words: str) -> str | None:
    """From the head of what is measured on ("tỷ lệ hộ nghèo"), None where there is none.

    >>> head_of("Xã có diện tích tự nhiên"), head_of("kết nạp")
    ('diện tích tự nhiên', None)
    """
    folded = fold(words)
    heads = (m for m in HEAD.finditer(folded) if not (m[0] == "ngân sách" and _INTO.search(folded, 0, m.start())))
    head = next(heads, None)
    return words[head.start() :] if head else None


def whole_names(words: Sequence[str], most: int) -> str:
    """The first words, `most` at most; a name is not cut: "đường Lương Định Của" is left out as a whole."""
    while 1 < most < len(words) and words[most - 1][0].isupper() and words[most][0].isupper():
        most -= 1
    return " ".join(words[:most])


def tight(phrase: str) -> str:
    """The phrase without connecting words left hanging at its end."""
    while not _ENDS_KEPT.search(folded := fold(phrase)) and (loose := _LOOSE.search(folded)):
        phrase = phrase[: loose.start()].rstrip(" ,")
    return phrase


def lists(folded: str) -> bool:
    """True where a comma goes on with a list of units: "số huyện, thị xã đạt chuẩn"."""
    return _LISTS.match(folded) is not None


def clipped(phrase: str, *, subject: bool = False, most: int = _MOST) -> str:
    """The phrase cut to what a table's column can bear, where a part of it ends."""
    words = phrase.split()
    if len(words) <= (most + _SLACK if subject else most):
        return phrase
    acts = (m for m in PREDICATE.finditer(fold(phrase)) if subject and not phrase[m.start()].isupper())  # "Mường Lát"
    act = next(acts, None)
    if act and len(phrase[: act.start()].split()) > 5:
        return clipped(phrase[act.start() :])
    kept = whole_names(words, most).rstrip(" ,")
    if f" {' '.join(words[: most + 1])} ".find(",", len(kept)) == len(kept):
        return kept
    for pattern, least in ((_BREAK, most // 2), (VERB, 3 * most // 4)):
        whole = compounds(fold(kept))
        cuts = [
            m.start()
            for m in pattern.finditer(fold(kept))
            if len(kept[: m.start()].split()) >= least
            and not any(k.start < m.start() < k.end for k in whole)
            and not kept[m.start() : m.end()].strip(" ,")[:1].isupper()
            and not (m[0][0] == "," and ENDS_ACT.search(fold(kept[: m.start()])) and VERB.match(fold(kept), m.end()))
        ]
        if cuts:
            return tight(kept[: cuts[-1]].rstrip(" ,"))
    return phrase if len(words) <= most + _SLACK else tight(kept)


def short(words: str) -> str:
    """The words as an indicator that a table's column can bear, "" where there is no letter among them."""
    words = squeezed(words)
    if len(words.split()) > _LONGEST:
        words = clipped(words)
    return words if any(c.isalpha() for c in words) else ""
