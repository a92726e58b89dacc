"""Fields: what Word works out itself (numbers of captions, of notes, of pages), with the result written in already."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def complex_field(paragraph: Any, code: str, result: str, style: Any = None) -> None:
    """A field of `code` at the end of `paragraph` that shows `result` until Word works it out anew."""
    for kind in ("begin", "", "separate", result, "end"):
        run = paragraph.add_run(style=style)
        if kind == "":
            instruction = OxmlElement("w:instrText")
            instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            instruction.text = f" {code} "
            run._r.append(instruction)
        elif kind is result:
            run.text = result
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def bookmarked(paragraph: Any, name: str, number: int, first: Any, last: Any = None) -> None:
    """Puts the runs from `first` to `last`, elements of `paragraph`, into the bookmark `name`."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    first.addprevious(start)
    (first if last is None else last).addnext(end)
