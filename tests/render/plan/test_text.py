"""The plan for a level, as text."""

import pytest
from folders import criterion
from pages import BOTH, HOSTILE, LICENCE, OPEN, TITLE, TODAY, assessed, lines, loaded

from os2governance.analysis.plan import build_plan
from os2governance.render.common.levels import render_footer, render_level
from os2governance.render.common.steps import render_action_blocks, render_plan_step
from os2governance.render.plan.text import render_plan_blocks

CRITERIA = [
    criterion("A", "low", OPEN, title=TITLE),
    criterion("B", "low", {"all": [OPEN, LICENCE]}),
    {**criterion("C", "low", LICENCE), "responsible": "board"},
]


def planned(folder, criteria=CRITERIA, level=None, **product):
    return build_plan(assessed(folder, loaded(folder, criteria), **product), level)


def page(plan, language="en"):
    return lines(render_plan_blocks(plan, language))


@pytest.mark.parametrize("language", BOTH)
def test_each_role_has_its_tasks_below_its_name(tmp_path, language):
    plan = planned(tmp_path, facts={"open": False})
    said = page(plan, language)
    board, owner = {"da": ["Bestyrelsen", "Ejeren"], "en": ["The board", "The owner"]}[language]
    file = plan.assessment.document.file

    assert said.index(board) < said.index(owner)
    task = f"A {TITLE[language]} · low"
    assert [task in line for line in said[said.index(owner) :]].count(True) == 1
    for _, _, actions in plan.by_role:
        for each in actions:
            assert set(lines(render_action_blocks(each, file, language, 4))) <= set(said)
    assert said[-1] == lines([render_footer(["small/1"], TODAY, language)])[0]


@pytest.mark.parametrize("language", BOTH)
def test_the_summary_counts_what_stands_in_the_way(tmp_path, language):
    many, one = planned(tmp_path / "1"), planned(tmp_path / "2", CRITERIA[:1])
    said, single = page(many, language)[2], page(one, language)[2]

    assert ("3" in said, "1" in single) == (True, True)
    assert render_level(many.assessment, "assessed", language) in said


@pytest.mark.parametrize("language", BOTH)
def test_the_lever_is_told_first(tmp_path, language):
    plan = planned(tmp_path, facts={"licence": "MIT"})
    said = page(plan, language)
    step = "".join(
        s.text for s in render_plan_step(plan.lever.step, plan.assessment.document.file, language)
    )

    assert said[5] == step.replace("\xa0", " ")
    assert "A" in said[6]
    assert "B" in said[6]


@pytest.mark.parametrize("language", BOTH)
def test_reached_with_reservations_and_fully_are_told_apart(tmp_path, language):
    criteria = [criterion("A", "low", OPEN, partly=LICENCE)]
    full = planned(tmp_path / "1", criteria, "high", facts={"open": True})
    partly = {"open": False, "licence": "MIT"}
    reserved = planned(tmp_path / "2", criteria, "high", facts=partly)

    assert page(full, language)[2] != page(reserved, language)[2]
    assert len(page(full, language)) == 5
    assert any("A · low" in line for line in page(reserved, language))


def test_a_criterion_without_anybody_responsible_is_planned_too(tmp_path):
    nobody = criterion("A", "low", OPEN)
    del nobody["responsible"]
    said = page(planned(tmp_path, [nobody]))

    assert any("A · low" in line for line in said)
    assert "" not in [line for n, line in enumerate(said) if n and said[n - 1] == ""]


def test_a_hostile_name_takes_no_more_lines(tmp_path):
    usual, hostile = planned(tmp_path / "1"), planned(tmp_path / "2", name=HOSTILE)

    assert len(page(usual)) == len(page(hostile))
    assert page(hostile)[0].startswith(HOSTILE)
