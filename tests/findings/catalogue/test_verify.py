"""Codes of what is done once: no file of `check` has a comment about them."""

from os2governance.findings.catalogue.verify import VERIFY


def test_they_are_named_for_what_is_done():
    assert [code for code in VERIFY if not code.startswith("verify-")] == []


def test_no_comment_can_silence_them():
    assert {entry.suppressible for entry in VERIFY.values()} == {"not of check"}
    assert not [
        code for code, entry in VERIFY.items() if entry.blocks_reading or entry.of_comparison
    ]
