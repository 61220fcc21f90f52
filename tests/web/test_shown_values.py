"""A value in words, where it stands in another criterion than the one that asks for it."""

import pytest

from os2governance.i18n.text import Text, as_text
from os2governance.rules.trace import MISSING
from os2governance.web.form import FormField, FormList, ShownFact, StatedFact
from os2governance.web.shown_values import render_field_value, render_shown_value

TITLE = as_text("T")
STATED = (StatedFact(as_text("register"), as_text("19")),)


def field(value, kind="text", **more):
    return FormField(path=("facts", "x"), kind=kind, title=TITLE, value=value, **more)


def list_of(*elements, state="declared", stated=()):
    return FormList(
        path=("facts", "x"),
        title=TITLE,
        help=Text(),
        elements=elements,
        state=state,
        nullable=True,
        stated=stated,
    )


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (field("MPL-2.0"), "MPL-2.0"),
        (field("2018-05", "date"), "maj 2018"),
        (field("2018-05-07", "day"), "7. maj 2018"),
        (field("os2", "choice", choices=(("os2", Text("OS2 selv", "OS2")),)), "OS2 selv"),
        (field(True, "boolean"), "ja"),
        (field(None), "findes ikke"),
        (field(MISSING), ""),
        (field(MISSING, stated=STATED), "19"),
        (field("7", stated=STATED), "7"),
        (list_of(), ""),
        (list_of((), ()), "2 i alt"),
        (list_of(state="none"), "findes ikke"),
        (list_of(state="undeclared", stated=STATED), "19"),
        (ShownFact(("facts", "x"), TITLE, STATED), "19"),
    ],
)
def test_what_is_declared_is_shown_and_else_what_others_state(part, text):
    assert render_shown_value(part, "da") == text


def test_a_field_shows_what_the_file_has():
    assert render_field_value(field(12000.5, "number"), "da") == "12.000,5"
