"""The page of documents: which citations are one document, and which locality issued, carries out or cites it."""

import dataclasses

from story import Story, unit

from reportgen.brief import documents
from reportgen.model import Directive, Document, Extraction, Relation, Unit
from reportgen.text import Span

AN, BO = unit("tỉnh An"), unit("tỉnh Bo")
BINH, SEN = unit("tỉnh An > huyện Bình"), unit("tỉnh An > huyện Sen")


def cites(story: Story, *found: Directive, relations: tuple[Relation, ...] = ()) -> Extraction:
    return dataclasses.replace(story.facts(*found), relations=relations)


def implements(by: int | None, to: int, actor: str | None = None) -> Relation:
    return Relation("implements", by, actor, to, Span(0, 1))


def by_symbol(found: tuple[Document, ...]) -> dict[str | None, Document]:
    return {d.directive.symbol: d for d in found}


def test_a_number_of_two_provinces_is_two_documents() -> None:
    symbol = {"symbol": "02-NQ/TU", "issued_here": True}
    a, b = Story("a", AN, "Nghị quyết 02-NQ/TU."), Story("b", BO, "Nghị quyết 02-NQ/TU.")
    found = documents(
        [
            cites(a, a.directive("Nghị quyết 02-NQ/TU", AN, "Nghị quyết", "02", **symbol)),
            cites(b, b.directive("Nghị quyết 02-NQ/TU", BO, "Nghị quyết", "02", **symbol)),
        ]
    )
    assert [d.issued for d in found] == [(AN,), (BO,)]


def test_a_document_of_the_province_cited_by_two_districts_is_one() -> None:
    symbol = {"symbol": "02-NQ/TU"}
    a, b = Story("a", BINH, "Nghị quyết 02-NQ/TU."), Story("b", SEN, "Nghị quyết 02-NQ/TU.")
    (one,) = documents(
        [
            cites(a, a.directive("Nghị quyết 02-NQ/TU", BINH, "Nghị quyết", "02", **symbol, date="2021-01-21")),
            cites(b, b.directive("Nghị quyết 02-NQ/TU", SEN, "Nghị quyết", "02", **symbol, about="công tác cán bộ")),
        ]
    )
    assert (one.cited, one.issued, one.carried) == ((BINH, SEN), (), ())
    assert (one.directive.date, one.directive.about) == ("2021-01-21", "công tác cán bộ")


def test_days_count_to_the_first_local_document() -> None:
    def story(name: str, where: Unit, date: str) -> Extraction:
        s = Story(name, where, "Chỉ thị 08-CT/TU.", "Kế hoạch 12-KH/HU.")
        above = s.directive("Chỉ thị 08-CT/TU", where, "Chỉ thị", "08", symbol="08-CT/TU", date="2021-01-01")
        plan = s.directive(
            "Kế hoạch 12-KH/HU",
            where,
            "Kế hoạch",
            "12",
            symbol="12-KH/HU",
            date=date,
            issued_here=True,
        )
        return cites(s, above, plan, relations=(implements(1, 0),))

    found = documents([story("a", BINH, "2021-03-01"), story("b", SEN, "2021-01-31")])
    above = by_symbol(found)["08-CT/TU"]
    assert above.days == 30
    assert [c.unit for c in above.carried] == [BINH, SEN]
    assert above.cited == ()  # who carries it out is not named again
    assert [d.issued for d in found if d.directive.symbol == "12-KH/HU"] == [(SEN,), (BINH,)]  # by date


def test_no_days_where_a_date_is_a_year_or_stands_the_wrong_way_round() -> None:
    for date in ("2021", "2020-12-31"):
        s = Story("a", BINH, "Chỉ thị 08-CT/TU.", "Kế hoạch 12-KH/HU.")
        above = s.directive("Chỉ thị 08-CT/TU", BINH, "Chỉ thị", "08", symbol="08-CT/TU", date="2021-01-01")
        plan = s.directive("Kế hoạch 12-KH/HU", BINH, "Kế hoạch", "12", symbol="12-KH/HU", date=date)
        assert by_symbol(documents([cites(s, above, plan, relations=(implements(1, 0),))]))["08-CT/TU"].days is None


