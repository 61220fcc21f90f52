"""The shapes of `criteria/<model>/layouts/`: how documents are written, and their marks."""

from os2governance.schema.formats.parts import DIALECT, TEXT, Schema, file_schema

KINDS = ("governance-report", "evaluation-report", "self-assessment-json", "publiccode")
SHOWN = ("id", "title", "level", "asks", "mark", "text", "light", "grounds", "advice")
PARTS = ("facts", "level", "rows", "counts", "charts", "legend")
CLAIMS = ("met", "partly", "unmet", "planned", "not_applicable", "unknown")
LIGHTS = ("met", "partly", "unmet", "not_applicable")

_STRING: Schema = {"type": "string"}
_BY_NAME: Schema = {"type": "object", "additionalProperties": _STRING}
_TEXTS: Schema = {"type": "array", "items": _STRING}
_PATH: Schema = {"type": "array", "minItems": 1, "items": {"type": ["string", "integer"]}}


def _group(properties: dict[str, Schema], *required: str) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": list(required),
    }


_WORDS = _group(dict.fromkeys(CLAIMS, _STRING), *CLAIMS)
_HEAD: dict[str, Schema] = {
    "kind": {"enum": list(KINDS)},
    "layout": TEXT,
    "default": {"type": "boolean"},
    "fills": {"enum": ["answers", "lights", "facts"]},
}
_ROWS: dict[str, Schema] = {"headings": _BY_NAME, "labels": _BY_NAME, "recommended": _STRING}

MARKS: Schema = file_schema(
    "marks",
    "Mærker og lys i dokumenter",
    "Marks and lights in documents",
    {
        "required": ["answers", "lights", "columns"],
        "properties": {
            "answers": _group(
                dict.fromkeys(("words", "signs", "ticks"), _WORDS), "words", "signs", "ticks"
            ),
            "lights": {
                "type": "array",
                "minItems": 1,
                "items": _group(
                    {
                        "status": {"enum": list(LIGHTS)},
                        "mark": TEXT,
                        "word": TEXT,
                        "colour": {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"},
                        "means": TEXT,
                    },
                    *("status", "mark", "word", "colour", "means"),
                ),
            },
            "counted_as": _group({"unknown": {"enum": list(LIGHTS)}}, "unknown"),
            "columns": _group(
                {
                    "id": _TEXTS,
                    "mark": {
                        "type": "object",
                        "additionalProperties": {"enum": ["words", "signs", "ticks"]},
                    },
                    **dict.fromkeys(("text", "light", "grounds", "advice"), _TEXTS),
                },
                *("id", "mark", "text", "light", "grounds"),
            ),
            "placeholders": _TEXTS,
        },
    },
)

REPORT: Schema = file_schema(
    "layout",
    "Hvordan en rapport stilles op",
    "How a report is laid out",
    {
        "required": ["kind", "layout", "fills", "title", "columns", "parts"],
        "properties": {
            **_HEAD,
            **_ROWS,
            "front_matter": {
                "type": "object",
                "additionalProperties": {"type": ["string", "boolean"]},
            },
            "front_title": _STRING,
            "title": TEXT,
            "facts": _group(
                {
                    "title": TEXT,
                    "lines": {
                        "type": "array",
                        "items": _group({"label": TEXT, "value": TEXT}, "label", "value"),
                    },
                },
                "title",
                "lines",
            ),
            "repository": _PATH,
            "draft": _STRING,
            "columns": {
                "type": "array",
                "minItems": 1,
                "items": _group({"title": TEXT, "shows": {"enum": list(SHOWN)}}, "title", "shows"),
            },
            "parts": {"type": "array", "items": {"enum": list(PARTS)}},
            "aims": _STRING,
            "recommends": _STRING,
        },
    },
)

FORM: Schema = file_schema(
    "layout",
    "Hvordan formularens JSON stilles op",
    "How the form's JSON is laid out",
    {
        "required": ["kind", "layout", "fills", "keys"],
        "properties": {
            **_HEAD,
            **_ROWS,
            "keys": _group(
                {
                    **dict.fromkeys(("product", "by", "date", "made", "rows"), TEXT),
                    "row": {
                        "type": "object",
                        "propertyNames": {"enum": [*SHOWN, "theme"]},
                        "additionalProperties": TEXT,
                    },
                },
                *("product", "by", "date", "made", "rows", "row"),
            ),
        },
    },
)

PUBLICCODE: Schema = file_schema(
    "layout",
    "Hvordan publiccode.yml dannes",
    "How publiccode.yml is made",
    {
        "required": ["kind", "layout", "fills", "values"],
        "properties": {
            **_HEAD,
            "values": {
                "type": "array",
                "items": _group({"to": _PATH, "text": TEXT, "fact": _PATH}, "to"),
            },
            "lists": {
                "type": "array",
                "items": _group(
                    {
                        "to": _PATH,
                        "fact": _PATH,
                        "fields": _BY_NAME,
                        "with": {"type": "array", "prefixItems": [_PATH, TEXT], "minItems": 2},
                    },
                    *("to", "fact", "fields"),
                ),
            },
            "required": {"type": "array", "items": _PATH},
        },
    },
)


def _one_of(shape: Schema, *kinds: str) -> Schema:
    """Give a shape for the documents of some kinds, as a part of another schema."""
    inner = {key: value for key, value in shape.items() if not key.startswith("$")}
    return {**inner, "properties": {**shape["properties"], "kind": {"enum": list(kinds)}}}


LAYOUT: Schema = {
    "$schema": DIALECT,
    "$id": "urn:os2governance:layout:1",
    "title": "Hvordan et dokument stilles op",
    "x-title-en": "How a document is laid out",
    "oneOf": [
        _one_of(REPORT, "governance-report", "evaluation-report"),
        _one_of(FORM, "self-assessment-json"),
        _one_of(PUBLICCODE, "publiccode"),
    ],
}
