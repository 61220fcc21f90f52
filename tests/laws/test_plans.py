"""Laws of plans: followed to the letter they reach the level, by the least, and change no truth.

A plan is followed by stating what its steps ask for, as it would be if it were so; by answering
where an answer is asked for; and by a new evaluation where the evaluator has to look.
"""

import copy
from datetime import date
from itertools import combinations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import generators
from folders import write_model, write_product
from hypothesis import given, note, settings
from hypothesis import strategies as st

from os2governance import Assessment, assess, load_model, load_product
from os2governance.analysis.plan import Action, Plan, build_action, build_plan
from os2governance.rules.trace import MISSING

TODAY = date(2026, 5, 1)
CHANCE = st.randoms(use_true_random=False)
GOOD: dict[str, Any] = {
    "day": "2026-05-01", "text": "MIT", "choice": "red", "yes": True, "number": 1000,
}  # fmt: skip
"""For each fact the value that every rule asks for."""
USER = {"active": True, "day": "2026-05-01"}
"""An element that every condition on users asks for."""


def nullable(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": [kind, "null"], "title": kind, "x-title-en": kind, **more}


SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "day": nullable("string", format="date"),
        "text": nullable("string"),
        "choice": nullable("string", enum=["red", "green", None]),
        "yes": nullable("boolean"),
        "number": nullable("number"),
        "users": {
            **nullable("array"),
            "items": {
                "type": "object",
                "properties": {
                    "active": nullable("boolean"),
                    "day": nullable("string", format="date"),
                },
            },
        },
    },
}
LEAVES = [
    {"fact": "day", "within": "12 months"},
    {"fact": "day", "past": True},
    {"fact": "text", "is": "osi_licence"},
    {"fact": "choice", "one_of": ["red"]},
    {"fact": "yes", "equals": True},
    {"fact": "number", "at_least": 500},
    {"fact": "number", "present": True},
]
WHERE = [{"fact": "active", "equals": True}, {"fact": "day", "within": "3 weeks"}]
LISTS = [
    {"some": {"in": "users", "where": WHERE[0]}},
    {"some": {"in": "users", "where": {"all": WHERE}}},
    {"every": {"in": "users", "where": WHERE[1]}},
    {"count": {"in": "users", "where": WHERE[0], "at_least": 2}},
]


def rule(chance: Random, depth: int = 2, lists: bool = True) -> Any:
    """Make up a rule that rises with better facts."""
    if depth == 0 or chance.random() < 0.4:
        return chance.choice([*LEAVES, *(LISTS if lists else [])])
    parts = [rule(chance, depth - 1, lists) for _ in range(chance.randint(1, 3))]
    word = chance.choice(["all", "any", "at_least"])
    if word == "at_least":
        return {word: {"count": chance.randint(1, len(parts)), "of": parts}}
    return {word: parts}


def facts(chance: Random) -> dict[str, Any]:
    return generators.facts(chance, SCHEMA, missing=0.5)


def model(chance: Random, lists: bool = True) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    levels = [{"id": "low"}, {"id": "high"}]
    if chance.random() < 0.3:
        chance.choice(levels)["needs"] = chance.choice([{"percent": 50}, {"count": 1}])
    criteria = []
    for number in range(chance.randint(1, 5)):
        one: dict[str, Any] = {"id": f"C{number}", "level": chance.choice(["low", "high"])}
        if chance.random() < 0.85:
            one["met"] = rule(chance, lists=lists)
            if chance.random() < 0.6:
                one["partly"] = rule(chance, 1, lists)
        if chance.random() < 0.15:
            one["basis"] = "facts"
        if chance.random() < 0.3:
            one["not_applicable"] = chance.choice(["no", "yes", "with_reason"])
        if chance.random() < 0.5:
            one["effort"] = chance.choice(["word", "paper", "practice", "decision"])
        criteria.append(one)
    tolerated = chance.choice(
        [["partly", "not_applicable"], ["partly"], [], ["partly", "planned"]]
    )
    attainment = {
        "tolerated": tolerated,
        "planned": chance.choice(["partly", "unmet"]),
        "cumulative": chance.random() < 0.8,
    }
    return {"levels": levels, "attainment": attainment}, criteria


def product(chance: Random, criteria: list[dict[str, Any]]) -> dict[str, Any]:
    ids = [each["id"] for each in criteria]
    said: dict[str, Any] = {
        "declared": {"on": "2026-04-01", "by": "Ejeren"},
        "facts": facts(chance),
        "answers": {i: generators.answer(chance) for i in ids if chance.random() < 0.6},
        "evaluations": [],
        "decisions": [],
    }
    for on in chance.sample(["2026-03-01", "2026-04-15"], chance.randint(0, 2)):
        colours = ["met", "partly", "unmet", "unmet", "not_applicable"]
        lights = {i: {"light": chance.choice(colours)} for i in ids if chance.random() < 0.5}
        said["evaluations"].append({"evaluated": {"on": on, "by": "X"}, "lights": lights})
    if chance.random() < 0.4:
        accepts = {i: {"grounds": "Ja"} for i in ids if chance.random() < 0.5}
        said["decisions"].append({
            "on": "2026-04-20", "decision": "place", "by": "board", "grounds": "Ja",
            "level": chance.choice(["low", "high"]), "accepts": accepts,
        })  # fmt: skip
    return said


