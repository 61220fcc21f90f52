"""Conditions on one fact: declared, absent, missing and at the boundary."""

import pytest
from rule_facts import check_operator, evaluated, mutated, parse

from os2governance.rules.facts import VALUE_OPERATORS, is_same_value
from os2governance.rules.trace import MISSING

CASES = [
    # condition, fact, true for, false for; None is declared absent
    ({"present": True}, "text", ["a", " "], ["", None]),
    ({"present": True}, "number", [0, 1], [None]),
    ({"present": True}, "yes", [True], [False, None]),
    ({"present": True}, "list", [[{}]], [[], None]),
    ({"present": True}, "group", [{"deep": None}], [{}, None]),
    ({"present": False}, "text", ["", None], ["a"]),
    ({"present": False}, "yes", [False, None], [True]),
    ({"equals": "a"}, "text", ["a"], ["A", "", None]),
    ({"equals": 1}, "number", [1, 1.0], [2, None]),
    ({"equals": True}, "yes", [True], [False, None]),
    ({"equals": False}, "yes", [False], [True, None]),
    ({"one_of": ["a", "b"]}, "text", ["a", "b"], ["c", None]),
    ({"one_of": [1, 2]}, "number", [2.0], [3, None]),
    ({"at_least": 2}, "number", [2, 2.5, 3], [1.9, None]),
    ({"at_most": 2}, "number", [2, 1, -5], [2.1, None]),
    ({"at_least": "2026-05-01"}, "day", ["2026-05-01", "2027-01-01"], ["2026-04-30", None]),
    ({"at_most": "2026-05-01"}, "day", ["2026-05-01", "2025-01-01"], ["2026-05-02", None]),
]  # fmt: skip


def test_every_operator_has_a_case():
    assert {next(iter(condition)) for condition, *_ in CASES} == {o.word for o in VALUE_OPERATORS}


@pytest.mark.parametrize(("condition", "name", "true", "false"), CASES)
def test_operators(condition, name, true, false):
    check_operator(condition, name, true, false)


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        ({}, None),
        ({"group": {}}, None),
        ({"group": {"deep": {}}}, None),
        ({"group": None}, False),
        ({"group": {"deep": None}}, False),
        ({"group": {"deep": {"text": None}}}, False),
        ({"group": {"deep": {"text": "a"}}}, True),
    ],
)
def test_missing_on_the_way_is_undetermined_and_null_on_the_way_is_absent(facts, value):
    assert evaluated({"fact": "group.deep.text", "present": True}, facts).value is value


def test_what_is_read_is_kept_in_the_trace():
    trace = evaluated({"fact": "group.deep.text", "equals": "a"}, {"group": {"deep": {}}})
    asked = trace.question

    assert trace.found is MISSING
    assert (asked.operator, asked.subject, asked.expected) == ("equals", "group.deep.text", "a")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(1, 1.0, True), (True, 1, False), (0, False, False), ("a", "a", True), ("1", 1, False)],
)
def test_values_are_compared_as_in_json(one, other, same):
    assert is_same_value(one, other) is same


def test_conditions_differ_by_their_operator():
    least, most = (parse({"fact": "number", word: 2}) for word in ("at_least", "at_most"))

    assert least == parse({"fact": "number", "at_least": 2})
    assert least != most


WORDS = [
    ({"fact": "choice", "equals": "red"}, "choice er red", "choice is red"),
    ({"fact": "yes", "present": True}, "yes", "yes"),
    ({"fact": "group", "present": True}, "der er group", "there is group"),
    ({"fact": "text", "present": True}, "teksten er oplyst", "the text is stated"),
    ({"fact": "text", "present": False}, "teksten findes ikke", "the text does not exist"),
    ({"fact": "text", "one_of": ["a", "b", "c"]}, "teksten er a, b eller c", "the text is a, b or c"),
    ({"fact": "number", "at_least": 1234567.5}, "number er mindst 1.234.567,5", "number is at least 1,234,567.5"),
    ({"fact": "number", "at_most": 2}, "number er højst 2", "number is at most 2"),
    ({"fact": "day", "at_least": "2026-05-01"}, "dagen er 1. maj 2026 eller senere", "the day is 1 May 2026 or later"),
    ({"fact": "day", "at_most": "2026-05-01"}, "dagen er 1. maj 2026 eller tidligere", "the day is 1 May 2026 or earlier"),
    ({"fact": "yes", "equals": False}, "det gælder ikke, at yes", "it is not so that yes"),
    ({"fact": "list", "present": False}, "der er ikke Listen", "there is not The list"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "danish", "english"), WORDS)
def test_wording(tree, danish, english):
    rule = parse(tree)

    assert rule.render("da") == danish
    assert rule.render("en") == english


MUTATIONS = [
    ({"fact": "a", "present": True}, ["present: True → False"]),
    ({"fact": "a", "equals": 1}, [".: equals → not equals"]),
    ({"fact": "a", "one_of": ["x"]}, [".: one_of → not one_of"]),
    ({"fact": "a", "one_of": ["x", "y"]}, ["one_of: ['x', 'y'] → ['y']", "one_of: ['x', 'y'] → ['x']", ".: one_of → not one_of"]),
    ({"fact": "a", "at_least": 2}, ["at_least: 2 → 1", "at_least: 2 → 3", "at_least: at_least → at_most"]),
    ({"fact": "a", "at_most": "2026-03-01"}, ["at_most: 2026-03-01 → 2026-02-28", "at_most: 2026-03-01 → 2026-03-02", "at_most: at_most → at_least"]),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "changes"), MUTATIONS)
def test_mutations(tree, changes):
    assert mutated(tree) == changes
