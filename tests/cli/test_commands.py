"""The commands as a user calls them: what they print, where, and with which exit status."""

import json
import re
from pathlib import Path

import click
import pytest

from reportgen.cli import cli, main

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE = """Xã Vân Hồ nâng cao chất lượng chi bộ

Năm 2021, Đảng ủy xã Vân Hồ, huyện Vân Hồ, tỉnh Sơn La ban hành Kế hoạch số 12-KH/ĐU ngày 5/3/2021 \
về mở lớp bồi dưỡng cho 24 bí thư chi bộ.

Đảng ủy xã đã tổ chức 2 lớp tập huấn cho 48 đảng viên.

MINH AN
"""


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: object) -> tuple[int, str, list[str]]:
    """Exit status, standard output, lines of standard error."""
    with pytest.raises(SystemExit) as end:
        main([str(a) for a in arguments])
    out, err = capfdbinary.readouterr()
    assert isinstance(end.value.code, int)
    return end.value.code, out.decode(), err.decode().splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "van-ho.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "in"


def test_without_arguments_it_says_what_it_does(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    status, out, err = run(capfdbinary)
    assert status == 0
    assert "one per locality" in out
    assert err == []


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_has_help_with_an_example(capfdbinary: pytest.CaptureFixture[bytes], name: str) -> None:
    status, out, _ = run(capfdbinary, name, "--help")
    assert status == 0
    assert re.search(rf"Examples?:\n\s+reportgen {name} ", out)
    for option in cli.commands[name].params:
        assert not isinstance(option, click.Option) or option.help, option.name


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_in_the_readme(name: str) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert f"reportgen {name} " in readme


def test_text_prints_the_source_text(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    crlf = folder / "crlf.txt"
    crlf.write_bytes(ARTICLE.replace("\n", "\r\n").encode("utf-8-sig"))
    assert run(capfdbinary, "text", crlf) == (0, ARTICLE.replace("\n", "\r\n"), [])


def test_extract_prints_a_line_an_article_whose_spans_hold(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path
) -> None:
    status, out, err = run(capfdbinary, "extract", folder, "--format", "jsonl")
    assert (status, err) == (0, [])
    (line,) = out.splitlines()
    facts = json.loads(line)
    assert facts["article"]["id"] == "van-ho"
    assert [d["symbol"] for d in facts["directives"]] == ["12-KH/ĐU"]
    assert next(x for x in facts["localities"] if x["principal"])["path"] == "tỉnh Sơn La > huyện Vân Hồ > xã Vân Hồ"
    assert {m["value"] for m in facts["metrics"]} >= {24, 48}
    for fact in (*facts["metrics"], *facts["measures"]):
        start, end = fact["span"]
        assert ARTICLE[start:end] == fact["quote"]


def test_units_says_where_a_unit_lies_and_what_became_of_it(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    status, out, err = run(capfdbinary, "units", "xã Liên Hòa", "--in", "Sơn La", "--on", "2022-05-01")
    assert (status, err) == (0, [])
    assert out.splitlines() == [
        "tỉnh Sơn La > huyện Vân Hồ > xã Liên Hòa  04009",
        "  until 2025-07-01",
        "  today: tỉnh Sơn La > xã Song Khủa  04006",
    ]
    status, out, _ = run(capfdbinary, "units", "Chi Lăng", "--in", "Lạng Sơn")
    assert status == 0
    assert out.startswith("6 units are called so")


UNITS = [
    (
        ["phường Trung Văn"],
        "  divided among: thành phố Hà Nội > phường Thanh Xuân  00367; thành phố Hà Nội > phường Đại Mỗ  00637",
    ),
    (["tỉnh Hà Tây"], "  until 2008-08-01"),
    (["tỉnh Quảng Bình"], "  today: tỉnh Quảng Trị  44"),
    (["tỉnh Sơn La"], "  the same before and since 2025-07-01"),
    (["P.8", "--in", "Q.3"], "  until some day between 2019-10-06 and 2025-01-01"),
    (["xã Long Thành", "--in", "Long An"], "  today: not known"),
    (["đặc khu Lý Sơn"], "  since 2025-07-01"),
    (["phường Quang Hanh", "--on", "2025-08-01"], "  made of: "),
    (["huyện Lý Sơn"], "  no district any more; its ground today: tỉnh Quảng Ngãi > đặc khu Lý Sơn  21548"),
]


@pytest.mark.parametrize(("question", "line"), UNITS)
def test_units_tells_each_kind_of_fate(
    capfdbinary: pytest.CaptureFixture[bytes], question: list[str], line: str
) -> None:
    status, out, err = run(capfdbinary, "units", *question)
    assert (status, err) == (0, [])
    assert any(told.startswith(line) for told in out.splitlines())


UNKNOWN = [
    (
        ["huyện Tĩnh Gia", "--on", "2021-01-01"],
        "was not on the map on 2021-01-01; known: tỉnh Thanh Hóa > huyện Tĩnh Gia (until 2020-06-01)",
    ),
    (["phường Kỳ Lừa", "--on", "2020-01-01"], "(since 2025-07-01)"),
    (["huyện Vân Hồ", "--in", "Hà Nam"], "it is in 1 other place: tỉnh Sơn La > huyện Vân Hồ"),
    (["Lang Son"], "did you mean 'Lạng Sơn'"),
    (["Qwertzuiop"], "check the spelling"),
]


@pytest.mark.parametrize(("question", "words"), UNKNOWN)
def test_units_says_what_to_ask_instead(
    capfdbinary: pytest.CaptureFixture[bytes], question: list[str], words: str
) -> None:
    status, out, err = run(capfdbinary, "units", *question)
    assert (status, out) == (2, "")
    assert len(err) == 1
    assert words in err[0]


@pytest.mark.parametrize(
    ("options", "stem"),
    [
        (["--level", "district"], "son-la/van-ho/van-ho"),
        (["--level", "province"], "son-la/son-la"),
        (["--units", "now"], "son-la/van-ho/van-ho"),
    ],
)
def test_build_by_level_and_by_todays_units(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, tmp_path: Path, options: list[str], stem: str
) -> None:
    status, _, err = run(capfdbinary, "build", folder, "--out", tmp_path / "o", "--format", "md", "--quiet", *options)
    assert (status, err) == (0, [])
    assert [p.relative_to(tmp_path / "o").as_posix() for p in (tmp_path / "o").rglob("*/*.md")] == [f"{stem}.md"]


def test_build_writes_the_three_formats_and_an_index(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, tmp_path: Path
) -> None:
    status, out, err = run(capfdbinary, "build", folder, "--out", tmp_path / "out")
    assert (status, out) == (0, "")
    assert err[-1].startswith("reportgen: 1 brief from 1 article, 9 files")
    written = sorted(p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*") if p.is_file())
    stem = "son-la/van-ho/van-ho/van-ho"
    assert written == [
        *(".reportgen.json", "documents.md", "facts.jsonl", "index.md", "metrics.csv"),
        *(f"{stem}.docx", f"{stem}.evidence.json", f"{stem}.md", f"{stem}.pdf"),
        "unplaced.md",
    ]
    assert "12-KH/ĐU" in (tmp_path / "out" / f"{stem}.md").read_text(encoding="utf-8")


def test_every_link_of_the_pages_leads_to_a_file(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, tmp_path: Path
) -> None:
    assert run(capfdbinary, "build", folder, "--out", tmp_path, "--quiet")[0] == 0
    for page in ("index.md", "documents.md"):
        links = re.findall(r"\]\(([^)]+)\)", (tmp_path / page).read_text(encoding="utf-8"))
        assert links
        assert [link for link in links if not (tmp_path / link).is_file()] == []


def test_quiet_says_nothing_when_all_went_well(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, tmp_path: Path
) -> None:
    assert run(capfdbinary, "build", folder, "--out", tmp_path / "o", "--format", "md", "--quiet") == (0, "", [])


BAD_FILES = {
    "empty.txt": b" \n\n",
    "binary.txt": bytes(range(256)) * 40,
    "scan.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
}


@pytest.mark.parametrize("name", sorted(BAD_FILES))
@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_bad_file_is_one_line_and_the_others_go_on(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, tmp_path: Path, command: str, name: str
) -> None:
    (tmp_path / name).write_bytes(BAD_FILES[name])
    options = ["--out", tmp_path / "out", "--format", "md", "--quiet"] if command == "build" else []
    status, out, err = run(capfdbinary, command, folder, tmp_path / name, *options)
    assert status == 1
    (line,) = err
    assert line.startswith(f"reportgen: {tmp_path / name}: ")
    assert "; " in line
    if command == "build":
        assert (tmp_path / "out" / "son-la" / "van-ho" / "van-ho" / "van-ho.md").exists()
    else:
        assert len(out.splitlines()) == 1


WRONG_USE = {
    "unknown format": (["build", "{folder}", "--format", "odt"], 2, "odt"),
    "unknown locality": (["build", "{folder}", "--format", "md", "--locality", "thị xã Nghi Sơn"], 2, "Nghi Sơn"),
    "no date": (["build", "{folder}", "--since", "2020-13-01"], 2, "2020-13-01"),
    "unknown language": (["build", "{folder}", "--lang", "fr"], 2, "fr"),
    "no path": (["build"], 2, "FOLDER|FILE"),
    "unknown command": (["bild"], 2, "bild"),
    "unknown option": (["extract", "{folder}", "--fast"], 2, "--fast"),
    "a folder without articles": (["build", "{empty}"], 1, "empty"),
    "a missing file": (["extract", "{empty}/none.txt"], 1, "none.txt"),
    "a missing file as text": (["text", "{empty}/none.txt"], 1, "none.txt"),
    "a folder as text": (["text", "{empty}"], 1, "empty"),
    "an unknown unit": (["units", "xã Không Đâu"], 2, "Không Đâu"),
    "no such templates": (["build", "{folder}", "--templates", "{empty}/none"], 2, "none"),
}


@pytest.mark.parametrize("case", sorted(WRONG_USE))
def test_wrong_use_is_one_clear_line(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    arguments, expected, named = WRONG_USE[case]
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capfdbinary, *(a.format(folder=folder, empty=tmp_path / "empty") for a in arguments))
    assert (status, out) == (expected, "")
    said = [line for line in err if not line.startswith("reportgen: reading")]
    assert len(said) == 1, err
    assert named in said[0]


def test_a_fault_of_the_program_is_one_line_too(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(article: object) -> object:
        raise RuntimeError("boom")

    monkeypatch.setattr("reportgen.build.extract", fail)
    status, _, err = run(capfdbinary, "extract", folder)
    assert status == 1
    (line,) = err
    assert "RuntimeError: boom" in line
