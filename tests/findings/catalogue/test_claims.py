"""Plausibility: only what cannot be true is an error."""

from os2governance.findings.catalogue.claims import CLAIMS


def test_what_cannot_be_true_is_an_error_and_what_is_odd_is_a_warning():
    errors = {code for code, entry in CLAIMS.items() if entry.severity == "error"}

    assert errors == {"parts-exceed-total", "duplicate-product"}
    asked = {code for code, entry in CLAIMS.items() if entry.severity == "note"}
    assert asked == {"evidence-perhaps-private"}


def test_only_what_expired_is_a_deadline():
    assert [code for code, entry in CLAIMS.items() if entry.deadline] == ["expired"]
