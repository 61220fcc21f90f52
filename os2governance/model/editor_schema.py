"""JSON Schemas of the formats for editors; that of products includes a model's own content."""

from collections.abc import Mapping
from typing import Any

from os2governance.formats.patterns import RULE_MARK
from os2governance.formats.words import ANSWERS
from os2governance.i18n.partial_dates import PARTIAL_DATE_FORMAT, PARTIAL_DATE_PATTERN
from os2governance.i18n.text import Language, _
from os2governance.model.model import Criterion, Model
from os2governance.rules.registry import FACT_OPERATORS, NODE_OPERATORS
from os2governance.rules.rule_schema import RULE_REFERENCE, build_rule_schema
from os2governance.schema.partial_dates import allow_partial_dates
from os2governance.schema.read import FORMAT_NAMES, read_schema

EDITOR_SCHEMAS: dict[str, dict[str, Any]] = {name: read_schema(name) for name in FORMAT_NAMES}
_MET = _("Met when this is in place: {rule}.")
_ANSWER = _("Answer")


def build_format_schema(name: str, language: Language) -> dict[str, Any]:
    """The JSON Schema of a format, with its texts in one language.

    Raises:
        KeyError: when there is no such format.
    """
    return _write_for_editors(EDITOR_SCHEMAS[name], language)


def _write_for_editors(schema: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """A schema in one language, with what our own keywords stand for put in their place."""
    said: dict[str, Any] = _replace_own_keywords(select_language(schema, language))
    if RULE_REFERENCE["$ref"] in str(said):
        rule = build_rule_schema(NODE_OPERATORS, FACT_OPERATORS, language)
        said["$defs"] = {**said.get("$defs", {}), "rule": rule}
    return said


def _replace_own_keywords(schema: Any) -> Any:
    """Refer to the schema of a rule where one stands, and describe partial dates by a pattern."""
    if isinstance(schema, list):
        return [_replace_own_keywords(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    said = {key: _replace_own_keywords(value) for key, value in schema.items()}
    if said.get("format") == PARTIAL_DATE_FORMAT:
        del said["format"]
        return {**said, "pattern": PARTIAL_DATE_PATTERN}
    if said.pop(RULE_MARK, False) is not True:
        return said
    if "then" in said:  # a rule, or a group with one
        return {**said, "else": RULE_REFERENCE}
    return {**{key: said[key] for key in said if key in _TRANSLATED_KEYS}, **RULE_REFERENCE}


def build_product_schema(model: Model, language: Language) -> dict[str, Any]:
    """The JSON Schema of the products of one model: its levels, facts and criteria."""
    product = EDITOR_SCHEMAS["product"]
    frame = product["properties"]
    aim = {key: text for key, text in frame["aims_at"].items() if "title" in key}
    levels = [level.id for level in model.levels]
    names = ", ".join(f"{level.id}: {level.name.render(language)}" for level in model.levels)
    vocabulary = allow_partial_dates(model.facts_schema)
    facts = {k: v for k, v in vocabulary.items() if k not in {"$schema", "$id"}}
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
            "proposed": _build_proposed_schema(frame["proposed"]),
            "answers": {
                **frame["answers"],
                "properties": answers,
                "additionalProperties": False,
            },
        },
        "$defs": {"answer": frame["answers"]["additionalProperties"]},
    }
    return _write_for_editors(whole, language)


_OPTIONAL = {"type": ["object", "null"]}


def _build_proposed_schema(proposed: Mapping[str, Any]) -> dict[str, Any]:
    """What is proposed: facts of the same vocabulary as those that are declared."""
    below = proposed["properties"]
    titles = {key: text for key, text in below["facts"].items() if key in _TITLE_KEYS}
    facts = {**titles, "$ref": "#/properties/facts"}
    return {**proposed, "properties": {**below, "facts": facts}}


_TITLE_KEYS = ("title", "x-title-en", "description", "x-description-en")


def _build_answer_schema(model: Model, criterion: Criterion, language: Language) -> dict[str, Any]:
    level = model.level_name(criterion.level).render(language)
    rule = ""
    if criterion.met:
        rule = _MET.render(language).replace("{rule}", criterion.met.render(language))
    asks = criterion.asks.render(language)
    said: dict[str, Any] = {
        "$ref": "#/$defs/answer",
        "title": f"{criterion.id} {criterion.title.render(language)} ({level})",
        "description": f"{asks}\n\n{rule}".strip(),
    }
    if criterion.not_applicable == "no":
        words = [word for word in ANSWERS if word != "not_applicable"]
        said["properties"] = {"answer": {"enum": words, "title": _ANSWER.render(language)}}
    return said


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