def test_a_body_that_carries_out_is_named_and_without_days() -> None:
    s = Story("a", BINH, "Thực hiện Chỉ thị 08-CT/TU, Huyện ủy mở lớp.")
    above = s.directive("Chỉ thị 08-CT/TU", BINH, "Chỉ thị", "08", symbol="08-CT/TU", date="2021-01-01")
    (one,) = documents([cites(s, above, relations=(implements(None, 0, "Huyện ủy"),))])
    assert [(c.unit, c.actor, c.directive) for c in one.carried] == [(BINH, "Huyện ủy", None)]
    assert one.days is None


def test_a_resolution_of_another_or_an_untold_term_is_another_document() -> None:
    def of(name: str, term: str | None) -> Extraction:
        s = Story(name, BINH, "Nghị quyết Trung ương 4.")
        return cites(s, s.directive("Nghị quyết Trung ương 4", BINH, "Nghị quyết", "4", body="Trung ương", term=term))

    assert len(documents([of("a", "XI"), of("b", "XII"), of("c", None), of("d", "XII")])) == 3


def test_dates_that_disagree_are_kept_side_by_side_and_count_no_days() -> None:
    def story(name: str, where: Unit, date: str) -> Extraction:
        s = Story(name, where, "Quy định 102-QĐ/TW.", "Kế hoạch 12-KH/HU.")
        above = s.directive("Quy định 102-QĐ/TW", where, "Quy định", "102", symbol="102-QĐ/TW", date=date)
        plan = s.directive("Kế hoạch 12-KH/HU", where, "Kế hoạch", "12", symbol="12-KH/HU", date="2018-01-31")
        return cites(s, above, plan, relations=(implements(1, 0),))

    found = by_symbol(documents([story("a", BINH, "2017-11-15"), story("b", SEN, "2017-12-15")]))
    assert (found["102-QĐ/TW"].dates, found["102-QĐ/TW"].days) == (("2017-11-15", "2017-12-15"), None)
    assert [c.unit for c in found["102-QĐ/TW"].carried] == [BINH, SEN]


def test_dates_that_one_article_gives_are_kept_side_by_side() -> None:
    s = Story("a", BINH, "Chỉ thị 08-CT/TU ngày 1/2/2021.", "Chỉ thị 08-CT/TU ngày 1/3/2021.")
    one, other = s.span("Chỉ thị 08-CT/TU ngày 1/2/2021"), s.span("Chỉ thị 08-CT/TU ngày 1/3/2021")
    directive = dataclasses.replace(
        s.directive("Chỉ thị 08-CT/TU", BINH, "Chỉ thị", "08", symbol="08-CT/TU", date="2021-02-01"),
        mentions=(one, other),
        dates=(("2021-02-01", one), ("2021-03-01", other)),
    )
    (found,) = documents([cites(s, directive)])
    assert found.dates == ("2021-02-01", "2021-03-01")


def test_a_document_says_what_it_replaces() -> None:
    s = Story("a", BINH, "Quyết định 90/QĐ-UBND.", "Quyết định 14/QĐ-UBND.")
    new = s.directive("Quyết định 90/QĐ-UBND", BINH, "Quyết định", "90", symbol="90/QĐ-UBND")
    old = s.directive("Quyết định 14/QĐ-UBND", BINH, "Quyết định", "14", symbol="14/QĐ-UBND")
    found = by_symbol(documents([cites(s, new, old, relations=(Relation("replaces", 0, None, 1, Span(0, 1)),))]))
    assert found["90/QĐ-UBND"].rests == (("replaces", old),)
    assert (found["14/QĐ-UBND"].rests, found["14/QĐ-UBND"].carried) == ((), ())
