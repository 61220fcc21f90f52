"""The schemas of the formats: valid, described in both languages, and true to formats.md."""

from typing import Any

import jsonschema
import pytest

from os2governance.schema.local_reference import resolve_reference
from os2governance.schema.read import read_schema

ALL = {
    name: read_schema(name)
    for name in (
        "model",
        "criteria",
        "product",
        "evaluation",
        "decisions",
        "register",
        "observations",
    )
}


def objects(schema: Any, path: str = "") -> list[tuple[str, Any]]:
    found = [(path, schema)] if schema.get("type") in ("object", ["object", "null"]) else []
    for name, below in schema.get("properties", {}).items():
        found += objects(below, f"{path}.{name}")
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            found += objects(schema[keyword], f"{path}[]")
    return found


@pytest.mark.parametrize(("name", "schema"), ALL.items())
def test_a_schema_of_a_file(name, schema):
    jsonschema.Draft202012Validator.check_schema(schema)

    assert schema["properties"]["format"]["const"] == f"os2governance/{name}/1"
    assert schema["required"][0] == "format"
    assert schema["title"]
    assert schema["x-title-en"]


@pytest.mark.parametrize(
    "name", ["product", "evaluation", "decisions", "register", "observations"]
)
def test_what_people_fill_in_is_described_in_both_languages(name):
    for path, schema in objects(ALL[name]):
        for key, below in schema.get("properties", {}).items():
            if key not in {"note", "grounds"}:
                assert below.get("description"), f"{path}.{key}"
                assert below.get("x-description-en"), f"{path}.{key}"


@pytest.mark.parametrize(("name", "schema"), ALL.items())
def test_unknown_keys_are_errors_everywhere(name, schema):
    open_ended = {
        path
        for path, each in objects(schema)
        if "properties" in each and each.get("additionalProperties") is not False
    }

    assert open_ended == set()


def test_references():
    root = {"$defs": {"a/b": {"c~d": 1}}}

    assert resolve_reference("#/$defs/a~1b/c~0d", root) == 1
    assert resolve_reference("#", root) == root
    assert resolve_reference("#/nowhere/x", root) is None
    assert resolve_reference("https://example.org", root) is None
