"""Declared values in plain words, and where they are declared."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_facts import parse

from os2governance.i18n.text import as_text
from os2governance.render.common.values import render_found, render_location, render_value
from os2governance.rules.trace import FactPosition, StatingFile


@pytest.mark.parametrize(
    ("found", "danish", "english"),
    [
        (None, "findes ikke", "there is none"),
        (True, "ja", "yes"),
        (False, "nej", "no"),
        (1234.5, "1.234,5", "1,234.5"),
        ([], "findes ikke", "there is none"),
        ([1], "1 i alt", "1 in all"),
        ({"a": 1}, "udfyldt", "filled in"),
        ("", "en tom tekst", "an empty text"),
        ("x" * 300, "x" * 199 + "…", "x" * 199 + "…"),
    ],
)
def test_values_in_plain_words(found, danish, english):
    assert render_value(found, "da") == danish
    assert render_value(found, "en") == english


def test_a_place_is_short():
    assert render_location("products/tool/product.yaml", FactPosition(3, 1)) == "product.yaml:3"
    assert render_location("product.yaml", None) == "product.yaml"
    elsewhere = FactPosition(3, 1, StatingFile("products/tool/register.yaml", date(2026, 5, 1)))
    assert render_location("product.yaml", elsewhere) == "register.yaml:3"


FOUND = [
    # fact, value, in Danish, in English
    ("day", "2026-10-06", "6. oktober 2026", "6 October 2026"),
    ("day", "2018-05", "maj 2018", "May 2018"),
    ("day", 2018, "2018", "2018"),
    ("day", "later", "later", "later"),
    ("text", "2018-05", "2018-05", "2018-05"),
    ("number", 2018, "2.018", "2,018"),
]


@pytest.mark.parametrize(("name", "value", "danish", "english"), FOUND)
def test_a_date_is_written_out_where_a_date_is_asked_for(name, value, danish, english):
    rule = parse({"fact": name, "present": True})

    assert render_found(rule, value, "da") == danish
    assert render_found(rule, value, "en") == english


def test_a_known_value_is_told_by_its_title():
    titles = {"osi": as_text("En fri licens")}

    assert render_value("osi", "da", titles) == "En fri licens"
    assert render_value("other", "da", titles) == "other"
    assert render_value(date(2026, 5, 1), "da") == "2026-05-01"


@given(st.text(min_size=1), st.sampled_from(["da", "en"]))
def test_a_text_is_told_as_it_is_and_never_long(text, language):
    said = render_value(text, language)

    assert len(said) <= 200
    assert said == text or (said.endswith("…") and text.startswith(said[:-1]))
