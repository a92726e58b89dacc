"""Fields: what Word works out itself (numbers of captions, of notes, of pages), with the result written in already."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def styled_run(paragraph: Any, style: Any = None, words: str = "") -> Any:
    """A new run at the end of `paragraph`, in `style`.

    The style is named by its identifier: python-docx would look through all styles for each run.
    """
    run = paragraph.add_run(words)
    if style is not None:
        run._r.style = style.style_id
    return run


def complex_field(paragraph: Any, code: str, result: str, style: Any = None) -> None:
    """A field of `code` at the end of `paragraph` that shows `result` until Word works it out anew."""
    begin, said, separate, shown, end = (styled_run(paragraph, style) for _ in range(5))
    field_mark(begin._r, "begin")
    field_code(said._r, code)
    field_mark(separate._r, "separate")
    shown.text = result
    field_mark(end._r, "end")


def field_mark(run: Any, kind: str) -> None:
    """Where a field begins, its result starts ("separate") or it ends."""
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)


def field_code(run: Any, code: str) -> None:
    """What a field is to work out."""
    instruction = OxmlElement("w:instrText")
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    instruction.text = f" {code} "
    run.append(instruction)


def bookmarked(paragraph: Any, name: str, number: int, first: Any, last: Any = None) -> None:
    """Puts the runs from `first` to `last`, elements of `paragraph`, into the bookmark `name`."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    first.addprevious(start)
    (first if last is None else last).addnext(end)
