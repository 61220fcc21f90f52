"""The shapes of `evaluations/<date>.yaml` and `decisions.yaml`."""

from os2governance.schema.formats.parts import (
    DATE,
    MODEL_REFERENCE,
    OPTIONAL_TEXT,
    PRODUCT_ID,
    TEXT,
    Schema,
    described,
    file_schema,
)

LIGHTS = ("met", "partly", "unmet", "not_applicable")
DECISIONS = ("admit", "place", "accept", "pause", "resume", "close")

EVALUATION: Schema = file_schema(
    "evaluation",
    "En evaluering af et produkt",
    "An evaluation of a product",
    {
        "required": ["product", "model", "evaluated"],
        "properties": {
            "product": PRODUCT_ID,
            "model": MODEL_REFERENCE,
            "evaluated": described(
                {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["on", "by"],
                    "properties": {
                        "on": described(DATE, "Datoen for evalueringen.", "The date of it."),
                        "by": described(TEXT, "Hvem der har evalueret.", "Who evaluated."),
                        "reference": described(
                            OPTIONAL_TEXT, "Hvor evalueringen findes.", "Where it is found."
                        ),
                    },
                },
                "Hvornår og af hvem produktet er evalueret.",
                "When and by whom the product was evaluated.",
            ),
            "lights": described(
                {
                    "type": ["object", "null"],
                    "additionalProperties": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["light"],
                        "properties": {
                            "light": described(
                                {"enum": list(LIGHTS)},
                                "met = grøn, partly = gul, unmet = rød, not_applicable = grå.",
                                "met = green, partly = yellow, unmet = red, "
                                "not_applicable = grey.",
                            ),
                            "grounds": described(
                                OPTIONAL_TEXT, "Grundlaget for lyset.", "The grounds for it."
                            ),
                        },
                    },
                },
                "Et lys pr. krav; krav uden lys er ukendte.",
                "One light for each criterion; criteria without one are unknown.",
            ),
            "recommends": described(
                {"type": ["string", "null"]},
                "Det niveau, som evalueringen anbefaler, hvis den gør det.",
                "The level that the evaluation recommends, if it does.",
            ),
        },
    },
)

DECISION_LOG: Schema = file_schema(
    "decisions",
    "Et produkts beslutningslog",
    "A product's decision log",
    {
        "required": ["product"],
        "properties": {
            "product": PRODUCT_ID,
            "decisions": described(
                {
                    "type": ["array", "null"],
                    "items": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["on", "decision", "by"],
                        "properties": {
                            "on": described(DATE, "Datoen.", "The date."),
                            "decision": described(
                                {"enum": list(DECISIONS)},
                                "admit = optag, place = placér på et niveau, accept = acceptér "
                                "afvigelser, pause = sæt på pause, resume = genoptag, "
                                "close = luk.",
                                "What was decided.",
                            ),
                            "level": described(
                                {"type": ["string", "null"]},
                                "Niveauet (sammen med place).",
                                "The level (with place).",
                            ),
                            "accepts": described(
                                {
                                    "type": ["object", "null"],
                                    "additionalProperties": {
                                        "type": ["object", "null"],
                                        "additionalProperties": False,
                                        "properties": {
                                            "until": described(
                                                {"type": ["string", "null"], "format": "date"},
                                                "Sidste dag, accepten gælder.",
                                                "The last day that it holds.",
                                            ),
                                            "grounds": OPTIONAL_TEXT,
                                        },
                                    },
                                },
                                "Afvigelser, der accepteres: krav, begrundelse og frist.",
                                "Deviations that are accepted: criterion, grounds, until when.",
                            ),
                            "by": described(
                                TEXT, "Modellens rolle, fx board.", "A role of the model."
                            ),
                            "grounds": described(OPTIONAL_TEXT, "Begrundelsen.", "The grounds."),
                            "reference": described(
                                OPTIONAL_TEXT, "Referat eller sag.", "Minutes or case."
                            ),
                        },
                    },
                },
                "Beslutninger i rækkefølge; der tilføjes kun, intet rettes eller slettes.",
                "Decisions in order; only ever appended to.",
            ),
        },
    },
)
