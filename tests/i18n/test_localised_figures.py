"""Dates and figures as each language writes them."""

from os2governance.i18n.localised_figures import (
    build_compact_formatter,
    build_date_formatter,
    build_number_formatter,
)


def test_dates_and_figures_are_said_as_the_language_says_them():
    assert build_date_formatter("da")("2026-05-01") == "1. maj 2026"
    assert build_date_formatter("en")("2026-05-01") == "1 May 2026"
    assert build_number_formatter("da")(1234567.5) == "1.234.567,5"
    assert build_number_formatter("en")(1234567.5) == "1,234,567.5"
    assert build_compact_formatter("da")(11_900_000).replace("\xa0", " ") == "11,9 mio."
