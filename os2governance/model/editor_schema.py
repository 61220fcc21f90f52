"""JSON Schemas of the formats for editors; that of products includes a model's own content."""

from collections.abc import Mapping
from typing import Any

from os2governance.i18n.text import Language, _
from os2governance.model.model import Criterion, Model
from os2governance.schema.read import FORMAT_NAMES, read_schema

EDITOR_SCHEMAS: dict[str, dict[str, Any]] = {name: read_schema(name) for name in FORMAT_NAMES}
_MET = _("Met when this is in place: {rule}.")


def build_format_schema(name: str, language: Language) -> dict[str, Any]:
    """The JSON Schema of a format, with its texts in one language.

    Raises:
        KeyError: when there is no such format.
    """
    said: dict[str, Any] = select_language(EDITOR_SCHEMAS[name], language)
    return said


def build_product_schema(model: Model, language: Language) -> dict[str, Any]:
    """The JSON Schema of the products of one model: its levels, facts and criteria."""
    product = EDITOR_SCHEMAS["product"]
    frame = product["properties"]
    aim = {key: text for key, text in frame["aims_at"].items() if "title" in key}
    levels = [level.id for level in model.levels]
    names = ", ".join(f"{level.id}: {level.name.render(language)}" for level in model.levels)
    facts = {k: v for k, v in model.facts_schema.items() if k not in {"$schema", "$id"}}
    answers = {c.id: _build_answer_schema(model, c, language) for c in model.criteria}
    whole = {
        **product,
        "$id": f"{product['$id']}:{model.reference}",
        "properties": {
            **frame,
            "model": {**frame["model"], "const": model.reference},
            "aims_at": {**aim, "enum": [*levels, None], "description": names},
            "facts": {
                **frame["facts"],
                **relocate_references(facts, "/properties/facts"),
                **_OPTIONAL,
            },
            "answers": {
                **frame["answers"],
                "properties": answers,
                "additionalProperties": False,
            },
        },
        "$defs": {"answer": frame["answers"]["additionalProperties"]},
    }
    said: dict[str, Any] = select_language(whole, language)
    return said


_OPTIONAL = {"type": ["object", "null"]}


def _build_answer_schema(model: Model, criterion: Criterion, language: Language) -> dict[str, Any]:
    level = model.level_name(criterion.level).render(language)
    rule = _MET.render(language).replace("{rule}", criterion.rule.render(language))
    asks = criterion.asks.render(language)
    return {
        "$ref": "#/$defs/answer",
        "title": f"{criterion.id} {criterion.title.render(language)} ({level})",
        "description": f"{asks}\n\n{rule}".strip(),
    }


def relocate_references(schema: Any, to: str) -> Any:
    """Rebase the local references of a schema that is embedded in another one at `to`."""
    if isinstance(schema, list):
        return [relocate_references(each, to) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: f"#{to}{value[1:]}"
        if key == "$ref" and isinstance(value, str) and value.startswith("#")
        else relocate_references(value, to)
        for key, value in schema.items()
    }


def select_language(schema: Any, language: Language) -> Any:
    """A schema with its titles and descriptions in one language, as editors show them."""
    if isinstance(schema, list):
        return [select_language(each, language) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    english = {k: schema[f"x-{k}-en"] for k in _TRANSLATED_KEYS if f"x-{k}-en" in schema}
    said = {k: select_language(v, language) for k, v in schema.items() if k not in _ENGLISH_KEYS}
    return said | english if language == "en" else said


_TRANSLATED_KEYS = ("title", "description")
_ENGLISH_KEYS = tuple(f"x-{text}-en" for text in _TRANSLATED_KEYS)
