"""Citations from the table of cases, and citations planted by hypothesis: found where they stand, with their fields."""

import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.clean import clean
from reportgen.extract.directives import find_directives
from reportgen.model import Directive, Place, Source, Unit
from reportgen.parse import parse

UNIT = Unit((Place("tỉnh", "An Hải"), Place("huyện", "Bình Sen"), Place("xã", "Cam Lộc")))
CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


class View:
    """A scope in which everything speaks of one unit."""

    principal = Unit(UNIT.path[:2])

    def at(self, offset: int) -> Unit:
        return self.principal


def directives(text: str) -> tuple[str, tuple[Directive, ...]]:
    """The source text and what is cited in it; the text is the one paragraph under a headline."""
    source = Source("case", "case.txt", f"Một tin ngắn của huyện\n\n{text}\n", "utf-8")
    article = parse(clean(source), source)
    found = find_directives(article, View())  # type: ignore[arg-type]
    for directive in found:
        for span in directive.mentions:
            origin = article.origin(span)
            assert source.text[origin.start : origin.end] == article.quote(span)
    return source.text, found


def params() -> list[object]:
    return [
        pytest.param(
            c, id=c["text"][:60], marks=[pytest.mark.xfail(reason=c["why"])] if c["kind"] == "known failure" else []
        )
        for c in CASES
    ]


@pytest.mark.parametrize("case", params())
def test_cases(case: dict[str, object]) -> None:
    _, found = directives(str(case["text"]))
    wanted = case.get("cites", [])
    assert isinstance(wanted, list)
    assert len(found) == len(wanted), found
    left = list(found)
    for fields in wanted:
        fits = [
            d for d in left if all((getattr(d, name) or False) == (value or False) for name, value in fields.items())
        ]
        assert fits, (fields, left)
        left.remove(fits[0])


def test_a_short_form_is_a_mention_of_its_antecedent() -> None:
    _, (one,) = directives(
        "Triển khai Nghị quyết số 02-NQ/TU ngày 21/1/2021 của Tỉnh ủy. Sau hai năm, Nghị quyết 02 đi vào cuộc sống."
    )
    assert (one.symbol, one.date, len(one.mentions)) == ("02-NQ/TU", "2021-01-21", 2)


def test_documents_that_share_a_number_stay_two() -> None:
    _, found = directives("Có Nghị quyết số 05-NQ/TU và Nghị quyết số 05-NQ/HU.")
    assert sorted(d.symbol or "" for d in found) == ["05-NQ/HU", "05-NQ/TU"]


PARTY = st.tuples(
    st.sampled_from(
        [("Nghị quyết", "NQ"), ("Chỉ thị", "CT"), ("Kế hoạch", "KH"), ("Quy định", "QĐ"), ("Kết luận", "KL")]
    ),
    st.sampled_from(["TW", "TU", "HU", "ĐU", "BTCTW"]),
)
STATE = st.tuples(
    st.sampled_from([("Quyết định", "QĐ"), ("Chỉ thị", "CT"), ("Kế hoạch", "KH"), ("Nghị quyết", "NQ")]),
    st.sampled_from(["UBND", "TTg", "HĐND", "BNV"]),
)


@given(
    number=st.integers(1, 4999),
    party=PARTY,
    state=STATE,
    is_party=st.booleans(),
    so=st.sampled_from([" số ", " ", " số: "]),
    dash=st.sampled_from(["-", " - ", "–", "- "]),
    year=st.sampled_from([None, "2016"]),
    form=st.sampled_from(["NFC", "NFD"]),
)
def test_planted_citations_are_found(
    number: int,
    party: tuple[tuple[str, str], str],
    state: tuple[tuple[str, str], str],
    is_party: bool,
    so: str,
    dash: str,
    year: str | None,
    form: str,
) -> None:
    (kind, short), organ = party if is_party else state
    if is_party:
        written, normal = f"{number:02d}{dash}{short}/{organ}", f"{number:02d}-{short}/{organ}"
    else:
        years = f"/{year}" if year else ""
        written, normal = f"{number:02d}{years}/{short}{dash}{organ}", f"{number:02d}{years}/{short}-{organ}"
    planted = unicodedata.normalize(
        form, f"Đảng ủy xã quán triệt {kind}{so}{written} ngày 5/3/2021 trong toàn đảng bộ."
    )
    _, (found,) = directives(planted)
    assert (found.type, found.number, found.symbol, found.date) == (kind, f"{number:02d}", normal, "2021-03-05")
