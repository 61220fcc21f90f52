"""What follows from a decision, as text."""

import pytest
from pages import BOARD, BOTH, HOSTILE, assessed, lines, loaded

from os2governance.assessment.levels import BELOW_LOWEST
from os2governance.authoring.decision import DecisionConsequences
from os2governance.i18n.symbols import LEVEL_KINDS, LIFECYCLE_LABELS
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
    below = BELOW_LOWEST.render(language)

    assert list(said)[:3] == [words["assessed"], words["fully"], words["placed"]]
    assert said[words["assessed"]] == [below, below]
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


def test_without_a_placement_there_is_nothing_to_agree_with(tmp_path):
    placed = page(tmp_path / "1", facts={"open": True, "licence": "MIT"})
    admitted = page(tmp_path / "2", decisions=[{"on": "2026-02-01", "decision": "admit", **BOARD}])

    assert len(placed) == len(admitted) + 1


def test_a_hostile_name_stays_in_the_heading(tmp_path):
    usual, hostile = page(tmp_path / "1"), page(tmp_path / "2", name=HOSTILE)

    assert HOSTILE in hostile[0]
    assert usual[1:] == hostile[1:]
