"""Dates in words, as precisely as they are known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.i18n.date_words import (
    DateInWords,
    format_day,
    format_month,
    format_partial_date,
)

DATES = [
    ("2026-10-06", "6. oktober 2026", "6 October 2026"),
    ("2018-05", "maj 2018", "May 2018"),
    ("2018", "2018", "2018"),
    (2018, "2018", "2018"),
    ("soon", None, None),
    (None, None, None),
    (True, None, None),
    (12, None, None),
]


@pytest.mark.parametrize(("value", "danish", "english"), DATES)
def test_a_date_is_as_precise_as_it_is_written(value, danish, english):
    assert format_partial_date(value, "da") == danish
    assert format_partial_date(value, "en") == english
    assert DateInWords(value).render("da") == (danish or str(value))
    assert DateInWords(value).render("en") == (english or str(value))


@given(st.dates())
def test_every_day_names_its_month_and_year(day):
    assert format_day(day, "da") == f"{day.day}. {format_month(day, 'da')}"
    assert format_day(day, "en") == f"{day.day} {format_month(day, 'en')}"
    assert DateInWords(day).render("da") == format_day(day, "da")
    assert format_partial_date(day.isoformat(), "da") == format_day(day, "da")
    assert format_month(day, "en").endswith(str(day.year))


def test_the_months_differ():
    for language in ("da", "en"):
        assert len({format_month(date(2026, month, 1), language) for month in range(1, 13)}) == 12
