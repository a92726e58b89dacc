"""Picture captions: lines that say what a picture shows, and those glued into a text whose line ends were lost."""

from __future__ import annotations

import re

from reportgen.parse.glue import OPENING_WORD
from reportgen.parse.lines import Line
from reportgen.vietnamese.fold import fold
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_WORDS = {kind: alternation(map(fold, words)) for kind, words in table("reportgen.parse", "captions.toml").items()}
_PEOPLE = re.compile(rf"{_WORDS['people']}(?!\w)")
_STRONG_VIEWS = re.compile(rf"{_WORDS['strong_views']}(?!\w)")
_SPEECH = re.compile(rf"(?<!\w){_WORDS['speech']}(?!\w)")
_VIEWS = re.compile(rf"{_WORDS['views']}(?!\w)")
_SCENES = re.compile(rf"(?<!\w){_WORDS['scenes']}(?!\w)")
_STRONG_SCENES = re.compile(rf"(?<!\w){_WORDS['strong_scenes']}(?!\w)")
_TELLING = re.compile(rf"(?<!\w){_WORDS['telling']}(?!\w)")

_CREDIT = re.compile(
    r"(?:^|[\s(.\-–|/;,])(?:ảnh|nguồn ảnh|ảnh và chú thích|hình|đồ họa|clip|video)\s*"
    r"(?::|\s(?=minh họa|tư liệu|chụp|internet|ttxvn|vgp))\s*[^.]{0,60}(?:\.[^.\s]{1,20}){0,3}[)\]]?\.?$"
)
_BRACKETED_CREDIT = re.compile(r"\([^()]*\bảnh\b[^()]*\)\s*\.?$")
_LABEL = re.compile(r"(?:ảnh|trong ảnh|ảnh trên|ảnh dưới|hình|hình ảnh|chú thích)\s*\d{0,2}\s*[:.]")
_POSITION = re.compile(
    r"\((?:[^()]{0,25}\s)?(?:đứng|ngồi|bìa|ngoài cùng|hàng (?:đầu|trước|sau|thứ)|bên (?:trái|phải)|từ (?:trái|phải)"
    r"|áo \w+|giữa|cầm \w+)(?!\w)[^()]{0,30}\)"
)
_BODIES = re.compile(r"(?:ủy ban|đoàn|tổ|ban) (?:kiểm tra|giám sát|chỉ đạo|công tác|thanh tra)")
_WORD = rf"[{UPPER}](?:[{LOWER}]+|\.(?:[{UPPER}](?![{LOWER}])\.?){{0,2}}|[{UPPER}&+]*(?:\.[{UPPER}](?![{LOWER}]))*)"
_NAMES = re.compile(
    rf"(?P<names>[\w-]+(?:\.[a-z]{{2,4}})+(?!\w)"
    rf"|{_WORD}(?:[ -]{{1,3}}[{UPPER}](?:[{LOWER}]+|[{UPPER}]*))*(?:\s?/\s?[{UPPER}][\w+.]*(?: [Tt]ức)?)?)"
    rf"(?P<next>\s+[{LOWER}])?"
)
_GLUED = re.compile(
    r"(?:[(\[]\s*)?\b[ẢA]nh\s*(?P<colon>:)\s*|[(\[]\s*[ảẢ]nh[^()\[\]]{0,50}[)\]]|\b[ẢA]nh (?:minh h[ọo]a|tư liệu)\b"
)
_CREDIT_REST = re.compile(r"(?:\.[a-z]{2,4}(?![\w]))*[)\]]?(?:\.(?=\s|$))?")
_ONLY_NAME = re.compile(rf"(?:Ông|Bà|Anh|Chị|Đồng chí) [{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,4}}\.?")
_FIGURE = re.compile(r"\d[\d.,]*\s*(?:%|tỷ|tỉ|triệu|nghìn|ha\b|tấn|hộ\b|người\b|xã\b|chi bộ|đảng viên|đồng\b)")
_LONGEST = 45
_ROW_OF_GUESTS = 60  # words of a caption that names several people with their offices


