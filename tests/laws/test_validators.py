"""Whichever library validates, the findings are the same: what, where, and in which order."""

import jsonschema_rs
import pytest
from mutants import as_yaml, files, mutants

from os2governance.documents.yaml_reader import read_yaml
from os2governance.schema import validator
from os2governance.schema.read import SCHEMA_NAMES, read_schema
from os2governance.schema.string_formats import FORMATS
from os2governance.schema.validator import CompiledSchema, fast_validator, reference_validator

OF_EACH = 40


@pytest.fixture(scope="module")
def compiled_schemas():
    """Give every format compiled by each library."""
    compiled = []
    with pytest.MonkeyPatch.context() as patch:
        for library in (fast_validator, reference_validator):
            patch.setattr(validator, "compile_validator", library)
            compiled.append({name: CompiledSchema(read_schema(name)) for name in SCHEMA_NAMES})
    return compiled


def test_files_of_every_format_that_people_write_are_held():
    written = set(SCHEMA_NAMES) - {"assessment", "check", "baseline"}

    assert set(files()) == written
    assert len(written) * OF_EACH >= 250


@pytest.mark.parametrize("seed", [1, 2])
def test_both_find_the_same(compiled_schemas, seed):
    fast, reference = compiled_schemas
    faulty = 0
    for name, values in mutants(seed, OF_EACH):
        document, _ = read_yaml(as_yaml(values), name)
        if document is None:  # a number that is too long
            continue
        found = fast[name].find_violations(document, document.values)
        faulty += bool(found)

        assert found == reference[name].find_violations(document, document.values)
        assert sorted(map(str, fast[name].find_unquoted(document.values))) == sorted(
            map(str, reference[name].find_unquoted(document.values))
        )
    assert faulty >= 250


RARE = [
    ({"uniqueItems": True}, ["a", "a", 1.5, None, {"b": "ø", "a": 1}]),
    ({"anyOf": [{"type": "string"}, {"type": "null"}]}, {"a": 1}),
    ({"oneOf": [{"type": "string"}, {"type": "null"}]}, [1]),
    ({"oneOf": [{"type": "string"}, {"minLength": 1}]}, "x"),
    ({"not": {"type": "string"}}, "x"),
    ({"contains": {"type": "string"}}, [1]),
    ({"multipleOf": 2}, 3),
    ({"properties": {"a": False}}, {"a": 3}),
    ({"dependentRequired": {"a": ["b", "c"]}}, {"a": 3}),
    ({"dependentSchemas": {"a": {"required": ["q"]}}}, {"a": 1}),
    ({"propertyNames": {"enum": list("pqrst")}}, {"b": 1, "p": 2, "c": 1}),
    ({"propertyNames": {"pattern": "^a", "maxLength": 3}}, {"b": 1, "abcd": 2}),
    ({"unevaluatedProperties": False, "properties": {"x": {}}}, {"w": 2, "x": 3}),
    ({"additionalProperties": False, "patternProperties": {r"^\d$": {"type": "integer"}}}, {"1": "x", "a": 3}),
    ({"allOf": [{"required": ["q"]}, {"type": "string"}]}, {"a": 1}),
    ({"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}, {"a": 1}),
    ({"properties": {"a": {"$ref": "#/$defs/1"}}, "$defs": {"1": {"enum": ["b"]}}}, {"a": "bb"}),
    ({"type": ["string", "null", "integer"], "minimum": 3}, 1.5),
    ({"items": {"pattern": r"^[\s\u00e6]+$"}}, ["\xa0", "\ufeff", "æ", "\x85", "a"]),
    ({"items": {"pattern": r"^\w\/$"}}, ["a/", "ø/", "a/\n"]),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "values"), RARE)
def test_so_they_do_for_keywords_of_a_vocabulary_that_are_rare(monkeypatch, schema, values):
    document, _ = read_yaml(as_yaml(values), "f")
    found = []
    for library in (fast_validator, reference_validator):
        monkeypatch.setattr(validator, "compile_validator", library)
        found.append(CompiledSchema(schema).find_violations(document, document.values))

    assert found[0] == found[1]
    assert found[0]


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "no type"},
        {"$ref": "https://example.org/schema"},
        {"$ref": "#/$defs/nowhere"},
        {"properties": {"default": {"pattern": "("}}},
        {"patternProperties": {"(a+)+(?=b)": {}}},
        [],
    ],
)
def test_both_refuse_a_schema_that_cannot_be_used(monkeypatch, schema):
    problems = set()
    for library in (fast_validator, reference_validator):
        monkeypatch.setattr(validator, "compile_validator", library)
        with pytest.raises(ValueError):  # noqa: PT011 - any of them
            CompiledSchema(schema)
        problems.add(validator.find_schema_problem(schema))

    assert len(problems) == 1


TEXTS = [
    *("https://os2.eu", "http:", "http://", "os2.eu", "http://a b", "http://ø.dk", "urn:x:y", "//x", "a:b"),
    *("http://[::1]:80/", "http://[::1", "http://[v1.a]", "http://x/%41", "http://x/%4", "http://x:a/", "mailto:a@b"),
    *("http://x/?q#f", "http://x/#a#b", "http://x/\\", "http://x/{a}", "HTTP://X", "1http://x", "http://\ue000", ""),
]  # fmt: skip


@pytest.mark.parametrize("name", ["uri", "iri"])
@pytest.mark.parametrize("text", TEXTS)
def test_addresses_are_judged_alike(name, text):
    theirs = jsonschema_rs.Draft202012Validator({"format": name}, validate_formats=True)

    assert FORMATS[name](text) is theirs.is_valid(text)
