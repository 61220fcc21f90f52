"""Rounds: a file about another half-year is an error, a name that is odd is not."""

from os2governance.findings.catalogue.round import ROUND


def test_a_name_that_is_odd_stops_no_round():
    assert {code: entry.severity for code, entry in ROUND.items()} == {
        "round-other-half-year": "error",
        "round-unknown-product": "warning",
    }
