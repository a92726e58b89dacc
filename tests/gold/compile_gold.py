"""Gold JSON for the seeds, out of annotations that name sentences by number and quote them.

    python tests/gold/compile_gold.py list dong-mo-2019    # the sentences of a seed, numbered
    python tests/gold/compile_gold.py all                  # annotations/*.yaml to *.json beside it

`annotations/ID.yaml` describes `seeds/ID.txt`; EXTRACTION.md says what its fields mean:

    title: "…"
    published: 2019-08-21            # left out where the page has no date
    newspaper: ["LSO", "Báo Lạng Sơn"]   # every form that is right
    authors: ["Ngọc Hiếu"]
    body: [3, 34]                    # first and last sentence of the story
    captions: [6, 7]                 # headings and boilerplate likewise; each stands for its whole line
    localities:
      - {path: "tỉnh Lạng Sơn > huyện Chi Lăng > thị trấn Đồng Mỏ", principal: true}
    directives:
      - {s: 9, q: "Quyết định số 2618", more: [[12, "Quyết định 2618"]], type: "Quyết định", number: "2618", …}
    metrics:
      - {s: 26, q: "29 lượt cán bộ", value: 29, unit: "lượt cán bộ", indicator: "…", period: "2018/.."}
    measures:
      - {s: 26, q: "Từ năm 2018", theme: [training]}   # the whole sentence, which must open with q

`at` (the unit's label, for measures a list) is the principal unit where it is left out; `n: 2` takes the second
such quote in the sentence; `optional: true` may stand on any item. A quote that its sentence does not hold is an
error. Quotes are written in plain NFC with ordinary blanks; they are found in decomposed text, across
no-break spaces and with Ð for Đ all the same, and the gold keeps the file's own code points.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"

Span = tuple[int, int]

STOP = re.compile(r"[.!?…][”\"’]?[ \u00a0]+")
OPENERS = '“"‘–-('
ABBREVIATED = re.compile(r"(?:^|[ \u00a0(])(?:TP|TX|TT|P|Q|H|ThS|TS|PGS|GS)\.$")


class AnnotationError(Exception):
    """An annotation that does not fit its text."""


def read_seed(name: str) -> str:
    """The text of a seed as spans count it: decoded, with its own line ends."""
    return (SEEDS / f"{name}.txt").read_bytes().decode("utf-8")


def lines(text: str) -> list[Span]:
    """The spans of the lines that hold something, without the blanks around them."""
    found = []
    for line in re.finditer(r"[^\r\n]+", text):
        body = line.group()
        if body.strip():
            start = line.start() + len(body) - len(body.lstrip())
            found.append((start, start + len(body.strip())))
    return found


def sentences(text: str) -> list[Span]:
    """The spans of the sentences, line by line, in order.

    >>> [slice(*s) for s in sentences("Xã họp. TP. Huế dự.\\n\\n “Tốt lắm!” Hết.")]
    [slice(0, 7, None), slice(8, 19, None), slice(22, 32, None), slice(33, 37, None)]
    """
    found = []
    for start, end in lines(text):
        at = start
        for stop in STOP.finditer(text, start, end):
            after = text[stop.end() : stop.end() + 1]
            opens = after.isupper() or after.isdigit() or after in OPENERS
            if opens and not ABBREVIATED.search(text[at : stop.end()].rstrip()):
                found.append((at, stop.start() + len(stop.group().rstrip())))
                at = stop.end()
        if at < end:
            found.append((at, end))
    return found


def pattern(words: str) -> str:
    """The pattern that finds `words` composed or decomposed, with any blanks, with Ð for Đ."""
    forms = dict.fromkeys(unicodedata.normalize(form, words) for form in ("NFC", "NFD"))
    return "|".join(
        "".join("[ \u00a0]+" if c in " \u00a0" else "[ĐÐ]" if c == "Đ" else re.escape(c) for c in form)
        for form in forms
    )


class Annotated:
    """A seed's text and the places in it that an annotation names."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.sentences = sentences(text)

    def sentence(self, number: int) -> Span:
        if not 0 <= number < len(self.sentences):
            raise AnnotationError(f"{self.name}: there is no sentence {number}")
        return self.sentences[number]

    def line(self, number: int) -> Span:
        """The whole line in which sentence `number` stands."""
        start, end = self.sentence(number)
        return next(line for line in lines(self.text) if line[0] <= start and end <= line[1])

    def quote(self, number: int, words: str, nth: int = 1) -> Span:
        start, end = self.sentence(number)
        found = [m.span() for m in re.finditer(pattern(words), self.text[start:end])]
        if len(found) < nth:
            raise AnnotationError(f"{self.name}: not in sentence {number}: {words!r}")
        return start + found[nth - 1][0], start + found[nth - 1][1]

    def opened_by(self, number: int, words: str) -> Span:
        """The sentence, which must begin with `words`."""
        if self.quote(number, words)[0] != self.sentence(number)[0]:
            raise AnnotationError(f"{self.name}: sentence {number} does not open with {words!r}")
        return self.sentence(number)


