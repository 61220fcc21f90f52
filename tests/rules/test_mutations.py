"""Small changes of rules as written."""

import pytest

from os2governance.rules.mutations import (
    MAX_SHOWN,
    Mutation,
    mutate_inside,
    mutate_parts,
    shift_bound,
    shorten,
)


@pytest.mark.parametrize(
    ("path", "shown"),
    [((), ".: a → b"), (("all", 1, "is"), "all[1].is: a → b"), (("not",), "not: a → b")],
)
def test_a_mutation_is_shown_by_its_path(path, shown):
    assert Mutation(path, "a", "b", {}).render() == shown


@pytest.mark.parametrize(
    ("bound", "others"),
    [
        (0, [1]),
        (-2, [-1]),
        (1, [0, 2]),
        (1.5, [0.5, 2.5]),
        ("2026-03-01", ["2026-02-28", "2026-03-02"]),
    ],
)
def test_bounds_are_shifted_to_either_side(bound, others):
    assert list(shift_bound(bound)) == others


def test_a_long_value_is_shortened():
    assert shorten("a" * MAX_SHOWN) == "a" * MAX_SHOWN
    assert shorten("a" * (MAX_SHOWN + 1)) == "a" * (MAX_SHOWN - 1) + "…"
    assert shorten({"a": 1}) == "{'a': 1}"


def once(tree, at):
    yield Mutation(at, tree, tree.upper(), tree.upper())


def test_parts_are_mutated_and_left_out_one_at_a_time():
    found = mutate_parts(["a", "b"], ("all",), once, lambda parts: {"all": parts})

    assert [(m.path, m.after, m.tree) for m in found] == [
        (("all", 0), "A", {"all": ["A", "b"]}),
        (("all", 0), "(left out)", {"all": ["b"]}),
        (("all", 1), "B", {"all": ["a", "B"]}),
        (("all", 1), "(left out)", {"all": ["a"]}),
    ]


def test_an_only_part_is_not_left_out():
    [found] = mutate_parts(["a"], (), once, lambda parts: parts)

    assert found.tree == ["A"]


def test_a_rule_inside_is_put_back_into_its_node():
    [found] = mutate_inside("a", ("not",), once, lambda tree: {"not": tree})

    assert found == Mutation(("not",), "a", "A", {"not": "A"})
