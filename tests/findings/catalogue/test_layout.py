"""Layout: notes, which anybody may do without."""

from os2governance.findings.catalogue.layout import LAYOUT


def test_layout_is_never_more_than_a_note():
    assert {entry.severity for entry in LAYOUT.values()} == {"note"}
    assert {entry.suppressible for entry in LAYOUT.values()} == {"anywhere"}
    assert all(entry.ignorable for entry in LAYOUT.values())


def test_each_says_what_mends_it():
    assert all("check --fix" in entry.remedy.da for entry in LAYOUT.values())
