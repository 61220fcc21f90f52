"""The plan for a level, in JSON."""

import json

import pytest
from folders import criterion
from pages import BOTH, HOSTILE, LICENCE, OPEN, assessed, loaded

from os2governance.analysis.plan import build_plan
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.plan.json import FORMAT, build_action_object, build_plan_object

REMEDY = {"da": "Åbn", "en": "Open it"}
CRITERIA = [
    criterion("A", "low", OPEN, remedy=REMEDY),
    criterion("B", "low", {"all": [OPEN, LICENCE]}),
    {**criterion("C", "low", LICENCE), "responsible": "board"},
]


def planned(folder, criteria=CRITERIA, level=None, **product):
    return build_plan(assessed(folder, loaded(folder, criteria), **product), level)


@pytest.mark.parametrize("language", BOTH)
def test_the_tasks_stand_below_their_roles(tmp_path, language):
    said = build_plan_object(planned(tmp_path, facts={"open": False}), language)

    assert (said["format"], said["level"]) == (FORMAT, "low")
    assert {each["role"]: [a["criterion"] for a in each["actions"]] for each in said["roles"]} == {
        "board": ["C"], "owner": ["A", "B"],
    }  # fmt: skip
    names = {"da": ["Bestyrelsen", "Ejeren"], "en": ["The board", "The owner"]}[language]
    assert [each["name"] for each in said["roles"]] == names


@pytest.mark.parametrize("language", BOTH)
def test_a_step_tells_what_was_found_where_and_what_is_asked(tmp_path, language):
    plan = planned(tmp_path, facts={"open": False})
    actions = {a.outcome.criterion.id: a for _, _, group in plan.by_role for a in group}
    said = build_action_object(actions["A"], "product.yaml", language)
    [step] = said["facts"]

    assert (said["status"], said["remedy"]) == ("unmet", REMEDY[language])
    assert step.pop("sentence") in said["sentences"]
    assert step == {
        "path": "open",
        "kind": "act",
        "declared": True,
        "found": False,
        "file": plan.assessment.document.file,
        "line": 10,
        "column": 9,
        "asked": actions["A"].steps[0].node.render(language),
        "holds": True,
    }


def test_what_is_not_declared_has_no_value(tmp_path):
    said = build_plan_object(planned(tmp_path), "en")
    steps = [step for role in said["roles"] for a in role["actions"] for step in a["facts"]]

    assert {(step["kind"], step["declared"], step["found"]) for step in steps} == {
        ("declare", False, None)
    }


def test_what_an_action_takes_is_told(tmp_path):
    criteria = [
        {**criterion("A", "low", {"all": [OPEN, LICENCE]}, partly=LICENCE, effort="paper"), "helps": ["board"]},
    ]  # fmt: skip
    [role] = build_plan_object(planned(tmp_path, criteria), "en")["roles"]
    [action] = role["actions"]

    assert {key: action[key] for key in ("open", "reach", "effort", "helps", "deciders")} == {
        "open": True, "reach": "partly", "effort": "paper", "helps": ["board"], "deciders": ["board"],
    }  # fmt: skip
    assert [step["path"] for step in action["further"]] == ["open"]
    assert (action["answer"], action["awaits_evaluation"]) == ("answer", False)


def test_the_lever_is_what_alone_satisfies_most(tmp_path):
    plan = planned(tmp_path, facts={"licence": "MIT"})
    said = build_plan_object(plan, "en")
    none = build_plan_object(planned(tmp_path / "x", facts={"open": True, "licence": "MIT"}), "en")

    assert (said["lever"]["fact"]["path"], set(said["lever"]["unblocks"])) == ("open", {"A", "B"})
    assert said["start"]["satisfies"] == said["lever"]["unblocks"] == said["lever"]["helps"]
    assert (none["lever"], none["start"], none["roles"]) == (None, None, [])


def test_where_no_step_alone_is_enough_there_is_no_lever(tmp_path):
    criteria = [criterion(name, "low", {"all": [OPEN, LICENCE]}) for name in "AB"]
    said = build_plan_object(planned(tmp_path, criteria), "en")

    assert (said["lever"], said["start"]["criterion"], said["start"]["fact"]) == (None, "A", None)


def test_frame_acceptances_and_quotas(tmp_path):
    levels = [{"id": "low", "needs": {"count": 1}}, {"id": "high"}]
    accepts = {
        "A": {"until": "2027-01-01", "grounds": "Ja", "action": "Nu", "responsible": "owner"}
    }
    place = {"on": "2026-02-01", "by": "board", "grounds": "Ja", "decision": "place"}
    log = [{**place, "level": "low", "accepts": accepts}]
    folder, model = tmp_path, loaded(tmp_path, CRITERIA, levels=levels)
    said = build_plan_object(
        build_plan(assessed(folder, model, facts={"open": False}, decisions=log), "high"), "en"
    )

    assert said["frame"] == "next" if said["levels"]["assessed"] == "low" else "asked"
    assert said["enough"] == [{"level": "low", "number": 1, "criteria": ("A", "B", "C")}]
    assert said["accepted"] == [{
        "criterion": "A", "status": "unmet", "level": "low", "until": "2027-01-01",
        "action": "Nu", "responsible": "owner", "by": "board", "on": "2026-02-01", "counts": False,
    }]  # fmt: skip


@pytest.mark.parametrize("language", BOTH)
def test_reservations_and_findings_are_those_of_the_plan(tmp_path, language):
    criteria = [criterion("A", "low", OPEN, partly=LICENCE)]
    facts, answers = {"open": False, "licence": HOSTILE}, {"A": {"answer": "met"}}
    plan = planned(tmp_path, criteria, "high", facts=facts, answers=answers, name=HOSTILE)
    said = build_plan_object(plan, language)
    found = [*plan.assessment.findings, *plan.assessment.outcome("A").findings]

    assert [each["criterion"] for each in said["reservations"]] == ["A"]
    assert said["findings"] == build_finding_objects(found, language) != []
    assert json.loads(json.dumps(said))["name"] == HOSTILE
