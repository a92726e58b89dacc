"""Sentences that tell a measure and sentences that do not, with theme, actor, status and the statement made of them."""

import re
import tomllib
from pathlib import Path

import pytest

from reportgen.clean import clean
from reportgen.extract.measures import find_measures
from reportgen.extract.measures.themes import theme_of
from reportgen.model import THEMES, Article, Measure, Place, Source, Unit
from reportgen.parse import parse
from reportgen.vietnamese.fold import fold

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


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
def test_cases(case: dict[str, str]) -> None:
    article, found = measures(" ".join(filter(None, [case.get("before"), case["text"]])))
    at = article.text.string.index(case["text"])
    here = [m for m in found if m.span.start >= at]
    assert bool(here) == case["measure"], here
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
            assert measure.text[0].isupper()
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
