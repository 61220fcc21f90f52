"""What to do about one criterion."""

import pytest
from folders import criterion
from pages import BOTH, LICENCE, OPEN, assessed, lines, loaded

from os2governance.analysis.plan import build_action
from os2governance.render.common.steps import render_action_blocks, render_plan_step

REMEDY = {"da": "Åbn koden", "en": "Open the code"}
FILE = "products/tool/product.yaml"


def action(folder, rule=OPEN, more=(), **product):
    model = loaded(folder, [criterion("K77", "low", rule, remedy=REMEDY, **dict(more))])
    return build_action(assessed(folder, model, **product).outcome("K77"))


@pytest.mark.parametrize("language", BOTH)
def test_the_remedy_comes_first_then_a_step_for_each_fact(tmp_path, language):
    both = action(tmp_path, {"all": [OPEN, LICENCE]}, {"basis": "facts"})
    said = lines(render_action_blocks(both, FILE, language, 0))

    assert said[0] == REMEDY[language]
    steps = [
        "".join(s.text for s in render_plan_step(step, FILE, language)) for step in both.steps
    ]
    assert [line[2:] for line in said[1:]] == steps
    assert [step.path for step in both.steps] == ["open", "licence"]


@pytest.mark.parametrize("language", BOTH)
def test_a_fact_that_is_declared_tells_where_it_is(tmp_path, language):
    [wrong] = action(tmp_path / "one", facts={"open": False}).steps
    [unsaid] = action(tmp_path / "other").steps
    mend, declare = (
        "".join(s.text for s in render_plan_step(step, FILE, language)) for step in (wrong, unsaid)
    )

    assert f"product.yaml:{wrong.position[0]}" in mend
    assert "product.yaml" not in declare
    assert mend.split()[0] != declare.split()[0]
    for said in (mend, declare):
        assert wrong.node.render(language) in said


def test_a_condition_that_must_not_hold_is_told_as_such(tmp_path):
    [must] = action(tmp_path / "one").steps
    [must_not] = action(tmp_path / "other", {"not": OPEN}).steps

    assert (must.holds, must_not.holds) == (True, False)
    assert render_plan_step(must, FILE, "en") != render_plan_step(must_not, FILE, "en")


@pytest.mark.parametrize("language", BOTH)
def test_an_answer_is_asked_for_where_one_counts(tmp_path, language):
    counts = action(tmp_path / "one")
    never = action(tmp_path / "other", more={"basis": "facts"})
    said, unsaid = (
        lines(render_action_blocks(each, FILE, language, 0)) for each in (counts, never)
    )

    assert any("K77" in line for line in said)
    assert not any("K77" in line for line in unsaid)


def test_a_value_that_looks_like_a_field_is_only_a_value(tmp_path):
    rule = {"fact": "licence", "is": "osi_licence"}
    [step] = action(tmp_path, rule, facts={"licence": "{place}{clause}{0}"}).steps
    said = "".join(s.text for s in render_plan_step(step, FILE, "en"))

    assert "{place}{clause}{0}" in said
