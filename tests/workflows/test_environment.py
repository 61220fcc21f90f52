"""Numbers of the environment, which anybody may have set to anything."""

import pytest

from os2governance.workflows.environment import read_environment_number

NAME = "OS2GOVERNANCE_PROCESSES"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("0", 0), ("007", 7), ("999999999", 999_999_999), ("٣", 3), ("", None), (" 1", None),
        ("-1", None), ("+1", None), ("1.0", None), ("1_000", None), ("²", None), ("x", None),
        ("9" * 10, None), ("9" * 5000, None), ("\x1b[31m", None),
    ],
)  # fmt: skip
def test_only_whole_numbers_of_an_ordinary_length_are_numbers(monkeypatch, value, number):
    monkeypatch.setenv(NAME, value)

    assert read_environment_number(NAME) == number


def test_a_variable_that_is_not_set_is_no_number(monkeypatch):
    monkeypatch.delenv(NAME, raising=False)

    assert read_environment_number(NAME) is None
