"""JSON Schema's patterns on RE2."""

import pytest

from os2governance.schema.ecma_patterns import compile_pattern


@pytest.mark.parametrize(
    ("pattern", "right", "wrong"),
    [
        (r"\S", "a", "\xa0\ufeff"),
        (r"^[^/\s]+$", "os2", "o\u2003s"),
        (r"^\s$", "\ufeff", "\x85"),
        (r"^\u00e6\/$", "æ/", "æ"),
        (r"^\d\w$", "1a", "١a"),
        ("^a$", "a", "a\n"),
    ],
)
def test_a_pattern(pattern, right, wrong):
    assert compile_pattern(pattern).search(right)
    assert not compile_pattern(pattern).search(wrong)


@pytest.mark.parametrize("pattern", ["(", "(?=a)", r"(a)\1"])
def test_what_does_not_run_in_linear_time_is_refused(pattern):
    with pytest.raises(ValueError, match="linear time"):
        compile_pattern(pattern)
