"""Patterns of people's files: compiled, or said why not."""

from hypothesis import given
from hypothesis import strategies as st

from os2governance.rules.patterns import compile_pattern, is_pattern

PIECES = ["a", "b", "(", ")", "(?:", "[", "]", "^", "-", "|", "*", "+", "?", "{2}", "{1001}", ",",
          "\\", "\\pL", "\\Q", "\\E", "(?i)", "(?=", "$", "æ"]  # fmt: skip


def test_a_pattern():
    made, problem = compile_pattern("a+")

    assert made.fullmatch("aaa")
    assert problem == ""


def test_what_is_no_pattern():
    made, problem = compile_pattern("(?=a)")

    assert made is None
    assert "perl" in problem


def test_the_longest_of_what_begins_at_the_same_place():
    made, _ = compile_pattern("a|ab+?|abb", longest=True)

    assert made.search("xabbb")[0] == "abbb"


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_parsing_alone_tells_a_pattern(text):
    assert is_pattern(text) == (compile_pattern(text)[0] is not None)


def test_nothing_is_written_to_the_terminal(capfd):
    assert not is_pattern("(")
    assert compile_pattern("(")[0] is None
    assert capfd.readouterr() == ("", "")
