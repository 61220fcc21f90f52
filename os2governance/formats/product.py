"""`products/<id>/product.yaml` (`os2governance/product/1`): what a product declares."""

from collections.abc import Mapping
from typing import Any, Literal

from os2governance.formats.parts import (
    FORMAT_LINE,
    Closed,
    Date,
    Filled,
    Flag,
    ModelReference,
    Omittable,
    PartialDate,
    ProductId,
    Texts,
    file_format,
    optional,
    required,
)
from os2governance.formats.words import AnswerWord, ProductKind

# fmt: off

class Declared(Closed):
    """When and by whom the declaration was made."""

    on: Date = required("Dato | Datoen for udfyldelse.", "Date | The date of it.")
    by: Filled = required("Af hvem | Hvem der har udfyldt den: rolle og organisation, ikke en persons navn.", "By whom | Who declares: role and organisation, not a person's name.")
    reference: str | None = optional("Henvisning | Det dokument, som selvevalueringen bygger på.", "Reference | The document that the declaration rests on.")
    note: str | None = optional("Note | Forbehold, for eksempel at selvevalueringen er en afskrift.", "Note | A caveat, such as that the declaration is a transcription.")
    draft: Omittable[Flag] = optional("Udkast | true: selvevalueringen er et udkast.", "Draft | true: the declaration is a draft.")


class Submitted(Closed):
    """When and by whom the declaration was handed in to the evaluator."""

    on: Date = required("Dato | Den dag, den blev afleveret.", "Date | The day on which it was handed in.")
    by: Filled = required("Af hvem | Hvem der har afleveret den: rolle og organisation.", "By whom | Who handed it in: role and organisation.")


class Proposed(Closed):
    """Facts read out of a document; they count for nothing until someone moves them to `facts`."""

    facts: Mapping[str, Any] | None = optional("Oplysninger | Oplysninger, som er læst ud af et dokument.", "Facts | Facts read out of a document.")
    from_: Mapping[str, Any] | None = optional("Fra | Hvor hver oplysning er læst.", "From | Where each fact was read.", alias="from")


class AnswerEntry(Closed):
    """The answer to one criterion, with what documents it."""

    answer: AnswerWord = required("Svar | met = opfyldt (ja), partly = delvist opfyldt, unmet = ikke opfyldt (nej), planned = planlagt, not_applicable = ikke relevant, unknown = ved ikke.", "Answer | What the product says of the criterion. met = yes, unmet = no.")
    evidence: Texts | None = optional("Dokumentation | Links eller henvisninger til dokumenter, der viser det.", "Evidence | Links or references to documents that show it.")
    note: str | None = optional("Note | En bemærkning.", "Note | A remark.")
    explanation: str | None = optional("Begrundelse for afvigelsen | Hvorfor kravet ikke er opfyldt (følg eller forklar).", "Explanation | Why the criterion is not met (follow or explain).")
    reason: str | None = optional("Hvorfor ikke relevant | Hvorfor kravet ikke er relevant for produktet.", "Why not applicable | Why the criterion does not apply to the product.")
    due: PartialDate | None = optional("Frist | Hvornår det planlagte skal være gjort.", "Due | When what is planned is to be done.")


class Product(Closed):
    """A product's declaration: one file per product."""

    model_config = file_format("product", "Et produkts selvevaluering", "A product's declaration")

    format: Literal["os2governance/product/1"] = FORMAT_LINE
    product: ProductId
    name: Filled = required("Navn | Produktets navn.", "Name | The product's name.")
    kind: ProductKind = required("Produkt eller projekt | product = optaget i porteføljen, project = under udvikling.", "Product or project | product = admitted to the portfolio, project = being developed.")
    model: ModelReference
    declared: Declared = required("Selvevaluering | Hvornår og af hvem den er udfyldt.", "Declaration | When and by whom this was declared.")
    submitted: Submitted | None = optional("Afleveret | Hvornår og af hvem selvevalueringen er afleveret til vurdering.", "Submitted | When and by whom the declaration was handed in for evaluation.")
    aims_at: str | None = optional("Mål | Det niveau, der styres efter (i anførselstegn, hvis det er et tal).", "Aim | The level that the product aims at (quoted if it is a number).")
    facts: Mapping[str, Any] | None = optional("Oplysninger | Oplysninger om produktet. En nøgle, der mangler, betyder »ikke oplyst«; null betyder »findes ikke«.", "Facts | Facts about the product. A missing key means not declared; null means that there is none.")
    proposed: Proposed | None = optional("Foreslået | Oplysninger, som er læst ud af et dokument; de tæller ikke, før nogen flytter dem til facts.", "Proposed | Facts read out of a document; they count for nothing until someone moves them to facts.")
    answers: Mapping[str, AnswerEntry] | None = optional("Svar | Et svar pr. krav.", "Answers | One answer for each criterion.")
