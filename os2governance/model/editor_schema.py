"""JSON Schemas of the formats for editors; that of products includes a model's own content."""

from collections.abc import Mapping
from typing import Any

from os2governance.i18n.text import Language, Text
from os2governance.model.model import Criterion, Model
from os2governance.render.common.levels import level_name
from os2governance.schema.formats.assessment import ASSESSMENT
from os2governance.schema.formats.check import CHECK
from os2governance.schema.formats.documents import DOCUMENTS
from os2governance.schema.formats.doubts import DOUBTS
from os2governance.schema.formats.layout import LAYOUT, MARKS
from os2governance.schema.formats.model import CRITERIA, MODEL
from os2governance.schema.formats.portfolio import PORTFOLIO, REGISTER
from os2governance.schema.formats.product import PRODUCT
from os2governance.schema.formats.record import DECISION_LOG, EVALUATION
from os2governance.schema.formats.texts import COMMON, TEXTS, Row


def _titled(schema: Any, rows: Mapping[str, Row], path: tuple[str, ...] = ()) -> Any:
    """Add titles and descriptions for all keys of a file to a schema."""
    if not isinstance(schema, dict):
        return schema
    given = {**_texts(rows, path), **schema}
    if "properties" in schema:
        given["properties"] = {
            key: _titled(below, rows, (*path, key)) for key, below in schema["properties"].items()
        }
    within = (*path[:-1], f"{path[-1]}[]") if path else ()
    for keyword in schema.keys() & {"items", "additionalProperties"}:
        given[keyword] = _titled(schema[keyword], rows, (*within, ""))
    if "oneOf" in schema:
        given["oneOf"] = [_titled(each, rows) for each in schema["oneOf"]]
    return given


def _texts(rows: Mapping[str, Row], path: tuple[str, ...]) -> dict[str, str]:
    """Find the text row by the longest suffix of a path, first in the format's own table."""
    if not path or not path[-1]:  # the file, or an element of a list or a free mapping
        return {}
    steps = [step for step in path if step]
    ends = [".".join(steps[number:]) for number in range(len(steps))]
    row = next((table[end] for table in (rows, COMMON) for end in ends if end in table), None)
    if row is None:
        return {}
    if len(row) == 2:  # noqa: PLR2004 - only titles
        return {"title": row[0], "x-title-en": row[1]}
    title, description, title_en, description_en = row
    return {
        "title": title,
        "x-title-en": title_en,
        "description": description,
        "x-description-en": description_en,
    }


_BY_HAND: Mapping[str, dict[str, Any]] = {
    "product": PRODUCT,
    "evaluation": EVALUATION,
    "decisions": DECISION_LOG,
    "model": MODEL,
    "criteria": CRITERIA,
    "doubts": DOUBTS,
    "figures": PORTFOLIO,
    "register": REGISTER,
    "documents": DOCUMENTS,
    "marks": MARKS,
    "layout": LAYOUT,
}
SCHEMAS: dict[str, dict[str, Any]] = {
    **{name: _titled(schema, TEXTS[name]) for name, schema in _BY_HAND.items()},
    "assessment": ASSESSMENT,
    "check": CHECK,
}
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
