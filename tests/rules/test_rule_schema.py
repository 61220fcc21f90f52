"""What an editor knows of a rule: all operators, and no rule of ours is wrong to it."""

import json
from random import Random

import generators
import jsonschema
import pytest

from os2governance import load_model
from os2governance.files.listing import find_shipped_criteria, list_model_references
from os2governance.rules.registry import FACT_OPERATORS, NODE_OPERATORS
from os2governance.rules.rule_schema import RULE_REFERENCE, build_rule_schema


def validator(language="en"):
    schema = {
        **RULE_REFERENCE,
        "$defs": {"rule": build_rule_schema(NODE_OPERATORS, FACT_OPERATORS, language)},
    }
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_every_operator_is_described_in_both_languages():
    described = {}
    for language in ("da", "en"):
        properties = build_rule_schema(NODE_OPERATORS, FACT_OPERATORS, language)["properties"]
        described[language] = properties
        assert set(properties) == {"fact", *NODE_OPERATORS, *FACT_OPERATORS}
        assert [word for word, each in properties.items() if not each["description"]] == []
    assert described["da"] != described["en"]


def test_the_rules_of_the_shipped_models_pass():
    folder, rule = find_shipped_criteria(), validator()
    for reference in list_model_references(folder):
        model = load_model(folder / reference)
        trees = [tree for each in model.criteria for tree in each.rule_trees.values()]
        wrong = [tree for tree in (*trees, *model.conditions.values()) if not rule.is_valid(tree)]
        assert wrong == [], reference


@pytest.mark.parametrize("seed", range(40))
def test_random_rules_pass(seed):
    chance = Random(seed)
    schema = generators.vocabulary(chance)
    tree = generators.rule(chance, schema, ["one"])

    assert list(validator().iter_errors(tree)) == [], json.dumps(tree)


@pytest.mark.parametrize(
    "tree",
    [
        {},
        {"al": []},
        {"all": []},
        {"all": {"fact": "a", "present": True}},
        {"all": [{"fact": "a"}]},
        {"fact": "a"},
        {"fact": "a", "present": True, "equals": 1},
        {"fact": "a", "present": "yes"},
        {"fact": "a", "within": "a while"},
        {"fact": "a", "is": "uri"},
        {"fact": "a", "past": False},
        {"fact": "a", "length_at_least": -1},
        {"present": True},
        {"within": "12 months"},
        {"use": "one", "not": {"use": "two"}},
        {"not": []},
        {"at_least": {"count": 1}},
        {"some": {"in": "a"}},
        {"some": {"in": "a", "where": {"fact": "b"}}},
        {"count": {"in": "a", "where": {"use": "b"}, "atleast": 1}},
        {"sum": {"in": "a", "at_least": 1}},
    ],
)
def test_what_is_no_rule_is_marked(tree):
    assert not validator().is_valid(tree)
