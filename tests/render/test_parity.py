"""Parity: the facts with their marks, taken from the Markdown, the DOCX and the PDF as they were written, are the same."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from made import HOSTILE, brief, made_of
from pdf_text import runs

from reportgen.brief import brief as briefs_of
from reportgen.build import extract_file
from reportgen.render.office import LAYOUTS, Layout
from reportgen.render.tokens import page

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
BRIEFS = {"one of each": brief(), "hostile": brief(HOSTILE)} | {
    b.unit.name: b for seed in SEEDS[:3] for b in briefs_of([extract_file(seed)])
}
MARK = re.compile(r"\[\d+\]")


def letters(words: str) -> str:
    return re.sub(r"[\s\u2060]+", "", words)


def facts_of_markdown(data: bytes) -> list[str]:
    """Every line that carries marks: its words, each mark in its place as [n]."""
    found = []
    for token in page(data.decode()).story:
        said = ""
        for child in token.children or [] if token.type == "inline" else []:
            if child.type == "footnote_ref":
                said += f"[{child.meta['id'] + 1}]"
            elif child.type in {"text", "code_inline"}:
                said += child.content
        if any(child.type == "footnote_ref" for child in token.children or []):
            found.append(letters(said))
    return found


def facts_of_docx(data: bytes) -> list[str]:
    document = Document(io.BytesIO(data))
    first = min((int(e.get(qn("w:id"))) for e in document.element.iter(qn("w:footnoteReference"))), default=1)
    found = []
    for paragraph in document.element.body.iter(qn("w:p")):
        if not paragraph.xpath('.//w:footnoteReference | .//w:instrText[contains(., "NOTEREF")]'):
            continue
        said = ""
        for element in paragraph.iter(qn("w:t"), qn("w:footnoteReference")):
            said += element.text or "" if element.tag == qn("w:t") else str(int(element.get(qn("w:id"))) - first + 1)
        found.append(letters(said))
    return found


def text_of_pdf(data: bytes) -> str:
    """The story as it is printed, without the notes and the running foot, which are smaller."""
    return letters("".join(run.words for run in runs(data) if run.size != 10))


@pytest.mark.parametrize("name", BRIEFS)
def test_the_facts_and_their_marks_are_the_same_in_all_three(name: str) -> None:
    made = made_of(BRIEFS[name])
    facts = facts_of_markdown(made["md"])
    assert len(facts) > 5
    assert facts_of_docx(made["docx"]) == facts
    printed = text_of_pdf(made["pdf"])
    for fact in facts:
        assert fact in printed
    if name != "hostile":  # whose words have marks in them that are none
        assert Counter(MARK.findall(printed)) == Counter(mark for fact in facts for mark in MARK.findall(fact))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_adds_and_takes_no_fact(layout: str) -> None:
    plain, dressed = (
        made_of(brief(), "docx", layout=Layout(name, comments=True))["docx"] for name in ("plain", layout)
    )
    assert facts_of_docx(dressed) == facts_of_docx(plain)


_RENDER = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from made import brief, made_of
from reportgen.render.office import LAYOUTS, Layout
for name in LAYOUTS:
    for form, data in made_of(brief(), layout=Layout(name, comments=True, archive=name == "state")).items():
        print(name, form, hashlib.sha256(data).hexdigest())
"""


def hashes(**environment: str) -> list[str]:
    command = [sys.executable, "-c", _RENDER, str(Path(__file__).parent)]
    made = subprocess.run(command, env={**os.environ, **environment}, check=True, capture_output=True, encoding="utf-8")
    return made.stdout.splitlines()


def test_every_layout_gives_the_same_bytes_whatever_the_hash_seed_and_the_zone() -> None:
    one = hashes(PYTHONHASHSEED="1", TZ="UTC")
    assert len(one) == 12
    assert one == hashes(PYTHONHASHSEED="2", TZ="Asia/Ho_Chi_Minh", LC_ALL="C")
