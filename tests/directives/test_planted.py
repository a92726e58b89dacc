"""Citations of every family planted in a sentence, spaces, dashes and composition varied: found where they stand, with
their fields."""

import unicodedata
from dataclasses import dataclass, field

from citing import quoted
from hypothesis import given, settings
from hypothesis import strategies as st

NUMBERS = st.integers(1, 4999)
SO = st.sampled_from([" số ", " ", " số: ", " số\u00a0"])
DASHES = st.sampled_from(["-", " - ", "–", " – ", "- ", " -"])
SLASHES = st.sampled_from(["/", " /", "/ "])
DATES = st.sampled_from(
    [
        ("", None),
        (" ngày 5/3/2021", "2021-03-05"),
        (", ngày 05-3-2021", "2021-03-05"),
        (" ngày 5 tháng 3 năm 2021", "2021-03-05"),
        (" năm 2021", "2021"),
    ]
)
ROMAN = st.sampled_from(["XI", "XII", "XIII"])


@dataclass(frozen=True)
class Planted:
    """What is written in the sentence, and what must be read there."""

    written: str
    fields: dict[str, str | None] = field(default_factory=dict)


@st.composite
def party(draw: st.DrawFn) -> Planted:
    kind, short = draw(
        st.sampled_from(
            [
                ("Nghị quyết", "NQ"),
                ("Chỉ thị", "CT"),
                ("Kết luận", "KL"),
                ("Quy định", "QĐ"),
                ("Quy định", "QĐi"),
                ("Kế hoạch", "KH"),
                ("Chương trình hành động", "CTrHĐ"),
                ("Chương trình", "CTr"),
                ("Đề án", "ĐA"),
                ("Hướng dẫn", "HD"),
                ("Thông báo", "TB"),
                ("Báo cáo", "BC"),
                ("Tờ trình", "TTr"),
                ("Quy chế", "QC"),
                ("Công văn", "CV"),
            ]
        )
    )
    organ = draw(st.sampled_from(["TW", "TU", "HU", "QU", "ThU", "ĐU", "CB", "BTCTW", "UBKTTU", "BTGHU", "VPTW"]))
    number = f"{draw(NUMBERS):02d}"
    date, iso = draw(DATES)
    written = f"{kind}{draw(SO)}{number}{draw(DASHES)}{short}{draw(SLASHES)}{organ}{date}"
    return Planted(written, {"type": kind, "number": number, "symbol": f"{number}-{short}/{organ}", "date": iso})


@st.composite
def state(draw: st.DrawFn) -> Planted:
    kind, short = draw(
        st.sampled_from(
            [
                ("Nghị quyết", "NQ"),
                ("Quyết định", "QĐ"),
                ("Chỉ thị", "CT"),
                ("Kế hoạch", "KH"),
                ("Thông báo", "TB"),
                ("Công điện", "CĐ"),
                ("Nghị định", "NĐ"),
                ("Thông tư", "TT"),
                ("Tờ trình", "TTr"),
                ("Phương án", "PA"),
            ]
        )
    )
    organ = draw(st.sampled_from(["CP", "TTg", "UBND", "HĐND", "BNV", "BGDĐT", "SNV", "TTCP", "MTTQ-BTT"]))
    year = draw(st.sampled_from(["", "/2016", "/2021"]))
    number = f"{draw(NUMBERS):02d}"
    date, iso = draw(DATES)
    written = f"{kind}{draw(SO)}{number}{year}{draw(SLASHES)}{short}{draw(DASHES)}{organ}{date}"
    return Planted(written, {"type": kind, "number": number, "symbol": f"{number}{year}/{short}-{organ}", "date": iso})


@st.composite
def assembly(draw: st.DrawFn) -> Planted:
    kind = draw(st.sampled_from(["Nghị quyết", "Luật", "Pháp lệnh"]))
    number, year = str(draw(NUMBERS)), draw(st.sampled_from(["2013", "2020"]))
    organ = draw(st.sampled_from(["QH13", "QH14", "UBTVQH14"]))
    slash = draw(SLASHES)
    date, iso = draw(DATES)
    written = f"{kind} số {number}{slash}{year}{slash}{organ}{date}"
    return Planted(written, {"type": kind, "number": number, "symbol": f"{number}/{year}/{organ}", "date": iso})


