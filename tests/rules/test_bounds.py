"""Bounds on numbers, and numbers that are known in part."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.rules.bounds import (
    BOUNDS,
    Bound,
    compare_range,
    describe_count,
    describe_range,
    describe_share,
    describe_sum,
)
from os2governance.rules.trace import NumberRange

TWO, MOST = Bound(at_least=2), Bound(at_most=2)
INF = math.inf
COMPARED = [
    (TWO, (2, 2), True),
    (TWO, (1, 1), False),
    (TWO, (1, 3), None),
    (MOST, (2, 2), True),
    (MOST, (3, 3), False),
    (MOST, (1, 3), None),
    (TWO, (-INF, INF), None),
]


@pytest.mark.parametrize(("bound", "number", "value"), COMPARED)
def test_a_number_known_in_part(bound, number, value):
    assert bound.compare(NumberRange(*number)) is value


def test_without_a_bound_nothing_is_decided():
    assert compare_range(1, 2, at_least=None, at_most=None) is None


@pytest.mark.parametrize("bound", [TWO, MOST])
@given(st.lists(st.integers(-5, 5), min_size=1))
def test_a_range_is_decided_where_all_its_numbers_agree(bound, numbers):
    answers = {bound.compare(NumberRange(n, n)) for n in range(min(numbers), max(numbers) + 1)}
    whole = bound.compare(NumberRange(min(numbers), max(numbers)))

    assert whole is (answers.pop() if len(answers) == 1 else None)


def test_a_bound_as_written_and_in_words():
    assert set(BOUNDS) == {"at_least", "at_most"}
    assert (TWO.plain(), MOST.plain()) == ({"at_least": 2}, {"at_most": 2})
    assert (TWO.render("da"), MOST.render("en")) == ("mindst 2", "at most 2")


RANGES = [
    ((2, 2), "2", "2"),
    ((1, 3), "mindst 1, højst 3", "at least 1, at most 3"),
    ((0, 3), "højst 3", "at most 3"),
    ((-INF, 3), "højst 3", "at most 3"),
    ((1000.5, INF), "mindst 1.000,5", "at least 1,000.5"),
    ((-INF, INF), "kendes ikke", "not known"),
]


@pytest.mark.parametrize(("number", "danish", "english"), RANGES)
def test_a_range_in_words(number, danish, english):
    said = describe_range(NumberRange(*number))

    assert (said.da, said.en) == (danish, english)


COUNTS = [
    (TWO, (1, 1), "1 af de 2, der skal til", "1 of the 2 that it takes"),
    (TWO, (0, 0), "0 af de 2, der skal til", "0 of the 2 that it takes"),
    (TWO, (3, 3), "3; der skal mindst 2 til", "3; it takes at least 2"),
    (TWO, (1, 3), "mindst 1, højst 3; der skal mindst 2 til", "at least 1, at most 3; it takes at least 2"),
    (MOST, (3, 3), "3; der må højst være 2", "3; at most 2 is allowed"),
]  # fmt: skip


@pytest.mark.parametrize(("bound", "number", "danish", "english"), COUNTS)
def test_a_count_against_its_bound(bound, number, danish, english):
    said = describe_count(NumberRange(*number), bound)

    assert (said.da, said.en) == (danish, english)


SUMS = [
    (Bound(at_least=10), (5.5, 5.5), "5,5 af mindst 10", "5.5 of at least 10"),
    (Bound(at_least=10), (12, 12), "12; der skal mindst 10 til", "12; it takes at least 10"),
    (Bound(at_least=10), (5, INF), "mindst 5; der skal mindst 10 til", "at least 5; it takes at least 10"),
    (MOST, (1, 1), "1; der må højst være 2", "1; at most 2 is allowed"),
]  # fmt: skip


@pytest.mark.parametrize(("bound", "number", "danish", "english"), SUMS)
def test_a_sum_against_its_bound(bound, number, danish, english):
    said = describe_sum(NumberRange(*number), bound)

    assert (said.da, said.en) == (danish, english)


SHARES = [
    ((2, 2), 2, "alle 2", "all 2"),
    ((1, 1), 1, "1 af 1", "1 of 1"),
    ((1, 1), 3, "1 af 3", "1 of 3"),
    ((0, 0), 3, "ingen af 3", "none of 3"),
    ((0, 0), 0, "der er ingen", "there are none"),
    ((1, 2), 3, "mindst 1, højst 2 af 3", "at least 1, at most 2 of 3"),
]


@pytest.mark.parametrize(("number", "total", "danish", "english"), SHARES)
def test_how_many_of_all(number, total, danish, english):
    said = describe_share(NumberRange(*number), total)

    assert (said.da, said.en) == (danish, english)
