"""The shape of `assess --format json`: what other programs may rely on. Keys may be added."""

from os2governance.schema.formats.model import FACTS_SAY, STATUSES
from os2governance.schema.formats.parts import (
    DATE,
    DIALECT,
    Schema,
    described,
    list_of,
    map_of,
    open_object,
)

_STATUS: Schema = {"enum": list(STATUSES)}
_LEVEL: Schema = {"type": ["string", "null"]}
HASH: Schema = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}
COUNT: Schema = {"type": "integer", "minimum": 0}
_SPOT: Schema = {"type": ["integer", "null"], "minimum": 1}
_STRING: Schema = {"type": "string"}
_OPTIONAL: Schema = {"type": ["string", "null"]}


FINDING = open_object(
    {
        "code": _STRING,
        "severity": {"enum": ["error", "warning", "note"]},
        "message": _STRING,
        "remedy": _STRING,
        "file": _STRING,
        "line": _SPOT,
        "column": _SPOT,
        "criterion": _OPTIONAL,
    }
)
_FINDINGS = list_of({"$ref": "#/$defs/finding"})
_TRACE = open_object(
    {
        "rule": described(_STRING, "Ordet fra kriteriefilen.", "The word from the criteria file."),
        "value": described(
            {"type": ["boolean", "null"]},
            "null er uafgjort.",
            "null is undetermined.",
        ),
    },
    {
        "path": described(
            _STRING,
            "Oplysningens sti; under en liste fra elementet.",
            "The fact's path; below a list it begins at the element.",
        ),
        "name": described(_STRING, "Betingelsens navn.", "The condition's name."),
        "expected": {},
        "declared": described(
            {"const": False}, "Oplysningen mangler.", "The fact is not declared."
        ),
        "found": {},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "parts": list_of({"$ref": "#/$defs/trace"}),
    },
)
_ACCEPTED = open_object(
    {
        "by": _STRING,
        "on": DATE,
        "until": {"type": ["string", "null"], "format": "date"},
        "reference": _OPTIONAL,
        "file": _STRING,
        "line": {"type": "integer"},
    }
)
_CRITERION = open_object(
    {
        "id": _STRING,
        "level": _STRING,
        "theme": _STRING,
        "recommended": {"type": "boolean"},
        "status": _STATUS,
        "basis": described(
            {"enum": ["facts", "answer", None]},
            "Hvad lyset hviler på.",
            "What the light rests on.",
        ),
        "evaluated": described(
            {"enum": ["met", "partly", "unmet", "not_applicable", None]},
            "Evaluatorens lys.",
            "The evaluator's light.",
        ),
        "accepted": {"anyOf": [_ACCEPTED, {"type": "null"}]},
        "findings": _FINDINGS,
        "trace": {"$ref": "#/$defs/trace"},
    },
    {
        "facts": {"enum": list(FACTS_SAY)},
        "answer": _OPTIONAL,
        "deviation": {
            "anyOf": [
                open_object(
                    {"state": {"enum": ["accepted", "pending", "expired"]}, "text": _OPTIONAL}
                ),
                {"type": "null"},
            ]
        },
        "trace_partly": {"$ref": "#/$defs/trace"},
    },
)
_LEVELS = open_object(
    {
        "assessed": described(
            _LEVEL,
            "Det højeste niveau, der er nået, også med forbehold; null er under det laveste.",
            "The highest level reached, with reservations too; null is below the lowest.",
        ),
        "fully": described(_LEVEL, "Det samme uden forbehold.", "The same without reservations."),
        "possible": described(
            _LEVEL,
            "Hvis alt ukendt, udokumenteret og kun forklaret talte som opfyldt.",
            "If all that is unknown, undocumented or only explained counted as met.",
        ),
        "placed": described(_LEVEL, "Den nyeste beslutning.", "The newest decision."),
        "evaluated": described(_LEVEL, "Evalueringens lys.", "The evaluation's lights."),
        "recommended": described(
            _LEVEL, "Evalueringens anbefaling.", "The evaluation's recommendation."
        ),
        "claimed": described(_LEVEL, "Erklæringens mål.", "The declaration's aim."),
    }
)
_PRODUCT = open_object(
    {
        "product": _STRING,
        "name": _STRING,
        "file": _STRING,
        "model": _STRING,
        "files": map_of(HASH),
        "levels": _LEVELS,
        "reservations": described(
            list_of(_STRING), "Krav med forbehold.", "Criteria with a reservation."
        ),
        "blockers": described(
            map_of(list_of(_STRING)),
            "For hvert niveau over det vurderede: de krav, der står i vejen.",
            "For each level above the assessed one: the criteria that stand in its way.",
        ),
        "criteria": list_of({"$ref": "#/$defs/criterion"}),
        "counts": map_of(map_of(COUNT)),
        "findings": _FINDINGS,
    },
    {
        "kind": {"enum": ["product", "project"]},
        "standing": {"enum": ["active", "paused", "closed"]},
    },
)

ASSESSMENT: Schema = {
    "$schema": DIALECT,
    "$id": "urn:os2governance:assessment:1",
    "title": "En vurdering af produkter",
    "x-title-en": "An assessment of products",
    **open_object(
        {
            "format": {"const": "os2governance/assessment/1"},
            "as_of": DATE,
            "products": list_of({"$ref": "#/$defs/product"}),
            "unreadable": list_of(open_object({"file": _STRING, "findings": _FINDINGS})),
            "portfolio": open_object(
                {"products": COUNT, "assessed": map_of(COUNT)},
                {"unreadable": COUNT, "below_lowest": COUNT},
            ),
            "made_from": open_object({"engine": _STRING, "models": map_of(HASH)}),
            "findings": described(
                _FINDINGS,
                "Fund, som ikke hører til ét produkt.",
                "Findings that belong to no single product.",
            ),
        }
    ),
    "$defs": {
        "finding": FINDING,
        "trace": _TRACE,
        "criterion": _CRITERION,
        "product": _PRODUCT,
    },
}
