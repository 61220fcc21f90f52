"""Examples prove a criterion; mutants prove the examples."""

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.checks.mutation import (
    check_examples,
    generate_mutants,
    generate_mutations,
    make_survivor_finding,
)

OPEN = {"fact": "open", "present": True}
LICENCE = {"fact": "licence", "present": True}


def said(tree):
    return [change.render() for change in generate_mutations(tree)]


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (OPEN, ["present: True → False"]),
        ({"fact": "a", "equals": 1}, [".: equals → not equals"]),
        ({"fact": "a", "one_of": ["x", "y"]}, ["one_of: ['x', 'y'] → ['y']", "one_of: ['x', 'y'] → ['x']", ".: one_of → not one_of"]),
        ({"fact": "a", "at_least": 2}, ["at_least: 2 → 1", "at_least: 2 → 3", "at_least: at_least → at_most"]),
        ({"fact": "a", "at_most": "2026-03-01"}, ["at_most: 2026-03-01 → 2026-02-28", "at_most: 2026-03-01 → 2026-03-02", "at_most: at_most → at_least"]),
        ({"fact": "a", "length_at_least": 1}, ["length_at_least: 1 → 0", "length_at_least: 1 → 2", ".: length_at_least → not length_at_least"]),
        ({"fact": "a", "within": "1 year"}, ["within: 1 year → 2 years", ".: within → not within"]),
        ({"fact": "a", "not_past": True}, [".: not_past → not not_past"]),
        ({"fact": "a", "is": "url"}, [".: is → not is"]),
        ({"not": OPEN}, [".: not → (left out)", "not.present: True → False"]),
        ({"use": "x"}, [".: use x → not use x"]),
    ],
)  # fmt: skip
def test_changes_of_one_node(tree, expected):
    assert said(tree) == expected


def test_changes_of_combined_nodes():
    assert said({"all": [OPEN, LICENCE]}) == [
        ".: all → any",
        "all[0].present: True → False",
        "all[0]: {'fact': 'open', 'present': True} → (left out)",
        "all[1].present: True → False",
        "all[1]: {'fact': 'licence', 'present': True} → (left out)",
    ]
    assert said({"at_least": {"count": 1, "of": [OPEN]}}) == [
        "at_least.count: 1 → 0",
        "at_least.count: 1 → 2",
        "at_least.of[0].present: True → False",
    ]


def test_changes_of_quantifiers():
    assert said({"some": {"in": "users", "where": OPEN}}) == [
        ".: some → every",
        ".: some → none",
        "some: where → (left out)",
        "some.where.present: True → False",
    ]
    assert said({"count": {"in": "users", "where": OPEN, "at_least": 2}}) == [
        "count: at_least 2 → at_most",
        "count.at_least: 2 → 1",
        "count.at_least: 2 → 3",
        "count: where → (left out)",
        "count.where.present: True → False",
    ]
    assert said({"sum": {"in": "users", "of": "pays", "where": OPEN, "at_most": 2}}) == [
        "sum: at_most 2 → at_least",
        "sum.at_most: 2 → 1",
        "sum.at_most: 2 → 3",
        "sum: where → (left out)",
        "sum.where.present: True → False",
    ]


def example(expect, **facts):
    return {"facts": facts, "as_of": "2026-05-01", "expect": expect}


def test_a_wrong_example_is_found_with_its_place(tmp_path):
    given = [example("met", open=True), example("met", open=False)]
    model = load_model(write_model(tmp_path, [criterion("A", "low", OPEN, examples=given)]))
    [found] = check_examples(model)

    assert (found.code, found.criterion, found.location.line) == ("example-fails", "A", 15)
    assert "expects 'met', but the facts say 'unmet'" in found.message.en


def test_an_example_must_fit_the_vocabulary(tmp_path):
    given = [example("undetermined", opne=True)]
    model = load_model(write_model(tmp_path, [criterion("A", "low", OPEN, examples=given)]))
    [found] = check_examples(model)

    assert (found.code, found.location.line) == ("unknown-key", 12)
    assert "did you mean 'open'?" in found.message.en


def test_mutants_that_no_example_notices_survive(tmp_path):
    rule = {"all": [OPEN, LICENCE]}
    given = [example("met", open=True, licence="MIT"), example("unmet", open=False, licence="MIT")]
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule, examples=given)]))
    survived = [make_survivor_finding(m).message.en for m in generate_mutants(model) if m.survives]

    left_out = "met all[1]: {'fact': 'licence', 'present': True} → (left out)"
    assert survived == [f"No example of A notices this change: {left_out}."]


def test_mutants_of_conditions_are_noticed_by_any_criterion_that_uses_them(tmp_path):
    uses = [
        criterion("A", "low", {"use": "is_open"}),
        criterion("B", "low", {"use": "is_open"}, examples=[example("met", open=True)]),
    ]
    model = load_model(write_model(tmp_path, uses, conditions={"is_open": OPEN}))
    survived = [(m.name, m.mutation.render()) for m in generate_mutants(model) if m.survives]

    assert survived == [("A", ".: use is_open → not use is_open")]


def test_leaving_partly_out_is_a_mutant(tmp_path):
    given = [example("met", open=True, licence="MIT")]
    rule = criterion("A", "low", {"all": [OPEN, LICENCE]}, partly=OPEN, examples=given)
    model = load_model(write_model(tmp_path, [rule]))

    assert [m.survives for m in generate_mutants(model) if m.mutation.before == "partly"] == [True]
