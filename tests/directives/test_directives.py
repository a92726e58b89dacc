"""Citations from the table of cases: found with their fields, and nothing else."""

import tomllib
from pathlib import Path

import pytest
from citing import directives

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


def params() -> list[object]:
    return [
        pytest.param(
            c, id=c["text"][:60], marks=[pytest.mark.xfail(reason=c["why"])] if c["kind"] == "known failure" else []
        )
        for c in CASES
    ]


@pytest.mark.parametrize("case", params())
def test_cases(case: dict[str, object]) -> None:
    found = directives(str(case["text"]))
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
    (one,) = directives(
        "Triển khai Nghị quyết số 02-NQ/TU ngày 21/1/2021 của Tỉnh ủy. Sau hai năm, Nghị quyết 02 đi vào cuộc sống."
    )
    assert (one.symbol, one.date, len(one.mentions)) == ("02-NQ/TU", "2021-01-21", 2)


def test_documents_that_share_a_number_stay_two() -> None:
    found = directives("Có Nghị quyết số 05-NQ/TU và Nghị quyết số 05-NQ/HU.")
    assert sorted(d.symbol or "" for d in found) == ["05-NQ/HU", "05-NQ/TU"]


def test_dates_that_contradict_each_other_are_all_kept() -> None:
    (one,) = directives(
        "Có Quy định 102-QĐ/TW ngày 15/11/2017. Theo Quy định 102-QĐ/TW ngày 15/12/2017, đảng viên phải học."
    )
    assert [date for date, _ in one.dates] == ["2017-11-15", "2017-12-15"]


def test_dates_that_say_more_or_less_do_not_contradict() -> None:
    (one,) = directives("Có Quy định 102-QĐ/TW năm 2017. Theo Quy định 102-QĐ/TW ngày 15/11/2017, đảng viên phải học.")
    assert (one.date, one.dates) == ("2017-11-15", ())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Chỉ thị số 15/CT-TTg ngày 27/3/2020 và Chỉ thị số 15/CT-TTg ngày 28/4/2021.",
            2,
        ),  # the State's: each year anew
        ("Chỉ thị số 35-CT/TW ngày 30/5/2019 và Chỉ thị số 35-CT/TW ngày 14/6/2024.", 2),  # the Party's: each term anew
        ("Quyết định số 5/QĐ-UBND của UBND huyện và Quyết định số 5/QĐ-UBND của UBND xã Cam Lộc.", 2),
        ("Quyết định số 5/QĐ-TTg của Thủ tướng và Quyết định số 5/QĐ-TTg của Chính phủ.", 1),
    ],
)
def test_a_symbol_alone_is_no_identity(text: str, count: int) -> None:
    assert len(directives(text)) == count
