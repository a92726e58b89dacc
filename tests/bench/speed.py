"""Times the line stage by stage: `make bench`, or `python tests/bench/speed.py FOLDER`.

No test: machines are shared and noisy, so each file counts with its fastest round, and what to read are the shares and the
ratios of one run, not the milliseconds. Resolution (localities and scope) is to cost less than 2 ms an article on top of reading.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from reportgen.brief import brief
from reportgen.clean import clean
from reportgen.extract.directives import find_directives
from reportgen.extract.localities import find_localities
from reportgen.extract.measures import find_measures
from reportgen.extract.metrics import find_metrics
from reportgen.extract.scope import find_scope
from reportgen.model import Extraction
from reportgen.parse import parse
from reportgen.read import discover, read
from reportgen.render import FORMATS, render

P = ParamSpec("P")
T = TypeVar("T")
ROUNDS = 7
READING, RESOLUTION = ("read", "clean", "parse"), ("localities", "scope")


def main(folder: Path) -> None:
    files = discover([folder]).files
    spent: dict[str, list[float]] = {}

    def timed(stage: str, do: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        start = time.perf_counter()
        result = do(*given, **named)
        spent.setdefault(stage, []).append(time.perf_counter() - start)
        return result

    characters = 0
    extractions = []
    for turn in range(ROUNDS + 1):
        if turn == 1:
            spent.clear()  # the first round loads tables
        for path in files:
            source = timed("read", read, path)
            text = timed("clean", clean, source)
            article = timed("parse", parse, text, source)
            places = timed("localities", find_localities, article)
            scope = timed("scope", find_scope, article, places)
            directives = timed("directives", find_directives, article, scope)
            metrics = timed("metrics", find_metrics, article, scope, directives)
            measures = timed("measures", find_measures, article, scope, directives, metrics)
            if turn == ROUNDS:
                characters += len(source.text)
                extractions.append(Extraction(article, places, directives, metrics, measures))
    means = {
        stage: statistics.fmean(min(times[k :: len(files)]) for k in range(len(files)))
        for stage, times in spent.items()
    }
    report(f"an article ({len(files)} articles, {characters // max(1, len(files))} characters each)", means)
    reading, resolution = (sum(means[stage] for stage in stages) * 1000 for stages in (READING, RESOLUTION))
    print(f"  resolution {resolution:.2f} ms on top of reading's {reading:.2f} ms: {resolution / reading:.0%} more")  # noqa: T201
    spent.clear()
    briefs = timed("brief", brief, extractions)
    spent["brief"] = [spent["brief"][0] / max(1, len(briefs))]
    for name in FORMATS:
        list(render(briefs[0], (name,), "vi", None))
        for b in briefs:
            timed(name, lambda *given: list(render(*given)), b, (name,), "vi", None)
    report(f"a brief ({len(briefs)} briefs)", {stage: statistics.fmean(times) for stage, times in spent.items()})


def report(title: str, means: dict[str, float]) -> None:
    total = sum(means.values())
    print(f"{title}: {total * 1000:.1f} ms")  # noqa: T201
    for stage, mean in means.items():
        print(f"  {stage:12s} {mean * 1000:8.2f} ms {mean / total:6.1%}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "seeds"))
