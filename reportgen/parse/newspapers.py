"""Newspapers: which one a page names, and the province of a paper.

mark = ["("] name [")"] ["."] dash, at the start of the story     LSO-, (Baothanhhoa.vn) -, KTĐT -
line = name of a paper alone, above or below the story
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from reportgen.errors import TableError
from reportgen.parse.lines import Line
from reportgen.vietnamese.letters import UPPER
from reportgen.vietnamese.tables import table

_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?(?=[\w-]+\.[\w.-]+)|^https?://")


def _key(mark: str) -> str:
    """What is compared of a mark: letters and digits, without case and blanks; of an address the host."""
    small = _ADDRESS.sub("", unicodedata.normalize("NFC", mark).casefold().strip())
    if small != mark and "/" in small and "." in small.partition("/")[0]:
        small = small.partition("/")[0]
    return "".join(c for c in small.replace("đăk", "đắk") if c.isalnum() or c in "&+")


def _ascii(name: str) -> str:
    bare = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in bare if c.isascii() and c.isalnum()).lower()


def _load() -> tuple[dict[str, str], dict[str, str], dict[str, Any]]:
    data = table("reportgen.parse", "newspapers.toml")
    names: dict[str, str] = {}
    provinces: dict[str, str] = {}
    try:
        for province, marks in data["provinces"].items():
            name, host = f"Báo {province}", f"bao{_ascii(province)}"
            provinces[name] = province
            hosts = [f"{host}{end}" for end in ("", ".vn", ".com.vn", ".org.vn", ".net.vn", "online.vn")]
            spoken = [name, f"{name} điện tử", f"{name} online", f"{province} online", f"Báo điện tử {province}"]
            spoken.append(f"Báo và Phát thanh, Truyền hình {province}")
            for mark in (*marks, *hosts, *spoken):
                names.setdefault(_key(mark), name)
        for paper in data["paper"]:
            name = paper["name"]
            if "province" in paper:
                provinces[name] = paper["province"]
            for mark in (name, f"{name} điện tử", f"{name} online", *paper["marks"]):
                names[_key(mark)] = name
    except (KeyError, AttributeError) as e:
        raise TableError(f"newspapers.toml: {e}") from e
    return names, provinces, data


_NAMES, _PROVINCES, _DATA = _load()

_DASH = r"\s*\.?\s*[-–—]+\s*"
_BRACKETED = re.compile(rf"[(\[]\s*([^()\[\]\n]{{2,40}}?)\s*[)\]](?:{_DASH}|\s*:\s*|\s+(?=[{UPPER}“\"]))")
_PLAIN = re.compile(rf"([{UPPER}][\w&+.]*(?:[ /][\w&+.]+){{0,3}}?){_DASH}(?=[{UPPER}\d“\"])")
_PREFIX = re.compile(rf"(Dân trí|VOV\.VN|TTXVN)\s+(?=[{UPPER}])")
_ONLY_DASH = re.compile(r"[-–—•*]+\s*(?=[\w“\"])")
_ACRONYM = re.compile(rf"[{UPPER}&]{{2,6}}")
_HOST = re.compile(r"[\w-]+(?:\.[a-z]{2,4}){1,2}", re.IGNORECASE)
_SOURCE = re.compile(r"[(\[]?\s*(?:nguồn|nguồn tin|source)\s*:?\s*(?P<name>[^()\[\]]+?)\s*[)\]]?\.?")
_SUFFIX = re.compile(r"\s+[-–—|]\s+([^-–—|]{3,40})$")


def newspaper_province(name: str) -> str | None:
    """The province of the newspaper `name` (a name or a mark), None for a national or an unknown one.

    >>> newspaper_province("Báo Lạng Sơn"), newspaper_province("(Baothanhhoa.vn) -"), newspaper_province("Nhân Dân")
    ('Lạng Sơn', 'Thanh Hóa', None)
    """
    return _PROVINCES.get(known(name) or name)


def known(mark: str) -> str | None:
    """The paper that `mark` stands for, None where no row of the table knows it."""
    return _NAMES.get(_key(mark))


def publisher(words: str | None) -> str | None:
    """The paper or portal that a page's metadata calls its site, None where that is something else.

    >>> publisher("baolangson.vn"), publisher("Trang chủ - Báo Lào Cai"), publisher("Trang chủ")
    ('Báo Lạng Sơn', 'Báo Lào Cai', None)
    """
    parts = [part.strip() for part in re.split(r"\s[-–—|]\s", words or "") if part.strip()]
    if paper := next((found for part in [words or "", *parts] if (found := known(part))), None):
        return paper
    return next((part for part in parts if part.casefold().startswith(tuple(_DATA["publishers"]))), None)


def opening_mark(words: str) -> tuple[str | None, int]:
    """The paper whose mark opens the story's `words`, and the length of the mark with its dash (0 where there is none).

    >>> opening_mark("LSO-Năm 2017, Đảng bộ"), opening_mark("– Thành phố hiện có"), opening_mark("Năm 2017")
    (('Báo Lạng Sơn', 4), (None, 2), (None, 0))
    """
    if m := _BRACKETED.match(words):
        paper = known(m[1])
        dashed = any(c in "-–—:" for c in m[0][m.end(1) - m.start() :])
        if paper or (dashed and _is_paper(m[1])):
            return paper or m[1], m.end()
        return None, 0
    if m := _PLAIN.match(words):
        paper = known(m[1])
        unknown = _ACRONYM.fullmatch(m[1]) and m[1].endswith(tuple(_DATA["unknown_endings"]))
        if (paper and (_ACRONYM.fullmatch(m[1]) or _HOST.fullmatch(m[1]) or " " in m[1])) or unknown:
            return paper or m[1], m.end()
    if m := _PREFIX.match(words):
        return known(m[1]), m.end()
    m = _ONLY_DASH.match(words)
    return None, m.end() if m else 0


def _is_paper(words: str) -> bool:
    small = words.casefold()
    return (
        _HOST.fullmatch(words) is not None
        or _ACRONYM.fullmatch(words) is not None
        or any(word in small for word in _DATA["paper_words"])
    )


def paper_line(line: Line) -> str | None:
    """The paper that `line` names and nothing else, as a masthead or a source does ("Nguồn: Báo Hải Dương")."""
    if line.count > 10:
        return None
    source = _SOURCE.fullmatch(line.folded)
    if source is None:
        return known(line.words) if len(line.words) > 3 or line.words.isupper() else None
    words = line.words[source.start("name") : source.end("name")]
    return known(words) or (words if _is_paper(words) else None)


def source_paper(words: str) -> str | None:
    """The paper that a story was taken from, as "Theo …" names it at the end: one of the table, or what calls itself one.

    >>> source_paper("VGP"), source_paper("Báo Tổ quốc"), source_paper("kế hoạch")
    ('Báo điện tử Chính phủ', 'Báo Tổ quốc', None)
    """
    words = words.rpartition("/")[2] if "//" not in words else words  # "Theo Lê Vân/Báo X"
    words = words.strip(" .()[]")
    return known(words) or (words if words and len(words.split()) <= 6 and _is_paper(words) else None)


def headline_suffix(words: str) -> tuple[str | None, int]:
    """The paper at the end of a headline ("… | Báo Lào Cai") and where the headline proper ends."""
    m = _SUFFIX.search(words)
    paper = known(m[1]) if m else None
    return (paper, m.start()) if m and paper else (None, len(words))


def below_keywords(lines: Sequence[Line], is_keywords: Sequence[bool]) -> str | None:
    """The paper that an aggregator names in the last line, under the keywords: "… Đảng bộ,Chi bộ / Nhân Dân"."""
    if len(lines) < 3 or lines[-1].count > 6 or lines[-1].stopped or not any(is_keywords[-2:-1]):
        return None
    return known(lines[-1].words) or lines[-1].words
