"""The gazetteer: what it knows, when, under which spellings; every former commune and where its ground lies today."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from reportgen.errors import TableError
from reportgen.gazetteer import Row, gazetteer
from reportgen.gazetteer.compile import split
from reportgen.gazetteer.key import key
from reportgen.gazetteer.lookup import build

HERE = Path(__file__).parent
CHECKS = tomllib.loads((HERE / "checks.toml").read_text(encoding="utf-8"))
UNITS = gazetteer()


def rows() -> tuple[Row, ...]:
    return UNITS.rows


@pytest.mark.parametrize("check", CHECKS["unit"], ids=lambda c: c["path"])
def test_a_unit_stands_where_it_stood(check: dict[str, Any]) -> None:
    level, name = split(check["path"].split(" > ")[-1])
    day = check.get("on", dt.date(2024, 1, 1))
    found = [r for r in UNITS.find(name, day=day) if r.level == level and UNITS.unit(r, day).full == check["path"]]
    assert [r.code for r in found] == [check["code"]]
    if "today" in check:
        assert [f"{r.level} {r.name}" for r in UNITS.successors(found[0])] == check["today"]


@pytest.mark.parametrize("check", CHECKS["gone"], ids=lambda c: f"{c['name']} {c['on']}")
def test_a_unit_that_is_no_more_is_not_found(check: dict[str, Any]) -> None:
    assert UNITS.find(check["name"], check["tier"], check["on"]) == ()


@pytest.mark.parametrize(("name", "spelling"), [(n, s) for n, ss in CHECKS["spellings"].items() for s in ss])
def test_spellings_of_one_name_find_the_same_units(name: str, spelling: str) -> None:
    assert UNITS.find(spelling) == UNITS.find(name) != ()


def test_every_commune_of_before_the_reform_has_successors_or_is_listed() -> None:
    listed = {x for x in (HERE / "unknown_successors.txt").read_text(encoding="utf-8").splitlines() if x[0] != "#"}
    open_ones = {
        " > ".join(map(str, UNITS.unit(r).path[1:]))
        for r in rows()
        if r.tier == "commune" and not r.today and not UNITS.successors(r)
    }
    assert open_ones == listed


def test_the_maps_have_the_numbers_of_units_that_the_law_says() -> None:
    on = {day: [r for r in rows() if r.on(day)] for day in (dt.date(2025, 6, 1), dt.date(2025, 7, 1))}
    count = {(day.month, tier): sum(r.tier == tier for r in found) for day, found in on.items() for tier in TIERS}
    assert count == {
        (6, "province"): 63, (6, "district"): 696, (6, "commune"): 10_035,
        (7, "province"): 34, (7, "district"): 0, (7, "commune"): 3_321,
    }  # fmt: skip


TIERS = ("province", "district", "commune")


def test_every_unit_has_a_chain_up_to_a_province() -> None:
    broken = [r for r in rows() if UNITS.chain(r)[0].tier != "province"]
    assert broken == []


def test_a_code_is_no_identity_across_the_reform() -> None:
    assert {r.name for r in UNITS.coded("05983")} == {"Chi Lăng", "Lương Văn Tri"}


def test_the_table_is_not_read_before_a_name_is_looked_up() -> None:
    code = (
        "import sys; from reportgen.extract import extract; from reportgen.gazetteer import gazetteer;"
        "sys.exit(gazetteer.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_malformed_table_is_a_table_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.gazetteer.lookup.gzip.decompress", lambda _: b"no columns")
    gazetteer.cache_clear()
    try:
        with pytest.raises(TableError):
            gazetteer()
    finally:
        monkeypatch.undo()
        gazetteer.cache_clear()


def test_keys_in_the_table_are_those_that_lookup_makes() -> None:
    lines = (*UNITS.upper, *UNITS.communes)
    assert [line for line in lines if line.split("\t")[0] != key(line.split("\t")[2])] == []


@pytest.mark.parametrize("part", [UNITS.upper, UNITS.communes], ids=["upper", "communes"])
def test_the_table_is_in_the_order_of_its_keys(part: tuple[str, ...]) -> None:
    assert list(part) == sorted(part)


def test_comments_and_blank_lines_of_a_table_are_passed_over() -> None:
    units = build("# a comment\n\nan\ttỉnh\tAn\t99\t\t\t2025-07-01\t\n# communes\n", {})
    assert [r.name for r in units.find("An", "province")] == ["An"]
