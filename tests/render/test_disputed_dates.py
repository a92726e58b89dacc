"""A document of whose date the articles say different things: the table shows each, running text gives none."""

import dataclasses

from made import brief

from reportgen.model import Reading
from reportgen.render import format as form
from reportgen.render.markdown import render_markdown


def test_running_text_gives_no_date_that_is_disputed() -> None:
    made = brief()
    row = next(r for r in (*made.summary.issued, *made.summary.basis) if r.directive.date)
    date = row.directive.date or ""
    disputed = dataclasses.replace(row, dates=(Reading(date, row.marks, 1), Reading("2001-02-03", row.marks, 1)))

    def summary(of: object) -> str:
        rows = {name: tuple(of if r == row else r for r in getattr(made.summary, name)) for name in ("issued", "basis")}
        page = render_markdown(dataclasses.replace(made, summary=dataclasses.replace(made.summary, **rows)))
        return page.split("\n## ")[1]

    day = form.document_date(date, "vi")
    assert day in summary(row)
    assert day not in summary(disputed)
