"""Schemas for editors: valid JSON Schemas, in one language, with what a model knows."""

from pathlib import Path

import jsonschema
import pytest
import yaml
from folders import criterion, write_model

from os2governance import load_model
from os2governance.views.schema_json import (
    SCHEMAS,
    in_language,
    moved,
    product_schema,
    schema_object,
)

GARDEN = Path(__file__).parent.parent / "golden" / "garden"


@pytest.fixture
def schema():
    return product_schema(load_model(GARDEN / "criteria/haven/2"), "da")


def product(name):
    return yaml.load((GARDEN / f"products/{name}/product.yaml").read_text(), _Loader)


class _Loader(yaml.SafeLoader):
    """Dates stay text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if "timestamp" not in tag]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
# `on` is a text in YAML 1.2
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if first not in "oOyYnN" or "bool" not in tag]
    for first, pairs in _Loader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_schema_is_one_and_speaks_one_language(name, language):
    schema = schema_object(name, language)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert "x-title-en" not in str(schema)
    assert "x-description-en" not in str(schema)
    assert schema["title"] == SCHEMAS[name]["title" if language == "da" else "x-title-en"]


@pytest.mark.parametrize("name", ["rosenlund", "kirsebaer", "brak"])
def test_a_product_that_the_engine_reads_passes(schema, name):
    jsonschema.Draft202012Validator.check_schema(schema)
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(product(name))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"model": "haven/1"},
        {"aims_at": "busk"},
        {"facts": {"plann": "x"}},
        {"facts": {"soil": {"tested": "x"}}},
        {"answers": {"J9": {"answer": "met"}}},
        {"answers": {"J1": {"answer": "maybe"}}},
    ],
)
def test_what_the_model_does_not_know_is_wrong(schema, change):
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(product("brak") | change))


def test_answers_are_explained(schema):
    answer = schema["properties"]["answers"]["properties"]["J2"]

    assert answer["title"] == "J2 Jorden er prøvet (Frø)"
    assert "Opfyldt, når jordprøvens dato ligger højst 2 år tilbage." in answer["description"]
    assert "spire: Spire" in schema["properties"]["aims_at"]["description"]


def test_references_inside_the_facts_still_point(tmp_path):
    folder = write_model(tmp_path, [criterion("A", "low", {"fact": "day", "not_past": True})])
    (folder / "facts.schema.json").write_text(
        '{"type": "object", "properties": {"day": {"$ref": "#/$defs/day"}},'
        ' "$defs": {"day": {"type": ["string", "null"], "format": "date"}}}'
    )
    schema = product_schema(load_model(folder), "da")
    validator = jsonschema.Draft202012Validator(schema)

    assert validator.is_valid(product("brak") | {"model": "small/1", "facts": {"day": None}})
    assert not validator.is_valid(product("brak") | {"model": "small/1", "facts": {"day": 1}})


def test_moving_leaves_other_references_alone():
    schema = {"a": [{"$ref": "#/x"}, {"$ref": "urn:x"}], "$ref": "#"}

    assert moved(schema, "/p") == {"a": [{"$ref": "#/p/x"}, {"$ref": "urn:x"}], "$ref": "#/p"}


def test_english_texts_replace_danish_ones():
    schema = {"title": "a", "x-title-en": "b", "items": [{"description": "c"}]}

    assert in_language(schema, "en") == {"title": "b", "items": [{"description": "c"}]}
    assert in_language(schema, "da") == {"title": "a", "items": [{"description": "c"}]}
