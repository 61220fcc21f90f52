"""A limit of one is said of one."""

import pytest

from os2governance.schema.size_limits import LIMITS, describe_limit


@pytest.mark.parametrize(
    ("keyword", "limit", "da", "en"),
    [
        ("minItems", 1, "skal have mindst 1 punkt", "must have 1 item or more"),
        ("minItems", 2, "skal have mindst 2 punkter", "must have 2 items or more"),
        ("maxProperties", 1, "må højst have 1 nøgle", "must have 1 key at most"),
        ("maxLength", 40, "må højst fylde 40 tegn", "must be at most 40 characters long"),
        ("exclusiveMinimum", 0.5, "skal være over 0.5", "must be more than 0.5"),
    ],
)
def test_a_limit_is_said_with_its_number(keyword, limit, da, en):
    assert describe_limit(keyword, limit) == (da, en)


@pytest.mark.parametrize("keyword", LIMITS)
def test_each_limit_has_words_for_every_number(keyword):
    for limit in (0, 1, 12):
        assert all(f" {limit}" in said for said in describe_limit(keyword, limit))
