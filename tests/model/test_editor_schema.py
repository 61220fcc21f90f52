"""Schemas for editors: valid JSON Schemas, in one language, with what a model knows."""

import json
from pathlib import Path
from shutil import copytree

import jsonschema
import pytest
import yaml
from folders import criterion, write_model
from repository import first_commit

from os2governance import load_model
from os2governance.documents.yaml_reader import read_yaml
from os2governance.model.editor_schema import (
    EDITOR_SCHEMAS,
    build_format_schema,
    build_product_schema,
    relocate_references,
    select_language,
)

CRITERIA = Path(__file__).parents[2] / "criteria" / "os2"
GARDEN = Path(__file__).parents[1] / "golden" / "garden"


@pytest.fixture
def schema():
    return build_product_schema(load_model(GARDEN / "criteria/haven/2"), "da")


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


@pytest.mark.parametrize("name", EDITOR_SCHEMAS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_schema_is_one_and_speaks_one_language(name, language):
    schema = build_format_schema(name, language)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert "x-title-en" not in str(schema)
    assert "x-description-en" not in str(schema)
    assert schema["title"] == EDITOR_SCHEMAS[name]["title" if language == "da" else "x-title-en"]


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
    assert (
        "Opfyldt, når dette er på plads: jordprøvens dato ligger højst 2 år tilbage."
        in answer["description"]
    )
    assert "spire: Spire" in schema["properties"]["aims_at"]["description"]


def test_references_inside_the_facts_still_point(tmp_path):
    folder = write_model(tmp_path, [criterion("A", "low", {"fact": "day", "not_past": True})])
    (folder / "facts.schema.json").write_text(
        '{"type": "object", "properties": {"day": {"$ref": "#/$defs/day"}},'
        ' "$defs": {"day": {"type": ["string", "null"], "format": "date"}}}'
    )
    schema = build_product_schema(load_model(folder), "da")
    validator = jsonschema.Draft202012Validator(schema)

    assert validator.is_valid(product("brak") | {"model": "small/1", "facts": {"day": None}})
    assert not validator.is_valid(product("brak") | {"model": "small/1", "facts": {"day": 1}})


def test_moving_leaves_other_references_alone():
    schema = {"a": [{"$ref": "#/x"}, {"$ref": "urn:x"}], "$ref": "#"}

    assert relocate_references(schema, "/p") == {
        "a": [{"$ref": "#/p/x"}, {"$ref": "urn:x"}],
        "$ref": "#/p",
    }


def test_english_texts_replace_danish_ones():
    schema = {"title": "a", "x-title-en": "b", "items": [{"description": "c"}]}

    assert select_language(schema, "en") == {"title": "b", "items": [{"description": "c"}]}
    assert select_language(schema, "da") == {"title": "a", "items": [{"description": "c"}]}


BY_HAND = [name for name in EDITOR_SCHEMAS if name not in {"assessment", "check"}]


def keys(schema, path=""):
    """Give every key that a file of a schema can have, and its schema."""
    for key, below in schema.get("properties", {}).items():
        yield f"{path}.{key}", below
        yield from keys(below, f"{path}.{key}")
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            yield from keys(schema[keyword], f"{path}[]")
    for each in schema.get("oneOf", []):
        yield from keys(each, path)


@pytest.mark.parametrize("name", BY_HAND)
def test_every_key_that_people_write_has_a_title_and_is_described(name):
    wanted = ("title", "x-title-en", "description", "x-description-en")
    bare = [
        (path, text)
        for path, schema in keys(EDITOR_SCHEMAS[name])
        for text in wanted
        if not schema.get(text)
    ]

    assert bare == []
    for path, schema in keys(EDITOR_SCHEMAS[name]):
        for text in ("description", "x-description-en"):
            assert schema[text].endswith("."), path


def test_so_have_the_keys_of_a_product_of_a_model(schema):
    frame = {path: each for path, each in keys(schema) if not path.startswith(".facts.")}

    assert [path for path, each in frame.items() if not each.get("title")] == []
    assert len(frame) > 10
    assert schema["$defs"]["answer"]["properties"]["due"]["title"] == "Frist"


FILES = {
    "doubts": "1.1.0/doubts.yaml",
    "proposals": "1.1.0/proposals.yaml",
    "persons": "1.1.0/persons.yaml",
    "figures": "1.1.0/portfolio.yaml",
    "authorities": "1.1.0/authorities.yaml",
    "documents": "documents.yaml",
    "marks": "layouts/marks.yaml",
    "model": "1.1.0/model.yaml",
    "criteria": "1.1.0/governance.yaml",
    **{
        f"layout {number}": f"layouts/{file.name}"
        for number, file in enumerate((CRITERIA / "layouts").glob("*-*.yaml"))
    },
    "layout": "layouts/publiccode.yaml",
}


@pytest.mark.parametrize("name", FILES)
def test_the_files_of_a_model_pass_their_schemas(name):
    document, _ = read_yaml((CRITERIA / FILES[name]).read_bytes(), name)
    schema = build_format_schema(name.split()[0], "da")

    assert list(jsonschema.Draft202012Validator(schema).iter_errors(document.values)) == []


def test_a_layout_is_held_to_the_shape_of_its_kind():
    values = read_yaml((CRITERIA / "layouts/publiccode.yaml").read_bytes(), "x")[0].values
    validator = jsonschema.Draft202012Validator(build_format_schema("layout", "da"))

    assert not validator.is_valid(values | {"kind": "governance-report"})
    assert not validator.is_valid(values | {"typo": 1})


def test_what_check_prints_passes_its_schema(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    copytree(GARDEN, tmp_path, dirs_exist_ok=True)
    first_commit(tmp_path)
    file = tmp_path / "products" / "rosenlund" / "product.yaml"
    file.write_text(file.read_text("utf-8").replace("answer: met", "answer: unmet"), "utf-8")
    validator = jsonschema.Draft202012Validator(build_format_schema("check", "en"))
    usual = ["--format", "json", "--criteria", "criteria", "--as-of", "2026-05-01"]
    for more in ([], ["--against", "HEAD"], ["criteria", "products"], ["nowhere"]):
        said = json.loads(run("check", *more, *usual).stdout)

        assert list(validator.iter_errors(said)) == []
        assert said.keys() == validator.schema["properties"].keys()
        for each in said["findings"]:
            assert each.keys() == validator.schema["$defs"]["finding"]["properties"].keys()
        for each in said["changes"]:
            assert each.keys() == validator.schema["$defs"]["change"]["properties"].keys()
    assert json.loads(run("check", "--against", "HEAD", *usual).stdout)["changes"]


CRITERIA_FILE = {"format": "os2governance/criteria/1", "theme": "t"}


def of_rule(rule):
    return {**CRITERIA_FILE, "criteria": [{"id": "A", "level": "1", "met": rule}]}


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_rule_is_described_to_an_editor(language):
    criteria = jsonschema.Draft202012Validator(build_format_schema("criteria", language))
    model = jsonschema.Draft202012Validator(build_format_schema("model", language))
    head = yaml.load((GARDEN / "criteria/haven/2/model.yaml").read_text(), _Loader)

    for rule, valid in (
        ({"fact": "a", "present": True}, True),
        ({"fact": "a", "preesnt": True}, False),
    ):
        assert criteria.is_valid(of_rule(rule)) is valid
        for condition in (rule, {"rule": rule, "x-asked": {"en": "x"}}):
            assert model.is_valid(head | {"conditions": {"one": condition}}) is valid
    assert "x-rule" not in str(criteria.schema) + str(model.schema)


def test_no_other_schema_has_the_definition_of_a_rule():
    assert [
        name
        for name in EDITOR_SCHEMAS
        if "rule" in build_format_schema(name, "en").get("$defs", {})
    ] == ["model", "criteria"]


@pytest.mark.parametrize(
    ("due", "valid"), [("2026-05-01", True), ("2026-05", True), (2026, True), ("soon", False)]
)
def test_partial_dates_have_a_form_that_editors_know(schema, due, valid):
    answers = {"J1": {"answer": "planned", "due": due}}
    validator = jsonschema.Draft202012Validator(schema)

    assert validator.is_valid(product("brak") | {"answers": answers}) is valid
    assert "partial-date" not in str(schema)


def test_not_applicable_is_offered_where_it_may_be_claimed(tmp_path):
    rule = {"fact": "open", "present": True}
    folder = write_model(
        tmp_path,
        [criterion("A", "low", rule), criterion("B", "low", rule, not_applicable="no")],
    )
    answers = build_product_schema(load_model(folder), "en")["properties"]["answers"]["properties"]

    assert "properties" not in answers["A"]
    assert answers["B"]["properties"]["answer"]["enum"] == [
        "met",
        "partly",
        "unmet",
        "planned",
        "unknown",
    ]
