"""Quantifiers over lists of known, unknown and absent elements."""

import pytest
from rule_facts import evaluated, mutated, parse, problems, ways

from os2governance.rules.lists import QUANTIFIERS

T, F, U = {"n": 1, "ok": True}, {"n": 1, "ok": False}, {"n": 1}
OK = {"fact": "ok", "equals": True}

LISTS = [
    # node, list, value
    ("some", {}, "missing", None),
    ("some", {}, None, False),
    ("some", {}, [], False),
    ("some", {}, [F, U], None),
    ("some", {}, [F, T], True),
    ("some", {}, [F, F], False),
    ("every", {}, "missing", None),
    ("every", {}, None, True),
    ("every", {}, [], True),
    ("every", {}, [T, U], None),
    ("every", {}, [U, F], False),
    ("every", {}, [T, T], True),
    ("none", {}, "missing", None),
    ("none", {}, None, True),
    ("none", {}, [], True),
    ("none", {}, [F, U], None),
    ("none", {}, [F, T], False),
    ("count", {"at_least": 2}, "missing", None),
    ("count", {"at_least": 2}, None, False),
    ("count", {"at_least": 0}, [], True),
    ("count", {"at_least": 2}, [T, T], True),
    ("count", {"at_least": 2}, [T, U], None),
    ("count", {"at_least": 2}, [T, F], False),
    ("count", {"at_most": 1}, [T, U], None),
    ("count", {"at_most": 1}, [T, F], True),
    ("count", {"at_most": 1}, [T, T], False),
]


@pytest.mark.parametrize(("word", "bound", "elements", "value"), LISTS)
def test_quantifiers(word, bound, elements, value):
    facts = {} if elements == "missing" else {"list": elements}

    assert evaluated({word: {"in": "list", "where": OK, **bound}}, facts).value is value


def test_every_quantifier_has_a_case():
    assert {word for word, *_ in LISTS} == {each.operator for each in QUANTIFIERS}


WORDS = [
    ("some", {}, "mindst 1 af alle listen: ok", "at least 1 of all the list: ok"),
    ("every", {}, "alle listen: ok", "all the list: ok"),
    ("none", {}, "ingen listen: ok", "no the list: ok"),
    ("count", {"at_least": 1000}, "mindst 1.000 af alle listen: ok", "at least 1,000 of all the list: ok"),
    ("count", {"at_most": 2}, "højst 2 af alle listen: ok", "at most 2 of all the list: ok"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "bound", "danish", "english"), WORDS)
def test_wording(word, bound, danish, english):
    rule = parse({word: {"in": "list", "where": OK, **bound}})

    assert rule.render("da") == danish
    assert rule.render("en") == english


WAYS = [
    ("some", {}, [("SOME", True), ("WHOLE", True)], [("EVERY", False)]),
    ("every", {}, [("EVERY", True)], [("WHOLE", False)]),
    ("none", {}, [("EVERY", False)], [("SOME", True), ("WHOLE", False)]),
    ("count", {"at_least": 2}, [("WHOLE", True)], [("WHOLE", False)]),
]


@pytest.mark.parametrize(("word", "bound", "true", "false"), WAYS)
def test_ways(word, bound, true, false):
    tree = {word: {"in": "list", "where": OK, **bound}}

    assert ways(tree, {"list": [U, U]}, holds=True) == true
    assert ways(tree, {"list": [U, U]}, holds=False) == false


def test_only_none_is_inverted_by_its_parts():
    inverting = [each.operator for each in QUANTIFIERS if each.inverts is True]

    assert inverting == ["none"]


@pytest.mark.parametrize(("bound", "inverts"), [("at_least", False), ("at_most", True)])
def test_a_count_is_inverted_where_it_may_only_be_so_large(bound, inverts):
    assert parse({"count": {"in": "list", "where": OK, bound: 1}}).inverts is inverts
    assert parse({"sum": {"in": "list", "of": "n", bound: 1}}).inverts is inverts


@pytest.mark.parametrize(
    ("operand", "found"),
    [
        (1, [("rule-keys", "some")]),
        ({"in": "list"}, [("rule-keys", "some")]),
        ({"in": "list", "wher": OK}, [("rule-unknown-key", "some.wher:")]),
        ({"in": "text", "where": OK}, [("rule-type", "some.in")]),
        ({"in": "none", "where": OK}, [("rule-unknown-fact", "some.in")]),
        ({"in": "list", "where": {"fact": "text", "present": True}}, [("rule-unknown-fact", "some.where.fact")]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_reported_where_it_stands(operand, found):
    assert problems({"some": operand}) == found


@pytest.mark.parametrize("bound", [{}, {"at_least": 1, "at_most": 2}])
def test_a_count_has_one_bound(bound):
    assert problems({"count": {"in": "list", "where": OK, **bound}}) == [
        ("rule-one-bound", "count")
    ]


def test_a_bound_is_a_number():
    tree = {"count": {"in": "list", "where": OK, "at_least": True}}

    assert problems(tree) == [("rule-value", "count.at_least")]


MUTATIONS = [
    ({"some": {"in": "users", "where": OK}}, [".: some → every", ".: some → none", "some: where → (left out)", "some.where: equals → not equals"]),
    ({"every": {"in": "users", "where": OK}}, [".: every → some", ".: every → none", "every.where: equals → not equals"]),
    ({"none": {"in": "users", "where": OK}}, [".: none → some", "none: where → (left out)", "none.where: equals → not equals"]),
    ({"count": {"in": "users", "where": OK, "at_least": 2}}, ["count: at_least 2 → at_most", "count.at_least: 2 → 1", "count.at_least: 2 → 3", "count: where → (left out)", "count.where: equals → not equals"]),
    ({"count": {"in": "users", "where": OK, "at_most": 2}}, ["count: at_most 2 → at_least", "count.at_most: 2 → 1", "count.at_most: 2 → 3", "count.where: equals → not equals"]),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "changes"), MUTATIONS)
def test_mutations(tree, changes):
    assert mutated(tree) == changes
