"""Which units have a brief under `level`, and how an article's units stand on today's map."""

import pytest
from story import Story, unit

from reportgen.brief import Level, brief, today
from reportgen.brief.today import unit_today
from reportgen.gazetteer import gazetteer
from reportgen.model import Place, Unit

DISTRICT, COMMUNE = unit("tỉnh An > huyện Bình"), unit("tỉnh An > huyện Bình > xã Cam")
TODAY_COMMUNE = unit("tỉnh An > xã Dừa")

LEVELS = [
    ("province", [("tỉnh An", ["huyện Bình", "xã Cam", "xã Dừa"])]),
    ("district", [("huyện Bình", ["xã Cam"]), ("xã Dừa", [])]),
    ("commune", [("huyện Bình", []), ("xã Cam", []), ("xã Dừa", [])]),
    (None, [("huyện Bình", ["xã Cam"]), ("xã Dừa", [])]),
]


@pytest.mark.parametrize(("level", "wanted"), LEVELS)
def test_units_of_a_level_have_a_brief_that_gathers_those_below(level: Level | None, wanted: list[object]) -> None:
    a = Story("a", DISTRICT, "Huyện mở lớp.", "Xã xây cầu.")
    b = Story("b", TODAY_COMMUNE, "Xã Dừa mở lớp.")
    found = [
        a.facts(a.measure("Huyện mở lớp.", DISTRICT), a.measure("Xã xây cầu.", COMMUNE)),
        b.facts(b.measure("Xã Dừa mở lớp.", TODAY_COMMUNE)),
    ]
    briefs = brief(found, level)
    assert [(b.unit.label, [s.unit.label for s in b.below]) for b in briefs] == wanted
    lines = sum(len(g.lines) for b in briefs for s in (b.own, *b.below) for g in s.adopted)
    assert lines == 3


def real(*steps: str) -> Unit:
    levels = ("thành phố", "thị trấn", "thị xã", "phường", "huyện", "tỉnh", "xã", "khối")
    return Unit(
        tuple(Place(level, s[len(level) + 1 :]) for s in steps for level in levels if s.startswith(level + " "))
    )


MAPS = [
    (("tỉnh Sơn La", "huyện Vân Hồ", "xã Liên Hòa"), "tỉnh Sơn La > xã Song Khủa", ("xã Liên Hòa, huyện Vân Hồ",)),
    (
        ("tỉnh Lạng Sơn", "huyện Chi Lăng", "thị trấn Đồng Mỏ"),
        "tỉnh Lạng Sơn > xã Chi Lăng",
        ("thị trấn Đồng Mỏ, huyện Chi Lăng",),
    ),
    (("tỉnh Sơn La", "huyện Vân Hồ"), "tỉnh Sơn La > huyện Vân Hồ", ("huyện Vân Hồ",)),
    (("tỉnh Quảng Bình", "huyện Lệ Thủy"), "tỉnh Quảng Trị > huyện Lệ Thủy", ("huyện Lệ Thủy",)),
    (("tỉnh Quảng Bình",), "tỉnh Quảng Trị", ("tỉnh Quảng Bình",)),
    (("tỉnh Sơn La",), "tỉnh Sơn La", ()),
    (("tỉnh Lạng Sơn", "phường Kỳ Lừa"), "tỉnh Lạng Sơn > phường Kỳ Lừa", ()),
    (
        ("tỉnh Lạng Sơn", "thành phố Lạng Sơn", "phường Chi Lăng", "khối Cửa Nam"),
        "tỉnh Lạng Sơn > phường Lương Văn Tri > khối Cửa Nam",
        ("phường Chi Lăng, thành phố Lạng Sơn",),
    ),
    (
        ("tỉnh Thanh Hóa", "huyện Tĩnh Gia", "xã Xuân Lâm"),
        "tỉnh Thanh Hóa > phường Đào Duy Từ",
        ("xã Xuân Lâm, huyện Tĩnh Gia",),
    ),
    (("tỉnh Không Có", "huyện Đâu"), "tỉnh Không Có > huyện Đâu", ()),
]


@pytest.mark.parametrize(("steps", "full", "former"), MAPS)
def test_a_unit_on_todays_map(steps: tuple[str, ...], full: str, former: tuple[str, ...]) -> None:
    now = unit_today(real(*steps), gazetteer())
    assert (now.full, now.former) == (full, former)


def test_two_former_communes_that_are_one_today_share_a_brief() -> None:
    one = real("tỉnh Quảng Bình", "huyện Lệ Thủy", "xã An Thủy")
    other = real("tỉnh Quảng Bình", "huyện Lệ Thủy", "xã Phong Thủy")
    a, b = Story("a", one, "Xã mở lớp."), Story("b", other, "Xã lập tổ.")
    found = [a.facts(a.measure("Xã mở lớp.", one)), b.facts(b.measure("Xã lập tổ.", other))]
    (only,) = brief([today(x, gazetteer()) for x in found])
    assert only.unit.full == "tỉnh Quảng Trị > xã Lệ Thủy"
    assert only.unit.former == ("xã An Thủy, huyện Lệ Thủy", "xã Phong Thủy, huyện Lệ Thủy")
    assert len(brief(found)) == 2
