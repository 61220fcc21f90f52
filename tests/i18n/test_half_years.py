"""Half-years: a law over all days, and what is no half-year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.i18n.half_years import (
    HalfYear,
    find_half_year,
    list_half_years,
    parse_half_year,
)


@given(st.dates())
def test_each_day_lies_in_the_one_half_year_that_holds_it(day):
    half = find_half_year(day)

    assert half.holds(day)
    assert half.first <= day <= half.last
    assert parse_half_year(half.id) == half


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)))
def test_the_next_one_begins_the_day_after(day):
    half = find_half_year(day)
    following = find_half_year(half.last + timedelta(1))

    assert following.first == half.last + timedelta(1)
    assert list(list_half_years(half, following)) == [half, following]


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-0", "2026-3", "2026-01", "26-1", "0000-1", "2026-1 ", "٢٠٢٦-1"]
)
def test_what_is_no_half_year(text):
    assert parse_half_year(text) is None


def test_a_half_year_in_words():
    assert HalfYear(2026, 2).render("da") == "2. halvår 2026"
    assert HalfYear(2026, 1).render("en") == "first half of 2026"


def test_none_lie_between_a_later_and_an_earlier_one():
    assert list(list_half_years(HalfYear(2026, 2), HalfYear(2026, 1))) == []
