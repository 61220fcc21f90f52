"""The decision log as text."""

import pytest
from log_entries import ENTRY, NAMELESS, entry
from pages import BOTH, HOSTILE, lines

from os2governance.render.decisions.log_labels import NO_DECISIONS, TITLE, build_log_row
from os2governance.render.decisions.log_text import render_log_blocks


@pytest.mark.parametrize("language", BOTH)
def test_each_decision_is_two_lines_below_its_year(language):
    on, name, decision, grounds, role = build_log_row(ENTRY, language)

    assert lines(render_log_blocks({2026: [ENTRY]}, language)) == [
        TITLE.render(language),
        "",
        "2026",
        f"{on}  {name}  {decision}",
        f"{role}. {grounds}. {ENTRY.reference}",
    ]


def test_the_years_stand_in_their_order():
    said = lines(render_log_blocks({2026: [ENTRY], 2024: [ENTRY, ENTRY]}, "en"))

    assert [line for line in said if line.isdigit()] == ["2026", "2024"]
    assert len(said) == 1 + 2 * 2 + 2 * 3


def test_what_there_is_not_leaves_no_gap():
    assert lines(render_log_blocks({2026: [NAMELESS]}, "da"))[-1] == "board. Ja"


@pytest.mark.parametrize("language", BOTH)
def test_no_decisions_are_said(language):
    assert lines(render_log_blocks({}, language)) == [
        TITLE.render(language),
        NO_DECISIONS.render(language),
    ]


def test_a_hostile_name_takes_no_more_lines():
    hostile = entry(name=HOSTILE, rationale=HOSTILE)

    assert len(lines(render_log_blocks({2026: [hostile]}, "en"))) == 5
