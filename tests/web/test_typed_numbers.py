"""Numbers in Danish and English writing: what is certain is read, what is not is asked about."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.i18n.text import LANGUAGES, format_number
from os2governance.web.typed_numbers import AmbiguousNumber, parse_typed_number


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1000.50", "1000.5"), ("1000,50", "1000.5"), ("1.000,50", "1000.5"), ("1,5", "1.5"),
        ("1,000.50", "1000.5"), ("1.000.000", "1000000"), ("1,000,000", "1000000"),
        ("1 250 000", "1250000"), ("0,125", "0.125"), ("-5", "-5"), ("\u22125", "-5"),
        ("250 kr.", "250"), ("kr. 250,-", "250"), ("DKK 1000", "1000"), ("12345,678", "12345.678"),
    ],
)  # fmt: skip
def test_what_is_certain_is_the_same_in_both_languages(language, typed, number):
    assert parse_typed_number(typed, language) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "language", "number"),
    [
        ("250.000 kr.", "da", 250000), ("1.250", "da", 1250), ("1,250", "en", 1250),
        ("1,250", "da", AmbiguousNumber(1250, Decimal("1.25"))),
        ("1.250", "en", AmbiguousNumber(1250, Decimal("1.25"))),
    ],
)  # fmt: skip
def test_one_sign_before_three_figures_separates_thousands_where_that_is_usual(
    typed, language, number
):
    assert parse_typed_number(typed, language) == number


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "typed",
    ["", "x", "NaN", "1e5", "1.00.000", "1..2", "1,", ",5", "1.2.3,4", "--5", "9" * 41, "kr."],
)
def test_what_is_no_number_is_none(typed, language):
    assert parse_typed_number(typed, language) is None


@given(st.integers(-(10**19), 10**19), st.sampled_from(LANGUAGES))
def test_a_whole_number_as_it_is_shown_is_read_again(number, language):
    assert parse_typed_number(format_number(number, language), language) == number


@given(st.text(alphabet="0123456789.,- kr", max_size=45), st.sampled_from(LANGUAGES))
def test_anything_is_a_number_or_not_and_nothing_is_raised(typed, language):
    found = parse_typed_number(typed, language)

    assert found is None or isinstance(found, Decimal | AmbiguousNumber)
