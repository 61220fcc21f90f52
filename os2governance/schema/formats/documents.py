"""The shape of `criteria/<model>/documents.yaml`: how a model's own documents are read."""

from os2governance.schema.formats.parts import BILINGUAL, TEXT, Schema, described, file_schema

ANSWERS = ("met", "unmet", "planned", "not_applicable", "unknown", "partly")
LIGHTS = ("met", "partly", "unmet", "not_applicable")
COLUMNS = ("id", "title", "level", "guidance", "mark", "text", "light", "grounds", "advice")
FACTS = ("on", "by", "repository", "website", "version", "template", "based_on")

WORDS: Schema = {"type": "array", "items": TEXT}
_LISTS: Schema = {"type": "object", "additionalProperties": WORDS}
_STEPS: Schema = {
    "type": "array",
    "minItems": 1,
    "items": {"type": ["string", "integer"], "minimum": 0},
}


def _only(required: tuple[str, ...], **properties: Schema) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


def _words(names: tuple[str, ...]) -> Schema:
    return _only(names, **dict.fromkeys(names, WORDS))


_VERSIONS: Schema = _only(
    ("stated", "templates", "told_by"),
    stated={"type": "object", "additionalProperties": TEXT},
    templates={"type": "object", "additionalProperties": TEXT},
    ticked_already=_LISTS,
    told_by={
        "type": "array",
        "items": _only(
            ("version",),
            version=TEXT,
            has=WORDS,
            lacks=WORDS,
            columns={"type": "array", "items": {"enum": list(COLUMNS)}},
            titles={"type": "object", "additionalProperties": TEXT},
        ),
    },
)
_COUNTS: Schema = _only(
    ("total", "of", "criteria", "in_all", "percent", "words", "left_in"),
    **dict.fromkeys(("total", "of", "criteria", "in_all", "percent"), WORDS),
    words=_words(LIGHTS),
    left_in={
        "type": "array",
        "items": _only(
            ("name", "levels", "total"),
            name=BILINGUAL,
            levels={
                "type": "object",
                "additionalProperties": {"type": "array", "items": {"type": "integer"}},
            },
            total={"type": "array", "items": {"type": "integer"}},
        ),
    },
)
_PUBLICCODE: Schema = _only(
    ("facts", "lists"),
    facts={
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": ["from", "to"],
            "properties": {
                "from": _STEPS,
                "to": _STEPS,
                "values": {"type": "object", "additionalProperties": TEXT},
            },
        },
    },
    lists={
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": ["from", "to", "fields"],
            "properties": {
                "from": _STEPS,
                "to": _STEPS,
                "fields": {"type": "object", "additionalProperties": TEXT},
                "also": _only(("field", "to"), field=TEXT, to=_STEPS),
            },
        },
    },
)

DOCUMENTS: Schema = file_schema(
    "documents",
    "Hvordan en models egne dokumenter læses",
    "How a model's own documents are read",
    {
        "required": [
            "model", "criterion", "columns", "marks", "lights", "placeholders", "levels", "themes",
            "header", "who", "says", "versions", "form", "counts", "publiccode",
        ],
        "properties": {
            "model": described(TEXT, "Modellens id.", "The model's id."),
            "criterion": described(TEXT, "Mønstret for et kravs id.", "The pattern of an id."),
            "columns": _words(COLUMNS),
            "marks": _words((*ANSWERS, "unticked")),
            "lights": _words(LIGHTS),
            "placeholders": _only(("words", "patterns"), words=WORDS, patterns=WORDS),
            "levels": _LISTS,
            "themes": _LISTS,
            "header": _words(("product", *FACTS, "drafts", "other_headings")),
            "who": _only(
                ("words", "companies", "prefixes", "small", "organisations"),
                **dict.fromkeys(("words", "companies", "prefixes", "small"), WORDS),
                organisations={"type": "array", "items": WORDS},
            ),
            "says": _words(("aims", "stated", "recommends")),
            "versions": _VERSIONS,
            "form": _only(
                ("product", "by", "on", "rows", "row"),
                **dict.fromkeys(("product", "by", "on", "rows"), TEXT),
                row=_only(
                    ("id", "title", "level", "guidance", "mark", "text"),
                    **dict.fromkeys(("id", "title", "level", "guidance", "mark", "text"), TEXT),
                ),
            ),
            "counts": _COUNTS,
            "publiccode": _PUBLICCODE,
        },
    },
)  # fmt: skip
