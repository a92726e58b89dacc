"""Figures from the tables of cases, and their periods."""

import datetime as dt
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.clean import clean
from reportgen.extract.directives import find_directives
from reportgen.extract.metrics import find_metrics
from reportgen.extract.metrics.periods import find_periods
from reportgen.model import Metric, Place, Source, Unit
from reportgen.parse import parse

HERE = Path(__file__).parent
CASES = [
    case
    for name in ("cases.toml", "aims.toml", "frames.toml", "indicators.toml")
    for case in tomllib.loads((HERE / name).read_text(encoding="utf-8"))["case"]
]


class View:
    """A scope in which everything speaks of one unit."""

    principal = Unit((Place("tỉnh", "An Hải"), Place("huyện", "Bình Sen")))

    def at(self, offset: int) -> Unit:
        return self.principal


def metrics(text: str) -> tuple[Metric, ...]:
    source = Source("case", "case.txt", f"Một tin ngắn của huyện\n\n{text}\n", "utf-8")
    article = parse(clean(source), source)
    view = View()
    found = find_metrics(article, view, find_directives(article, view))  # type: ignore[arg-type]
    for metric in found:
        assert article.origin(metric.span).of(source.text) == article.quote(metric.span)
    return found


def params() -> list[object]:
    return [
        pytest.param(c, id=c["text"][:60], marks=[pytest.mark.xfail(reason=c["why"])] if "why" in c else [])
        for c in CASES
    ]


@pytest.mark.parametrize("case", params())
def test_cases(case: dict[str, object]) -> None:
    found = metrics(str(case["text"]))
    wanted = case.get("reads", [])
    assert isinstance(wanted, list)
    assert len(found) == len(wanted), found
    for metric, fields in zip(found, wanted, strict=True):
        for name, value in fields.items():
            got = getattr(metric, name)
            if name in {"value", "to", "of"}:
                assert got == Decimal(value), (name, metric)
            elif value == "none":
                assert got is None, (name, metric)
            else:
                assert got == value, (name, metric)


PERIODS = tomllib.loads((HERE / "periods.toml").read_text(encoding="utf-8"))
TODAY = dt.date(2021, 10, 17)


@pytest.mark.parametrize(("edtf", "words"), [(edtf, form) for edtf, forms in PERIODS["said"].items() for form in forms])
def test_the_period_covers_the_whole_example(edtf: str, words: str) -> None:
    (period,) = find_periods(words, 0, len(words), TODAY)
    assert (period.edtf, period.span.of(words)) == (edtf, words)


@pytest.mark.parametrize("words", PERIODS["none"]["words"])
def test_what_is_no_period_of_a_figure(words: str) -> None:
    assert list(find_periods(words, 0, len(words), None)) == []
