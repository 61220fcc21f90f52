"""Suppressions: none of them suppresses what is said of suppressions."""

from os2governance.findings.catalogue.suppression import SUPPRESSION


def test_nothing_silences_them():
    assert {entry.suppressible for entry in SUPPRESSION.values()} == {"nowhere"}


def test_what_was_left_out_stands_for_its_code():
    entry = SUPPRESSION["findings-left-out"]

    assert f"{{{entry.stands_for}}}" in entry.message.da
    assert [code for code, each in SUPPRESSION.items() if each.stands_for] == ["findings-left-out"]
