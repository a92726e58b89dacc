"""The same story in two files counts once, in its fuller copy; reports on one pattern are two stories."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from reportgen.brief import reprints
from reportgen.build import Settings, build
from reportgen.clean import clean
from reportgen.extract import extract
from reportgen.model import Extraction, Source
from reportgen.parse import parse

STORY = """Xã Vân Hồ nâng cao chất lượng chi bộ

Năm 2021, Đảng ủy xã Vân Hồ, huyện Vân Hồ, tỉnh Sơn La ban hành Kế hoạch số 12-KH/ĐU về mở lớp bồi dưỡng cho 24 bí thư chi bộ.

Đảng ủy xã đã tổ chức 2 lớp tập huấn cho 48 đảng viên, phân công cấp ủy viên phụ trách từng chi bộ bản và hằng tháng nghe báo cáo kết quả.

Đến nay, 14/15 chi bộ bản của xã đã hoàn thành việc đăng ký, sinh hoạt đúng ngày và ghi biên bản đầy đủ.
"""
EDITED = STORY.replace("Đến nay", "Tới nay").replace("mở lớp", "mở các lớp").split("\n", 2)[2]
SHORTER = STORY.rsplit("\n\n", 1)[0]
NEIGHBOUR = STORY.replace("xã Vân Hồ", "xã Liên Hòa").replace("Xã Vân Hồ", "Xã Liên Hòa")
LATER = STORY.replace("2021", "2022").replace("24", "31").replace("48", "62").replace("14/15", "15/15")
OTHER = """Xã Liên Hòa làm đường

Năm 2022, UBND xã Liên Hòa, huyện Vân Hồ, tỉnh Sơn La huy động 120 triệu đồng làm 3 km đường bản.
"""


def facts(name: str, text: str) -> Extraction:
    source = Source(name, f"{name}.txt", text, "utf-8")
    return extract(parse(clean(source), source))


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))), ids=lambda o: "".join(map(str, o)))
def test_the_fuller_copy_stays_whatever_the_order(order: tuple[int, ...]) -> None:
    articles = [facts("a", SHORTER), facts("b", STORY), facts("c", EDITED), facts("d", OTHER)]
    found = reprints([articles[i] for i in order])
    (fuller,) = {r.fuller.article.id for r in found}
    assert fuller in "bc"  # one more word in the edited copy, a headline in the other
    assert {r.article.article.id for r in found} == {"a", "b", "c"} - {fuller}


@pytest.mark.parametrize("other", [NEIGHBOUR, LATER, OTHER], ids=["another commune", "another year", "another story"])
def test_two_stories(other: str) -> None:
    assert reprints([facts("a", STORY), facts("b", other)]) == ()


def test_of_equal_copies_the_dated_one_stays() -> None:
    dated = facts("z", f"Thứ bảy, 14/09/2021\n{STORY}")
    (reprint,) = reprints([facts("a", STORY), dated])
    assert reprint.fuller is dated


def test_a_build_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    paragraphs = "".join(f"<p>{line}</p>" for line in SHORTER.split("\n\n"))
    (tmp_path / "a.html").write_text(f"<html><body><h1>{paragraphs}</body></html>", encoding="utf-8")
    built = build([tmp_path], Settings(tmp_path / "out", formats=("md",)))
    assert built.articles == 1
    assert built.problems == ()
    assert built.remarks == (f"{tmp_path}/a.html: the same story as {tmp_path}/a.txt, which is fuller; counted once",)
