"""The shape of `assess --format json`: what other programs may rely on. Keys may be added."""

from typing import Any

from os2governance.schemas.model import FACTS_SAY, STATUSES
from os2governance.schemas.parts import DATE, DIALECT, Schema, described

_STATUS: Schema = {"enum": list(STATUSES)}
_LEVEL: Schema = {"type": ["string", "null"]}
_HASH: Schema = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_SPOT: Schema = {"type": ["integer", "null"], "minimum": 1}
_STRING: Schema = {"type": "string"}
_OPTIONAL: Schema = {"type": ["string", "null"]}


def _object(required: dict[str, Any], optional: dict[str, Any] | None = None) -> Schema:
    """Give an object that has all of the first keys, may have the second, and others later."""
    properties = required | (optional or {})
    return {"type": "object", "required": list(required), "properties": properties}


def _map(of: Schema) -> Schema:
    return {"type": "object", "additionalProperties": of}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


_FINDING = _object(
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
_FINDINGS = _list({"$ref": "#/$defs/finding"})
_TRACE = _object(
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
        "parts": _list({"$ref": "#/$defs/trace"}),
    },
)
_ACCEPTED = _object(
    {
        "by": _STRING,
        "on": DATE,
        "until": {"type": ["string", "null"], "format": "date"},
        "reference": _OPTIONAL,
        "file": _STRING,
        "line": {"type": "integer"},
    }
)
_CRITERION = _object(
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
                _object(
                    {"state": {"enum": ["accepted", "pending", "expired"]}, "text": _OPTIONAL}
                ),
                {"type": "null"},
            ]
        },
        "trace_partly": {"$ref": "#/$defs/trace"},
    },
)
_LEVELS = _object(
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
_PRODUCT = _object(
    {
        "product": _STRING,
        "name": _STRING,
        "file": _STRING,
        "model": _STRING,
        "files": _map(_HASH),
        "levels": _LEVELS,
        "reservations": described(
            _list(_STRING), "Krav med forbehold.", "Criteria with a reservation."
        ),
        "blockers": described(
            _map(_list(_STRING)),
            "For hvert niveau over det vurderede: de krav, der står i vejen.",
            "For each level above the assessed one: the criteria that stand in its way.",
        ),
        "criteria": _list({"$ref": "#/$defs/criterion"}),
        "counts": _map(_map(_COUNT)),
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
    **_object(
        {
            "format": {"const": "os2governance/assessment/1"},
            "as_of": DATE,
            "products": _list({"$ref": "#/$defs/product"}),
            "unreadable": _list(_object({"file": _STRING, "findings": _FINDINGS})),
            "portfolio": _object(
                {"products": _COUNT, "assessed": _map(_COUNT)},
                {"unreadable": _COUNT, "below_lowest": _COUNT},
            ),
            "made_from": _object({"engine": _STRING, "models": _map(_HASH)}),
            "findings": described(
                _FINDINGS,
                "Fund, som ikke hører til ét produkt.",
                "Findings that belong to no single product.",
            ),
        }
    ),
    "$defs": {
        "finding": _FINDING,
        "trace": _TRACE,
        "criterion": _CRITERION,
        "product": _PRODUCT,
    },
}
