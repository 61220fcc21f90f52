"""The facts of a model are described as renderers need them."""

import inspect

import pytest
from folders import criterion, write_model
from hypothesis import given
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.files.listing import find_shipped_criteria
from os2governance.rules.fact_description import FactDescription

NAMES = [name for name, _ in inspect.getmembers(FactDescription) if not name.startswith("_")]


def walk(fact):
    yield fact
    for below in fact.fields.values():
        yield from walk(below)
    if "array" in fact.kinds:
        yield from walk(fact.element)


SHIPPED = list(walk(load_model(find_shipped_criteria() / "os2" / "1.1.0").facts))


def test_every_fact_has_all_that_renderers_ask_for():
    assert len(SHIPPED) > 20
    assert [fact for fact in SHIPPED for name in NAMES if not hasattr(fact, name)] == []


def test_dates_have_no_fields_and_groups_are_objects():
    assert [
        fact for fact in SHIPPED if fact.is_date and (fact.fields or "string" not in fact.kinds)
    ] == []
    assert [fact for fact in SHIPPED if fact.fields and "object" not in fact.kinds] == []
    assert [fact for fact in SHIPPED if "null" in fact.kinds] == []
    assert {fact.nullable for fact in SHIPPED} == {True, False}


@given(st.none() | st.booleans() | st.integers() | st.text(max_size=9))
def test_any_value_has_a_title_in_both_languages(value):
    for fact in SHIPPED[:10]:
        title = fact.value_title(value)
        assert isinstance(title.da, str)
        assert isinstance(title.en, str)


@pytest.mark.parametrize("path", ["group.met_on", "users", "open"])
def test_titles_are_those_of_the_schema(tmp_path, path):
    facts = load_model(
        write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    ).facts
    for step in path.split("."):
        facts = facts.fields[step]

    assert facts.title.da != facts.title.en
