"""Letters in their cases and classes, and what stands around an anchor."""

import pytest

from os2governance.schema.linear_letters import (
    build_category_test,
    build_class_test,
    build_literal_test,
    build_range_test,
    is_boundary,
    is_line_end,
    is_text_end,
    negate_test,
)


@pytest.mark.parametrize(
    ("letter", "cases"), [("k", "kK\u212a"), ("Å", "åÅ\u212b"), ("s", "sS\u017f"), ("1", "1")]
)
def test_the_cases_of_a_letter(letter, cases):
    folded = build_literal_test(letter, folded=True)

    assert all(map(folded, cases))
    assert not folded("x")
    assert [each for each in cases if build_literal_test(letter, folded=False)(each)] == [letter]


def test_a_class():
    parts = [build_range_test("a", "c"), build_category_test("Lu")]

    assert [
        each for each in "abdÆ1" if build_class_test(parts, negated=False, folded=False)(each)
    ] == [*"abÆ"]
    assert [
        each for each in "abdÆ1" if build_class_test(parts, negated=True, folded=False)(each)
    ] == [*"d1"]
    assert negate_test(parts[0])("d")


def test_what_stands_around():
    assert is_boundary("w", " ")
    assert is_boundary("", "a")
    assert not is_boundary("w", "a")
    assert not is_boundary("", "æ")  # ASCII words
    assert is_text_end("w", "")
    assert is_line_end("w", "\n")
