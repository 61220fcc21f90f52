"""Declared facts as tables: all that is declared, in the vocabulary's order, in both languages."""

from datetime import date

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.site.fact_table import build_fact_tables, format_declared_value

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
    assert found[0].rows == (("The group's latest meeting", date(2026, 5, 1)),)
    assert found[2].rows == (("The licence", "<b>MIT</b>"),)


def test_a_list_has_a_column_for_each_field_that_any_declares(vocabulary):
    [users] = [t for t in build_fact_tables(vocabulary, FACTS, "en") if t.lists]
    [table] = users.lists

    assert len(table.columns) == 3
    assert {len(row) for row in table.rows} == {3}
    assert [row[0] for row in table.rows] == ["A", "B"]
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
    assert isinstance(format_declared_value(vocabulary.fields["licence"], value, "da"), str)


@pytest.mark.parametrize(("value", "said"), [("2018-05", "maj 2018"), (2018, "2018")])
def test_a_date_is_told_as_precisely_as_it_is_known(vocabulary, value, said):
    fact = vocabulary.fields["group"].fields["met_on"]

    assert format_declared_value(fact, value, "da") == said
