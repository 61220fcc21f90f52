"""Kleene's laws: the truth tables of semantics §2, and what follows from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.rules.logic import every_of, negation, number_within, some_of

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
    assert every_of([a, b]) is every_of([b, a]) is conjunction
    assert some_of([a, b]) is some_of([b, a]) is disjunction


@pytest.mark.parametrize(("a", "opposite"), [(True, False), (False, True), (None, None)])
def test_negation(a, opposite):
    assert negation(a) is opposite


@given(LISTS)
def test_de_morgan(values):
    assert negation(every_of(values)) is some_of([negation(value) for value in values])
    assert negation(some_of(values)) is every_of([negation(value) for value in values])


@given(LISTS, LISTS)
def test_parts_may_be_grouped_and_ordered_at_will(one, other):
    assert every_of([every_of(one), every_of(other)]) is every_of([*other, *one])
    assert some_of([some_of(one), some_of(other)]) is some_of([*other, *one])


@given(LISTS, VALUES)
def test_distribution(values, a):
    assert every_of([a, some_of(values)]) is some_of([every_of([a, v]) for v in values])
    assert some_of([a, every_of(values)]) is every_of([some_of([a, v]) for v in values])


@given(LISTS, st.integers(0, 6))
def test_at_least_generalises_all_and_any(values, count):
    true, possible = values.count(True), len(values) - values.count(False)
    at_least = number_within(true, possible, at_least=count, at_most=None)

    if count == 1:
        assert at_least is some_of(values)
    if count == len(values):
        assert at_least is every_of(values)
    assert at_least is negation(number_within(true, possible, at_least=None, at_most=count - 1))


@given(LISTS, st.lists(st.booleans(), min_size=6, max_size=6))
def test_what_is_decided_stays_so_however_the_rest_turns_out(values, turns):
    decided = [turn if v is None else v for v, turn in zip(values, turns, strict=False)]
    for combine in (every_of, some_of):
        assert combine(values) in (None, combine(decided))
