"""What is typed in a form, and the value that it is; there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.i18n.text import Text
from os2governance.rules.trace import MISSING
from os2governance.web import form
from os2governance.web.field_values import (
    NONE_SUFFIX,
    InvalidInput,
    format_field_value,
    parse_field_value,
)


def field(kind, **more):
    return form.FormField(path=("a",), kind=kind, title=Text("a", "a"), **more)


def parse(kind, text, language="en", **more):
    each = field(kind, **more)
    return parse_field_value(each, {each.name: [text]}, language)


@pytest.mark.parametrize(
    ("kind", "language", "text", "value"),
    [
        (form.NUMBER_FIELD, "da", "1.250.000,5", 1250000.5),
        (form.NUMBER_FIELD, "en", "1,250,000.5", 1250000.5),
        (form.NUMBER_FIELD, "en", " 7.0 ", 7),
        (form.INTEGER_FIELD, "da", "1.000", 1000),
        (form.DATE_FIELD, "da", "2026-05-01", "2026-05-01"),
        (form.BOOLEAN_FIELD, "da", "false", False),
        (form.LINES_FIELD, "da", " a \r\n\r\n b", ["a", "b"]),
        (form.LONG_TEXT_FIELD, "da", "a\r\nb\r\n", "a\nb"),
        (form.LONG_TEXT_FIELD, "da", "\x1b[31m{x}", "\x1b[31m{x}"),
    ],
)
def test_values(kind, language, text, value):
    found = parse(kind, text, language)

    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (form.DATE_FIELD, "1. maj"), (form.DATE_FIELD, "2026-02-30"), (form.NUMBER_FIELD, "x"),
        (form.NUMBER_FIELD, "NaN"), (form.NUMBER_FIELD, "Infinity"), (form.INTEGER_FIELD, "1.5"),
        (form.BOOLEAN_FIELD, "True"), (form.CHOICE_FIELD, "x"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_told_in_both_languages(kind, text):
    found = parse(kind, text)

    assert isinstance(found, InvalidInput)
    assert found.message.da != found.message.en


def test_empty_is_missing_unless_it_is_needed_and_none_is_none():
    assert parse(form.NUMBER_FIELD, " \r\n") is MISSING
    assert isinstance(parse(form.NUMBER_FIELD, "", required=True), InvalidInput)
    ticked = {f"{field(form.NUMBER_FIELD).name}{NONE_SUFFIX}": ["on"]}
    assert parse_field_value(field(form.NUMBER_FIELD, nullable=True), ticked, "da") is None
    assert parse_field_value(field(form.NUMBER_FIELD), ticked, "da") is MISSING


def test_a_choice_is_the_value_and_not_its_text():
    found = parse(form.CHOICE_FIELD, "2", choices=((1, Text("a", "a")), (2, Text("b", "b"))))

    assert (found, type(found)) == (2, int)


@given(st.integers(-(10**12), 10**12), st.sampled_from(["da", "en"]))
def test_a_number_that_is_shown_is_read_as_itself(number, language):
    shown = format_field_value(field(form.INTEGER_FIELD, value=number), language)

    assert parse(form.INTEGER_FIELD, shown, language) == number


@pytest.mark.parametrize("value", [True, False, None, MISSING, ["a", "b"], "a\nb", ""])
def test_other_values_come_back_or_are_missing(value):
    kinds = {bool: form.BOOLEAN_FIELD, list: form.LINES_FIELD}
    each = field(kinds.get(type(value), form.LONG_TEXT_FIELD), value=value)
    found = parse_field_value(each, {each.name: [format_field_value(each, "da")]}, "da")

    assert found == value or (found is MISSING and value in ("", None))