def iso(day: dt.date | str | None) -> str | None:
    return day.isoformat() if isinstance(day, dt.date) else day


def compile_gold(name: str, text: str, notes: dict[str, Any]) -> dict[str, Any]:
    """The gold of one seed, in the form that score.py reads."""
    seed = Annotated(name, text)
    home = next(x["path"] for x in notes["localities"] if x.get("principal")).split(" > ")[-1]
    labels = {step for x in notes["localities"] for step in x["path"].split(" > ")}

    def known(label: str) -> str:
        if label not in labels:
            raise AnnotationError(f"{name}: no such locality: {label!r}")
        return label

    def directive(x: dict[str, Any]) -> dict[str, Any]:
        mentions = [seed.quote(x["s"], x["q"], x.get("n", 1)), *(seed.quote(*place) for place in x.get("more", []))]
        return {
            **{key: x.get(key) for key in ("type", "number", "symbol")},
            "date": iso(x.get("date")),
            **{key: x.get(key) for key in ("issuer", "body", "term", "about")},
            "issued_here": bool(x.get("issued_here")),
            "mentions": [list(span) for span in mentions],
            "optional": bool(x.get("optional")),
        }

    def metric(x: dict[str, Any]) -> dict[str, Any]:
        start, end = seed.quote(x["s"], x["q"], x.get("n", 1))
        return {
            "span": [start, end],
            "quote": text[start:end],
            **{key: x.get(key) for key in ("value", "to", "of", "unit", "bound", "change")},
            "target": bool(x.get("target")),
            "indicator": x.get("indicator"),
            "period": x.get("period"),
            "locality": known(x.get("at", home)),
            "optional": bool(x.get("optional")),
        }

    def measure(x: dict[str, Any]) -> dict[str, Any]:
        start, end = seed.opened_by(x["s"], x["q"])
        return {
            "span": [start, end],
            "quote": text[start:end][:60],
            "themes": x["theme"],
            "localities": [known(label) for label in x.get("at", [home])],
            "status": x.get("status", "adopted"),
            "optional": bool(x.get("optional")),
        }

    first, last = notes["body"]
    return {
        "article": name,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "title": notes["title"],
        "published": iso(notes.get("published")),
        "newspaper": notes.get("newspaper", []),
        "authors": notes.get("authors", []),
        "body": [seed.sentence(first)[0], seed.sentence(last)[1]],
        **{
            kind: [list(span) for span in dict.fromkeys(map(seed.line, notes.get(kind, [])))]
            for kind in ("captions", "headings", "boilerplate")
        },
        "localities": [
            {"path": x["path"], "principal": bool(x.get("principal")), "optional": bool(x.get("optional"))}
            for x in notes["localities"]
        ],
        "directives": [directive(x) for x in notes.get("directives", [])],
        "metrics": [metric(x) for x in notes.get("metrics", [])],
        "measures": [measure(x) for x in notes.get("measures", [])],
    }


def compiled(name: str) -> str:
    """The gold file of a seed as it must stand: JSON, one blank deep, with a last line end."""
    notes = yaml.safe_load((HERE / "annotations" / f"{name}.yaml").read_text(encoding="utf-8"))
    return json.dumps(compile_gold(name, read_seed(name), notes), ensure_ascii=False, indent=1) + "\n"


def main(arguments: list[str]) -> None:
    match arguments:
        case ["list", name]:
            text = read_seed(name)
            for number, (start, end) in enumerate(sentences(text)):
                sys.stdout.write(f"[{number}] {unicodedata.normalize('NFC', text[start:end])}\n")
        case ["all"]:
            for path in sorted((HERE / "annotations").glob("*.yaml")):
                (HERE / f"{path.stem}.json").write_text(compiled(path.stem), encoding="utf-8")
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except AnnotationError as problem:
        sys.exit(str(problem))
