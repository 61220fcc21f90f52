"""The shape of `check --format json`: what other programs may rely on. Keys may be added."""

from os2governance.schema.formats.assessment import COUNT, FINDING, HASH
from os2governance.schema.formats.parts import (
    DATE,
    DIALECT,
    Schema,
    described,
    list_of,
    map_of,
    open_object,
)

_STRING: Schema = {"type": "string"}
_OPTIONAL: Schema = {"type": ["string", "null"]}
_FOUND: Schema = {
    **FINDING,
    "required": [*FINDING["required"], "fingerprint", "help"],
    "properties": {
        **FINDING["properties"],
        "fingerprint": described(
            _STRING,
            "Det samme, så længe linjen siger det samme.",
            "The same as long as the line says the same.",
        ),
        "help": described(
            {"type": "string", "format": "uri"},
            "Hvor fundet er forklaret.",
            "Where the finding is explained.",
        ),
    },
}
_STEPS: Schema = list_of(open_object({"name": _STRING, "before": _OPTIONAL, "after": _OPTIONAL}))
_CHANGE: Schema = open_object(
    {
        "product": _STRING,
        "file": _OPTIONAL,
        "before": described(
            {"type": "boolean"},
            "Om produktet kunne bruges før.",
            "Whether the product could be used before.",
        ),
        "after": described(
            {"type": "boolean"},
            "Om produktet kan bruges nu.",
            "Whether the product can be used now.",
        ),
        "unusable": described(
            {"type": "boolean"},
            "Om det, der mangler, er der, men ikke kan bruges.",
            "Whether what is missing is there, and cannot be used.",
        ),
        "former": described(
            _OPTIONAL, "Det id, produktet havde før.", "The id that the product had before."
        ),
        "levels": described(_STEPS, "Niveauer, der er anderledes.", "Levels that differ."),
        "criteria": described(_STEPS, "Krav, der er anderledes.", "Criteria that differ."),
    }
)

CHECK: Schema = {
    "$schema": DIALECT,
    "$id": "urn:os2governance:check:1",
    "title": "Hvad et eftersyn fandt",
    "x-title-en": "What a check found",
    **open_object(
        {
            "format": {"const": "os2governance/check/1"},
            "as_of": DATE,
            "findings": list_of({"$ref": "#/$defs/finding"}),
            "counts": described(
                open_object({"error": COUNT, "warning": COUNT, "note": COUNT}),
                "Antal fund efter alvor.",
                "The number of findings by severity.",
            ),
            "checked": described(
                open_object({"products": COUNT, "models": COUNT, "unreadable": COUNT}),
                "Hvad der er efterset, og hvor mange af dem der ikke kunne læses.",
                "What was checked, and how many of them could not be read.",
            ),
            "silenced": described(
                COUNT, "Fund, som kommentarer tier om.", "Findings that comments silence."
            ),
            "against": described(
                _OPTIONAL,
                "Den revision, der er sammenlignet med.",
                "The revision that was compared with.",
            ),
            "changes": described(
                list_of({"$ref": "#/$defs/change"}),
                "Produkter, der er anderledes end i revisionen.",
                "Products that differ from the revision.",
            ),
            "made_from": described(
                open_object({"engine": _STRING, "models": map_of(HASH), "files": map_of(HASH)}),
                "Udgaven af programmet, og modellerne og filerne med deres aftryk.",
                "The version of the program, and the models and files with their hashes.",
            ),
        }
    ),
    "$defs": {"finding": _FOUND, "change": _CHANGE},
}
