"""The score gate: `make score` scores the extraction on annotated articles and holds it to the pinned floors.

    make score                  the scores, what was gained and lost; fails where a score lies below its floor
    make score PIN=1            and pins scores that rose as the new floors
    make score ALLOW_LOWER=1    and pins scores that fell, too; say why in the commit message

`floors.json` keeps for each set of articles its floors (F1 of each kind, share of good fields), a hash of gold and
articles, and which items were found: by article and offsets, or by hash, never by their words.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from baseline import ten_verbs
from scorer import KINDS, Field, Item, score

from reportgen.build import extract_all
from reportgen.read import discover
from reportgen.render.jsonl import jsonl

PROJECT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles with their gold. `own` ones are part of the project; others may be absent or change without it."""

    name: str
    gold: Path
    articles: Path
    own: bool

    def ids(self) -> list[str]:
        return sorted(path.stem for path in self.gold.glob("*.json"))

    def article(self, name: str) -> Path:
        return self.articles / f"{name}.txt"

    def hash(self) -> str:
        """One hash of every gold file and article."""
        every = sha256()
        for name in self.ids():
            every.update(sha256((self.gold / f"{name}.json").read_bytes()).digest())
            every.update(sha256(self.article(name).read_bytes()).digest())
        return every.hexdigest()


CORPORA = (
    Corpus("tests/gold", PROJECT / "tests/gold", PROJECT / "seeds", own=True),
    Corpus("shared/gold", PROJECT.parent / "shared/gold", PROJECT.parent / "shared/articles", own=False),
)


VERDICTS = ("found", "missed", "spurious")


def _rates(found: int, missed: int, spurious: int) -> tuple[float, float, float]:
    precision = found / (found + spurious) if found + spurious else 0.0
    recall = found / (found + missed) if found + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return round(precision, 4), round(recall, 4), round(f1, 4)


@dataclass(frozen=True, slots=True)
class Scored:
    """What came of one corpus: items and fields with the article that they are of, and lines on articles that failed."""

    corpus: Corpus
    items: tuple[tuple[str, Item], ...]
    fields: tuple[tuple[str, Field], ...]
    failed: tuple[str, ...]
    baseline: tuple[tuple[str, Item], ...] = ()  # of measures, by `ten_verbs`

    def count(self, kind: str, verdict: str) -> int:
        return sum(item.kind == kind and item.verdict == verdict for _, item in self.items)

    def rates(self, kind: str) -> tuple[float, float, float]:
        """Precision, recall and F1, rounded to four places; 0 where there is nothing to divide by."""
        return _rates(*(self.count(kind, verdict) for verdict in VERDICTS))

    def shares(self, kind: str) -> dict[str, float]:
        """For each field of `kind` the share of good answers, rounded to four places, by name."""
        answers: dict[str, list[bool]] = {}
        for _, field in self.fields:
            if field.kind == kind:
                answers.setdefault(field.name, []).append(field.good)
        return {name: round(sum(good) / len(good), 4) for name, good in sorted(answers.items())}

    def scores(self) -> dict[str, float]:
        """Every score that has a floor, by name: "metrics F1", "metrics unit", "article title"."""
        every = {f"{kind} F1": self.rates(kind)[2] for kind in KINDS if any(i.kind == kind for _, i in self.items)}
        for kind in ("article", *KINDS):
            every |= {f"{kind} {name}": share for name, share in self.shares(kind).items()}
        return every

    def keys(self, verdict: str) -> dict[tuple[str, str, str], str]:
        """Article, kind and key of each item of this verdict, with its words."""
        return {(name, item.kind, item.key): item.words for name, item in self.items if item.verdict == verdict}


def run(corpus: Corpus) -> Scored:
    """Extracts and scores the articles of `corpus`; one that cannot be extracted counts as one without facts."""
    files = discover(corpus.article(name) for name in corpus.ids())
    results = dict(zip(files.ids, extract_all(files), strict=True))
    items: list[tuple[str, Item]] = []
    fields: list[tuple[str, Field]] = []
    baseline: list[tuple[str, Item]] = []
    failed = list(files.problems)
    for name, result in results.items():
        extraction: Mapping[str, Any] = {"article": {}}
        if isinstance(result, str):
            failed.append(result)
        else:
            extraction = json.loads(jsonl(result))
        gold = json.loads((corpus.gold / f"{name}.json").read_text(encoding="utf-8"))
        text = corpus.article(name).read_bytes().decode("utf-8")
        for outcome in score(gold, extraction, text):
            if isinstance(outcome, Item):
                items.append((name, outcome))
            else:
                fields.append((name, outcome))
        plain = {"article": {}, "measures": [] if isinstance(result, str) else ten_verbs(result)}
        baseline += [(name, x) for x in score(gold, plain, text) if isinstance(x, Item) and x.kind == "measures"]
    return Scored(corpus, tuple(items), tuple(fields), tuple(failed), tuple(baseline))


# ---------------------------------------------------------------- the record


def record(scored: Scored, floors: Mapping[str, float]) -> dict[str, Any]:
    """What `floors.json` keeps of a corpus."""
    kept: dict[str, Any] = {"corpus": scored.corpus.hash(), "floors": dict(floors)}
    for verdict in ("found", "spurious"):
        by_article: dict[str, dict[str, str]] = {}
        for name, kind, key in scored.keys(verdict):
            of_article = by_article.setdefault(name, {})
            of_article[kind] = f"{of_article[kind]} {key}" if kind in of_article else key
        kept[verdict] = by_article
    return kept


