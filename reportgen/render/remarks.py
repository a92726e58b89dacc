"""What somebody put right of a line or noted at it, in the words of the labels: it is the office's word, not an article's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from reportgen.render import format as form
from reportgen.render.escape import plain
from reportgen.render.running import closed


def remark(do: str, by: str, when: dt.date, about: str, why: str, lang: str, words: Mapping[str, Any]) -> str:
    """A sentence: "Ghi chú của Nguyễn Văn An, 04/3/2026, về “187 đảng viên”: Đang chờ số liệu của xã." `words` are the labels."""
    label = str(words["remarks"][f"said {do}"])
    said = label.format(by=plain(by), day=form.day(when, lang), words=plain(about), why=plain(why))
    return closed(" ".join(said.split()))
