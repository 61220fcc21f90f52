"""The dates of a vocabulary may be a month or a year, by either validator, and errors say so."""

import pytest
from mutants import as_yaml

from os2governance.documents.yaml_reader import read_yaml
from os2governance.schema import validator
from os2governance.schema.partial_dates import allow_partial_dates
from os2governance.schema.validator import CompiledSchema, fast_validator, reference_validator

VOCABULARY = {
    "type": "object",
    "properties": {
        "on": {"type": ["string", "null"], "format": "date"},
        "only": {"type": "string", "format": "date"},
        "any": {"format": "date"},
        "either": {"anyOf": [{"type": "string", "format": "date"}, {"type": "boolean"}]},
        "dates": {"type": "array", "items": {"$ref": "#/$defs/day"}},
        "chosen": {"enum": [{"format": "date"}, 1]},
        "format": {"type": "string"},
        "text": {"type": "string"},
    },
    "$defs": {"day": {"type": "string", "format": "date"}},
}


@pytest.fixture(params=[fast_validator, reference_validator], ids=["fast", "reference"])
def find(request, monkeypatch):
    """Find what is wrong with facts, by either library."""
    monkeypatch.setattr(validator, "compile_validator", request.param)
    shape = CompiledSchema(allow_partial_dates(VOCABULARY))

    def finds(facts):
        document, _ = read_yaml(as_yaml(facts), "f")
        return shape.find_violations(document, document.values)

    return finds


@pytest.mark.parametrize(
    "facts",
    [
        {"on": "2018-05-04"}, {"on": "2018-05"}, {"on": "2018"}, {"on": 2018}, {"on": None},
        {"only": 2018}, {"only": "2018-12"}, {"any": 2018}, {"any": "2018"}, {"any": True}, {"any": 20180},
        {"either": True}, {"either": 2018}, {"either": "2018-05"}, {"dates": [2017, "2018-05", "2018-05-04"]},
        {"chosen": {"format": "date"}}, {"format": "date"},
    ],
)  # fmt: skip
def test_what_is_accepted(find, facts):
    assert find(facts) == []


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"on": "2018-13"}, "on"), ({"on": "maj 2018"}, "on"), ({"on": 18}, "on"), ({"on": 20180}, "on"),
        ({"on": True}, "on"), ({"on": 2018.5}, "on"), ({"on": "2018-02-30"}, "on"), ({"only": None}, "only"),
        ({"any": "x"}, "any"), ({"dates": [2018, "x"]}, "dates[1]"),
    ],
)  # fmt: skip
def test_what_is_refused_is_told_what_a_date_may_be(find, facts, name):
    (found,) = find(facts)

    assert (found.code, found.arguments["name"]) == ("wrong-format", name)
    for language, words in (
        ("en", "a date (2026-05-01), a month (2026-05) or a year (2026)"),
        ("da", "en dato (2026-05-01), en måned (2026-05) eller et år (2026)"),
    ):
        assert words in found.message.render(language)


def test_only_dates_are_changed_and_the_vocabulary_stays_as_it_was():
    before = repr(VOCABULARY)
    allowed = allow_partial_dates(VOCABULARY)

    assert repr(VOCABULARY) == before
    for name in ("chosen", "format", "text"):
        assert allowed["properties"][name] == VOCABULARY["properties"][name]


def test_a_year_needs_no_quotation_marks(find):
    shape = CompiledSchema(allow_partial_dates(VOCABULARY))

    assert list(shape.find_unquoted({"on": 2018, "text": 2018})) == [("text",)]