def recorded(pinned: Mapping[str, Any], verdict: str) -> set[tuple[str, str, str]]:
    """Article, kind and key of each item that `record` kept."""
    return {
        (name, kind, key)
        for name, kinds in pinned.get(verdict, {}).items()
        for kind, keys in kinds.items()
        for key in keys.split()
    }


def fallen(scores: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """The scores below their floors: now and floor. A score that is no longer measured counts as 0."""
    return {name: (scores.get(name, 0.0), floor) for name, floor in floors.items() if scores.get(name, 0.0) < floor}


# ---------------------------------------------------------------- the report


def table(scored: Scored, floors: Mapping[str, float]) -> Iterator[str]:
    """The scores beside their floors."""
    yield f"{scored.corpus.name}: {len(scored.corpus.ids())} articles"
    yield f"  {'':11s} {'P':>6s} {'R':>6s} {'F1':>6s} {'floor':>6s}  found missed spurious"
    for kind in KINDS:
        precision, recall, f1 = scored.rates(kind)
        yield _row(
            kind, (precision, recall, f1), _floor(floors, f"{kind} F1"), [scored.count(kind, v) for v in VERDICTS]
        )
    if scored.baseline:
        counts = [sum(item.verdict == verdict for _, item in scored.baseline) for verdict in VERDICTS]
        yield _row(" ten verbs", _rates(*counts), "     -", counts)
    for kind in ("article", *KINDS):
        shares = scored.shares(kind).items()
        yield f"  {kind:11s} " + ", ".join(
            f"{name} {share:.2f}" + _against(share, floors.get(f"{kind} {name}")) for name, share in shares
        )


def _row(name: str, rates: Sequence[float], floor: str, counts: Sequence[int]) -> str:
    precision, recall, f1 = rates
    return (
        f"  {name:11s} {precision:6.3f} {recall:6.3f} {f1:6.3f} {floor}  {counts[0]:5d} {counts[1]:6d} {counts[2]:8d}"
    )


def _floor(floors: Mapping[str, float], name: str) -> str:
    return f"{floors[name]:6.3f}" if name in floors else "     -"


def _against(share: float, floor: float | None) -> str:
    return "" if floor is None or share == floor else f" ({share - floor:+.2f})"


def changes(scored: Scored, pinned: Mapping[str, Any]) -> Iterator[str]:
    """What differs from the record, item by item."""
    found, missed, spurious = (scored.keys(verdict) for verdict in ("found", "missed", "spurious"))
    were_found, were_spurious = recorded(pinned, "found"), recorded(pinned, "spurious")
    articles = set(scored.corpus.ids())
    yield from _list("gained", [(k, words) for k, words in found.items() if k not in were_found])
    yield from _list("lost", [(k, words) for k, words in missed.items() if k in were_found])
    yield from _list("newly spurious", [(k, words) for k, words in spurious.items() if k not in were_spurious])
    gone = sorted(k for k in were_spurious if k not in spurious and k[0] in articles)
    yield from _list("no longer spurious", [(k, "") for k in gone])


def _list(title: str, items: Sequence[tuple[tuple[str, str, str], str]]) -> Iterator[str]:
    if items:
        yield f"  {title}: {len(items)}"
    for (name, kind, key), words in items:
        yield f"    {name[:16]:16s} {kind:10s} {key:11s} {words[:90]}".rstrip()


# ---------------------------------------------------------------- the gate


def gate(corpora: Sequence[Corpus], path: Path, pin: bool, allow_lower: bool, say: Callable[[str], None]) -> bool:
    """True where every corpus that is here holds its floors; pins new ones into the record at `path` when asked to."""
    pinned: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    good = True
    for corpus in corpora:
        if not corpus.ids():
            say(f"{corpus.name}: not here, not scored\n")
            good = good and not corpus.own
            continue
        scored = run(corpus)
        was = pinned.get(corpus.name, {})
        floors: Mapping[str, float] = was.get("floors", {})
        for line in (*table(scored, floors), *(changes(scored, was) if was else ()), *scored.failed):
            say(line)
        good = good and not scored.failed
        below = fallen(scored.scores(), floors)
        for name, (now, floor) in below.items():
            say(f"  {'lowered' if allow_lower else 'BELOW THE FLOOR'}: {name} {now:.4f}, floor {floor:.4f}")
        if allow_lower or (pin and not below):
            pinned[corpus.name] = record(scored, scored.scores())
            say("  pinned")
        elif was.get("corpus") != corpus.hash():  # what lies outside of the project may change without it
            say("  its gold or articles are not those that floors were pinned on; look at the scores, then PIN=1")
            good = good and not corpus.own
        elif below:
            good = False
        say("")
    if pin or allow_lower:
        path.write_text(json.dumps(pinned, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    return good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="pin scores that rose")
    parser.add_argument("--allow-lower", action="store_true", help="pin scores that fell, too")
    options = parser.parse_args()
    if gate(CORPORA, FLOORS, options.pin, options.allow_lower, print):
        print("score: every floor holds")  # noqa: T201
        return 0
    print("score: not all floors hold; see above")  # noqa: T201
    return 1


if __name__ == "__main__":
    sys.exit(main())
