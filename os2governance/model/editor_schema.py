"""JSON Schemas of the formats for editors; that of products includes a model's own content."""

from collections.abc import Mapping
from typing import Any

from os2governance.i18n.text import Language, _
from os2governance.model.model import Criterion, Model
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


def _add_titles(schema: Any, rows: Mapping[str, Row], path: tuple[str, ...] = ()) -> Any:
    """Add titles and descriptions for all keys of a file to a schema."""
    if not isinstance(schema, dict):
        return schema
    given = {**_find_titles(rows, path), **schema}
    if "properties" in schema:
        given["properties"] = {
            key: _add_titles(below, rows, (*path, key))
            for key, below in schema["properties"].items()
        }
    within = (*path[:-1], f"{path[-1]}[]") if path else ()
    for keyword in schema.keys() & {"items", "additionalProperties"}:
        given[keyword] = _add_titles(schema[keyword], rows, (*within, ""))
    if "oneOf" in schema:
        given["oneOf"] = [_add_titles(each, rows) for each in schema["oneOf"]]
    return given


def _find_titles(rows: Mapping[str, Row], path: tuple[str, ...]) -> dict[str, str]:
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


_UNTITLED_SCHEMAS: Mapping[str, dict[str, Any]] = {
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
EDITOR_SCHEMAS: dict[str, dict[str, Any]] = {
    **{name: _add_titles(schema, TEXTS[name]) for name, schema in _UNTITLED_SCHEMAS.items()},
    "assessment": ASSESSMENT,
    "check": CHECK,
}
_MET = _("Met when {rule}.")


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
    rule = _MET.render(language).replace("{rule}", criterion.met.render(language))
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
