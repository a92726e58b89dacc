"""Paths: where a brief is written, as ASCII slugs of its unit's path, province first."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from reportgen.model import Unit


def slug(words: str) -> str:
    """`words` in small ASCII letters, digits and hyphens; đ is d; "x" where nothing is left.

    >>> slug("Đồng Mỏ"), slug("Đắk R'Lấp"), slug("../../etc")
    ('dong-mo', 'dak-r-lap', 'etc')
    """
    plain = unicodedata.normalize("NFKD", words.replace("đ", "d").replace("Đ", "D"))
    return (
        re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain.lower() if not unicodedata.combining(c))).strip("-") or "x"
    )


def brief_stems(units: Sequence[Unit]) -> dict[Unit, PurePosixPath]:
    """For each unit the path of its brief without ending, relative to the output folder; no two are the same.

    "tỉnh Thanh Hóa > thị xã Nghi Sơn" is `thanh-hoa/nghi-son/nghi-son`. Units of one parent whose names have one slug
    carry their level too ("chi-lang-thi-tran", "chi-lang-xa"), and where that does not tell them apart, their code or a
    number.
    """
    steps: dict[tuple[str, ...], str] = {}
    prefixes = sorted({tuple(map(str, u.path[:n])) for u in units for n in range(1, len(u.path) + 1)})
    named = {tuple(map(str, u.path[:n])): u.path[n - 1] for u in units for n in range(1, len(u.path) + 1)}
    plain = Counter((p[:-1], slug(named[p].name)) for p in prefixes)
    levelled = Counter((p[:-1], slug(f"{named[p].name} {named[p].level}")) for p in prefixes)
    taken: Counter[tuple[tuple[str, ...], str]] = Counter()
    for p in prefixes:
        place, parent = named[p], p[:-1]
        step = slug(place.name)
        if plain[parent, step] > 1:
            step = slug(f"{place.name} {place.level}")
        if levelled[parent, step] > 1:
            taken[parent, step] += 1
            step = f"{step}-{taken[parent, step]}"
        steps[p] = step
    stems = {}
    for unit in units:
        keys = [tuple(map(str, unit.path[:n])) for n in range(1, len(unit.path) + 1)]
        folder = PurePosixPath(*(steps[k] for k in keys))
        stems[unit] = folder / steps[keys[-1]]
    return stems
