"""Inline tokens as runs: words, emphasis, links, the marks of notes, and the sources as comments in the margin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from markdown_it.token import Token

from reportgen.render.docx.notes import Notes

AUTHOR, INITIALS = "reportgen", "rg"


class Inline:
    """Writes inline tokens into paragraphs of one document."""

    def __init__(self, document: Any, styles: Mapping[str, Any], notes: Notes, *, comments: bool) -> None:
        self._document, self._styles, self._notes, self._comments = document, styles, notes, comments

    def write(self, paragraph: Any, children: Sequence[Token]) -> None:
        """`children` at the end of `paragraph`."""
        strong = emphasis = 0
        link: Any = None
        said: list[Any] = []  # the runs since the last mark
        for before, token in zip([None, *children], children, strict=False):
            match token.type:
                case "text" | "code_inline" if token.content:
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
                    if self._comments and said:
                        self._comment(said, number)

    def _link(self, paragraph: Any, address: str) -> Any:
        """A hyperlink to `address` at the end of `paragraph`; None where it is no address of the web."""
        if not address.startswith(("https://", "http://")):
            return None
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        paragraph._p.append(link)
        return link

    def _comment(self, runs: Sequence[Any], number: int) -> None:
        """The quoted sentence of note `number` as a comment on `runs`, without a date."""
        comment = self._document.add_comment(runs, self._notes.words(number), AUTHOR, INITIALS)
        comment._comment_elm.attrib.pop(qn("w:date"), None)
        for paragraph in comment.paragraphs:
            paragraph._p.style = self._styles["annotation text"].style_id
