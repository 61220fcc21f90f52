"""Kleene's laws: the truth tables of semantics §2, and what follows from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.rules.bounds import compare_range
from os2governance.rules.logic import evaluate_every, evaluate_some, negate

VALUES = st.sampled_from([True, False, None])
LISTS = st.lists(VALUES, min_size=1, max_size=6)
TABLE = [
    # a, b, a and b, a or b
    (True, True, True, True),
    (True, False, False, True),
    (True, None, None, True),
    (False, False, False, False),
    (False, None, False, None),
    (None, None, None, None),
]


@pytest.mark.parametrize(("a", "b", "conjunction", "disjunction"), TABLE)
def test_the_truth_tables(a, b, conjunction, disjunction):
    assert evaluate_every([a, b]) is evaluate_every([b, a]) is conjunction
    assert evaluate_some([a, b]) is evaluate_some([b, a]) is disjunction


@pytest.mark.parametrize(("a", "opposite"), [(True, False), (False, True), (None, None)])
def test_negation(a, opposite):
    assert negate(a) is opposite


@given(LISTS)
def test_de_morgan(values):
    assert negate(evaluate_every(values)) is evaluate_some([negate(value) for value in values])
    assert negate(evaluate_some(values)) is evaluate_every([negate(value) for value in values])


@given(LISTS, LISTS)
def test_parts_may_be_grouped_and_ordered_at_will(one, other):
    assert evaluate_every([evaluate_every(one), evaluate_every(other)]) is evaluate_every(
        [*other, *one]
    )
    assert evaluate_some([evaluate_some(one), evaluate_some(other)]) is evaluate_some(
        [*other, *one]
    )


@given(LISTS, VALUES)
def test_distribution(values, a):
    assert evaluate_every([a, evaluate_some(values)]) is evaluate_some(
        [evaluate_every([a, v]) for v in values]
    )
    assert evaluate_some([a, evaluate_every(values)]) is evaluate_every(
        [evaluate_some([a, v]) for v in values]
    )


@given(LISTS, st.integers(0, 6))
def test_at_least_generalises_all_and_any(values, count):
    true, possible = values.count(True), len(values) - values.count(False)
    at_least = compare_range(true, possible, at_least=count, at_most=None)

    if count == 1:
        assert at_least is evaluate_some(values)
    if count == len(values):
        assert at_least is evaluate_every(values)
    assert at_least is negate(compare_range(true, possible, at_least=None, at_most=count - 1))


@given(LISTS, st.lists(st.booleans(), min_size=6, max_size=6))
def test_what_is_decided_stays_so_however_the_rest_turns_out(values, turns):
    decided = [turn if v is None else v for v, turn in zip(values, turns, strict=False)]
    for combine in (evaluate_every, evaluate_some):
        assert combine(values) in (None, combine(decided))
