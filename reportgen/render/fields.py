"""What a template may use, as a page: every object that a brief leads to, with its fields and how to reach them."""

from __future__ import annotations

import dataclasses
import inspect
import re
import types
import typing
from collections.abc import Iterator

from reportgen.model import Brief, Comparison, Document

_COMMENT = re.compile(r"^    (\w+): [^#\n]*?  # (.+)$", re.M)
_HEAD = """# What a template may use

`brief.md.j2` is given `brief`, a Brief; `site/documents.md.j2` and `documents.md.j2` are given `documents`, Documents, and
`compare.md.j2` `compare`, a Comparison. Each object below is reached
as its example shows; `[0]` stands for "the first of several". A field without a value prints nothing.
"""


def fields_page() -> str:
    """The page as Markdown, made from the dataclasses themselves."""
    return _HEAD + "".join(_section(kind, path) for kind, path in reached())


def reached() -> Iterator[tuple[type, str]]:
    """Every dataclass that a template can reach, with the shortest expression that leads to it."""
    queue: list[tuple[type, str]] = [(Brief, "brief"), (Document, "documents[0]"), (Comparison, "compare")]
    seen: set[type] = {Brief, Document, Comparison}
    for kind, path in queue:
        yield kind, path
        hints = typing.get_type_hints(kind)
        for field in dataclasses.fields(kind):
            for inner, several in _classes(hints[field.name]):
                if inner not in seen:
                    seen.add(inner)
                    queue.append((inner, f"{path}.{field.name}" + ("[0]" if several else "")))


def _classes(hint: object, *, several: bool = False) -> Iterator[tuple[type, bool]]:
    """The dataclasses inside a type, each with whether it stands in a tuple."""
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        yield hint, several
    for inner in typing.get_args(hint):
        yield from _classes(inner, several=several or typing.get_origin(hint) is tuple)


def _section(kind: type, path: str) -> str:
    source = inspect.getsource(kind)
    said = dict(_COMMENT.findall(source))
    doc = (inspect.getdoc(kind) or "").split("\n\n")[0].replace("\n", " ")
    hints = typing.get_type_hints(kind)
    rows = [(f.name, _type(hints[f.name]), said.get(f.name, "")) for f in dataclasses.fields(kind)]
    rows += [
        (name, "", (inspect.getdoc(value) or "").split("\n")[0])
        for name, value in vars(kind).items()
        if isinstance(value, property)
    ]
    table = "".join(f"| `{name}` | {form} | {words} | `{{{{ {path}.{name} }}}}` |\n" for name, form, words in rows)
    return f"\n## {kind.__name__}\n\n{doc}\n\n| field | type | | example |\n| --- | --- | --- | --- |\n{table}"


def _type(hint: object) -> str:
    """A type in words: "several Section", "text or nothing"."""
    if hint is type(None):
        return "nothing"
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return "several " + " and ".join(dict.fromkeys(_type(x) for x in inner if x is not ...))
    if origin in (typing.Union, types.UnionType):
        return " or ".join(map(_type, inner))
    if origin is typing.Literal:
        return ", ".join(map(str, inner))
    names = {"str": "text", "int": "number", "Decimal": "number", "bool": "yes or no", "date": "day"}
    name = getattr(hint, "__name__", str(hint))
    return names.get(name, name)
