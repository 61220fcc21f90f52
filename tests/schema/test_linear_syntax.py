"""What is a pattern, and what is said of what is none."""

import pytest

from os2governance.schema.linear_syntax import parse_pattern


@pytest.mark.parametrize("pattern", ["", "a", r"(?i)a{2,3}?", r"[\]\-]", "(?P<n>a)", r"\Q(\E"])
def test_a_pattern(pattern):
    program, problem = parse_pattern(pattern)

    assert program is not None
    assert problem == ""


@pytest.mark.parametrize(
    "pattern",
    [
        *("(", ")", "a)", "[", "[b-a]", "*", "a**", "a{1001}", "a{2,1}", "(?=a)", "(?<=a)"),
        *(r"(a)\1", r"\y", r"\x{110000}", r"\p{Nope}", "(?P<1 >a)", "(?P<n", "[[:nope:]]"),
        *("\\", r"\u0041", "(?z)"),
    ],
)
def test_what_is_none(pattern):
    program, problem = parse_pattern(pattern)

    assert program is None
    assert problem.endswith(pattern)
