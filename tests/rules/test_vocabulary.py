"""Facts, as views of a facts schema."""

import pytest

from os2governance.i18n.text import Text
from os2governance.rules.vocabulary import Fact

DEFINED = {"$defs": {"d": {"type": "string", "title": "Defineret", "format": "date"}}}


def fact(schema, path="a.long_name"):
    return Fact(schema, {**DEFINED}, path)


KINDS = [
    ({"type": "string"}, {"string"}, False),
    ({"type": ["string", "null"]}, {"string"}, True),
    ({"enum": ["a", 1, None]}, {"string", "integer"}, True),
    ({"anyOf": [{"type": "string"}, {"type": "null"}]}, {"string"}, True),
    ({"$ref": "#/$defs/d"}, {"string"}, False),
    ({}, {"object", "array", "string", "number", "integer", "boolean"}, True),
    (True, {"object", "array", "string", "number", "integer", "boolean"}, True),
]


@pytest.mark.parametrize(("schema", "kinds", "nullable"), KINDS)
def test_kinds(schema, kinds, nullable):
    assert fact(schema).kinds == kinds
    assert fact(schema).nullable is nullable


TITLES = [
    ({"title": "Navn", "x-title-en": "Name"}, Text("Navn", "Name")),
    ({"title": "Navn"}, Text("Navn", "Navn")),
    ({"x-title-en": "Name"}, Text("Name", "Name")),
    ({"$ref": "#/$defs/d", "title": "Sin egen"}, Text("Sin egen", "Sin egen")),
    ({"$ref": "#/$defs/d"}, Text("Defineret", "Defineret")),
    ({}, Text("long name", "long name")),
]


@pytest.mark.parametrize(("schema", "title"), TITLES)
def test_titles(schema, title):
    assert fact(schema).title == title


def test_a_title_begins_small_inside_a_sentence():
    assert fact({"title": "Navnet"}).render_label("da") == "navnet"
    assert fact({"title": "OSI-navnet"}).render_label("da") == "OSI-navnet"


def test_fields_have_paths_and_elements_begin_anew():
    schema = {"properties": {"l": {"type": "array", "items": {"properties": {"n": {}}}}}}
    below = Fact(schema, schema).fields["l"]

    assert below.path == "l"
    assert below.element.fields["n"].path == "n"


def test_values_are_titled_by_the_schema():
    schema = {"enum": ["a", "b", None], "x-values": {"a": {"da": "Et", "en": "One"}}}

    assert fact(schema).choices == ("a", "b")
    assert fact(schema).value_title("a") == Text("Et", "One")
    assert fact(schema).value_title("b") == Text("b", "b")
    assert fact(schema).value_title(1) == Text("1", "1")


def test_keywords_of_dates_and_figures():
    date = fact({"format": "date", "x-time": "past", "x-not-before": "start"})
    figure = fact({"minimum": 0, "maximum": 9})
    group = fact({"properties": {"total": {}, "p": {"x-part-of": "total"}, "q": {"x-part-of": "total"}}})  # fmt: skip

    assert (date.is_date, date.time, date.not_before, date.is_watched) == (True, "past", "start", True)  # fmt: skip
    assert (figure.lowest, figure.highest, figure.is_watched) == (0, 9, False)
    assert group.totals == {"total": ("p", "q")}
    assert group.watched.keys() == {"p", "q"}


def test_a_schema_that_contains_itself_is_no_trouble():
    root = {"$defs": {"r": {"properties": {"again": {"$ref": "#/$defs/r"}}}}}
    below = Fact({"$ref": "#/$defs/r"}, root)

    assert not below.is_watched
    assert below.fields["again"].fields["again"].path == "again.again"


def test_missing_texts_are_listed():
    assert fact({"title": "Navn", "description": "?"}).texts_missing() == [
        "x-title-en",
        "x-description-en",
    ]
