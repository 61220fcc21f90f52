"""Scopes, in which rules find facts, and what nodes have in common."""

from datetime import date

import pytest
from rule_facts import parse

from os2governance.documents.yaml_reader import read_yaml
from os2governance.rules.node import Scope, extend_prefix
from os2governance.rules.trace import MISSING, Extent, Way

TODAY = date(2026, 5, 1)
YES = {"fact": "yes", "equals": True}
OK = {"fact": "ok", "equals": True}


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"a": {"b": 1}}, 1),
        ({"a": {"b": None}}, None),
        ({"a": {}}, MISSING),
        ({}, MISSING),
        ({"a": None}, None),
        ({"a": False}, None),
        ({"a": True}, MISSING),
        ({"a": "text"}, MISSING),
        (None, None),
    ],
)
def test_a_fact_is_found_absent_or_missing(values, found):
    assert Scope(values, None, TODAY).find(("a", "b")) == (found, None)


def test_a_position_is_that_of_the_nearest_thing_above():
    document, _ = read_yaml(b"a:\n  b: 1\nl:\n  - {n: 1}\n  - {n: 2}\n", "f")
    scope = Scope(document.values, document.positions, TODAY)

    assert scope.find(("a", "b")) == (1, (2, 6, None))
    assert scope.find(("a", "c")) == (MISSING, (2, 3, None))
    assert scope.find(("x",)) == (MISSING, None)


def test_elements_of_a_list_are_scopes_that_know_where_they_are():
    document, _ = read_yaml(b"l:\n  - {n: 1}\n  - {n: 2}\n", "f")
    _, second = Scope(document.values, document.positions, TODAY).elements(
        document.values["l"], ("l",)
    )

    assert second.find(("n",)) == (2, (3, 9, None))
    assert second.find(("m",)) == (MISSING, (3, 5, None))
    assert second.as_of == TODAY


COMMON = [
    # rule, the prefix for its parts, the paths that it reads itself
    (YES, "p.", ("yes",)),
    ({"not": YES}, "p.", ()),
    ({"use": "c"}, "p.", ()),
    ({"every": {"in": "list", "where": OK}}, "p.list[].", ("list",)),
    ({"sum": {"in": "list", "of": "n", "at_most": 1}}, "p.list[].", ("list", "list[].n")),
]


@pytest.mark.parametrize(("tree", "prefix", "paths"), COMMON)
def test_what_nodes_read_and_their_parts(tree, prefix, paths):
    rule = parse(tree, {"c": YES})

    assert extend_prefix(rule, "p.") == prefix
    assert rule.list_paths() == paths


def test_nodes_are_equal_where_operator_and_fields_are():
    some, every = ({word: {"in": "list", "where": OK}} for word in ("some", "every"))
    all_, any_ = parse({"all": [YES]}), parse({"any": [YES]})

    assert parse({"all": [YES]}) == all_
    assert hash(parse({"all": [YES]})) == hash(all_)
    assert all_ != any_
    assert parse(some) != parse(every)
    assert len({all_, any_, parse({"all": [YES]})}) == 2


def test_a_fact_is_changed_as_a_whole_and_does_not_turn():
    rule = parse(YES)

    assert rule.ways(holds=False, parts=0) == (Way(Extent.WHOLE, value=False),)
    assert rule.find_turning_dates(True) == ()
    assert not rule.inverts
    assert not rule.heading.da
