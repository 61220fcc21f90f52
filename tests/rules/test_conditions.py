"""Named conditions: which are used, and what stands in their place."""

import pytest

from os2governance.rules.conditions import expand_conditions, find_used_conditions

FACT = {"fact": "a", "present": True}
CONDITIONS = {
    "one": FACT,
    "two": {"all": [{"use": "one"}, FACT]},
    "three": {"not": {"use": "two"}},
}

CASES = [
    # tree, names used, tree with the conditions in place
    (FACT, set(), FACT),
    ({"use": "one"}, {"one"}, FACT),
    ({"use": "two"}, {"one", "two"}, {"all": [FACT, FACT]}),
    ({"any": [{"use": "three"}]}, {"one", "two", "three"}, {"any": [{"not": {"all": [FACT, FACT]}}]}),
    ({"some": {"in": "l", "where": {"use": "one"}}}, {"one"}, {"some": {"in": "l", "where": FACT}}),
    ({"use": "gone"}, {"gone"}, {"use": "gone"}),
    ({"use": 1}, set(), {"use": 1}),
    ("text", set(), "text"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "names", "expanded"), CASES)
def test_conditions(tree, names, expanded):
    assert find_used_conditions(tree, CONDITIONS) == names
    assert expand_conditions(tree, CONDITIONS) == expanded
