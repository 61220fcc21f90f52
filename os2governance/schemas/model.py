"""The shapes of `model.yaml` and of the criteria files."""

from os2governance.schemas.parts import (
    BILINGUAL,
    DATE,
    TEXT,
    Schema,
    described,
    file_schema,
)

STATUSES = ("met", "partly", "unmet", "not_applicable", "unknown")
FACTS_SAY = ("met", "partly", "at_least_partly", "unmet", "undetermined")
RECOMMENDED = ("ignored", "answered", "required")

_ID: Schema = {"type": "string", "pattern": r"\S"}
_TOKENS: Schema = {"type": "array", "items": {"enum": [*STATUSES, "accepted"]}}
_NEEDS: Schema = described(
    {
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
        "properties": {
            "percent": {"type": "number", "exclusiveMinimum": 0, "maximum": 100},
            "count": {"type": "integer", "minimum": 1},
        },
    },
    "Hvor mange af et niveaus obligatoriske krav der skal være opfyldt; uden den: alle.",
    "How many of a level's required criteria must be satisfied; without it: all.",
)
PERIOD: Schema = {"type": "string", "pattern": "^[1-9][0-9]{0,5} (day|week|month|year)s?$"}
RULE: Schema = described(
    {"type": "object", "minProperties": 1},
    "En regel: all, any, not, use, at_least, some, every, none, count, sum, eller fact med én "
    "operator.",
    "A rule: all, any, not, use, at_least, some, every, none, count, sum, or fact with one "
    "operator.",
)

MODEL: Schema = file_schema(
    "model",
    "En styringsmodel",
    "A governance model",
    {
        "required": ["model", "version", "levels", "themes"],
        "properties": {
            "model": described(TEXT, "Modellens id.", "The model's id."),
            "version": described(TEXT, "Versionen, i anførselstegn.", "The version, quoted."),
            "name": BILINGUAL,
            "published": DATE,
            "source": TEXT,
            "facts": described(
                TEXT, "Filen med ordforrådet for oplysninger.", "The file with the facts schema."
            ),
            "levels": described(
                {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["id"],
                        "properties": {
                            "id": _ID,
                            "name": BILINGUAL,
                            "decided_by": {"type": "array", "items": _ID},
                            "needs": _NEEDS,
                        },
                    },
                },
                "Niveauerne, det laveste først.",
                "The levels, lowest first.",
            ),
            "themes": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["id"],
                    "properties": {"id": _ID, "name": BILINGUAL},
                },
            },
            "roles": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["id"],
                    "properties": {
                        "id": _ID,
                        "name": BILINGUAL,
                        "declares": described(
                            {"type": "boolean"},
                            "Rollen står selv for erklæringen og kan ikke acceptere afvigelser.",
                            "The role declares, and so cannot accept deviations.",
                        ),
                    },
                },
            },
            "attainment": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "cumulative": {"type": "boolean"},
                    "satisfied_by": _TOKENS,
                    "tolerated": _TOKENS,
                    "recommended": {"enum": list(RECOMMENDED)},
                    "needs": _NEEDS,
                },
            },
            "conditions": {"type": "object", "additionalProperties": RULE},
            "wheel": described(
                {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"evaluation": PERIOD, "notice": PERIOD},
                },
                "Årshjulet: hvor ofte der evalueres (evaluation), og hvor længe før en accept "
                "udløber, der skal siges til (notice).",
                "The wheel of the year: how often products are evaluated, and how long before an "
                "acceptance runs out notice is given.",
            ),
            "supersedes": {
                "type": "object",
                "additionalProperties": False,
                "required": ["version"],
                "properties": {
                    "version": TEXT,
                    "criteria": {
                        "type": "object",
                        "additionalProperties": {"type": "array", "items": _ID},
                    },
                },
            },
        },
    },
)

CRITERIA: Schema = file_schema(
    "criteria",
    "Et temas krav",
    "The criteria of a theme",
    {
        "required": ["theme", "criteria"],
        "properties": {
            "theme": _ID,
            "criteria": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["id", "level", "met"],
                    "properties": {
                        "id": _ID,
                        "level": _ID,
                        "title": BILINGUAL,
                        "asks": BILINGUAL,
                        "responsible": _ID,
                        "recommended": {"type": "boolean"},
                        "basis": described(
                            {"enum": ["facts", "answer"]},
                            "facts: et svar alene er aldrig nok.",
                            "facts: an answer alone is never enough.",
                        ),
                        "not_applicable": described(
                            {"type": "boolean"},
                            "false: kravet kan ikke erklæres irrelevant.",
                            "false: the criterion may not be called not applicable.",
                        ),
                        "met": RULE,
                        "partly": RULE,
                        "remedy": BILINGUAL,
                        "examples": {
                            "type": "array",
                            "items": {
                                "type": "object",
                                "additionalProperties": False,
                                "required": ["facts", "expect"],
                                "properties": {
                                    "facts": {"type": "object"},
                                    "as_of": DATE,
                                    "expect": {"enum": list(FACTS_SAY)},
                                },
                            },
                        },
                    },
                },
            },
        },
    },
)
