"""Asking for a unit by its typed name."""

import datetime as dt

import pytest

from reportgen.gazetteer import gazetteer
from reportgen.gazetteer.ask import ask

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
    (("huyện Tĩnh Gia", None, None), ["tỉnh Thanh Hóa > huyện Tĩnh Gia"], []),
    (
        ("thị trấn Đồng Mỏ", None, "2020-01-01"),
        ["tỉnh Lạng Sơn > huyện Chi Lăng > thị trấn Đồng Mỏ"],
        ["tỉnh Lạng Sơn > xã Chi Lăng"],
    ),
    (("tỉnh Hà Tây", None, None), ["tỉnh Hà Tây"], ["thành phố Hà Nội"]),
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
