"""The round, as people read it."""

from dataclasses import replace

import pytest
from pages import HOSTILE
from rounds import DAY as DAY_DONE
from rounds import models, record, round_of, several

from os2governance.render.common.paper import (
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperTable,
)
from os2governance.render.common.paper_html import render_paper_html
from os2governance.render.round.paper import build_round_paper


def paper(folder, state, language="en"):
    return list(build_round_paper(state, models(folder), "rounds/2026-2.yaml", language))


def tables(parts):
    found, heading = {}, ""
    for part in parts:
        if isinstance(part, PaperHeading):
            heading = part.text
        if isinstance(part, PaperTable):
            found[heading] = part.rows
    return found


def test_how_many_have_come_how_far_and_who_is_late(tmp_path):
    found = tables(paper(tmp_path, several()))

    assert found["Products"][0] == ("Invitation", "0 of 2", "1", "1", "0", "0", "0")
    assert found["Products"][3] == ("Evaluation", "1 of 2", "0", "0", "1", "0", "0")
    assert found["Overdue"] == (
        ("15 August 2026", "Invitation", "the evaluator", "Late and Sketch"),
        ("15 September 2026", "Self-assessment", "the product", "Late and Sketch"),
    )
    assert found["Each product"] == (
        ("Ahead", "Evaluation, 1 October 2026", "Hearing", "–", "the product"),
        ("Late", "–", "Invitation", "15 August 2026 (past due)", "the evaluator"),
        ("Sketch", "–", "Invitation", "15 August 2026 (past due)", "the evaluator"),
    )


def test_remarks_and_what_is_not_in_the_round(tmp_path):
    parts = paper(tmp_path, several(), "da")
    lists = [each.items for each in parts if isinstance(each, PaperList)]

    assert lists == [("Ahead: Punkt 4.",), ("Away: Flytter hjem.",)]
    assert PaperParagraph("1 lukket produkt er ikke med.") in parts


def test_nothing_is_overdue_and_nothing_there(tmp_path):
    done = {"done": {"invited": DAY_DONE, "self_assessment": DAY_DONE}}
    parts = paper(tmp_path, round_of(record(), tool=done))

    assert PaperParagraph("Nothing is overdue.") in parts
    assert PaperParagraph("No product is in the round.") in paper(tmp_path, round_of())


@pytest.mark.parametrize("wanted", ["rounds/2026-2.yaml", ""])
def test_a_file_that_is_wanted_is_told_of(tmp_path, wanted):
    state = replace(round_of(record()), file="")
    said = [
        each.text
        for each in build_round_paper(state, models(tmp_path), wanted, "en")
        if isinstance(each, PaperParagraph) and "no file" in each.text
    ]

    assert said == [
        f"There is no file with deadlines for this half-year: {name}." for name in [wanted] if name
    ]


def test_what_a_file_says_is_no_markup(tmp_path):
    page = render_paper_html(
        paper(tmp_path, round_of(record(), tool={"remark": HOSTILE})), {}, "en"
    )

    assert "<b>x" not in page
    assert "&lt;b&gt;x" in page
