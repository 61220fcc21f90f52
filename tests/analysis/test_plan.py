"""The plan: what is to be done or declared, by whom, for which level, and where to begin."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import Assessment, assess, load_model, load_product
from os2governance.analysis.plan import Action, Plan, build_action, build_plan

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
            ["users[1].pays"],
            id="some: an element of which it is not known",
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


def only(found: Plan) -> Action:
    [action] = found.actions
    return action


@pytest.mark.parametrize(
    ("answer", "facts", "expected"),
    [
        pytest.param(None, {}, ("answer", True), id="unanswered: it can be answered"),
        pytest.param({"answer": "unknown"}, {}, ("answer", True), id="not known"),
        pytest.param({"answer": "not_applicable"}, {}, ("reason", True), id="no reason"),
        pytest.param({"answer": "unmet"}, {}, (None, False), id="an honest no stays"),
        pytest.param({"answer": "planned"}, {}, (None, False), id="a plan stays"),
        pytest.param({"answer": "met"}, {"open": False}, (None, False), id="facts against it"),
    ],
)
def test_what_an_answer_can_do(tmp_path, answer, facts, expected):
    answers = {"A": answer} if answer else {}
    action = only(build_plan(assessed(tmp_path, {"A": OPEN}, facts=facts, answers=answers)))

    assert (action.answer, action.open) == expected


@pytest.mark.parametrize("answer", ["unmet", "planned"])
def test_an_honest_answer_changes_only_when_something_is_done(tmp_path, answer):
    """Without a rule there are no facts to state, so the result is what is answered then."""
    criteria = [{"id": "A", "level": "low"}]
    model = load_model(write_model(tmp_path, criteria))
    product = load_product(write_product(tmp_path, answers={"A": {"answer": answer}}), model)
    action = only(build_plan(assess(product, model, as_of=TODAY)))

    assert (action.answer, action.open, action.steps) == ("result", False, ())


def test_evidence_turns_a_reservation_into_met(tmp_path):
    found = build_plan(assessed(tmp_path, {"A": OPEN}, answers={"A": {"answer": "met"}}), "low")

    assert [(a.outcome.criterion.id, a.answer) for a in found.reservations] == [("A", "evidence")]


def test_an_answer_is_no_way_where_the_model_says_facts_only(tmp_path):
    found = build_plan(assessed(tmp_path, {"A": OPEN}, basis="facts"))

    assert only(found).answer is None


def test_where_nothing_else_counts_the_evaluator_has_to_judge(tmp_path):
    criteria = [{"id": "A", "level": "low", "basis": "facts"}]
    model = load_model(write_model(tmp_path, criteria))
    product = load_product(write_product(tmp_path), model)
    action = only(build_plan(assess(product, model, as_of=TODAY)))

    assert (action.awaits, action.answer, action.steps) == (True, None, ())


# -- what is done, and what is declared -----------------------------------------------------------


def test_a_declared_fact_that_fails_is_to_be_acted_on_and_not_declared_anew(tmp_path):
    rule = {"all": [OPEN, LICENCE, MET_LATELY]}
    facts = {"open": False, "group": {"met_on": "2018-05-01"}}
    action = only(build_plan(assessed(tmp_path, {"A": rule}, facts=facts)))

    assert [step.path for step in action.acts] == ["open", "group.met_on"]
    assert [step.path for step in action.questions] == ["licence"]


def test_questions_come_before_acts_however_many(tmp_path):
    rule = {"any": [OPEN, {"all": [LICENCE, TERMS]}]}
    found = build_plan(assessed(tmp_path, {"A": rule}, facts={"open": False}))

    assert steps(found) == {"A": ["licence", "group.terms"]}


@pytest.mark.parametrize(
    ("tolerated", "expected"),
    [
        pytest.param(["partly"], ("partly", ["licence"], ["open"]), id="partly is enough"),
        pytest.param([], ("met", ["open", "licence"], []), id="only met is"),
    ],
)
def test_the_smallest_set_is_for_the_level(tmp_path, tolerated, expected):
    criteria = [criterion("A", "low", {"all": [OPEN, LICENCE]}, partly=LICENCE)]
    attainment = {"satisfied_by": ["met"], "tolerated": tolerated}
    model = load_model(write_model(tmp_path, criteria, attainment=attainment))
    product = load_product(write_product(tmp_path), model)
    action = only(build_plan(assess(product, model, as_of=TODAY)))

    found = [[step.path for step in each] for each in (action.steps, action.further)]
    assert (action.reach, *found) == expected


def test_met_is_taken_where_partly_takes_no_less(tmp_path):
    found = build_plan(assessed(tmp_path, {"A": OPEN}, partly=LICENCE))

    assert (only(found).reach, steps(found)) == ("met", {"A": ["open"]})


# -- evaluations and acceptances ------------------------------------------------------------------


def evaluated(status: str, on: str = "2026-05-01", **more):
    return {
        "evaluated": {"on": on, "by": "X"},
        "lights": {"A": {"light": status, "grounds": "Nej"}},
        **more,
    }


def judged(folder, evaluations=(), decisions=None, rule=OPEN, **product) -> Assessment:
    model = load_model(write_model(folder, [criterion("A", "low", rule)]))
    more = {"evaluations": list(evaluations), "decisions": decisions, **product}
    return assess(load_product(write_product(folder, **more), model), model, as_of=TODAY)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, [], id="nothing is stated: nothing is asked"),
        pytest.param({"open": True}, [], id="the facts are good already"),
        pytest.param({"open": False}, ["open"], id="what the facts say has to change too"),
    ],
)
def test_a_light_that_stops_awaits_the_evaluator(tmp_path, facts, expected):
    found = build_plan(judged(tmp_path, [evaluated("unmet")], facts=facts))
    action = only(found)

    assert (action.awaits, action.open, action.answer) == (True, False, None)
    assert steps(found)["A"] == expected


def test_an_admission_below_a_light_awaits_the_evaluator_too(tmp_path):
    answers, earlier = {"A": {"answer": "unmet"}}, evaluated("partly", "2026-04-01")
    action = only(build_plan(judged(tmp_path, [earlier], answers=answers)))

    assert (action.awaits, action.answer, action.outcome.basis) == (True, None, "answer")


def test_facts_that_are_newer_than_a_light_are_enough(tmp_path):
    earlier = evaluated("met", "2026-04-01")
    action = only(build_plan(judged(tmp_path, [earlier], facts={"open": False})))

    assert (action.awaits, [step.path for step in action.acts]) == (False, ["open"])


def accepting(level: str, **more):
    accepts = {"A": {"grounds": "Snart", **more}}
    return {"on": "2026-04-01", "by": "board", "grounds": "Ja", "level": level,
            "decision": "place", "accepts": accepts}  # fmt: skip


@pytest.mark.parametrize(
    ("level", "counts", "blocking"), [("low", False, ["A"]), ("high", True, [])]
)
def test_accepted_deviations_come_with_whether_they_count(tmp_path, level, counts, blocking):
    found = build_plan(judged(tmp_path, decisions=[accepting(level)]), "high")

    assert [(each.outcome.criterion.id, each.counts) for each in found.accepted] == [("A", counts)]
    assert [action.outcome.criterion.id for action in found.actions] == blocking


@pytest.mark.parametrize("decided_by", [["board"], []])
def test_those_who_decide_the_level_may_accept_and_nobody_who_declares(tmp_path, decided_by):
    levels = [{"id": "low", "decided_by": [*decided_by, "owner"] if decided_by else []}]
    model = load_model(write_model(tmp_path, [criterion("A", "low", OPEN)], levels=levels))
    product = load_product(write_product(tmp_path), model)
    assessment = assess(product, model, as_of=TODAY)

    action = build_action(assessment, assessment.outcome("A"))
    assert [role.id for role in action.deciders] == ["board"]


# -- who, which level, and where to begin ---------------------------------------------------------


def test_groups_by_the_role_that_must_act(tmp_path):
    found = build_plan(assessed(tmp_path, {"A": OPEN, "B": LICENCE}, responsible="board"))

    assert [(role, name.en, len(actions)) for role, name, actions in found.by_role] == [
        ("board", "The board", 2)
    ]


def test_what_is_open_is_apart_from_what_stops(tmp_path):
    rules = {"A": OPEN, "B": LICENCE}
    found = build_plan(assessed(tmp_path, rules, facts={"open": False}))

    for groups, expected in ((found.to_do, "A"), (found.to_answer, "B")):
        [(_, _, [action])] = groups
        assert action.outcome.criterion.id == expected


def test_the_lightest_comes_first_and_unknown_effort_last(tmp_path):
    efforts = {"A": None, "B": "decision", "C": "practice", "D": "paper", "E": "word"}
    criteria = [
        criterion(name, "low", OPEN, **({"effort": effort} if effort else {}))
        for name, effort in efforts.items()
    ]
    model = load_model(write_model(tmp_path, criteria))
    product = load_product(write_product(tmp_path), model)
    found = build_plan(assess(product, model, as_of=TODAY))

    assert [action.outcome.criterion.id for action in found.actions] == list("EDCBA")


def test_the_start_is_the_step_that_alone_satisfies_most(tmp_path):
    rules = {
        "A": LICENCE,
        "B": MET_LATELY,
        "C": {"all": [HAS_GROUP, MET_LATELY]},
        "D": {"all": [MET_LATELY, TERMS]},
    }
    found = build_plan(assessed(tmp_path, rules, facts={"group": {"met_on": "2020-01-01"}}))

    assert found.start is not None
    assert found.start.step is not None
    assert found.start.step.path == "group.met_on"
    assert found.start.step.position[:2] == (11, 13)
    assert found.start.satisfies == ("B", "C")


def test_where_no_step_alone_is_enough_the_start_is_the_lightest_criterion(tmp_path):
    two, three = {"all": [OPEN, LICENCE]}, {"all": [OPEN, LICENCE, TERMS]}
    found = build_plan(assessed(tmp_path, {"A": three, "B": two}))

    assert found.start is not None
    assert (found.start.action.outcome.criterion.id, found.start.step) == ("B", None)


def test_one_criterion_is_no_choice(tmp_path):
    assert build_plan(assessed(tmp_path, {"A": OPEN})).start is None


def test_the_next_level_is_the_one_above_the_assessed(tmp_path):
    criteria = [criterion("A", "low", OPEN), criterion("B", "high", LICENCE)]
    model = load_model(write_model(tmp_path, criteria))
    product = load_product(write_product(tmp_path, facts={"open": True}), model)
    found = build_plan(assess(product, model, as_of=TODAY))

    assert (found.level.id, found.frame) == ("high", "next")
    assert steps(found) == {"B": ["licence"]}


@pytest.mark.parametrize(
    ("placed", "recommended", "asked", "expected"),
    [
        pytest.param(None, None, None, ("low", "next"), id="neither: the next"),
        pytest.param("high", None, None, ("high", "placed"), id="placed above"),
        pytest.param(None, "high", None, ("high", "recommended"), id="recommended above"),
        pytest.param("low", "high", None, ("low", "placed"), id="placed first"),
        pytest.param("high", "high", "low", ("low", "next"), id="another that is asked for"),
        pytest.param(None, "high", "high", ("high", "recommended"), id="the same that is asked"),
        pytest.param(None, None, "high", ("high", "asked"), id="only asked for"),
    ],
)
def test_the_frame(tmp_path, placed, recommended, asked, expected):
    place = {"on": "2026-04-01", "by": "board", "grounds": "Ja", "decision": "place"}
    decisions = [{**place, "level": placed}] if placed else None
    more = {"recommends": recommended} if recommended else {}
    evaluation = {**evaluated("unmet", "2026-04-01"), **more}
    found = build_plan(judged(tmp_path, [evaluation], decisions), asked)

    assert (found.level.id, found.frame) == expected


def test_of_a_level_that_takes_some_of_its_criteria_it_is_told_how_many(tmp_path):
    levels = [{"id": "low", "needs": {"count": 2}}, {"id": "high"}]
    criteria = [criterion(name, "low", OPEN) for name in "ABC"]
    criteria.append(criterion("D", "low", LICENCE))
    model = load_model(write_model(tmp_path, criteria, levels=levels))
    product = load_product(write_product(tmp_path, facts={"licence": "MIT"}), model)
    found = build_plan(assess(product, model, as_of=TODAY))

    [quota] = found.quotas
    assert (quota.level.id, quota.number, quota.criteria) == ("low", 1, ("A", "B", "C"))


def test_a_level_that_the_model_lacks_is_refused(tmp_path):
    with pytest.raises(KeyError):
        build_plan(assessed(tmp_path, {"A": OPEN}), "highest")
