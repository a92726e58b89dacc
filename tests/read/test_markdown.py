"""Markdown: front matter, headings, lists, quotations, pictures, tables, footnotes."""

from __future__ import annotations

from pathlib import Path

from reportgen.clean import clean
from reportgen.model import Article
from reportgen.parse import parse
from reportgen.read import read

STORY = """\
---
title: "Tân An giao việc khó cho từng chi bộ"
date: 2019-09-14
author: Lò Mai, Trần Tú
newspaper: Báo Lào Cai
---

# Tân An giao việc khó cho từng chi bộ

Năm 2018, **Đảng ủy xã Tân An** cử [12 đồng chí](http://a.vn) xuống
giúp các chi bộ thôn làm đường.[^1]

![Cán bộ xã xuống thôn nghe dân bàn](a.jpg)

## Những việc đã làm

- Mỗi chi bộ chọn một việc dân bức xúc nhất để làm trước.
- Mỗi cấp ủy viên dự sinh hoạt với chi bộ thôn hằng tháng.

> “Chi bộ hỏi việc từng người, nên ai cũng phải làm cho xong phần của mình”.\\
> Bà Ngô Thị Mai, Bí thư Chi bộ thôn Thượng

| Thôn | Năm 2018 |
|------|---------:|
| Hạ   | 9        |

<script>x</script>

Đến nay, <b>9/9</b> chi bộ thôn của xã đã hoàn thành việc đăng ký.

[^1]: Số liệu của Đảng ủy xã.
"""


def article(tmp_path: Path, text: str) -> Article:
    (tmp_path / "bai.md").write_text(text, encoding="utf-8")
    source = read(tmp_path / "bai.md")
    return parse(clean(source), source)


def test_story(tmp_path: Path) -> None:
    found = article(tmp_path, STORY)
    assert (found.title, str(found.published), found.newspaper, found.authors) == (
        "Tân An giao việc khó cho từng chi bộ",
        "2019-09-14",
        "Báo Lào Cai",
        ("Lò Mai", "Trần Tú"),
    )
    assert [(b.kind, found.words(b.span).split(" ")[0]) for b in found.blocks] == [
        ("lead", "Năm"),
        ("caption", "Cán"),
        ("heading", "Những"),
        ("paragraph", "Mỗi"),
        ("paragraph", "Mỗi"),
        ("quote", "“Chi"),
        ("paragraph", "Đến"),
        ("paragraph", "Số"),
    ]
    assert "cử 12 đồng chí xuống giúp" in found.source.text
    assert [[found.words(c.span) for c in row] for row in found.tables[0].rows] == [["Thôn", "Năm 2018"], ["Hạ", "9"]]
    assert "script" not in found.source.text


def test_without_front_matter_the_first_heading_is_the_title(tmp_path: Path) -> None:
    found = article(tmp_path, STORY.split("---\n", 2)[2])
    assert found.title == "Tân An giao việc khó cho từng chi bộ"
    assert found.published is None
