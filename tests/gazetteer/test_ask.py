"""Asking for a unit by its typed name."""

import datetime as dt

import pytest

from reportgen.gazetteer import gazetteer
from reportgen.gazetteer.ask import alike, ask

ASKED = [
    (
        ("xã Liên Hòa", "Sơn La", "2022-05-01"),
        ["tỉnh Sơn La > huyện Vân Hồ > xã Liên Hòa"],
        ["tỉnh Sơn La > xã Song Khủa"],
    ),
    (
        ("xã Liên Hoà", "tỉnh Sơn La", None),
        ["tỉnh Sơn La > huyện Vân Hồ > xã Liên Hòa"],
        ["tỉnh Sơn La > xã Song Khủa"],
    ),
    (
        ("thị trấn Đồng Mỏ", None, "2020-01-01"),
        ["tỉnh Lạng Sơn > huyện Chi Lăng > thị trấn Đồng Mỏ"],
        ["tỉnh Lạng Sơn > xã Chi Lăng"],
    ),
    (("tỉnh Hà Tây", None, None), ["tỉnh Hà Tây"], ["thành phố Hà Nội"]),
    (("P.8", "Q.3", None), ["thành phố Hồ Chí Minh > quận 3 > phường 8"], ["thành phố Hồ Chí Minh > phường Xuân Hòa"]),
    (
        ("TP.HCM", None, "2020-01-01"),
        ["thành phố Hồ Chí Minh"],
        ["thành phố Hồ Chí Minh"],
    ),
    (
        ("huyện Vân Hồ", None, "2020-01-01"),
        ["tỉnh Sơn La > huyện Vân Hồ"],
        [f"tỉnh Sơn La > xã {name}" for name in ("Chiềng Sơn", "Song Khủa", "Tô Múa", "Vân Hồ", "Xuân Nha")],
    ),
    (("phường Lương Văn Tri", None, "2026-01-01"), ["tỉnh Lạng Sơn > phường Lương Văn Tri"], []),
    (("xã Không Đâu", None, None), [], []),
    (("xã Liên Hòa", "Lạng Sơn", None), [], []),
]


@pytest.mark.parametrize(("question", "paths", "became"), ASKED)
def test_ask(question: tuple[str, str | None, str | None], paths: list[str], became: list[str]) -> None:
    name, within, day = question
    answers = ask(gazetteer(), name, within, dt.date.fromisoformat(day) if day else None)
    assert [a.unit.full for a in answers] == paths
    assert [u.full for a in answers for u in a.became] == became


def test_several_units_of_one_name_are_all_told() -> None:
    answers = ask(gazetteer(), "Chi Lăng", "Lạng Sơn", dt.date(2020, 1, 1))
    assert len(answers) == 5
    assert len({a.unit.full for a in answers}) == 5


def test_a_divided_commune_names_all_its_successors() -> None:
    divided = next(r for r in gazetteer().rows if r.tier == "commune" and not r.today and len(r.heirs) > 1)
    answers = [a for a in ask(gazetteer(), f"{divided.level} {divided.name}") if a.row == divided]
    assert answers[0].divided
    assert len(answers[0].became) == len(divided.heirs)


def test_a_unit_of_today_names_what_it_is_made_of() -> None:
    (answer,) = ask(gazetteer(), "xã Song Khủa", day=dt.date(2025, 8, 1))
    assert [u.label for u in answer.made_of] == ["xã Liên Hòa", "xã Mường Tè", "xã Quang Minh", "xã Song Khủa"]


@pytest.mark.parametrize(("name", "same"), [("tỉnh Sơn La", True), ("thành phố Huế", True), ("tỉnh Vĩnh Long", False)])
def test_a_province_that_the_reform_left_as_it_was_is_one_answer(name: str, same: bool) -> None:
    provinces = [a for a in ask(gazetteer(), name) if a.row.tier == "province"]
    assert [a.unchanged for a in provinces] == ([True] if same else [False, False])


def test_every_unit_of_the_day_before_the_reform_became_units_of_today() -> None:
    units = gazetteer()
    before = [r for r in units.rows if r.on(dt.date(2025, 6, 30))]
    assert [units.unit(r).full for r in before if r.tier != "commune" and not units.became(r)] == []
    assert sum(len(units.successors(r)) > 1 for r in before if r.tier == "commune") == 471


@pytest.mark.parametrize(
    ("typed", "meant"), [("Lang Son", "Lạng Sơn"), ("dac lac", "Đắk Lắk"), ("Tx. Nghi Sonn", "Nghi Sơn")]
)
def test_names_like_a_misspelt_one(typed: str, meant: str) -> None:
    assert meant in alike(gazetteer(), typed)
    assert alike(gazetteer(), "Qwertzuiop") == ()
