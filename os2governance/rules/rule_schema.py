"""The JSON Schema of a rule, so that an editor helps with what stands inside `met:`.

It says which keys and values a node has; the parser says more, and in better words.
"""

from typing import Any

from os2governance.formats.patterns import DURATION
from os2governance.i18n.text import Language, Text, _
from os2governance.rules.registry import FACT_OPERATORS

RULE_REFERENCE = {"$ref": "#/$defs/rule"}
_PLAIN = {"type": ["string", "number", "boolean"]}
_BOUND = {"type": ["number", "string"]}
_COUNT = {"type": "integer", "minimum": 0}
_PATH = {"type": "string", "minLength": 1}
_PARTS = {"type": "array", "minItems": 1, "items": RULE_REFERENCE}
_LIMITS = {"at_least": {"type": "number"}, "at_most": {"type": "number"}}


def _group(required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


_OVER_LIST = _group(("in", "where"), **{"in": _PATH, "where": RULE_REFERENCE})
_SOME_PARTS = _group(("count", "of"), count=_COUNT, of=_PARTS)

OPERANDS: dict[str, tuple[Text, dict[str, Any]]] = {
    "all": (_("Every part must hold."), _PARTS),
    "any": (_("At least one part must hold."), _PARTS),
    "not": (_("The part must not hold."), RULE_REFERENCE),
    "use": (_("The name of a condition under `conditions` in model.yaml."), _PATH),
    "fact": (_("The path of a fact, with one operator beside it."), _PATH),
    "at_least": (
        _("Beside a fact: its number or date is this or more. Else: so many parts must hold."),
        {"anyOf": [_BOUND, _SOME_PARTS]},
    ),
    "at_most": (_("The number or date is this or less."), _BOUND),
    "present": (
        _("true: declared, and not null, false or empty. false: declared as such."),
        {"type": "boolean"},
    ),
    "equals": (_("The value is this."), _PLAIN),
    "one_of": (
        _("The value is one of these."),
        {"type": "array", "minItems": 1, "items": _PLAIN},
    ),
    "length_at_least": (_("The list or text has at least this length."), _COUNT),
    "matches": (_("The whole text has this form (RE2)."), {"type": "string", "format": "regex"}),
    "is": (
        _("A web address, an SPDX expression, or a licence that OSI has approved."),
        {"enum": ["url", "spdx", "osi_licence"]},
    ),
    "within": (
        _("The date is at most this old, and not in the future: 12 months."),
        {"type": "string", "pattern": DURATION},
    ),
    "past": (_("The date is the assessment date or earlier."), {"const": True}),
    "not_past": (_("The date is the assessment date or later."), {"const": True}),
    "some": (_("The rule holds for at least one element of the list."), _OVER_LIST),
    "every": (_("The rule holds for every element of the list."), _OVER_LIST),
    "none": (_("The rule holds for no element of the list."), _OVER_LIST),
    "count": (
        _("The number of elements of the list for which the rule holds."),
        _group(("in", "where"), **{"in": _PATH, "where": RULE_REFERENCE}, **_LIMITS),
    ),
    "sum": (
        _("The sum of a field over the elements of the list for which the rule holds."),
        _group(("in", "of"), **{"in": _PATH, "of": _PATH, "where": RULE_REFERENCE}, **_LIMITS),
    ),
}
"""What each key of a node means, and what may stand under it."""


def build_rule_schema(language: Language) -> dict[str, Any]:
    """The definition that `RULE_REFERENCE` points to: a node, described in a language."""
    return {
        "type": "object",
        "properties": {
            word: {**operand, "title": word, "description": about.render(language)}
            for word, (about, operand) in OPERANDS.items()
        },
        "additionalProperties": False,
        "dependentRequired": {word: ["fact"] for word in FACT_OPERATORS if not _is_node(word)},
        "if": {"required": ["fact"]},
        "then": {"minProperties": 2, "maxProperties": 2},
        "else": {"minProperties": 1, "maxProperties": 1},
    }


def _is_node(word: str) -> bool:
    """Whether an operator may be the key of a node too."""
    return "anyOf" in OPERANDS[word][1]
