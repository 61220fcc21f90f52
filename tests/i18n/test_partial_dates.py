"""Dates that are known by their day, their month or their year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.partial_dates import FIRST_YEAR, LAST_YEAR, parse_partial_date

DAYS = st.dates()


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-05-04", date(2018, 5, 4), date(2018, 5, 4)),
        ("2018-05", date(2018, 5, 1), date(2018, 5, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        (2018, date(2018, 1, 1), date(2018, 12, 31)),
        (9999, date(9999, 1, 1), date(9999, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
    ],
)
def test_the_days_that_it_can_mean(value, first, last):
    assert parse_partial_date(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["", "18", "201", "20180", "2018-", "2018-5", "2018-13", "2018-00", "0000", "2018/05", "2018-05-1",
     "2018-02-30", "maj 2018", "２０１８", " 2018", "2018 ", "-201", "+201", "201805", "2018-05-04T00:00",
     999, 10_000, 0, -2018, 2018.0, True, None, [2018], {}, date(2018, 1, 1)],
)  # fmt: skip
def test_what_is_no_date(value):
    assert parse_partial_date(value) is None


@given(DAYS)
def test_a_day_lies_in_its_month_which_lies_in_its_year(day):
    text = day.isoformat()
    whole, month, year = (parse_partial_date(text[:length]) for length in (10, 7, 4))

    assert whole == (day, day) == (parse_iso_date(text),) * 2
    assert year.first <= month.first <= day <= month.last <= year.last


@given(st.integers(FIRST_YEAR, LAST_YEAR))
def test_a_number_and_a_text_mean_the_same_year(year):
    assert parse_partial_date(year) == parse_partial_date(str(year))
