"""JSON Schemas (2020-12) of the formats: flat, so that editors and findings see each key's own."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from os2governance.formats.words import TITLES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DEFINITIONS = "#/$defs/"
_CONTAINERS = {"items", "prefixItems", "properties"}


class _Generator(GenerateJsonSchema):
    """Pydantic's schemas without what it adds of its own: class names, docstrings, defaults."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """`type: [string, null]` where there is one type: what is wrong is then said of it."""
        return nullable_schema(self.generate_inner(schema["schema"]))

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """The choices with their titles, without their type: one fault is one finding."""
        said = super().literal_schema(schema)
        said.pop("type", None)
        titles = {each: TITLES[each] for each in said.get("enum", ()) if each in TITLES}
        words = {each: {"da": danish, "en": english} for each, (danish, english) in titles.items()}
        return {**said, "x-values": words} if words else said

    def union_schema(self, schema: core_schema.UnionSchema) -> JsonSchemaValue:
        """`type: [string, integer]` where each has a plain type."""
        said = super().union_schema(schema)
        kinds = said.get("anyOf", [])
        if not kinds or any(
            not isinstance(kind.get("type"), str) or _CONTAINERS & kind.keys() for kind in kinds
        ):
            return said
        merged = {key: value for kind in kinds for key, value in kind.items()}
        return {**merged, "type": [kind["type"] for kind in kinds]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """`propertyNames` where the keys are choices."""
        said = super().dict_schema(schema)
        keys = self.generate_inner(schema["keys_schema"]) if "keys_schema" in schema else {}
        return {**said, "propertyNames": {"enum": keys["enum"]}} if "enum" in keys else said

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """No `default`: a key that is left out has no value."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's own
        """Titles are what people wrote, never a name."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Docstrings are for engineers, titles that a class was given for all."""
        said = super().model_schema(schema)
        said.pop("description", None)
        if "title" not in schema["cls"].model_config:
            said.pop("title", None)
        return said

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002 - pydantic's own
        """The keys stay in the order in which they are written."""
        return value


def nullable_schema(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A schema that allows null as well, in the form in which findings can name its type."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    if isinstance(schema.get("type"), list):
        return {**schema, "type": [*schema["type"], "null"]}
    return {"anyOf": [dict(schema), {"type": "null"}]}


def build_json_schema(shape: Any) -> dict[str, Any]:
    """The JSON Schema of a class or a union of classes.

    A part that has a title of its own (`ConfigDict(title="finding")`) is a definition of that
    name; every other part is written where it is used.
    """
    said = TypeAdapter(shape).json_schema(schema_generator=_Generator)
    parts = said.pop("$defs", {})
    names = {
        name: part.pop("title")
        for name, part in parts.items()
        if "title" in part and "$id" not in part
    }
    whole = _flat(said, parts, names)
    whole.pop("discriminator", None)
    definitions = {names[name]: _flat(parts[name], parts, names) for name in names}
    head = {key: whole.pop(key) for key in ("$id", "title", "x-title-en") if key in whole}
    tail = {"$defs": definitions} if definitions else {}
    return {"$schema": DIALECT, **head, **whole, **tail}


def _flat(schema: Any, parts: Mapping[str, Any], names: Mapping[str, str]) -> Any:
    """The schema with every reference replaced: by the part, or by the name it is defined by."""
    if isinstance(schema, list):
        return [_flat(each, parts, names) for each in schema]
    if not isinstance(schema, dict):
        return schema
    said = {k: _flat(v, parts, names) for k, v in schema.items() if (k, v) != ("items", {})}
    reference = said.get("$ref", "")
    name = reference.removeprefix(_DEFINITIONS)
    if name in names:
        return {**said, "$ref": f"{_DEFINITIONS}{names[name]}"}
    if name in parts:
        part = {k: v for k, v in _flat(parts[name], parts, names).items() if k != "$id"}
        return {**part, **{k: v for k, v in said.items() if k != "$ref"}}
    if merged := _merge_kinds(said.get("anyOf")):
        del said["anyOf"]
        return {**merged, **said}
    return said


def _merge_kinds(branches: Any) -> dict[str, Any] | None:
    """One schema for a group of keys or a text, and for anything or null.

    What is wrong is then said of the key that it is about. None where they are other branches.
    """
    if not isinstance(branches, list) or "$ref" in branches[0] or "type" not in branches[0]:
        return None
    first, *others = branches
    is_group_or_text = first["type"] == "object" and others == [{"type": "string"}]
    if not is_group_or_text and others != [{"type": "null"}]:
        return None
    rest = {key: value for key, value in first.items() if key != "type"}
    kinds = [first["type"]] if isinstance(first["type"], str) else first["type"]
    return {**rest, "type": [*kinds, *(each["type"] for each in others)]}