def assessed(main: Any, criteria: Any, said: Any, earlier: Any = None) -> Assessment:
    """Assess what is said; `earlier` is the declaration that was kept."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        read = load_model(write_model(folder, criteria, schema=SCHEMA, **main))
        written = write_product(folder, **copy.deepcopy(said))
        if earlier:
            before = write_product(folder / "before", **copy.deepcopy(earlier)) / "product.yaml"
            (written / "declarations").mkdir()
            before.rename(written / "declarations" / f"{earlier['declared']['on']}.yaml")
        return assess(load_product(written, read), read, as_of=TODAY)


def do(step: Any, stated: dict[str, Any]) -> None:
    """State what a step asks for, as it would be if it were so."""
    name, _, below = step.path.partition("[")
    if below:
        index, _, field = below.partition("].")
        stated["users"][int(index)][field] = USER[field]
    elif name == "users":
        stated["users"] = [*(stated.get("users") or []), dict(USER), dict(USER)]
    else:
        stated[name] = GOOD[name]


def choose(plan: Plan) -> list[Action]:
    """The actions that a level takes: all, or as many of the lightest as it says."""
    lightest = sorted(plan.actions, key=lambda action: action.rank)
    spared: set[str] = set()
    for quota in plan.quotas:
        names = [
            a.outcome.criterion.id for a in lightest if a.outcome.criterion.id in quota.criteria
        ]
        spared |= set(names[quota.number :])
    return [action for action in plan.actions if action.outcome.criterion.id not in spared]


def follow(plan: Plan, said: dict[str, Any]) -> dict[str, Any]:
    """The product when what the plan says has been done."""
    after = copy.deepcopy(said)
    after["declared"]["on"] = TODAY.isoformat()
    lights = {}
    for action in choose(plan):
        name = action.outcome.criterion.id
        for step in sorted(action.steps, key=lambda step: step.path, reverse=True):
            do(step, after["facts"])
        if action.answer and not action.steps:
            given = after["answers"].setdefault(name, {"answer": "met"})
            if action.answer == "reason":
                given["reason"] = "derfor"
            else:
                after["answers"][name] = {"answer": "met", "evidence": ["https://example.org"]}
        if action.awaits:
            lights[name] = {"light": action.reach}
        assert action.steps or action.answer or action.awaits
    if lights:
        after["evaluations"].append(
            {"evaluated": {"on": TODAY.isoformat(), "by": "X"}, "lights": lights}
        )
    return after


@given(CHANCE)
@settings(max_examples=80, deadline=None)
def test_a_plan_followed_to_the_letter_reaches_its_level(chance):
    main, criteria = model(chance)
    said = product(chance, criteria)
    if "partly" not in main["attainment"]["tolerated"]:
        said["evaluations"] = []  # facts that show "partly" take a green light's place (§3c)
    before = assessed(main, criteria, said)
    plan = build_plan(before, chance.choice([None, "low", "high"]))
    note(f"{main} {criteria} {said}")
    after = follow(plan, said)
    note(f"{plan.level.id} {after}")

    left = build_plan(assessed(main, criteria, after, said), plan.level.id)
    assert [action.outcome.criterion.id for action in left.actions] == []


@given(CHANCE)
@settings(max_examples=60, deadline=None)
def test_no_step_changes_what_is_true_or_was_answered_honestly(chance):
    main, criteria = model(chance)
    plan = build_plan(assessed(main, criteria, product(chance, criteria)))

    for action in (*plan.actions, *plan.reservations):
        given = action.outcome.answer
        if given and given.answer in {"unmet", "partly", "planned"}:
            assert action.answer in {None, "result"}
        for step in (*action.steps, *action.further):
            assert step.act or step.value is MISSING or step.path == "users"
            assert not (step.act and step.value == GOOD.get(step.path, "none"))


@given(CHANCE)
@settings(max_examples=60, deadline=None)
def test_the_step_to_start_with_alone_satisfies_what_it_is_said_to(chance):
    main, criteria = model(chance)
    said = product(chance, criteria)
    plan = build_plan(assessed(main, criteria, said))
    if plan.start is None or plan.start.step is None:
        return
    after = copy.deepcopy(said)
    after["declared"]["on"] = TODAY.isoformat()
    do(plan.start.step, after["facts"])

    left = build_plan(assessed(main, criteria, after, said), plan.level.id)
    assert not {a.outcome.criterion.id for a in left.actions} & set(plan.start.satisfies)


@given(CHANCE)
@settings(max_examples=25, deadline=None)
def test_no_smaller_set_of_facts_would_do(chance):
    """Every set of facts is tried; those that are not known are less than those to be changed."""
    main, [criterion, *_] = model(chance, lists=False)
    said = {"facts": {k: v for k, v in facts(chance).items() if k in GOOD}}
    level = criterion["level"]
    before = assessed(main, [criterion], said)
    action = build_action(before, before.outcome(criterion["id"]), level)
    verdicts = {"met", *(["partly"] if "partly" in main["attainment"]["tolerated"] else [])}
    if action.outcome.status in verdicts or "met" not in criterion:
        return
    costs = []
    for size in range(1, len(GOOD) + 1):
        for names in combinations(GOOD, size):
            better = {**said["facts"], **{name: GOOD[name] for name in names}}
            status = assessed(main, [criterion], {"facts": better}).outcome(criterion["id"]).status
            if status in verdicts:
                costs.append((sum(name in said["facts"] for name in names), size))
    note(f"{criterion} {said} {costs}")

    paths = {step.path: step.act for step in action.steps}
    assert min(costs) == (sum(paths.values()), len(paths))
