"""Texts in two languages, lists, and numbers in words."""

import pytest

from os2governance.i18n.text import (
    FilledText,
    Text,
    as_text,
    format_alternatives,
    format_list,
    format_number,
    format_sentence,
    lower_first_letter,
)


def test_a_missing_language_is_said_in_the_other():
    assert Text("ja", "yes").render("en") == "yes"
    assert Text("ja").render("en") == "ja"
    assert Text(en="yes").render("da") == "yes"
    assert as_text("G6") == ("G6", "G6")


def test_filled():
    text = FilledText(Text("{a} og {b}", "{a} and {b}"), {"a": Text("en", "one"), "b": 2})

    assert (text.da, text.en) == ("en og 2", "one and 2")


@pytest.mark.parametrize(
    ("items", "danish", "english"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a og b", "a and b"), (["a", "b", "c"], "a, b og c", "a, b and c")],
)  # fmt: skip
def test_lists(items, danish, english):
    assert format_list(items, "da") == danish
    assert format_list(items, "en") == english
    assert format_alternatives(items, "en") == english.replace("and", "or")


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [(0, "0", "0"), (1234567, "1.234.567", "1,234,567"), (2.5, "2,5", "2.5"), (-1000, "-1.000", "-1,000")],
)  # fmt: skip
def test_numbers(value, danish, english):
    assert format_number(value, "da") == danish
    assert format_number(value, "en") == english


@pytest.mark.parametrize(
    ("title", "inside"),
    [("Styregruppe", "styregruppe"), ("OS2's side", "OS2's side"), ("A list", "a list"), ("Æble", "æble"), ("", "")],
)  # fmt: skip
def test_titles_inside_a_sentence(title, inside):
    assert lower_first_letter(title) == inside


def test_sentences():
    assert format_sentence("det går") == "Det går."
    assert format_sentence("Går det?") == "Går det?"
