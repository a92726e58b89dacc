"""Issuers: who issued a document, as the article says it, with a short form written out and its unit filled in.

issuer = central | [ leading ] , organ , [ level ] , [ name ] ;
         Bộ Chính trị | BTV Huyện ủy Chi Lăng | Ban Chấp hành Đảng bộ tỉnh | UBND phường Tân Dân | Bộ Nội vụ
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reportgen.extract.localities.lexicon import SURNAMES
from reportgen.gazetteer import gazetteer
from reportgen.model import Unit
from reportgen.text import Span
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.directives", "organs.toml")
_BODIES, _LEVELS = _TABLE["bodies"], _TABLE["levels"]
_LOCAL = {row["name"]: row["level"] for row in _BODIES["local"]}
_LEVEL_WORDS = sorted({word for words in _LEVELS.values() for word in words})
_CENTRAL = alternation(_BODIES["central"]).replace("trung[ \\u00a0]+ương", r"(?:trung[ \u00a0]+ương|t\.?[ưw])")
_PATTERN = re.compile(
    rf"""(?<!\w)(?:
      (?P<central>{_CENTRAL})
    | (?P<ministry>(?:bộ|sở)(?=[ ][a-zđ]))
    | (?:(?P<leading>{alternation(_BODIES["leading"])})(?:[ ]\([^)]{{1,12}}\))?[ ])?
      (?P<organ>{alternation(_LOCAL)})
      (?:[ ](?P<of>khối[ ][^,.;:]{{1,30}}?(?=[ ]tỉnh)[ ]tỉnh|các[ ]cấp))?
      (?:[ ](?P<level>{alternation([*_LEVEL_WORDS, "tp", "tp."])})(?!\w))?
    )(?!\w)""",
    re.VERBOSE,
)
_NAME = re.compile(rf"[ ]?(?:[{UPPER}][{LOWER}’'{UPPER}]*|\d{{1,2}})(?:[ -][{UPPER}][{LOWER}’'{UPPER}]*){{0,3}}")
_MINISTRY = re.compile(
    rf"[{UPPER}][{LOWER}]+(?:[ ](?:[{UPPER}]?[{LOWER}]+))?(?:(?:, |[ ]và[ ])[{UPPER}][{LOWER}]+(?:[ ][{LOWER}]+)?)*"
)


_DEPARTMENT = re.compile(rf"{alternation(_BODIES['departments'])}(?![\w&])")


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer: where it stands, its words in a brief, and its level: centre, province, city, district, commune, below."""

    span: Span
    words: str
    level: str
    named: bool  # the unit's name stands in the words


def read_issuer(string: str, folded: str, at: int, end: int, view: Unit | None) -> Issuer | None:
    """The issuer that starts at `at`, None where none does. `view` is the unit in whose part of the story it stands.

    A short form gets the name of the unit in view that has its level ("BTV Huyện ủy" in huyện Chi Lăng is "Ban Thường vụ
    Huyện ủy Chi Lăng"); the province's bodies stay as the article says them.
    """
    m = _PATTERN.match(folded, at, end)
    if not m:
        return None
    if m["central"]:
        return _central(string, m)
    if m["ministry"]:
        return _department(string, folded, m, end)
    return _local(string, folded, m, end, view)


def find_issuers(string: str, folded: str, start: int, end: int, view: Unit | None) -> list[Issuer]:
    """The issuers in `string[start:end]`, in order."""
    found, at = [], start
    while m := _PATTERN.search(folded, at, end):
        issuer = read_issuer(string, folded, m.start(), end, view)
        if issuer:
            found.append(issuer)
        at = max(m.end(), issuer.span.end if issuer else 0)
    return found


def _department(string: str, folded: str, m: re.Match[str], end: int) -> Issuer | None:
    """A ministry or a department of the province, by its name from the table or the capitals behind it."""
    at, kind = m.start(), m["ministry"]
    name = _DEPARTMENT.match(folded, m.end() + 1, end)
    if not (name and string[name.start()].isupper()):
        name = _MINISTRY.match(string, m.end() + 1, end)
    if not name or string[at] not in "BbSs":
        return None
    words = f"{kind.capitalize()} {string[name.start() : name.end()]}"
    centre = kind == "bộ"
    return Issuer(Span(at, name.end()), " ".join(words.split()), "centre" if centre else "province", centre)