def credited(line: Line) -> bool:
    """True when the line ends in a photo credit or is labelled as a picture."""
    words = line.folded
    if line.count > 2 * _LONGEST:
        return False
    return bool(_LABEL.match(words) or _BRACKETED_CREDIT.search(words) or _CREDIT.search(words))


def caption(line: Line, marked: bool = False) -> bool:
    """True when `line`, standing alone, says what a picture shows. `marked`: a picture's place stands before it.

    >>> from reportgen.parse.lines import lines
    >>> [caption(x) for x in lines("Một góc xã Tân An.\\nChị Lò Thị Mai dạy hội viên dệt vải.\\nĐồng bộ các giải pháp")]
    [True, False, False]
    """
    if credited(line):
        return True
    words = line.folded
    guests = not line.stopped and "ảnh:" not in words and _PEOPLE.match(words)
    longest = _ROW_OF_GUESTS if guests else _LONGEST
    if line.count > longest or words.endswith((":", ";", "?", "!")) or _inner_stop(words):
        return False
    if marked or _POSITION.search(words):
        return True
    if line.stopped:
        return line.count >= 5 and scene(words)
    # Without a full stop it is a heading or a caption; headings are short and name nobody.
    if words[:1] in '“"-–+*•' or words[:1].isdigit() or _COUNTED.match(line.words):
        return False
    if _ONLY_NAME.fullmatch(line.words) or (_STRONG_VIEWS.match(words) and line.count >= 3):
        return True
    least = 10 if "\n" in line.words else 16  # a caption is broken at the width of its picture
    return line.count >= 7 and (
        scene(words) or (line.count >= least and bool(_PEOPLE.match(words)) and not _SPEECH.search(words))
    )


_COUNTED = re.compile(r"(?:[IVX]{1,5}|[a-z]|\d{1,2})[.)]\s")


def scene(words: str, strong: bool = False) -> bool:
    """True when the folded `words` show people at something or name a thing that is seen, and tell of nothing else.

    With `strong` only what a story would hardly report counts, for words in the midst of a text.
    """
    if _TELLING.search(words) or _FIGURE.search(words) or (strong and any(c.isdigit() for c in words)):
        return False
    if _BODIES.match(words):
        words = "lãnh đạo" + _BODIES.sub("", words)  # what a body is called is nothing that it is seen doing
    if (_STRONG_VIEWS if strong else _VIEWS).match(words):
        return True
    return bool(_PEOPLE.match(words) and (_STRONG_SCENES if strong else _SCENES).search(words))


def _inner_stop(words: str) -> bool:
    return re.search(r"[.!?…]\s+\S", words) is not None


def credit_end(string: str, start: int, end: int) -> tuple[int, int] | None:
    """Where in `string[start:end]` a photo credit stands that is glued into a text: its start and its end.

    The photographer's name ends before the word that opens the next sentence: "Ảnh: Trí Hùng Tổng Bí thư đã đến".
    """
    m = _GLUED.search(string, start, end)
    if m is None:
        return None
    if not m["colon"]:
        return m.start(), m.end()
    names = _NAMES.match(string, m.end(), end)
    if names is None:
        return None
    stop = names.end("names")
    if names["next"] and " " in names["names"]:
        stop = names.start("names") + names["names"].rindex(" ")
    if opener := OPENING_WORD.search(string, m.end() + 1, stop + 4):
        stop = min(stop, opener.start() - 1)
    words = string[m.end() : stop].split(" ")
    if len(words) > 4 and "/" not in string[m.end() : stop]:
        stop = m.end() + len(" ".join(words[:3]))
    if rest := _CREDIT_REST.match(string, stop, end):
        stop = rest.end()
    return m.start(), stop
