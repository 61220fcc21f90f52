"""Dates as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.i18n.date_words import format_day, format_month
from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.i18n.text import LANGUAGES
from os2governance.i18n.typed_dates import parse_typed_date


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2018-05-01", "2018-05-01"),
        (" 2018-5-1 ", "2018-05-01"),
        ("2018-05", "2018-05"),
        ("2018", "2018"),
        ("05-2018", "2018-05"),
        ("5/2018", "2018-05"),
        ("5.2018", "2018-05"),
        ("1.5.2018", "2018-05-01"),
        ("1/5-2018", "2018-05-01"),
        ("1/5 2018", "2018-05-01"),
        ("31-12-2018", "2018-12-31"),
        ("maj 2018", "2018-05"),
        ("Maj  2018", "2018-05"),
        ("May 2018", "2018-05"),
        ("1. maj 2018", "2018-05-01"),
        ("1 May 2018", "2018-05-01"),
        ("1.oktober 2018", "2018-10-01"),
        ("okt. 2018", "2018-10"),
        ("", None),
        ("i går", None),
        ("18", None),
        ("1.5.18", None),
        ("13-2018", None),
        ("2018-02-30", None),
        ("30. februar 2018", None),
        ("0000", None),
        ("12/31/2018", None),
        ("mandag 2018", None),
        ("2018-05-01T00:00", None),
        ("\u0662\u0660\u0661\u0668-05", None),
        ("1 2 3 2018", None),
        ("x" * 10_000 + "2018", None),
    ],
)
def test_what_is_typed_is_read_as_precisely_as_it_is_said(typed, read):
    assert parse_typed_date(typed) == read


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(LANGUAGES))
def test_a_date_in_words_is_read_back(day, language):
    assert parse_typed_date(format_day(day, language)) == day.isoformat()
    assert parse_typed_date(format_month(day, language)) == day.isoformat()[:7]


@given(st.text(max_size=20) | st.text("0123456789-./ maj", max_size=12))
def test_what_is_read_is_a_date(typed):
    read = parse_typed_date(typed)

    assert read is None or parse_partial_date(read) is not None
