"""Laws of levels, over random models and products."""

import copy
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import generators
from folders import write_model, write_product
from hypothesis import given, note, settings
from hypothesis import strategies as st

from os2governance import Assessment, assess, load_model, load_product

TODAY = date(2026, 5, 1)
CHANCE = st.randoms(use_true_random=False)
SETTINGS = settings(max_examples=60)


def made(chance: Random) -> tuple[Any, ...]:
    main, criteria, schema = generators.model(chance)
    return main, criteria, schema, *generators.product(chance, main, criteria, schema)


def assessed(main, criteria, schema, declared, evaluations, decisions) -> Assessment:
    more = {k: v for k, v in main.items() if k not in {"format", "model", "version"}}
    with TemporaryDirectory() as name:
        folder = Path(name)
        model = load_model(write_model(folder, criteria, schema=schema, **more))
        records = {"evaluations": evaluations, "decisions": decisions}
        product = load_product(write_product(folder, **declared, **records), model)
        return assess(product, model, as_of=TODAY)


def height(assessment: Assessment, level: str | None) -> int:
    return -1 if level is None else assessment.model.level_ids.index(level)


@given(CHANCE)
@SETTINGS
def test_fully_is_at_most_assessed_and_assessed_at_most_possible(chance):
    found = assessed(*made(chance))
    fully, reached, possible = (
        height(found, level)
        for level in (found.levels.fully, found.levels.assessed, found.levels.possible)
    )

    assert fully <= reached <= possible


@given(CHANCE)
@SETTINGS
def test_a_higher_level_never_holds_without_the_lower(chance):
    main, *rest = made(chance)
    main["attainment"] = {**main["attainment"], "cumulative": True}
    found = assessed(main, *rest)
    reached = height(found, found.levels.assessed)

    assert list(found.blockers) == list(found.model.level_ids[reached + 1 :])
    for lower, higher in zip(
        found.blockers.values(), list(found.blockers.values())[1:], strict=False
    ):
        assert set(lower) <= set(higher)


@given(CHANCE)
@SETTINGS
def test_without_anything_in_the_way_the_highest_level_is_reached(chance):
    main, *rest = made(chance)
    main["attainment"].pop("needs", None)  # a count may ask for more criteria than there are
    found = assessed(main, *rest)

    if found.levels.assessed == found.model.level_ids[-1]:
        assert found.blockers == {}
    elif found.model.attainment.cumulative:
        assert all(found.blockers.values())


@given(CHANCE)
@SETTINGS
def test_counts_are_of_all_criteria(chance):
    found = assessed(*made(chance))

    assert sum(sum(counts.values()) for counts in found.counts.values()) == len(found.outcomes)


@given(CHANCE)
@SETTINGS
def test_order_of_keys_files_and_lists_never_matters(chance):
    main, criteria, schema, declared, evaluations, decisions = made(chance)
    answers = declared["answers"]
    turned = {
        **declared,
        "answers": {k: answers[k] for k in reversed(list(answers))},
        "facts": {k: declared["facts"][k] for k in reversed(list(declared["facts"]))},
    }
    one = assessed(main, criteria, schema, declared, evaluations, decisions)
    other = assessed(main, criteria, schema, turned, evaluations[::-1], decisions)

    assert one.levels == other.levels
    assert [o.status for o in one.outcomes] == [o.status for o in other.outcomes]


NEVER_BETTER = {"not", "none", "at_most"}


def rises(tree: Any) -> bool:
    """Whether a rule can only gain by better facts: no negation, no upper bound, no absence."""
    if isinstance(tree, list):
        return all(rises(part) for part in tree)
    if not isinstance(tree, dict):
        return True
    if NEVER_BETTER & tree.keys() or tree.get("present") is False or "every" in tree:
        return False
    return all(rises(part) for part in tree.values())


BETTER = {"date": "2026-05-01", "text": "MIT", "choice": "red", "yes": True, "number": 1000}


def rule_that_rises(chance: Random, depth: int = 3) -> Any:
    """Make up a rule that asks only for what BETTER has."""
    leaves = [
        {"fact": "date", "within": chance.choice(generators.PERIODS)},
        {"fact": "date", "not_past": True},
        {"fact": "text", "is": "osi_licence"},
        {"fact": "choice", "one_of": ["red"]},
        {"fact": "yes", "equals": True},
        {"fact": "number", "at_least": chance.randint(0, 1000)},
        {"fact": chance.choice(list(BETTER)), "present": True},
    ]
    if depth == 0 or chance.random() < 0.4:
        return chance.choice(leaves)
    parts = [rule_that_rises(chance, depth - 1) for _ in range(chance.randint(1, 3))]
    word = chance.choice(["all", "any", "at_least"])
    return {word: parts} if word != "at_least" else {word: {"count": 1, "of": parts}}


RISING = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "date": {"type": ["string", "null"], "format": "date"},
        "text": {"type": ["string", "null"]},
        "choice": {"type": ["string", "null"], "enum": ["red", "green", None]},
        "yes": {"type": ["boolean", "null"]},
        "number": {"type": ["number", "null"]},
    },
}


@given(CHANCE)
@settings(max_examples=80)
def test_better_facts_never_lower_a_level(chance):
    """Better: a fact that was not declared, absent or poor is now what every rule asks for."""
    levels = ["low", "high"]
    criteria = []
    for number in range(chance.randint(1, 5)):
        met = rule_that_rises(chance)
        one = {"id": f"C{number}", "level": chance.choice(levels), "met": met}
        if chance.random() < 0.5:
            one["partly"] = rule_that_rises(chance)
        criteria.append(one)
        assert rises(met)
    main = {
        "levels": [{"id": level} for level in levels],
        "themes": [{"id": "all"}],
        "attainment": {},
    }
    poor = generators.facts(chance, RISING, missing=0.3)
    better = copy.deepcopy(poor)
    for name in chance.sample(list(BETTER), chance.randint(1, len(BETTER))):
        better[name] = BETTER[name]
    answers = {c["id"]: generators.answer(chance) for c in criteria if chance.random() < 0.5}
    for answer in answers.values():
        # An answer of "not relevant" is worth more than "unmet": facts may then only replace it
        # by what is proved. The law is about facts, so answers that wave a criterion away are out.
        if answer["answer"] == "not_applicable":
            answer["answer"] = "unmet"
    before = assessed(main, criteria, RISING, {"facts": poor, "answers": answers}, [], [])
    after = assessed(main, criteria, RISING, {"facts": better, "answers": answers}, [], [])

    note(f"{criteria} {poor} {better} {answers}")
    assert height(after, after.levels.assessed) >= height(before, before.levels.assessed)
    assert height(after, after.levels.fully) >= height(before, before.levels.fully)
