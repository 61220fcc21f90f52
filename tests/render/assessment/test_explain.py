"""One product's criteria explained: what was answered, decided, rated, and what to do."""

import pytest
from folders import criterion
from pages import BOARD, BOTH, LICENCE, OPEN, TITLE, TODAY, assessed, lines, loaded

from os2governance.analysis.plan import build_action
from os2governance.i18n.symbols import ANSWER_LABELS, DEVIATION_LABELS, FACTS_SAY_LABELS
from os2governance.render.assessment.explain import render_explanation_blocks
from os2governance.render.assessment.trace import render_trace_blocks
from os2governance.render.common.actions import render_action_blocks
from os2governance.render.common.levels import render_footer

CRITERIA = [criterion("A", "low", OPEN, title=TITLE), criterion("B", "high", LICENCE)]


def page(product, names, language="en", *, rest=False):
    outcomes = [product.outcome(name) for name in names]
    return lines(render_explanation_blocks(product, outcomes, language, rest=rest))


def product(folder, **more):
    return assessed(folder, loaded(folder, CRITERIA), **more)


@pytest.mark.parametrize("language", BOTH)
def test_each_condition_is_shown_as_its_trace_and_what_the_facts_say(tmp_path, language):
    it = product(tmp_path, facts={"open": False})
    said = page(it, ["A"], language)
    outcome, file = it.outcome("A"), it.declaration.document.file

    for block in (render_trace_blocks(outcome.met, file, language, 4),
                  render_action_blocks(build_action(it, outcome), language, 4)):  # fmt: skip
        assert set(lines(block)) <= set(said)
    assert any(line.endswith(FACTS_SAY_LABELS["unmet"].render(language)) for line in said)
    assert said[-1] == lines([render_footer(["small/1"], TODAY, language)])[0]


def test_what_is_met_has_nothing_to_do(tmp_path):
    it = product(tmp_path, facts={"open": True})
    steps = lines(render_action_blocks(build_action(it, it.outcome("A")), "en", 4))

    assert not set(steps) & set(page(it, ["A"]))


@pytest.mark.parametrize("language", BOTH)
def test_an_answer_is_told_with_place_note_and_evidence(tmp_path, language):
    answer = {"answer": "planned", "due": "2026-09-01", "note": "Snart", "evidence": ["https://e.example/"]}  # fmt: skip
    said = page(product(tmp_path, answers={"A": answer}), ["A"], language)
    [row] = [line for line in said if ANSWER_LABELS["planned"].render(language) in line and "2026-09-01" in line and "(product.yaml:" in line]  # fmt: skip

    assert row.count("|") == 1
    assert any(line.endswith("| Snart") for line in said)
    assert any(line.endswith("| https://e.example/") for line in said)


def test_an_acceptance_and_a_rating_are_told_with_who_and_when(tmp_path):
    log = {"on": "2026-02-01", "decision": "accept", "accepts": {"A": {"until": "2026-12-31"}}, **BOARD}  # fmt: skip
    rating = {"evaluated": {"on": "2026-03-01", "by": "{on} Eva"}, "lights": {"A": {"light": "partly", "grounds": "Set"}}}  # fmt: skip
    it = product(tmp_path, facts={"open": False}, decisions=[log], evaluations=[rating])
    said = page(it, ["A"])

    [row] = [line for line in said if DEVIATION_LABELS["accepted"].render("en") in line and "|" in line]  # fmt: skip
    assert ["The board" in row, "2026-02-01" in row, "2026-12-31" in row] == [True] * 3
    [given] = [line for line in said if "2026-03-01" in line]
    assert "{on} Eva" in given
    assert any(line.endswith("| Set") for line in said)


def test_the_others_are_listed_only_when_asked_for(tmp_path):
    it = product(tmp_path, facts={"open": True})
    without, whole = page(it, ["A"]), page(it, ["A"], rest=True)

    assert not any(line.endswith("| B") for line in without)
    assert [line for line in whole if line.endswith("| B")] != []
