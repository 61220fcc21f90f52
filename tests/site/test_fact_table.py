"""Declared facts as tables: all that is declared, in the vocabulary's order, in both languages."""

import json

import pytest
from folders import FACTS as FACT_SCHEMA
from folders import criterion, dump, write_model, write_product
from pages import TODAY

from os2governance import assess, load_model, load_product
from os2governance.site.fact_table import FactSources, build_fact_tables, format_stated_value

FACTS = {
    "licence": "<b>MIT</b>",
    "users": [{"name": "A", "pays": 1.5}, {"name": "B", "active": True}],
    "group": {"met_on": "2026-05-01"},
}


@pytest.fixture
def vocabulary(tmp_path):
    rule = {"fact": "open", "present": True}
    return load_model(write_model(tmp_path, [criterion("A", "low", rule)])).facts


def test_subjects_come_in_the_order_of_the_vocabulary(vocabulary):
    found = list(build_fact_tables(vocabulary, FACTS, "en"))

    assert [table.title for table in found] == ["Group", "Users", "The licence"]
    assert found[0].rows == (("The group's latest meeting", "1 May 2026", ""),)
    assert found[2].rows == (("The licence", "<b>MIT</b>", ""),)


def test_a_list_has_a_column_for_each_field_that_any_declares(vocabulary):
    [users] = [t for t in build_fact_tables(vocabulary, FACTS, "en") if t.lists]
    [table] = users.lists

    assert len(table.columns) == 3
    assert {len(row) for row in table.rows} == {3}
    assert [row[0].value for row in table.rows] == ["A", "B"]
    assert [row.count(None) for row in table.rows] == [1, 1]


def test_titles_are_in_the_language(vocabulary):
    danish, english = (
        [t.title for t in build_fact_tables(vocabulary, FACTS, each)] for each in ("da", "en")
    )

    assert set(danish).isdisjoint(english)


@pytest.mark.parametrize("facts", [{}, {"unknown": 1}])
def test_what_is_not_declared_has_no_table(vocabulary, facts):
    assert list(build_fact_tables(vocabulary, facts, "da")) == []


@pytest.mark.parametrize("value", [None, [], True, 0, "", "2026-02-30"])
def test_every_value_is_told_as_text(vocabulary, value):
    assert isinstance(format_stated_value(vocabulary.fields["licence"], value, "da"), str)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2018-05-01", "1. maj 2018"),
        ("2018-05", "maj 2018"),
        ("2018", "2018"),
        (2018, "2018"),
        (None, "findes ikke"),
        ("2018-13", "2018-13"),
    ],
)
def test_a_date_is_as_precise_as_it_is_stated(vocabulary, value, said):
    date_fact = vocabulary.fields["group"].fields["met_on"]

    assert format_stated_value(date_fact, value, "da") == said


def test_what_is_from_another_file_says_so(tmp_path):
    rule = {"fact": "open", "present": True}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)]))
    folder = write_product(tmp_path, facts={"licence": "MIT", "users": [{"name": "A"}]})
    register = {
        "format": "os2governance/register/1",
        "product": "tool",
        "model": "small/1",
        "registered": {"on": "2026-05-01", "by": "X"},
        "facts": {"open": True, "users": [{"name": "B"}]},
    }
    dump(folder / "register.yaml", register)
    assessment = assess(load_product(folder, model), model, as_of=TODAY)
    names = {str(folder / "register.yaml"): "registered"}
    sources = FactSources(positions=assessment.facts.positions, names=names)
    found = list(build_fact_tables(model.facts, assessment.facts.values, "en", sources))

    rows = {row.label: (row.value, row.source) for table in found for row in table.rows}
    assert rows == {"The licence": ("MIT", ""), "The code is open": ("yes", "registered")}
    [users] = [each for table in found for each in table.lists]
    assert users.rows == ((("B", "registered"),),)


def test_each_fact_of_a_merged_element_has_its_own_source(tmp_path):
    keyed = json.loads(json.dumps(FACT_SCHEMA))
    keyed["properties"]["users"]["x-key"] = "name"
    rule = {"fact": "open", "present": True}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)], keyed))
    folder = write_product(tmp_path, facts={"users": [{"name": "A", "pays": 1}]})
    register = {
        "format": "os2governance/register/1",
        "product": "tool",
        "model": "small/1",
        "registered": {"on": "2026-05-01", "by": "X"},
        "facts": {"users": [{"name": "A", "active": True}]},
    }
    dump(folder / "register.yaml", register)
    facts = assess(load_product(folder, model), model, as_of=TODAY).facts
    names = {str(folder / "register.yaml"): "registered"}
    sources = FactSources(positions=facts.positions, names=names)
    [table] = build_fact_tables(model.facts, facts.values, "en", sources)
    [row] = table.lists[0].rows

    assert [tuple(cell) for cell in row] == [
        ("A", "registered"),
        ("1", ""),
        ("yes", "registered"),
    ]
