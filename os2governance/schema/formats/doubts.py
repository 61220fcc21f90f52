"""The shape of `doubts.yaml` in a model's folder: what makes a claim doubtful."""

from os2governance.schema.formats.parts import TEXT, Schema, described, file_schema

_PATTERNS: Schema = {"type": "array", "minItems": 1, "items": TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 2}
LANGUAGES = ("da", "en")

DOUBTS: Schema = file_schema(
    "doubts",
    "Tvivlsomme påstande",
    "Doubtful claims",
    {
        "properties": {
            "contradicts": described(
                {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        language: {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["says"],
                            "properties": {
                                "says": described(
                                    _PATTERNS,
                                    "Mønstre i RE2's syntaks, i hele ord uden forskel på store "
                                    "og små bogstaver.",
                                    "Patterns in RE2's syntax, in whole words, in any case.",
                                ),
                                "unless": described(
                                    _PATTERNS,
                                    "Vendinger, som ikke er en modsigelse.",
                                    "Phrases that are no contradiction.",
                                ),
                            },
                        }
                        for language in LANGUAGES
                    },
                },
                "Ord ved et »opfyldt«, som siger, at det ikke er, på hvert sprog.",
                'Words beside a "met" that say that it is not, by language.',
            ),
            "placeholders": described(
                _PATTERNS,
                "Mønstre for en hel tekst, som ingen har udfyldt.",
                "Patterns of a whole text that nobody filled in.",
            ),
            "private": described(
                _PATTERNS,
                "Mønstre for begyndelsen af en henvisning, som offentligheden ikke kan følge.",
                "Patterns of the beginning of a reference that the public cannot follow.",
            ),
            "bulk": described(
                {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["at_least", "percent"],
                    "properties": {
                        "at_least": _COUNT,
                        "percent": {"type": "number", "exclusiveMinimum": 0, "maximum": 100},
                    },
                },
                "Hvor mange krav på et niveau eller i et tema der skal være afvist som ikke "
                "relevante.",
                "How many criteria of a level or theme must be waved away.",
            ),
            "copied": described(
                {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["at_least"],
                    "properties": {"at_least": _COUNT},
                },
                "I hvor mange svar et andet produkts navn skal stå.",
                "In how many answers another product's name must stand.",
            ),
        },
    },
)
