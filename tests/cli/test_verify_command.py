"""reportgen verify as a user calls it."""

from pathlib import Path

import pytest

from reportgen.cli import main

SEEDS = Path(__file__).parents[2] / "seeds"


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: object) -> tuple[int, list[str]]:
    """Exit status and the lines of standard error; nothing is printed besides."""
    with pytest.raises(SystemExit) as end:
        main([str(a) for a in arguments])
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert isinstance(end.value.code, int)
    return end.value.code, err.decode().splitlines()


def test_a_build_holds_and_a_changed_line_does_not(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    seed = sorted(SEEDS.glob("*.txt"))[0]
    assert run(capfdbinary, "build", seed, "--out", tmp_path, "--format", "md", "--quiet")[0] == 0
    status, said = run(capfdbinary, "verify", tmp_path, "--articles", SEEDS)
    assert (status, said[-1].endswith("all hold")) == (0, True)
    assert run(capfdbinary, "verify", tmp_path, "--articles", SEEDS, "--quiet") == (0, [])
    brief = next(p for p in tmp_path.rglob("*.md") if p.with_name(f"{p.stem}.evidence.json").exists())
    words = brief.read_text(encoding="utf-8")
    brief.write_text(words + "\n- Huyện xây 5 cây cầu.[^1]\n", encoding="utf-8")
    status, said = run(capfdbinary, "verify", brief, "--articles", SEEDS, "--quiet")
    assert status == 1
    assert any("5 cây cầu" in line for line in said)


def test_a_file_that_nothing_rests_on_is_told_and_no_fault(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    seed = sorted(SEEDS.glob("*.txt"))[0]
    (articles / seed.name).write_bytes(seed.read_bytes())
    assert run(capfdbinary, "build", articles, "--out", tmp_path / "out", "--format", "md", "--quiet")[0] == 0
    (articles / "empty.txt").write_bytes(b"")
    status, said = run(capfdbinary, "verify", tmp_path / "out", "--articles", articles)
    assert (status, len(said)) == (0, 2)
    assert "empty.txt" in said[0]
    assert said[1].endswith("all hold")


@pytest.mark.parametrize("name", ["none.md", "other.txt", "plain.md", "broken.docx", "broken.pdf", "empty"])
def test_what_is_no_brief_is_one_line(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "empty":
        path.mkdir()
    elif name != "none.md":
        path.write_text("# Trang khác", encoding="utf-8")
    status, (line,) = run(capfdbinary, "verify", path, "--articles", SEEDS, "--quiet")
    assert status == 1
    assert name in line
    assert "; " in line
