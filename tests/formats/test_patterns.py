"""Patterns of ids and references, as JSON Schema and as Python read them."""

import re

import pytest

from os2governance.formats import patterns


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("ID", ["a", "0", "os2-x.y_z"], ["", "A", "-a", ".a", "æ", "a b", "a/b"]),
        ("VERSION", ["1", "1.1.0", "2024-04-02", "RC_1"], ["", "-1", "1/2", "1 2", "æ"]),
        ("REFERENCE", ["os2/1.1.0", "æ/1"], ["os2", "os2/", "/1", "a/b/c", "a /1", "a/\u20031"]),
        (
            "DURATION",
            ["1 day", "12 months", "999999 years"],
            ["0 days", "01 day", "1000000 days", "1day", "1  day", "-1 day", "1 hour", "1 month "],
        ),
        ("BLANK", ["a", " a"], ["", " ", "\u00a0\n"]),
    ],
)
def test_what_is_taken_and_what_is_refused(name, taken, refused):
    pattern = getattr(patterns, name)

    assert [text for text in taken if not re.search(pattern, text)] == []
    assert [text for text in refused if re.search(pattern, text)] == []


def test_spaces_are_those_of_json_schema_and_each_once():
    assert len(set(patterns.SPACES)) == len(patterns.SPACES)
    assert "\ufeff" in patterns.SPACES  # no space to Python
    assert "\x85" not in patterns.SPACES  # a space to Python
    assert "\x1c" not in patterns.SPACES
