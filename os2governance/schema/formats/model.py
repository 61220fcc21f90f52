"""The shapes of `model.yaml` and of the criteria files."""

from os2governance.schema.formats.parts import (
    BILINGUAL,
    DATE,
    DURATION,
    TEXT,
    VERSION,
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
PERIOD: Schema = {"type": "string", "pattern": DURATION}
RULE: Schema = described(
    {"type": "object", "minProperties": 1},
    "En regel: all, any, not, use, at_least, some, every, none, count, sum, eller fact med én "
    "operator.",
    "A rule: all, any, not, use, at_least, some, every, none, count, sum, or fact with one "
    "operator.",
)

_VERSION: Schema = {"type": "string", "pattern": VERSION}
_IDS: Schema = {"type": "array", "items": _ID, "uniqueItems": True}

CHANGES: Schema = described(
    {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "dropped": described(
                _IDS,
                "Krav i den anden version, som ikke er med i denne.",
                "Criteria of the other version that are not in this one.",
            ),
            "renumbered": described(
                {"type": "object", "additionalProperties": _ID},
                "Kravets id i denne version: dets id i den anden.",
                "The criterion's id in this version: its id in the other.",
            ),
            "levels": described(
                {
                    "type": "object",
                    "additionalProperties": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["name"],
                        "properties": {"name": BILINGUAL},
                    },
                },
                "Niveauer, der hed noget andet.",
                "Levels that had another name.",
            ),
            "criteria": described(
                {
                    "type": "object",
                    "additionalProperties": {
                        "type": "object",
                        "additionalProperties": False,
                        "minProperties": 1,
                        "properties": {
                            "level": _ID,
                            "recommended": {"type": "boolean"},
                            "responsible": _ID,
                            "title": BILINGUAL,
                            "asks": BILINGUAL,
                            "remedy": BILINGUAL,
                        },
                    },
                },
                "Det, der er anderledes ved et krav, efter dets id i denne version.",
                "What is different about a criterion, by its id in this version.",
            ),
        },
    },
    "Hvad der er anderledes end i den version, som based_on nævner.",
    "What is different from the version that based_on names.",
)

MODEL: Schema = file_schema(
    "model",
    "En styringsmodel",
    "A governance model",
    {
        "required": ["model", "version"],
        "if": {"required": ["based_on"]},
        "else": {"required": ["levels", "themes"]},
        "properties": {
            "model": described(TEXT, "Modellens id.", "The model's id."),
            "version": described(TEXT, "Versionen, i anførselstegn.", "The version, quoted."),
            "based_on": described(
                _VERSION,
                "En anden version af den samme model, som denne er skrevet ud fra: alt er som "
                "dér, undtagen det, der står i changes og i denne versions egne filer med krav.",
                "Another version of the same model that this one is written from: all is as "
                "there, except what changes and this version's own criteria files say.",
            ),
            "changes": CHANGES,
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
            "supersedes": described(
                {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["version"],
                    "properties": {
                        "version": _VERSION,
                        "criteria": described(
                            {"type": "object", "additionalProperties": _IDS},
                            "Kravets id her: dets id eller id'er i den tidligere version; en tom "
                            "liste er et nyt krav. Krav, der ikke nævnes, har beholdt deres id.",
                            "The criterion's id here: its id or ids in the earlier version; an "
                            "empty list is a new one. Those that are not named kept their id.",
                        ),
                        "dropped": described(
                            _IDS,
                            "Krav i den tidligere version, som udgik.",
                            "Criteria of the earlier version that were dropped.",
                        ),
                        "sharpened": described(
                            _IDS,
                            "Krav, der nu kræver mere eller noget andet.",
                            "Criteria that now ask for more, or for something else.",
                        ),
                        "eased": described(
                            _IDS,
                            "Krav, der nu kræver mindre.",
                            "Criteria that now ask for less.",
                        ),
                        "made_mandatory": described(
                            _IDS,
                            "Krav, der før var en anbefaling.",
                            "Criteria that used to be a recommendation.",
                        ),
                    },
                },
                "Den tidligere version, og hvordan kravene hænger sammen med den.",
                "The earlier version, and how the criteria relate to it.",
            ),
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
