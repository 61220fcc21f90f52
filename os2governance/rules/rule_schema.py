"""The JSON Schema of a rule, so that an editor helps with what stands inside `met:`.

It says which keys and values a node has; the parser says more, and in better words.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from os2governance.i18n.text import Language, Text, _

JsonSchema = dict[str, Any]

RULE_REFERENCE: JsonSchema = {"$ref": "#/$defs/rule"}
PATH_SCHEMA: JsonSchema = {"type": "string", "minLength": 1}
COUNT_SCHEMA: JsonSchema = {"type": "integer", "minimum": 0}
PARTS_SCHEMA: JsonSchema = {"type": "array", "minItems": 1, "items": RULE_REFERENCE}
LIMITS_SCHEMA: JsonSchema = {"at_least": {"type": "number"}, "at_most": {"type": "number"}}


def group_schema(required: JsonSchema, optional: Mapping[str, Any] | None = None) -> JsonSchema:
    """The schema of a group with these keys and no others."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


class DescribedOperator(Protocol):
    """What an editor is told of an operator: what it means, and what may stand under it."""

    @property
    def meaning(self) -> Text:
        """What a rule with it asks."""

    @property
    def schema(self) -> JsonSchema:
        """The schema of its operand."""


def build_rule_schema(
    nodes: Mapping[str, DescribedOperator],
    fact_operators: Mapping[str, DescribedOperator],
    language: Language,
) -> JsonSchema:
    """The definition that `RULE_REFERENCE` points to: a node, described in a language.

    An operator is the key of a node, or stands beside `fact`, or may do both.
    """
    described = {"fact": (_FACT, PATH_SCHEMA)}
    for word, each in {**nodes, **fact_operators}.items():
        described[word] = each.meaning, each.schema
    for word in nodes.keys() & fact_operators.keys():
        beside, alone = fact_operators[word], nodes[word]
        meaning = _EITHER.fill(beside=beside.meaning, alone=alone.meaning)
        described[word] = meaning, {"anyOf": [beside.schema, alone.schema]}
    return {
        "type": "object",
        "properties": {
            word: {**operand, "title": word, "description": meaning.render(language)}
            for word, (meaning, operand) in described.items()
        },
        "additionalProperties": False,
        "dependentRequired": {word: ["fact"] for word in fact_operators if word not in nodes},
        "if": {"required": ["fact"]},
        "then": {"minProperties": 2, "maxProperties": 2},
        "else": {"minProperties": 1, "maxProperties": 1},
    }


_FACT = _("The path of a fact, with one operator beside it.")
_EITHER = _("Beside a fact: {beside} Else: {alone}")
