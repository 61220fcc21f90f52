"""The shapes of `portfolio.yaml` and `register.yaml` in a model's folder."""

from os2governance.schema.formats.parts import (
    BILINGUAL,
    DATE,
    TEXT,
    Schema,
    described,
    file_schema,
)

_TEXTS: Schema = {"type": "array", "minItems": 1, "items": TEXT}
_YEAR: Schema = {"type": "integer", "minimum": 1900, "maximum": 2200}

PORTFOLIO: Schema = file_schema(
    "figures",
    "Porteføljens tal",
    "The figures of the portfolio",
    {
        "properties": {
            "economy": described(
                {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["total", "currency"],
                    "properties": {
                        "currency": described(
                            {"type": "string", "pattern": "^[A-Z]{3}$"},
                            "Beløbenes valuta (ISO 4217).",
                            "The currency of the amounts (ISO 4217).",
                        ),
                        "total": described(
                            TEXT,
                            "Oplysningen om et produkts samlede årlige økonomi.",
                            "The fact of a product's whole yearly economy.",
                        ),
                        "parts": described(
                            _TEXTS,
                            "Oplysninger om beløb, der er en del af den samlede økonomi.",
                            "Facts of amounts that are a part of the whole.",
                        ),
                        "contributions": described(
                            {
                                "type": "object",
                                "additionalProperties": False,
                                "required": ["list", "amount"],
                                "properties": {"list": TEXT, "amount": TEXT, "by": _TEXTS},
                            },
                            "Listen over bidrag, beløbet i den, og det, som de deles op efter.",
                            "The list of contributions, the amount in it, what they differ by.",
                        ),
                    },
                },
                "Produkternes fælles økonomi.",
                "The products' shared economy.",
            ),
            "users": described(
                {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["list", "name"],
                    "properties": {
                        "list": TEXT,
                        "name": TEXT,
                        "kind": TEXT,
                        "size": TEXT,
                        "member": TEXT,
                        "using": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["fact", "values"],
                            "properties": {
                                "fact": TEXT,
                                "values": {"type": "array", "minItems": 1},
                            },
                        },
                    },
                },
                "Listen over dem, der bruger et produkt, og hvad der står i den.",
                "The list of those who use a product, and what stands in it.",
            ),
        }
    },
)
REGISTER: Schema = file_schema(
    "register",
    "Register over myndigheder",
    "Register of authorities",
    {
        "required": ["source", "as_of", "kinds"],
        "properties": {
            "source": TEXT,
            "as_of": DATE,
            "kinds": described(
                {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["name", "authorities"],
                        "properties": {
                            "name": BILINGUAL,
                            "forms": described(
                                {
                                    "type": "array",
                                    "items": {"type": "string", "pattern": r"\{name\}"},
                                },
                                "Hvordan navnet også skrives, som »{name} Kommune«.",
                                'How the name is written too, such as "{name} Kommune".',
                            ),
                            "authorities": {
                                "type": "array",
                                "minItems": 1,
                                "items": {
                                    "type": "object",
                                    "additionalProperties": False,
                                    "required": ["code", "name"],
                                    "properties": {
                                        "code": TEXT,
                                        "name": TEXT,
                                        "also": _TEXTS,
                                    },
                                },
                            },
                            "former": described(
                                {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "required": ["year", "into", "names"],
                                        "properties": {
                                            "year": _YEAR,
                                            "into": TEXT,
                                            "names": _TEXTS,
                                        },
                                    },
                                },
                                "Myndigheder, der er lagt sammen med andre.",
                                "Authorities that were merged into others.",
                            ),
                        },
                    },
                },
                "Myndighederne efter art.",
                "The authorities by kind.",
            ),
        },
    },
)
