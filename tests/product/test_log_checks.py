"""Decisions of a log, each by itself."""

import pytest

from os2governance.product.log_checks import has_odd_level


@pytest.mark.parametrize(
    ("kind", "level", "odd"),
    [
        ("place", "low", False),
        ("place", None, True),
        ("accept", "low", False),
        ("accept", None, False),
        ("withdraw", None, False),
        ("withdraw", "low", True),
        ("pause", "low", True),
    ],
)
def test_a_level_goes_with_placing_and_accepting_alone(kind, level, odd):
    assert has_odd_level(kind, level) == odd
