"""Issuers: who issued a document, as the article says it, with a short form written out and its unit filled in.

issuer = central | office | local ;                      office: see offices
local  = [ leading ] , organ , [ block | topic ] , [ level ] , [ name ] ;
         BTV Huyện ủy Chi Lăng | Ban Chấp hành Đảng bộ tỉnh | UBND phường Tân Dân | Đảng ủy Khối các cơ quan tỉnh Sơn La
joint  = issuer , { "và" , issuer } ;                     UBND tỉnh và Ban Thường trực Ủy ban MTTQ tỉnh
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from reportgen.extract.directives.offices import OFFICE, read_office
from reportgen.extract.localities.lexicon import SURNAMES
from reportgen.gazetteer import gazetteer
from reportgen.model import Unit
from reportgen.text import Span
from reportgen.vietnamese.letters import LOWER, UPPER
from reportgen.vietnamese.patterns import alternation
from reportgen.vietnamese.tables import table

_TABLE = table("reportgen.extract.directives", "organs.toml")
_CENTRAL, _LOCAL, _LEADING, _SHORT, _LEVELS = (_TABLE[k] for k in ("central", "local", "leading", "short", "levels"))
_LEVEL_WORDS = sorted({word for words in _LEVELS.values() for word in words})
_CENTRE = "\ue000"  # stands for "trung ương" and its short forms
_CENTRAL_WORDS = alternation(name.replace("trung ương", _CENTRE) for name in _CENTRAL).replace(
    _CENTRE, r"(?:trung[ \u00a0]+ương|t\.?[ưw])"
)
_PATTERN = re.compile(
    rf"""(?<!\w)(?:
      (?P<central>{_CENTRAL_WORDS})(?!\w)
    | (?P<office>{OFFICE})
    | (?:(?P<leading>{alternation(_LEADING)})(?:[ ]\([^)]{{1,12}}\))?[ ])?
      (?P<organ>{alternation(_LOCAL)})(?=\W|$|tp)
      (?:[ ](?P<all>các[ ]cấp)(?!\w)
        |(?P<block>[ ]khối[ ](?:các|doanh)[ ][^,.;:]{{1,30}}?)(?=[ ](?:tỉnh|thành[ ]phố|tp)\b)
        |(?<=chỉ[ ]đạo)
         (?P<topic>[ ](?!(?:đã|đang|sẽ|giao|yêu[ ]cầu|họp|của)\b)(?:[^,.;:()“”"]|,(?=[ ]chống)){{2,60}}?)
         (?=[ ](?:tỉnh|thành[ ]phố|tp|huyện|quận|thị[ ]xã|xã|phường|quốc[ ]gia)\b)
      )?
      (?:[ ](?P<level>{alternation(_LEVEL_WORDS)})(?!\w)|[ ]?(?P<short>{alternation(_SHORT)})(?=[ ]?[^\W_]|$|\W))?
    )""",
    re.VERBOSE,
)
_NAME = re.compile(
    rf"[ ]?(?:[{UPPER}][{LOWER}’'{UPPER}]*|\d{{1,2}}(?![\d/]|[.-]\d))(?:(?:[ -]|[ ]?[-–][ ]?)[{UPPER}][{LOWER}’'{UPPER}]*){{0,3}}"
)
_JOINT = re.compile(r"[ ]và[ ]")
_ACTS = re.compile(r"[ ](?:đã|cũng|vừa|tiếp tục|có|ban hành|ra|ký|phê duyệt|triển khai|tổ chức)(?!\w)")
_ALIASES = {"HCM": "Hồ Chí Minh", "HN": "Hà Nội"}
_FOR_A_PERSON = "Hồ Chí Minh"  # a name that is not said without "thành phố"
_SPELLED_AS_IT_STANDS = ("ubnd", "hđnd", "ban chỉ đạo", "ubmttq", "mttq")


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer: where it stands, its words in a brief, and its level: centre, province, city, district, commune, below."""

    span: Span
    words: str
    level: str
    name: str | None = None  # of the unit, as it stands in the words


def read_issuer(string: str, folded: str, at: int, end: int, view: Unit | None) -> Issuer | None:
    """The issuer that starts at `at`, None where none does. `view` is the unit in whose part of the story it stands.

    A short form gets the name of the unit in view that has its level: "BTV Huyện ủy" in huyện Chi Lăng is "Ban Thường vụ
    Huyện ủy Chi Lăng", "UBND tỉnh" there "UBND tỉnh Lạng Sơn".
    """
    m = _PATTERN.match(folded, at, end)
    if not m:
        return None
    if m["central"]:
        return _central(string, m)
    if m["office"]:
        found = read_office(string, folded, m, end)
        return Issuer(*found) if found else None
    return _local(string, folded, m, end, view)


def read_joint(string: str, folded: str, at: int, end: int, view: Unit | None) -> Issuer | None:
    """The issuer at `at`, with those that "và" joins to it: "UBND tỉnh và Ban Thường trực Ủy ban MTTQ tỉnh"."""
    issuer = read_issuer(string, folded, at, end, view)
    while issuer and (joined := _JOINT.match(folded, issuer.span.end, end)):
        more = read_issuer(string, folded, joined.end(), end, view)
        if more is None or _ACTS.match(folded, more.span.end):
            break
        issuer = replace(issuer, span=Span(issuer.span.start, more.span.end), words=f"{issuer.words} và {more.words}")
    return issuer


def find_issuers(string: str, folded: str, start: int, end: int, view: Unit | None) -> list[Issuer]:
    """The issuers in `string[start:end]`, in order."""
    found, at = [], start
    while m := _PATTERN.search(folded, at, end):
        issuer = read_issuer(string, folded, m.start(), end, view)
        if issuer:
            found.append(issuer)
        at = max(m.start() + 1, issuer.span.end if issuer else m.end())
    return found


def _central(string: str, m: re.Match[str]) -> Issuer | None:
    words = re.sub(r"(?<!\w)t\.?[ưw](?!\w)", "trung ương", " ".join(m["central"].split()))
    if words == "trung ương" and not string[: m.start()].rstrip().endswith("của"):
        return None
    return Issuer(Span(m.start(), m.end()), _CENTRAL[words], "centre")


def _local(string: str, folded: str, m: re.Match[str], end: int, view: Unit | None) -> Issuer | None:
    organ = " ".join(m["organ"].split())
    if m["all"]:
        return Issuer(Span(m.start(), m.end()), _tidy(string[m.start() : m.end()]), "province", m["all"])
    level_word, stop = _level_word(string, m)
    level = _level(_LOCAL[organ], level_word)
    parts = [_lead(folded, m), _organ(string, m), level_word]
    if m["block"] or m["topic"]:
        parts.insert(
            2,
            _tidy(
                string[m.start("block" if m["block"] else "topic") : m.end("block" if m["block"] else "topic")],
                keep=True,
            ),
        )
    name, stop = _name(string, m, level, level_word, stop, end)
    if name and not level_word and _LOCAL[organ] in {"any", "placed"}:
        parts[-1] = level_word = next(row.level for row in gazetteer().find(name, "province"))
        level = _level("any", level_word)
    if name is None and ((_LOCAL[organ] == "placed" and not level_word) or level_word in _LEVELS["below"]):
        return None
    if name:
        parts.append(_said(name, level_word))
    elif view is not None and level != "any":
        name = _fill(parts, level, level_word, view)
    return Issuer(Span(m.start(), stop), " ".join(filter(None, parts)), level, name)


def _level_word(string: str, m: re.Match[str]) -> tuple[str, int]:
    """The level word behind the organ, written out, and where what was read so far ends."""
    if m["level"]:
        return " ".join(m["level"].split()), m.end("level")
    if m["short"]:
        following = string[m.end("short") :].lstrip(" ")[:1]
        if following.isupper() or following.isdigit() or m["short"].startswith("tp"):
            return _SHORT[m["short"]], m.end("short")
    return "", m.start("short") - (m.string[m.start("short") - 1] == " ") if m["short"] else m.end()


def _level(organ: str, word: str) -> str:
    if word:
        return "city" if word == "thành phố" else next(k for k, words in _LEVELS.items() if word in words)
    return "any" if organ == "placed" else organ


def _lead(folded: str, m: re.Match[str]) -> str:
    if not m["leading"]:
        return ""
    lead: str = _LEADING[" ".join(m["leading"].split())]
    return (
        lead.replace("Chủ tịch", "") if folded.endswith("phó ", 0, m.start()) else lead
    )  # a deputy signs for the committee


def _organ(string: str, m: re.Match[str]) -> str:
    written = string[m.start("organ") : m.end("organ")]
    if m["organ"] == "ub":
        return "UBND"
    written = written.upper() if m["organ"] in {"ubnd", "hđnd"} else _tidy(written)
    return written if m["organ"] in _SPELLED_AS_IT_STANDS else re.sub(r"Uỷ", "Ủy", written.replace("uỷ", "ủy"))


def _name(string: str, m: re.Match[str], level: str, level_word: str, stop: int, end: int) -> tuple[str | None, int]:
    """The unit's name behind organ and level word, and where it ends; without a level word only a province's will do."""
    found = _NAME.match(string, stop, end)
    if not found:
        return None, stop
    bare = not level_word and level == "any"
    called = _province(found[0].strip()) if bare else _place(found[0].strip(), titled=m["leading"] == "chủ tịch")
    if not called:
        return None, stop
    begin = found.start() + len(found[0]) - len(found[0].lstrip())
    return _ALIASES.get(called, " ".join(called.split())), begin + len(called)


def _said(name: str, level_word: str) -> str:
    return f"Thành phố {name}" if name == _FOR_A_PERSON and not level_word else name


def _fill(parts: list[str], level: str, level_word: str, view: Unit) -> str | None:
    """Adds the name of the unit of `level` in view to the issuer's `parts`; that name."""
    places = view.path[:1] if level == "province" else tuple(reversed(view.path))
    place = next((p for p in places if p.level in _LEVELS.get(level, ())), None)
    if place is None or level == "below":
        return None
    parts.append(_said(place.name, level_word) if level_word or level != "commune" else str(place))
    return place.name


@lru_cache(maxsize=1024)
def _place(words: str, *, titled: bool) -> str:
    """`words` without the name of a person that follows a unit's; where a title stands before, it may be a person's alone.

    >>> _place("Thừa Thiên Huế Nguyễn", titled=True), _place("Nguyễn Huy Tưởng", titled=True), _place("Hà Sơn Bình", titled=False)
    ('Thừa Thiên Huế', '', 'Hà Sơn Bình')
    """
    names = list(re.finditer(r"[^ ]+", words))
    for last, after in zip(reversed(names), [None, *reversed(names)], strict=False):
        if (after is None or after[0] in SURNAMES or after[0] in "-–") and gazetteer().find(
            words[: last.end()].strip()
        ):
            return words[: last.end()]
    return "" if titled and names[0][0] in SURNAMES else words


@lru_cache(maxsize=1024)
def _province(words: str) -> str:
    """The province that `words` begin with, "" where they do not.

    >>> _province("Hà Nội Nguyễn"), _province("Tân Thành")
    ('Hà Nội', '')
    """
    names = list(re.finditer(r"[^ ]+", words))
    tried = (words[: last.end()] for last in reversed(names))
    return next((name for name in tried if gazetteer().find(_ALIASES.get(name, name), "province")), "")


def _tidy(words: str, *, keep: bool = False) -> str:
    words = " ".join(words.split())
    return words if keep else words[:1].upper() + words[1:]