_WRITTEN = {
    "ubkt trung ương": "Ủy ban Kiểm tra Trung ương",
    "ủy ban kiểm tra trung ương": "Ủy ban Kiểm tra Trung ương",
    "ubtvqh": "Ủy ban Thường vụ Quốc hội",
    "bch trung ương": "Ban Chấp hành Trung ương",
    "bch trung ương đảng": "Ban Chấp hành Trung ương",
    "ban chấp hành trung ương đảng": "Ban Chấp hành Trung ương",
    "trung ương": "Ban Chấp hành Trung ương",
    "trung ương đảng": "Ban Chấp hành Trung ương",
}


def _central(string: str, m: re.Match[str]) -> Issuer | None:
    words = re.sub(r"(?<!\w)t\.?[ưw](?!\w)", "trung ương", m["central"].replace("\u00a0", " "))
    if words == "trung ương" and not string[: m.start()].rstrip().endswith("của"):
        return None
    written = _WRITTEN.get(words) or _capitals(words)
    return Issuer(Span(m.start(), m.end()), written, "centre", True)


_PROPER = (
    "Bí thư",
    "Chính trị",
    "Chấp hành",
    "Tổ chức",
    "Tuyên giáo",
    "Chính phủ",
    "Quốc hội",
    "Trung ương",
    "Đảng",
    "Đoàn",
    "Thanh tra",
    "Thư ký",
    "Nhà nước",
    "Dân tộc",
)


def _capitals(folded: str) -> str:
    """The words of a central body with their capitals ("bộ chính trị" is "Bộ Chính trị")."""
    words = folded[:1].upper() + folded[1:]
    for proper in _PROPER:
        words = re.sub(rf"(?<!\w){proper}(?!\w)", proper, words, flags=re.IGNORECASE)
    return words


def _local(string: str, folded: str, m: re.Match[str], end: int, view: Unit | None) -> Issuer:
    organ, level_word = m["organ"], (m["level"] or "")
    stop = m.end()
    level = _LOCAL[organ]
    if m["of"]:
        return Issuer(Span(m.start(), stop), _tidy(string[m.start() : stop]), "province", True)
    if level_word in {"tp", "tp."}:
        level_word = "thành phố"
    if level == "any" or level_word:
        level = next((k for k, words in _LEVELS.items() if level_word in words), level)
        level = "city" if level_word == "thành phố" else level
    lead = _BODIES["leading"].get(m["leading"], "") if m["leading"] else ""
    if folded.endswith("phó ", 0, m.start()):
        lead = lead.replace("Chủ tịch", "")  # a deputy signs for the committee
    written = string[m.start("organ") : m.end("organ")]
    written = written.upper() if organ in {"ubnd", "hđnd"} else written[:1].upper() + written[1:]
    if organ not in {"ubnd", "hđnd", "ban chỉ đạo"}:
        written = re.sub(r"Uỷ", "Ủy", written.replace("uỷ", "ủy"))
    parts = [lead, written, level_word]
    name = _NAME.match(string, stop, end)
    named = bool(name) and (bool(level_word) or level != "any")
    if name and named:
        called = _place(name[0], titled=m["leading"] == "chủ tịch").rstrip()
        stop = name.start() + len(called)
        parts.append(" ".join(called.split()))
    elif view is not None and level in {"city", "district", "commune"}:
        place = next((p for p in reversed(view.path) if p.level in _LEVELS[level]), None)
        if place:
            parts += [place.name] if level_word or level != "commune" else [str(place)]
            named = True
    return Issuer(Span(m.start(), stop), " ".join(filter(None, parts)), level, named)


@lru_cache(maxsize=1024)
def _place(words: str, *, titled: bool) -> str:
    """`words` without the name of a person that follows a unit's; where a title stands before, it may be a person's alone.

    >>> _place("Thừa Thiên Huế Nguyễn", titled=True), _place("Nguyễn Huy Tưởng", titled=True), _place("Hà Sơn Bình", titled=False)
    ('Thừa Thiên Huế', '', 'Hà Sơn Bình')
    """
    names = list(re.finditer(r"[^ ]+", words))
    for last, after in zip(reversed(names), [None, *reversed(names)], strict=False):
        if (after is None or after[0] in SURNAMES) and gazetteer().find(words[: last.end()].strip()):
            return words[: last.end()]
    return "" if titled and names[0][0] in SURNAMES else words


def _tidy(words: str) -> str:
    words = " ".join(words.split())
    return words[:1].upper() + words[1:]
