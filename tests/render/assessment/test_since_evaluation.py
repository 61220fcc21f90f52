"""What has changed since an evaluation, and why that counts or not, in sentences."""

from dataclasses import replace
from datetime import date

import pytest
from folders import criterion
from since import evaluated

from os2governance.analysis.since_evaluation import find_changes_since_evaluation
from os2governance.render.assessment.since_evaluation import MAX_FACTS, render_changes_since

LATER = date(2026, 7, 1)


def told(product, name, language="en"):
    outcome = product.outcome(name)
    since = find_changes_since_evaluation(product, outcome)
    return list(render_changes_since(outcome, since, product.document.file, language)), outcome


def answer(word, **more):
    return {"answers": {"J": {"answer": word, **more}}}


def facts(**given):
    return {"facts": given}


SOON = facts(open=False, group={"met_on": "2026-04-15"})
MET_ON = {"group": {"met_on": "2025-06-01"}}
STANDS = "so the evaluation stands."
TOLD = [
    # criterion, light, known then, now, as of, the outcome, the beginning and the end of the first
    ("A", "met", facts(open=True), facts(open=True), None, ("met", "evaluation"), "Nothing has changed.", ""),
    ("A", "met", facts(open=True), facts(open=False, licence=None), None, ("unmet", "facts"), "The facts said: met. They now say: not met.", "so they count."),
    ("A", "unmet", {}, facts(open=True), None, ("met", "facts"), "The facts said: undetermined. They now say: met.", "so they count."),
    ("A", "unmet", {}, facts(licence="MIT"), None, ("partly", "facts"), "The facts said: undetermined. They now say: at least partly met.", "at least partly met, so that counts."),
    ("A", "met", {}, facts(open=False), None, ("partly", "facts"), "The facts said: undetermined. They now say: at most partly met.", "so it counts as partly met."),
    ("A", "met", facts(open=True), {}, None, ("met", "evaluation"), "The facts said: met. They now say: undetermined.", STANDS),
    ("A", "not_applicable", {}, facts(open=True), None, ("not_applicable", "evaluation"), "The facts said: undetermined. They now say: met.", "and that stands."),
    ("T", "met", facts(**MET_ON), facts(**MET_ON), LATER, ("partly", "facts"), "Time has passed: the facts said met, and now say at most partly met.", "so it counts as partly met."),
    ("P", "unmet", SOON, SOON, None, ("unmet", "evaluation"), "Time has passed: the facts said not met, and now say partly met.", "only if the rule is fully met, so the evaluation stands."),
    ("T", "met", facts(**MET_ON, licence=None), facts(**MET_ON, licence=None), LATER, ("unmet", "facts"), "Time has passed: the facts said met, and now say not met.", "so it counts."),
    ("J", "partly", answer("partly"), answer("partly"), None, ("partly", "evaluation"), "Nothing has changed.", ""),
    ("J", "partly", answer("partly"), answer("met"), None, ("partly", "evaluation"), "The answer was: partly met. It is now: met.", "until it is evaluated."),
    ("J", "met", answer("met"), answer("partly"), None, ("partly", "answer"), "The answer was: met. It is now: partly met.", "so the answer counts."),
    ("J", "partly", answer("met"), answer("met", note="Her"), None, ("partly", "evaluation"), "The documentation, the text or the due date of the answer has changed.", "until it is evaluated."),
    ("J", "unmet", answer("partly"), answer("unmet"), None, ("unmet", "evaluation"), "The answer was: partly met. It is now: not met.", "That changes nothing."),
    ("J", "not_applicable", {}, answer("met"), None, ("partly", "answer"), "The answer was: no answer. It is now: met.", "the evaluation no longer counts."),
    ("J", "not_applicable", answer("met"), answer("partly"), None, ("not_applicable", "evaluation"), "The answer was: met. It is now: partly met.", "That changes nothing."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "light", "then", "now", "as_of", "outcome", "start", "end"), TOLD
)
def test_each_change_is_told_with_why_it_counts_or_not(
    tmp_path, name, light, then, now, as_of, outcome, start, end
):
    product = evaluated(tmp_path, light, then, now, **({"as_of": as_of} if as_of else {}))
    said, found = told(product, name)

    assert (found.status, found.basis) == outcome
    assert said[0].startswith(start)
    assert said[0].endswith(end)


def test_facts_that_always_said_otherwise_are_told(tmp_path):
    known = facts(open=True)
    said, _ = told(evaluated(tmp_path, "unmet", known, known), "A")

    assert said == [
        "Nothing has changed.",
        "The facts said: met. They say the same now; the evaluation counts.",
    ]


@pytest.mark.parametrize(
    ("language", "fact"),
    [("en", "The code is open: not stated, now yes (product.yaml:10)"),
     ("da", "Koden er åben: ikke oplyst, nu ja (product.yaml:10)")],
)  # fmt: skip
def test_the_facts_that_changed_are_listed_with_their_place(tmp_path, language, fact):
    said, _ = told(evaluated(tmp_path, "unmet", {}, facts(open=True)), "A", language)

    assert said[1] == fact


def test_where_nothing_was_kept_it_is_said(tmp_path):
    said, _ = told(evaluated(tmp_path, "unmet", None, answer("met")), "J")

    assert said[0].startswith("No self-assessment from before the evaluation is kept")
    assert said[1].startswith("The answer is: met.")


def test_a_claim_that_it_does_not_apply_is_refused_by_another_light(tmp_path):
    waived = answer("not_applicable", reason="Nej")
    said, found = told(evaluated(tmp_path, "partly", waived, waived), "J")

    assert found.status == "partly"
    assert said[-1].startswith('The evaluation does not find it "not applicable"')


def test_of_a_list_the_element_is_told(tmp_path):
    rule = {"some": {"in": "users", "where": {"fact": "active", "equals": True}}}
    criteria = [criterion("A", "low", rule)]
    product = evaluated(tmp_path, "unmet", {}, facts(users=[{}, {"active": True}]), criteria=criteria)  # fmt: skip
    said, _ = told(product, "A")

    assert any(line.replace("\xa0", " ").startswith("The user is active (no. 2): not stated, now yes") for line in said)  # fmt: skip


def test_a_list_of_as_many_elements_is_no_change_to_read(tmp_path):
    rule = {"fact": "users", "length_at_least": 1}
    then, now = (facts(users=[{"name": name}]) for name in "AB")
    product = evaluated(tmp_path, "unmet", then, now, criteria=[criterion("A", "low", rule)])
    said, _ = told(product, "A")

    assert said == ["The facts said: met. They say the same now; the evaluation counts."]


def test_of_many_facts_the_first_are_listed_and_the_others_counted(tmp_path):
    product = evaluated(tmp_path, "unmet", {}, facts(open=True))
    outcome = product.outcome("A")
    since = find_changes_since_evaluation(product, outcome)
    many = replace(since, changed=since.changed * (MAX_FACTS + 3))
    said = list(render_changes_since(outcome, many, "product.yaml", "en"))

    assert len([line for line in said if line.startswith("The code is open: ")]) == MAX_FACTS
    assert "and 3 more" in said
