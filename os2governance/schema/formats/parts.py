"""Pieces that several schemas share."""

from collections.abc import Mapping
from typing import Any

from os2governance.i18n.text import Text, _

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def described(schema: Schema, danish: str, english: str) -> Schema:
    """Give a schema its description in both languages."""
    return {**schema, "description": danish, "x-description-en": english}


BLANK = r"\S"
ID = "^[a-z0-9][a-z0-9._-]*$"
VERSION = "^[A-Za-z0-9][A-Za-z0-9._-]*$"
REFERENCE = "^[^/\\s]+/[^/\\s]+$"
DURATION = "^[1-9][0-9]{0,5} (day|week|month|year)s?$"
FORMS: Mapping[str, Text] = {
    BLANK: _("must not be blank"),
    ID: _(
        "may only have lower-case letters a-z, digits, full stops, hyphens and "
        "underscores, and must begin with a letter or a digit"
    ),
    VERSION: _(
        "may only have letters a-z, digits, full stops, hyphens and underscores, and "
        "must begin with a letter or a digit"
    ),
    REFERENCE: _("must be the model's id, a slash and the version, without spaces"),
    DURATION: _("must be a number of days, weeks, months or years, such as 12 months"),
}
"""What each pattern asks for, in words."""

TEXT: Schema = {"type": "string", "pattern": BLANK}
OPTIONAL_TEXT: Schema = {"type": ["string", "null"]}
DATE: Schema = {"type": "string", "format": "date"}
PRODUCT_ID: Schema = described(
    {"type": "string", "pattern": ID, "maxLength": 100},
    "Produktets id: små bogstaver, tal, punktum, bindestreg; det samme som mappens navn.",
    "The product's id: lower-case letters, digits, full stop, hyphen; the same as its folder.",
)
MODEL_REFERENCE: Schema = described(
    {"type": "string", "pattern": REFERENCE},
    "Den model og version, der svares efter, for eksempel os2/1.1.0.",
    "The model and version that is answered by, such as os2/1.1.0.",
)
BILINGUAL: Schema = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"da": {"type": "string"}, "en": {"type": "string"}},
}


def file_schema(name: str, danish: str, english: str, body: Schema) -> Schema:
    """Give the schema of a whole file: its `format` line, and the keys that it may have."""
    form = f"os2governance/{name}/1"
    line = described(
        {"const": form}, "Filens format og version.", "The file's format and version."
    )
    return {
        "$schema": DIALECT,
        "$id": f"urn:os2governance:{name}:1",
        "title": danish,
        "x-title-en": english,
        "type": "object",
        "additionalProperties": False,
        **body,
        "required": ["format", *body.get("required", [])],
        "properties": {"format": line, **body["properties"]},
    }


def open_object(required: dict[str, Any], optional: dict[str, Any] | None = None) -> Schema:
    """Give an object that has all of the first keys, may have the second, and others later."""
    properties = required | (optional or {})
    return {"type": "object", "required": list(required), "properties": properties}


def map_of(of: Schema) -> Schema:
    """Give an object that has any keys, all with such a value."""
    return {"type": "object", "additionalProperties": of}


def list_of(of: Schema) -> Schema:
    """Give a list of such values."""
    return {"type": "array", "items": of}
