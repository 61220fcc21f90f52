"""Patterns of people's files: compiled, or said why not."""

from os2governance.rules.pattern import compiled


def test_a_pattern():
    made, problem = compiled("a+")

    assert made.fullmatch("aaa")
    assert problem == ""


def test_what_is_no_pattern():
    made, problem = compiled("(?=a)")

    assert made is None
    assert "perl" in problem
