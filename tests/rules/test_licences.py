"""SPDX expressions and OSI's approval."""

import pytest

from os2governance.rules.licences import MAX_EXPRESSION_LENGTH, is_osi_approved, is_spdx

CASES = [
    # text, a valid expression, approved by OSI
    ("MIT", True, True),
    ("mit", True, True),
    ("CC-BY-4.0", True, False),
    ("MIT OR CC-BY-4.0", True, True),
    ("MIT AND CC-BY-4.0", True, False),
    ("(MIT OR CC-BY-4.0) AND MPL-2.0", True, True),
    ("GPL-2.0-only WITH Classpath-exception-2.0", True, True),
    ("MIT AND", False, False),
    ("MIT WITH MIT", False, False),
    ("MIT / MPL-2.0", False, False),
    ("()", False, False),
    ("\x00", False, False),
    (" ", False, False),
    ("MIT" + " " * MAX_EXPRESSION_LENGTH, False, False),
]


@pytest.mark.parametrize(("text", "valid", "approved"), CASES)
def test_licences(text, valid, approved):
    assert is_spdx(text) is valid
    assert is_osi_approved(text) is approved
