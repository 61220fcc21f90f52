"""What follows from a decision, as text."""

from datetime import date

import pytest
from pages import BOARD, BOTH, HOSTILE, assessed, lines, loaded

from os2governance.authoring.decision import DecisionConsequences
from os2governance.i18n.date_words import format_day
from os2governance.i18n.symbols import LEVEL_KINDS, LIFECYCLE_LABELS
from os2governance.render.common.levels import render_below_lowest, render_state
from os2governance.render.decisions.consequences_text import render_consequences_blocks

PLACE = {"on": "2026-02-01", "decision": "place", "level": "high", **BOARD}


def page(folder, language="en", facts=None, decisions=(PLACE,), **more):
    model = loaded(folder)
    usual = {"facts": facts or {"open": True}, **more}
    before = assessed(folder / "before", model, **usual)
    after = assessed(folder / "after", model, **usual, decisions=list(decisions))
    return lines(render_consequences_blocks(DecisionConsequences(before, after), language))


def rows(said):
    return {row[0]: row[1:] for line in said if len(row := line.split(" | ")) == 3 and row[0]}


@pytest.mark.parametrize("language", BOTH)
def test_levels_and_standing_are_told_before_and_after(tmp_path, language):
    close = {"on": "2026-03-01", "decision": "close", **BOARD}
    said = rows(page(tmp_path, language, {"open": False}, [PLACE, close]))
    words = {kind: LEVEL_KINDS[kind].word.render(language) for kind in LEVEL_KINDS}
    model = loaded(tmp_path)
    below = render_below_lowest(model, language)
    none = render_state(model, "below", "fully", language)

    assert list(said)[:3] == [words["assessed"], words["fully"], words["placed"]]
    assert said[words["assessed"]] == [below, below]
    assert said[words["fully"]] == [none, none]
    assert said[words["placed"]][1] == "high"
    assert said[words["placed"]][0] not in {below, "high"}
    assert list(said.values())[3] == [
        LIFECYCLE_LABELS[each].render(language) for each in ("active", "closed")
    ]


@pytest.mark.parametrize("language", BOTH)
def test_what_stays_unexplained_is_named_or_rules_and_placement_agree(tmp_path, language):
    some = page(tmp_path / "1", language)[-1]
    none = page(tmp_path / "2", language, {"open": True, "licence": "MIT"})[-1]

    assert "B" in some.split()[-1]
    assert "B" not in none
    assert some != none


def test_a_level_that_is_not_settled_is_told_as_such(tmp_path):
    said = rows(page(tmp_path, facts={"licence": "MIT"}))

    assert said["Assessed"] == ["not settled", "not settled"]


def accept(on="2026-02-01", level="high", name="B", **given):
    return {"on": on, "decision": "accept", "level": level, "accepts": {name: given}, **BOARD}


STOPPED = {"open": True, "licence": None}


@pytest.mark.parametrize("language", BOTH)
def test_an_acceptance_tells_for_which_level_it_counts_until_when_and_what_was_promised(
    tmp_path, language
):
    given = accept(until="2026-12-01", action="Vælge en", responsible="owner")
    [line] = [
        line for line in page(tmp_path, language, STOPPED, [PLACE, given]) if line.startswith("B ")
    ]
    owner = {"da": "Ejeren", "en": "The owner"}[language]

    assert " high, " in line
    assert format_day(date(2026, 12, 1), language) in line
    assert line.endswith(f"Vælge en ({owner}).")


@pytest.mark.parametrize("language", BOTH)
def test_a_renewal_is_told_with_its_number_and_the_end_before(tmp_path, language):
    model = loaded(tmp_path)
    first, again = accept(until="2026-03-01"), accept("2026-03-02", until="2026-12-01")
    before, after = (
        assessed(tmp_path / str(len(log)), model, facts=STOPPED, decisions=log)
        for log in ([PLACE, first], [PLACE, first, again])
    )
    said = lines(render_consequences_blocks(DecisionConsequences(before, after), language))
    [line] = [line for line in said if line.startswith("B ")]

    assert " 1; " in line
    assert format_day(date(2026, 3, 1), language) in line


@pytest.mark.parametrize("language", BOTH)
def test_an_acceptance_for_a_lower_level_changes_nothing_and_says_so(tmp_path, language):
    low, high = (
        page(tmp_path / level, language, STOPPED, [PLACE, accept(level=level)])
        for level in ("low", "high")
    )
    [one], [other] = ([line for line in said if line.startswith("B ")] for said in (low, high))

    assert len(one) > len(other)
    assert "high" in one
    assert "low" in one


def test_what_the_level_rests_on_is_told_with_the_agreement(tmp_path):
    said = page(tmp_path, facts=STOPPED, decisions=[PLACE, accept(until="2026-12-01")])

    assert said[-1].endswith(": by 1 accepted deviation (B), without it low.")


def test_without_a_placement_there_is_nothing_to_agree_with(tmp_path):
    placed = page(tmp_path / "1", facts={"open": True, "licence": "MIT"})
    admitted = page(tmp_path / "2", decisions=[{"on": "2026-02-01", "decision": "admit", **BOARD}])

    assert len(placed) == len(admitted) + 1


def test_a_hostile_name_stays_in_the_heading(tmp_path):
    usual, hostile = page(tmp_path / "1"), page(tmp_path / "2", name=HOSTILE)

    assert HOSTILE in hostile[0]
    assert usual[1:] == hostile[1:]
