"""The plan: the smallest set of facts or answers, who must act, and what unblocks most."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import Assessment, assess, load_model, load_product
from os2governance.analysis.plan import Plan, build_plan

TODAY = date(2026, 5, 1)
HAS_GROUP = {"fact": "group", "present": True}
MET_LATELY = {"fact": "group.met_on", "within": "12 months"}
TERMS = {"fact": "group.terms", "is": "url"}
OPEN = {"fact": "open", "equals": True}
LICENCE = {"fact": "licence", "is": "osi_licence"}
A_PAYER = {"some": {"in": "users", "where": {"fact": "pays", "at_least": 100}}}


def assessed(tmp_path, rules, *, facts=None, answers=None, **more) -> Assessment:
    criteria = [criterion(name, "low", rule, **more) for name, rule in rules.items()]
    model = load_model(write_model(tmp_path, criteria))
    product = load_product(write_product(tmp_path, facts=facts or {}, answers=answers), model)
    return assess(product, model, as_of=TODAY)


def steps(found: Plan) -> dict[str, list[str]]:
    return {
        action.outcome.criterion.id: [step.path for step in action.steps]
        for _, _, actions in found.by_role
        for action in actions
    }


@pytest.mark.parametrize(
    ("rule", "facts", "expected"),
    [
        pytest.param(OPEN, {}, ["open"], id="one fact"),
        pytest.param({"all": [OPEN, LICENCE]}, {}, ["open", "licence"], id="all: every part"),
        pytest.param({"all": [OPEN, LICENCE]}, {"open": True}, ["licence"], id="all: the rest"),
        pytest.param({"any": [OPEN, LICENCE]}, {}, ["open"], id="any: the first of the smallest"),
        pytest.param(
            {"any": [{"all": [OPEN, LICENCE]}, MET_LATELY]},
            {},
            ["group.met_on"],
            id="any: the smaller part",
        ),
        pytest.param(
            {"all": [{"any": [OPEN, LICENCE]}, LICENCE]},
            {},
            ["licence"],
            id="a fact that two parts need counts once",
        ),
        pytest.param(
            {"at_least": {"count": 2, "of": [OPEN, LICENCE, MET_LATELY]}},
            {"licence": "MIT"},
            ["open"],
            id="at_least: as many as are missing",
        ),
        pytest.param(
            {
                "at_least": {
                    "count": 1,
                    "of": [{"at_least": {"count": 2, "of": [OPEN]}}, LICENCE],
                }
            },
            {},
            ["licence"],
            id="at_least: not by a part that can never be true",
        ),
        pytest.param(
            {"not": {"any": [OPEN, LICENCE]}}, {"open": True}, ["open", "licence"], id="not"
        ),
        pytest.param(A_PAYER, {}, ["users"], id="some: the list that is not declared"),
        pytest.param(
            A_PAYER,
            {"users": [{"name": "A", "pays": 1}, {"name": "B"}]},
            ["users[0].pays"],
            id="some: an element that is near",
        ),
        pytest.param(
            {"every": {"in": "users", "where": {"fact": "active", "equals": True}}},
            {"users": [{"active": True}, {"active": False}, {}]},
            ["users[1].active", "users[2].active"],
            id="every: each element that fails",
        ),
        pytest.param(
            {"none": {"in": "users", "where": {"fact": "active", "equals": False}}},
            {"users": [{"active": False}]},
            ["users[0].active"],
            id="none: the element that is",
        ),
        pytest.param(
            {"sum": {"in": "users", "of": "pays", "at_least": 5}},
            {"users": [{"pays": 1}]},
            ["users"],
            id="sum: the list",
        ),
    ],
)
def test_the_smallest_set_of_facts(tmp_path, rule, facts, expected):
    found = build_plan(assessed(tmp_path, {"A": rule}, facts=facts))

    assert steps(found) == {"A": expected}


@pytest.mark.parametrize(
    ("answer", "facts", "expected"),
    [
        pytest.param(None, {}, ("answer", False), id="unanswered: one fact is as small"),
        pytest.param({"answer": "unmet"}, {}, ("answer", False), id="unmet by answer"),
        pytest.param({"answer": "not_applicable"}, {}, ("reason", False), id="no reason"),
        pytest.param({"answer": "met"}, {"open": False}, (None, False), id="facts against it"),
    ],
)
def test_what_an_answer_can_do(tmp_path, answer, facts, expected):
    answers = {"A": answer} if answer else {}
    found = build_plan(assessed(tmp_path, {"A": OPEN}, facts=facts, answers=answers))
    [(_, _, [action])] = found.by_role

    assert (action.answer, action.by_answer) == expected


def test_an_answer_is_the_smaller_way_where_several_facts_are_missing(tmp_path):
    found = build_plan(assessed(tmp_path, {"A": {"all": [OPEN, LICENCE]}}))
    [(_, _, [action])] = found.by_role

    assert (action.answer, action.by_answer, len(action.steps)) == ("answer", True, 2)


def test_evidence_turns_a_reservation_into_met(tmp_path):
    found = build_plan(assessed(tmp_path, {"A": OPEN}, answers={"A": {"answer": "met"}}), "low")

    assert [(a.outcome.criterion.id, a.answer) for a in found.reservations] == [("A", "evidence")]


def test_an_answer_is_no_way_where_the_model_says_facts_only(tmp_path):
    found = build_plan(assessed(tmp_path, {"A": OPEN}, basis="facts"))
    [(_, _, [action])] = found.by_role

    assert action.answer is None


def test_groups_by_the_role_that_must_act(tmp_path):
    found = build_plan(assessed(tmp_path, {"A": OPEN, "B": LICENCE}, responsible="board"))

    assert [(role, name.en, len(actions)) for role, name, actions in found.by_role] == [
        ("board", "The board", 2)
    ]


def test_the_lever_is_the_step_that_alone_unblocks_most(tmp_path):
    rules = {
        "A": LICENCE,
        "B": MET_LATELY,
        "C": {"all": [HAS_GROUP, MET_LATELY]},
        "D": {"all": [MET_LATELY, TERMS]},
    }
    found = build_plan(assessed(tmp_path, rules, facts={"group": {"met_on": "2020-01-01"}}))

    assert found.lever is not None
    assert found.lever.step.path == "group.met_on"
    assert found.lever.step.position[:2] == (11, 13)
    assert found.lever.unblocks == ("B", "C")
    assert found.lever.helps == ("B", "C", "D")


def test_the_next_level_is_the_one_above_the_assessed(tmp_path):
    criteria = [criterion("A", "low", OPEN), criterion("B", "high", LICENCE)]
    model = load_model(write_model(tmp_path, criteria))
    product = load_product(write_product(tmp_path, facts={"open": True}), model)
    found = build_plan(assess(product, model, as_of=TODAY))

    assert found.level.id == "high"
    assert steps(found) == {"B": ["licence"]}


def test_a_level_that_the_model_lacks_is_refused(tmp_path):
    with pytest.raises(KeyError):
        build_plan(assessed(tmp_path, {"A": OPEN}), "highest")


def test_doing_what_the_plan_says_reaches_the_level(tmp_path):
    rules = {"A": {"all": [OPEN, LICENCE]}, "B": {"any": [TERMS, MET_LATELY]}, "C": A_PAYER}
    before = build_plan(assessed(tmp_path / "before", rules))
    answers = {
        action.outcome.criterion.id: {"answer": "met", "evidence": ["https://example.org"]}
        for _, _, actions in before.by_role
        for action in actions
        if action.answer == "answer"
    }
    after = assessed(tmp_path / "after", rules, answers=answers)

    assert set(answers) == set(rules)
    assert (before.assessment.levels.assessed, after.levels.assessed) == (None, "high")
