"""Codes of what is done once: no file of `check` has a comment about them."""

from os2governance.findings.catalogue.decide import DECIDE


def test_they_are_named_for_what_is_done():
    assert [code for code in DECIDE if not code.startswith("decide-")] == []


def test_no_comment_can_silence_them():
    assert {entry.suppressible for entry in DECIDE.values()} == {"not of check"}
    assert not [
        code for code, entry in DECIDE.items() if entry.blocks_reading or entry.of_comparison
    ]
