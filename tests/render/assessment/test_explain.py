"""One product's criteria explained: what was answered, decided, rated, and what to do."""

import pytest
from folders import criterion, dump
from pages import BOARD, BOTH, LICENCE, OPEN, TITLE, TODAY, assessed, lines, loaded

from os2governance import assess, load_product
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
    due = {"da": "1. september 2026", "en": "1 September 2026"}[language]
    [row] = [line for line in said if ANSWER_LABELS["planned"].render(language) in line and due in line and "(product.yaml:" in line]  # fmt: skip

    assert row.count("|") == 1
    assert any(line.endswith("| Snart") for line in said)
    assert any(line.endswith("| https://e.example/") for line in said)


def test_an_acceptance_and_a_rating_are_told_with_who_and_when(tmp_path):
    log = {"on": "2026-02-01", "decision": "place", "level": "low", "accepts": {"A": {"until": "2026-12-31", "action": "Mødes", "responsible": "owner"}}, **BOARD}  # fmt: skip
    rating = {"evaluated": {"on": "2026-03-01", "by": "{on} Eva"}, "lights": {"A": {"light": "partly", "grounds": "Set"}}}  # fmt: skip
    it = product(tmp_path, facts={"open": False}, decisions=[log], evaluations=[rating])
    said = page(it, ["A"])

    [row] = [line for line in said if DEVIATION_LABELS["accepted"].render("en") in line and "|" in line]  # fmt: skip
    assert row.endswith("it counts for low and below, through 31 December 2026")
    assert any(line.endswith("The board, 1 February 2026. Ja. Follow-up: Mødes (The owner).") for line in said)  # fmt: skip
    [given] = [line for line in said if "1 March 2026" in line and "|" in line]
    assert "{on} Eva" in given
    assert any(line.endswith("| Set") for line in said)


RATED = {"evaluated": {"on": "2026-05-01", "by": "Eva"}, "lights": {"A": {"light": "partly"}}}
MET = {"answer": "met", "note": "Her"}
ORIGINS = [
    # what is on file, and the row of the outcome of A
    ({"facts": {"open": True}}, "✓ met, by the rule, from the facts; documented"),
    ({"answers": {"A": MET}}, "✓ met, by the answer of 1 May 2026; documented"),
    ({"answers": {"A": {"answer": "met"}}}, "◐ partly met, by the answer of 1 May 2026; claimed only"),
    ({"answers": {"A": {"answer": "planned", "due": "2027"}}}, "✗ not met, by the answer of 1 May 2026; claimed only; it rests on a plan alone, and so does not count for the level"),
    ({"evaluations": [RATED]}, "◐ partly met, by the evaluator's assessment of 1 May 2026; confirmed"),
    ({"evaluations": [RATED], "answers": {"A": MET}}, "◐ partly met, by the evaluator's assessment of 1 May 2026; confirmed"),
    ({}, "? unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "origin"), ORIGINS)
def test_an_outcome_says_where_it_comes_from_and_who_stands_behind_it(tmp_path, files, origin):
    said = page(product(tmp_path, **files), ["A"])
    [row] = [line.split(" | ")[1] for line in said if line.startswith("Outcome | ")]

    assert row == origin


def test_what_the_product_itself_would_give_is_told_where_it_differs(tmp_path):
    files = {"evaluations": [RATED], "answers": {"A": MET}}
    said = page(product(tmp_path / "one", **files), ["A"])
    same = page(product(tmp_path / "two", answers={"A": MET}), ["A"])

    assert "Own assessment | ✓ met" in said
    assert not any(line.startswith("Own assessment") for line in same)


def test_what_does_not_apply_says_by_which_rule_and_has_nothing_to_do(tmp_path):
    criteria = [criterion("A", "low", OPEN, applies=LICENCE, remedy={"en": "Open it."})]
    it = assessed(tmp_path, loaded(tmp_path, criteria), facts={"licence": None})
    said = page(it, ["A"])

    [row] = [line for line in said if line.startswith("Outcome | ")]
    assert row.startswith("Outcome | ○ not applicable, because the rule for when it applies")
    assert said[said.index("Applies when") + 1].startswith("✗ ")
    assert "Open it." not in said
    assert "Met when" not in said


def test_where_only_people_judge_no_rule_is_shown(tmp_path):
    criteria = [{"id": "A", "level": "low", "responsible": "owner"}]
    said = page(assessed(tmp_path, loaded(tmp_path, criteria), answers={"A": MET}), ["A"])

    assert "Met when" not in said
    assert any(line.startswith("Outcome | ✓ met, by the answer") for line in said)


def test_a_fact_names_the_file_that_states_it(tmp_path):
    it = product(tmp_path)
    there = tmp_path / "products" / "tool"
    head = {"format": "os2governance/register/1", "product": "tool", "model": "small/1"}
    registered = {"on": "2026-04-01", "by": "E"}
    dump(there / "register.yaml", {**head, "registered": registered, "facts": {"open": True}})
    it = assess(load_product(there, it.model), it.model, as_of=TODAY)

    assert any(line.endswith("found: yes (register.yaml:8)") for line in page(it, ["A"]))


def test_a_draft_is_marked(tmp_path):
    it = product(tmp_path, declared={"on": "2026-05-01", "by": "E", "draft": True})

    assert page(it, ["A"])[0].startswith("Tool · draft · ")


def test_the_others_are_listed_only_when_asked_for(tmp_path):
    it = product(tmp_path, facts={"open": True})
    without, whole = page(it, ["A"]), page(it, ["A"], rest=True)

    assert not any(line.endswith("| B") for line in without)
    assert [line for line in whole if line.endswith("| B")] != []
