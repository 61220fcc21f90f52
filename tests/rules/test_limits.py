"""Sizes of rules as written, and costs of rules on lists; that costs are exact is a law."""

import pytest
from rule_facts import parse

from os2governance.rules.limits import (
    RuleSize,
    RuleSizes,
    count_answers,
    find_costliest_list,
    measure_cost,
)

FACT = {"fact": "yes", "present": True}
OK = {"fact": "ok", "equals": True}
CONDITIONS = {
    "one": FACT,
    "two": {"all": [{"use": "one"}, {"use": "one"}]},
    "ring": {"not": {"use": "ring"}},
    "gone": {"use": "nothing"},
}

SIZES = [
    # rule, nodes, chain of conditions
    (FACT, 1, 0),
    ({"all": [FACT, FACT]}, 3, 0),
    ({"fact": "text", "matches": "a"}, 200, 0),
    ({"some": {"in": "list", "where": OK}}, 3, 0),
    ({"use": "one"}, 2, 1),
    ({"use": "two"}, 6, 2),
    ({"use": "ring"}, 1, 0),
    ({"use": "gone"}, 2, 1),
    ({"use": 1}, 1, 0),
    ("text", 0, 0),
]


@pytest.mark.parametrize(("tree", "nodes", "uses"), SIZES)
def test_sizes(tree, nodes, uses):
    assert RuleSizes(CONDITIONS).measure(tree) == RuleSize(nodes, uses)


QUANTIFIED = {"every": {"in": "list", "where": {"not": OK}}}
SUM = {"sum": {"in": "list", "of": "n", "at_least": 1}}
COSTS = [
    # rules, facts, answers
    ([FACT], {}, 1),
    ([{"all": [FACT, FACT]}], {}, 3),
    ([QUANTIFIED], {}, 1),
    ([QUANTIFIED], {"list": [{}, {}]}, 1 + 2 * 3),
    ([QUANTIFIED, SUM], {"list": [{}, {}]}, 2 + 2 * (3 + 1)),
]


@pytest.mark.parametrize(("trees", "facts", "answers"), COSTS)
def test_costs(trees, facts, answers):
    assert count_answers(measure_cost(map(parse, trees)), facts) == answers


def test_the_costliest_list():
    cost = measure_cost([parse(QUANTIFIED)])

    assert find_costliest_list(cost, {"list": [{}]}) == ("list",)
    assert find_costliest_list(measure_cost([parse(FACT)]), {}) == ()
