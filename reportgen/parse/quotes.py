"""Pull-quotes: a paragraph in quotation marks, followed by a line that says whose words these are.

quote       = paragraph wholly in quotation marks, attribution
attribution = [dash] [person word] name "," office     Bà Ngô Thị Mai, Bí thư Chi bộ thôn …
"""

from __future__ import annotations

import re

from reportgen.parse.lines import Line
from reportgen.vietnamese.letters import LOWER, UPPER

_OPEN, _CLOSE = '“"«', '”"»'
_PERSON = (
    r"(?:Ông|Bà|Anh|Chị|Em|Cô|Thầy|Đồng chí|Đ/c|Bác|Cụ|Già làng|ThS\.?|TS\.?|PGS\.?,? ?TS\.?|GS\.?"
    r"|Đại tá|Thượng tá|Trung tá|Thiếu tá|ÔNG|BÀ|ĐỒNG CHÍ)"
)
_NAME = rf"[{UPPER}][{LOWER}{UPPER}’']*(?:\s[{UPPER}][{LOWER}{UPPER}’']*){{1,5}}"
_ATTRIBUTION = re.compile(rf"[(\s–—-]*(?:{_PERSON}\s+)?(?:{_NAME})\s*(?:[,–—:(-]|\s-\s).{{2,}}", re.DOTALL)
_BY_PERSON = re.compile(rf"[(\s–—-]*{_PERSON}\s+{_NAME}[^.]*", re.DOTALL)
_OFFICE = (
    r"(?:Quyền |Nguyên |Phó |Ủy viên|Bí thư|Chủ tịch|Chủ nhiệm|Trưởng|Giám đốc|Tổng|Hiệu trưởng|Viện trưởng|Chánh)"
)
_UNIT = r"(?:tỉnh|huyện|xã|thị|thành|quận|phường)[^,]*"
_WITH_OFFICE = re.compile(rf"{_PERSON}\s+{_NAME}\s*[,–—-]\s*{_OFFICE}[^,]*(?:, {_OFFICE}[^,]*)*(?:, {_UNIT})*")
_BY_OFFICE = re.compile(rf"[(\s–—-]*{_PERSON}\s+{_OFFICE}[^.]*")
_LONGEST = 40


def quotation(line: Line) -> bool:
    """True when `line` is one quotation from its first to its last character."""
    words = line.words.rstrip(" .,;")
    return line.count >= 8 and words[0] in _OPEN and words[-1] in _CLOSE and not _inner(words)


def _inner(words: str) -> bool:
    """True when the first quotation mark is closed before the end, so that words stand outside the marks."""
    depth = 0
    for at, c in enumerate(words):
        depth += (c in "“«") - (c in "”»")
        if depth == 0 and c in "”»" and at < len(words) - 1:
            return True
    return words[0] == '"' and words.count('"') > 2 and '" ' in words[1:-1]


def attribution(line: Line) -> bool:
    """True when `line` names a speaker with the office: no sentence, no verb of saying.

    >>> from reportgen.parse.lines import lines
    >>> [attribution(x) for x in lines("Bà Ngô Thị Mai, Bí thư Chi bộ thôn Hạ\\nÔng Tư cho biết: Dân đồng lòng.")]
    [True, False]
    """
    if line.count > _LONGEST or line.words.rstrip(" ").endswith((".", "!", "?", ":", ";")):
        return False
    if re.search(r"cho biết|cho hay|chia sẻ|khẳng định|nói|phát biểu", line.folded):
        return False
    return any(form.fullmatch(line.words) for form in (_ATTRIBUTION, _BY_PERSON, _BY_OFFICE))


def speaker_line(line: Line) -> bool:
    """True when `line` names a person, addressed as one, with the office and says nothing of them.

    >>> from reportgen.parse.lines import lines
    >>> [speaker_line(x) for x in lines("Ông Lê Văn Tám - Chủ tịch Hội\\nÔng Lê Văn Tám, Chủ tịch Hội, về dự")]
    [True, False]
    """
    return attribution(line) and line.count <= 22 and bool(_WITH_OFFICE.fullmatch(line.words))
