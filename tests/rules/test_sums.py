"""Sums of the figures in a list, of which some are unknown."""

import pytest
from rule_facts import evaluated, mutated, parse, problems

T, F, U = {"n": 1, "ok": True}, {"n": 1, "ok": False}, {"n": 1}
OK = {"fact": "ok", "equals": True}

SUMS = [
    # of, bound, where, list, value
    ("n", {"at_least": 3}, None, "missing", None),
    ("n", {"at_least": 3}, None, [], False),
    ("n", {"at_least": 0}, None, None, True),
    ("n", {"at_least": 3}, None, [{"n": 1}, {"n": 2}], True),
    ("n", {"at_least": 3}, None, [{"n": 1}, {"n": None}], False),
    ("n", {"at_least": 3}, None, [{"n": 3}, {}], True),
    ("n", {"at_least": 3}, None, [{"n": 1}, {}], None),
    ("n", {"at_most": 3}, None, [{"n": 4}, {}], False),
    ("n", {"at_most": 3}, None, [{"n": 1}, {}], None),
    ("any", {"at_least": 3}, None, [{"any": 3}, {}], None),
    ("any", {"at_most": 3}, None, [{"any": 4}, {}], None),
    ("n", {"at_least": 2}, OK, [T, F, T], True),
    ("n", {"at_least": 2}, OK, [T, U], None),
    ("n", {"at_least": 3}, OK, [T, U], False),
    ("n", {"at_most": 1}, OK, [T, U], None),
    ("n", {"at_most": 2}, OK, [T, U], True),
    ("any", {"at_least": 0}, OK, [{"any": -5}], None),
    ("n", {"at_least": 0.3}, None, [{"n": 0.1}, {"n": 0.2}], True),
]


@pytest.mark.parametrize(("of", "bound", "where", "elements", "value"), SUMS)
def test_sums(of, bound, where, elements, value):
    facts = {} if elements == "missing" else {"list": elements}
    node = {"in": "list", "of": of, **bound, **({"where": where} if where else {})}

    assert evaluated({"sum": node}, facts).value is value
    if isinstance(elements, list):
        assert evaluated({"sum": node}, {"list": elements[::-1]}).value is value


def test_a_sum_reads_the_list_and_the_figure():
    rule = parse({"sum": {"in": "list", "of": "n", "at_least": 3}})

    assert rule.list_paths() == ("list", "list[].n")
    assert rule.expected == {"of": "n", "at_least": 3}
    assert rule.parts == ()


def test_only_numbers_are_added():
    tree = {"sum": {"in": "list", "of": "ok", "at_least": 3}}

    assert problems(tree) == [("rule-type", "sum.of")]


WORDS = [
    ({}, "summen af n for alle listen er højst 3", "the sum of n for all the list is at most 3"),
    ({"where": OK}, "summen af n for alle listen er højst 3, og her tælles kun: ok", "the sum of n for all the list is at most 3, counting only: ok"),
]  # fmt: skip


@pytest.mark.parametrize(("where", "danish", "english"), WORDS)
def test_wording(where, danish, english):
    rule = parse({"sum": {"in": "list", "of": "n", "at_most": 3, **where}})

    assert rule.render("da") == danish
    assert rule.render("en") == english


MUTATIONS = [
    ({"sum": {"in": "users", "of": "pays", "at_least": 2}}, ["sum: at_least 2 → at_most", "sum.at_least: 2 → 1", "sum.at_least: 2 → 3"]),
    ({"sum": {"in": "users", "of": "pays", "where": OK, "at_most": 2}}, ["sum: at_most 2 → at_least", "sum.at_most: 2 → 1", "sum.at_most: 2 → 3", "sum: where → (left out)", "sum.where: equals → not equals"]),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "changes"), MUTATIONS)
def test_mutations(tree, changes):
    assert mutated(tree) == changes