@st.composite
def letter(draw: st.DrawFn) -> Planted:
    noun = draw(st.sampled_from(["Công văn", "công văn", "Văn bản", "văn bản"]))
    organ = draw(st.sampled_from(["UBND", "VPCP", "BTC", "STNMT"]))
    department = draw(st.sampled_from(["KGVX", "NC", "KTN", "QLĐĐ"]))
    number = str(draw(NUMBERS))
    date, iso = draw(DATES)
    written = f"{noun} số {number}{draw(SLASHES)}{organ}{draw(DASHES)}{department}{date}"
    return Planted(
        written, {"type": "Công văn", "number": number, "symbol": f"{number}/{organ}-{department}", "date": iso}
    )


@st.composite
def plenum(draw: st.DrawFn) -> Planted:
    centre = draw(st.sampled_from(["Trung ương", "T.Ư", "TƯ", "TW"]))
    number, term = str(draw(st.integers(3, 12))), draw(ROMAN)
    said = draw(st.sampled_from([f"khóa {term}", f"(khóa {term})", f"khoá {term}", f"(Khóa {term})"]))
    meeting = draw(st.sampled_from(["", "Hội nghị "]))
    written = f"Nghị quyết {meeting}{centre} {number} {said}"
    return Planted(written, {"type": "Nghị quyết", "number": number, "body": "Trung ương", "term": term})


@st.composite
def congress(draw: st.DrawFn) -> Planted:
    term = draw(ROMAN)
    written = draw(
        st.sampled_from(
            [
                f"Nghị quyết Đại hội {term} của Đảng",
                f"Nghị quyết Đại hội Đảng lần thứ {term}",
                f"Nghị quyết Đại hội lần thứ {term} của Đảng",
                f"Nghị quyết Đại hội đại biểu toàn quốc lần thứ {term} của Đảng",
            ]
        )
    )
    return Planted(written, {"type": "Nghị quyết", "number": None, "body": "Đại hội", "term": term})


@st.composite
def law(draw: st.DrawFn) -> Planted:
    kind, name = draw(
        st.sampled_from(
            [
                ("Luật", "Đất đai"),
                ("Luật", "Cán bộ, công chức"),
                ("Luật", "Phòng chống tham nhũng"),
                ("Bộ luật", "Dân sự"),
                ("Luật", "sửa đổi, bổ sung một số điều của Luật Viên chức"),
                ("Pháp lệnh", "Dân số"),
            ]
        )
    )
    date, iso = draw(
        st.sampled_from([("", None), (" năm 2013", "2013"), (" 2013", "2013"), (" ngày 5/3/2013", "2013-03-05")])
    )
    return Planted(f"{kind} {name}{date}", {"type": kind, "number": None, "about": name, "date": iso})


@st.composite
def bare(draw: st.DrawFn) -> Planted:
    kind = draw(st.sampled_from(["Nghị quyết", "Chỉ thị", "Nghị định", "Kết luận", "Quyết định", "Đề án", "NQ", "CT"]))
    number = draw(st.sampled_from(["02", "18", "37", "30a", "1208"]))
    types = {"NQ": "Nghị quyết", "CT": "Chỉ thị"}
    return Planted(f"{kind} {number}", {"type": types.get(kind, kind), "number": number, "symbol": None})


FAMILIES = st.one_of(party(), state(), assembly(), letter(), plenum(), congress(), law(), bare())


@settings(max_examples=300)
@given(planted=FAMILIES, form=st.sampled_from(["NFC", "NFD"]), before=st.booleans())
def test_planted_citations_are_found_where_they_stand(planted: Planted, form: str, before: bool) -> None:
    frame = "Các chi bộ đã học {} trong tháng này." if before else "{}, các chi bộ đã học xong."
    found = quoted(unicodedata.normalize(form, frame.format(planted.written)))
    assert len(found) == 1, found
    ((one, mentions),) = found
    assert {name: getattr(one, name) for name in planted.fields} == planted.fields
    assert mentions == (unicodedata.normalize(form, planted.written),)
