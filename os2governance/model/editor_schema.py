"""JSON Schemas of the formats for editors; that of products includes a model's own content."""

from collections.abc import Mapping
from typing import Any

from os2governance.i18n.text import Language, Text
from os2governance.model.model import Criterion, Model
from os2governance.render.common.levels import level_name
from os2governance.schema.read import FORMAT_NAMES, read_schema

SCHEMAS: dict[str, dict[str, Any]] = {name: read_schema(name) for name in FORMAT_NAMES}
_MET = Text("Opfyldt, når {rule}.", "Met when {rule}.")


def schema_object(name: str, language: Language) -> dict[str, Any]:
    """The JSON Schema of a format, with its texts in one language.

    Raises:
        KeyError: when there is no such format.
    """
    said: dict[str, Any] = in_language(SCHEMAS[name], language)
    return said


def product_schema(model: Model, language: Language) -> dict[str, Any]:
    """The JSON Schema of the products of one model: its levels, facts and criteria."""
    product = SCHEMAS["product"]
    frame = product["properties"]
    aim = {key: text for key, text in frame["aims_at"].items() if "title" in key}
    levels = [level.id for level in model.levels]
    names = ", ".join(f"{level.id}: {level.name.say(language)}" for level in model.levels)
    facts = {k: v for k, v in model.facts_schema.items() if k not in {"$schema", "$id"}}
    answers = {c.id: _answer(model, c, language) for c in model.criteria}
    whole = {
        **product,
        "$id": f"{product['$id']}:{model.reference}",
        "properties": {
            **frame,
            "model": {**frame["model"], "const": model.reference},
            "aims_at": {**aim, "enum": [*levels, None], "description": names},
            "facts": {**frame["facts"], **moved(facts, "/properties/facts"), **_OPTIONAL},
            "answers": {
                **frame["answers"],
                "properties": answers,
                "additionalProperties": False,
            },
        },
        "$defs": {"answer": frame["answers"]["additionalProperties"]},
    }
    said: dict[str, Any] = in_language(whole, language)
    return said


_OPTIONAL = {"type": ["object", "null"]}


def _answer(model: Model, criterion: Criterion, language: Language) -> dict[str, Any]:
    level = level_name(model, criterion.level, language)
    rule = _MET.say(language).replace("{rule}", criterion.met.say(language))
    asks = criterion.asks.say(language)
    return {
        "$ref": "#/$defs/answer",
        "title": f"{criterion.id} {criterion.title.say(language)} ({level})",
        "description": f"{asks}\n\n{rule}".strip(),
    }


def moved(schema: Any, to: str) -> Any:
    """Rebase the local references of a schema that is embedded in another one at `to`."""
    if isinstance(schema, list):
        return [moved(each, to) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: f"#{to}{value[1:]}"
        if key == "$ref" and isinstance(value, str) and value.startswith("#")
        else moved(value, to)
        for key, value in schema.items()
    }


def in_language(schema: Any, language: Language) -> Any:
    """A schema with its titles and descriptions in one language, as editors show them."""
    if isinstance(schema, list):
        return [in_language(each, language) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    english = {k: schema[f"x-{k}-en"] for k in _TEXTS if f"x-{k}-en" in schema}
    said = {k: in_language(v, language) for k, v in schema.items() if k not in _ENGLISH}
    return said | english if language == "en" else said


_TEXTS = ("title", "description")
_ENGLISH = tuple(f"x-{text}-en" for text in _TEXTS)
