"""Inline tokens as runs: words, emphasis, links, the marks of notes, and the sources as comments in the margin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from markdown_it.token import Token

from reportgen.render.docx.notes import Notes

AUTHOR, INITIALS = "reportgen", "rg"


@dataclass(frozen=True, slots=True)
class Person:
    """Who says a remark, when, and the words by which a line says that there is one."""

    name: str
    day: dt.date
    flag: str


class Inline:
    """Writes inline tokens into paragraphs of one document."""

    def __init__(
        self,
        document: Any,
        styles: Mapping[str, Any],
        notes: Notes,
        *,
        comments: bool,
        people: Mapping[str, Person],
    ) -> None:
        self._document, self._styles, self._notes, self._comments = document, styles, notes, comments
        self._people = people

    def write(self, paragraph: Any, children: Sequence[Token]) -> None:
        """`children` at the end of `paragraph`."""
        strong = emphasis = 0
        link: Any = None
        said: list[Any] = []  # the runs since the last mark
        passed: list[int] = []  # the marks since the last words
        for before, token in zip([None, *children], children, strict=False):
            match token.type:
                case "text" | "code_inline" if token.content:
                    if self._comments and passed:
                        self._remarks(said, passed, token.content)
                    passed = []
                    run = paragraph.add_run(token.content)
                    if strong or emphasis:
                        run._r.style = self._styles["strong" if strong else "emphasis"].style_id
                        run.italic = True if strong and emphasis else None
                    if link is not None:
                        run._r.style = self._styles["hyperlink"].style_id
                        link.append(run._r)
                    else:
                        said = [run] if before is not None and before.type == "footnote_ref" else [*said, run]
                case "softbreak" | "hardbreak":
                    paragraph.add_run(" ")
                case "strong_open" | "strong_close":
                    strong += token.nesting
                case "em_open" | "em_close":
                    emphasis += token.nesting
                case "link_open":
                    link = self._link(paragraph, str(token.attrGet("href") or ""))
                case "link_close":
                    link = None
                case "footnote_ref":
                    number = token.meta["id"] + 1
                    self._notes.mark(paragraph, number, self.write)
                    passed.append(number)
                    if self._comments and said:
                        self._comment(said, self._notes.words(number)[0])
        # LibreOffice 7 takes one note for another where a comment's mark stands before that of a note
        for mark in paragraph._p.xpath("./w:r[w:commentReference]"):
            paragraph._p.append(mark)

    def _link(self, paragraph: Any, address: str) -> Any:
        """A hyperlink to `address` at the end of `paragraph`; None where it is no address of the web."""
        if not address.startswith(("https://", "http://")):
            return None
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        paragraph._p.append(link)
        return link

    def _remarks(self, runs: Sequence[Any], numbers: Sequence[int], words: str) -> None:
        """What people say of the line with the marks `numbers` as their comments on `runs`, where the `words` behind tell of it."""
        for remark in dict.fromkeys(remark for n in numbers for remark in self._notes.words(n)[1]):
            person = self._people.get(remark)
            if person and runs and f"({person.flag})" in words:
                initials = "".join(name[0] for name in person.name.split())
                self._comment(runs, remark, person.name, initials, f"{person.day.isoformat()}T00:00:00Z")

    def _comment(
        self, runs: Sequence[Any], words: str, author: str = AUTHOR, initials: str = INITIALS, day: str = ""
    ) -> None:
        """A comment on `runs`; what the program quotes has no date."""
        comment = self._document.add_comment(runs, words, author, initials)
        comment._comment_elm.attrib.pop(qn("w:date"), None)
        if day:
            comment._comment_elm.set(qn("w:date"), day)
        for paragraph in comment.paragraphs:
            paragraph._p.style = self._styles["annotation text"].style_id
