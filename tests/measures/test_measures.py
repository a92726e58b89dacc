"""Sentences that tell a measure and sentences that do not, with theme, actor, status and the statement made of them."""

import re
import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reportgen.clean import clean
from reportgen.extract import extract
from reportgen.extract.measures import find_measures
from reportgen.extract.measures.themes import theme_of
from reportgen.model import THEMES, Article, Directive, Measure, Metric, Place, Source, Unit
from reportgen.parse import parse
from reportgen.text import Span
from reportgen.vietnamese.fold import fold

CASES = [
    case
    for file in sorted(Path(__file__).parent.glob("*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]


class View:
    """A scope in which everything speaks of one unit."""

    principal = Unit((Place("tỉnh", "An Hải"), Place("huyện", "Bình Sen")))
    units = (principal,)

    def at(self, offset: int) -> Unit:
        return self.principal


def measures(text: str) -> tuple[Article, tuple[Measure, ...]]:
    source = Source("case", "case.txt", f"Một tin ngắn của huyện\n\n{text}\n", "utf-8")
    article = parse(clean(source), source)
    return article, find_measures(article, View(), (), ())  # type: ignore[arg-type]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:60])
def test_cases(case: dict[str, Any]) -> None:
    article, found = measures(" ".join(filter(None, [case.get("before"), case["text"]])))
    at = article.text.string.index(case["text"])
    here = [m for m in found if m.span.start >= at]
    assert bool(here) == case["measure"], here
    if "statements" in case:
        assert [measure.text for measure in here] == case["statements"]
    if "date" in case:
        assert here[0].date == (case["date"] or None)
    for measure in here:
        for field, name in (("theme", "theme"), ("actor", "actor"), ("status", "status"), ("statement", "text")):
            if field in case:
                assert getattr(measure, name) == case[field]


def test_a_statement_is_made_of_the_words_of_the_source_and_its_actor() -> None:
    for case in CASES:
        article, found = measures(case["text"])
        for measure in found:
            place = measure.locality.label if measure.locality else ""  # what "địa phương" stands for
            said = set(re.findall(r"\w+", fold(f"{article.text.string} {place}")))
            made = set(re.findall(r"\w+", fold(measure.text)))
            assert made <= said
            assert measure.text[0].isupper() or measure.text[0].isdigit()
            assert measure.text[-1] in ".!?…"


THEME_WORDS = {
    "leadership": "đổi mới phương thức lãnh đạo, ban hành quy chế làm việc",
    "ideology": "đẩy mạnh học tập và làm theo tư tưởng của Bác",
    "personnel": "luân chuyển, điều động cán bộ",
    "training": "mở lớp bồi dưỡng cho 90 học viên",
    "cell-meetings": "duy trì sinh hoạt chi bộ hằng tháng",
    "members": "kết nạp đảng viên mới",
    "inspection": "kiểm tra, giám sát và thi hành kỷ luật",
    "mass-work": "phối hợp với hội phụ nữ làm công tác dân vận",
    "administration": "giải quyết thủ tục hành chính ở bộ phận một cửa",
    "economy": "đầu tư hạ tầng, phát triển hợp tác xã",
    "society": "chăm lo giảm nghèo, bảo hiểm y tế",
    "security": "giữ vững quốc phòng, an ninh",
    "evaluation": "xếp loại, khen thưởng tập thể",
}


@pytest.mark.parametrize("theme", THEMES)
def test_themes(theme: str) -> None:
    assert theme_of(fold(THEME_WORDS[theme])) == theme


def test_a_measure_points_to_the_documents_and_figures_that_stand_in_it() -> None:
    text = "Ngày 5/3/2020, Huyện ủy Bình Sen ban hành Kế hoạch số 12-KH/HU; phân công 9 cán bộ về xã. Xã có 5 thôn."
    article, _ = measures(text)
    string = article.text.string

    def at(words: str) -> Span:
        return Span(string.index(words), string.index(words) + len(words))

    plan = Directive(
        "Kế hoạch", "12", "12-KH/HU", "2020-03-05", None, None, None, None, True, (at("Kế hoạch số 12-KH/HU"),)
    )
    nine = Metric(at("9 cán bộ"), Decimal(9), None, None, "cán bộ", None, None, False, None, None, None, None)
    five = replace(nine, span=at("5 thôn"), value=Decimal(5))
    first, second = find_measures(article, View(), (plan,), (five, nine))  # type: ignore[arg-type]
    assert (first.date, first.directives, first.metrics) == ("2020-03-05", (0,), ())
    assert (second.directives, second.metrics) == ((), (1,))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Thành ủy đã phân công cán bộ trực tại các chốt.", True),
        ("Đảng ủy Tổng công ty đã mở hai lớp bồi dưỡng lý luận.", False),
    ],
)
def test_without_a_place(sentence: str, told: bool) -> None:
    """In a story that names no place only bodies that localities alone have act for one."""
    source = Source("case", "case.txt", f"Một tin ngắn trong ngày\n\n{sentence}\n", "utf-8")
    assert bool(extract(parse(clean(source), source)).measures) is told
