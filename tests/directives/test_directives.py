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
