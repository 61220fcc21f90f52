"""The shape of `product.yaml`."""

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

ANSWERS = ("met", "partly", "unmet", "planned", "not_applicable", "unknown")

ANSWER: Schema = {
    "type": "object",
    "additionalProperties": False,
    "required": ["answer"],
    "properties": {
        "answer": described(
            {"enum": list(ANSWERS)},
            "met = opfyldt (ja), partly = delvist opfyldt, unmet = ikke opfyldt (nej), "
            "planned = planlagt, not_applicable = ikke relevant, unknown = ved ikke.",
            "What the product says of the criterion. met = yes, unmet = no.",
        ),
        "evidence": described(
            {"type": ["array", "null"], "items": TEXT},
            "Links eller henvisninger til dokumenter, der viser det.",
            "Links or references to documents that show it.",
        ),
        "note": described(OPTIONAL_TEXT, "En bemærkning.", "A remark."),
        "explanation": described(
            OPTIONAL_TEXT,
            "Hvorfor kravet ikke er opfyldt (følg eller forklar).",
            "Why the criterion is not met (follow or explain).",
        ),
        "reason": described(
            OPTIONAL_TEXT,
            "Hvorfor kravet ikke er relevant for produktet.",
            "Why the criterion does not apply to the product.",
        ),
        "due": described(
            {"type": ["string", "null"], "format": "date"},
            "Hvornår det planlagte skal være gjort.",
            "When what is planned is to be done.",
        ),
    },
}

PRODUCT: Schema = file_schema(
    "product",
    "Et produkts selverklæring",
    "A product's declaration",
    {
        "required": ["product", "name", "kind", "model", "declared"],
        "properties": {
            "product": PRODUCT_ID,
            "name": described(TEXT, "Produktets navn.", "The product's name."),
            "kind": described(
                {"enum": ["product", "project"]},
                "product = optaget i porteføljen, project = under udvikling.",
                "product = admitted to the portfolio, project = being developed.",
            ),
            "model": MODEL_REFERENCE,
            "declared": described(
                {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["on", "by"],
                    "properties": {
                        "on": described(DATE, "Datoen for erklæringen.", "The date of it."),
                        "by": described(
                            TEXT,
                            "Hvem der erklærer: rolle og organisation, ikke en persons navn.",
                            "Who declares: role and organisation, not a person's name.",
                        ),
                        "reference": described(
                            OPTIONAL_TEXT,
                            "Det dokument, som erklæringen bygger på.",
                            "The document that the declaration rests on.",
                        ),
                        "note": described(
                            OPTIONAL_TEXT,
                            "Forbehold, for eksempel at erklæringen er en afskrift.",
                            "A caveat, such as that the declaration is a transcription.",
                        ),
                    },
                },
                "Hvornår og af hvem oplysningerne er afgivet.",
                "When and by whom this was declared.",
            ),
            "aims_at": described(
                {"type": ["string", "null"]},
                "Det niveau, der styres efter (i anførselstegn, hvis det er et tal).",
                "The level that the product aims at (quoted if it is a number).",
            ),
            "facts": described(
                {"type": ["object", "null"]},
                "Oplysninger om produktet. En nøgle, der mangler, betyder »ikke oplyst«; "
                "null betyder »findes ikke«.",
                "Facts about the product. A missing key means not declared; null means that "
                "there is none.",
            ),
            "answers": described(
                {"type": ["object", "null"], "additionalProperties": ANSWER},
                "Et svar pr. krav.",
                "One answer for each criterion.",
            ),
        },
    },
)
