"""`criteria/<model>/<version>/proposals.yaml` (`os2governance/proposals/1`)."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from os2governance.formats.parts import (
    FORMAT_LINE,
    Closed,
    Filled,
    Omittable,
    SomeTexts,
    file_format,
    optional,
    required,
)

# fmt: off

AnswerBeside = Literal["met", "partly", "unmet", "planned", "not_applicable", "unknown", "none"]
"""An answer beside which a text is read; `none` is a text without an answer."""


class SoughtFact(Closed):
    """A fact, and where it is looked for."""

    fact: Filled = required("Oplysning | Vejen til oplysningen i modellens ordforråd.", "Fact | The path of the fact in the model's vocabulary.")
    read: Omittable[SomeTexts] = optional("Læses i | asked = teksten ved de krav, hvis regler spørger efter oplysningen (ellers dem), anywhere = teksten ved alle krav, eller et navn fra header i documents.yaml.", "Read in | asked = the texts of the criteria whose rules ask for the fact (by default those), anywhere = the texts of all criteria, or a name from header in documents.yaml.")
    answers: Omittable[tuple[AnswerBeside, ...]] = optional("Svar | De svar, som teksten læses ved, i stedet for filens.", "Answers | The answers beside which the text is read, in place of the file's.")


class AddressReading(SoughtFact):
    """A fact that is an address."""

    patterns: Omittable[SomeTexts] = optional("Mønstre | Hele adresser; den første, der passer, gælder. {product} er produktets navn; en gruppe er det af adressen, der bruges. Uden mønstre passer enhver adresse.", "Patterns | Whole addresses; the first that matches counts. {product} is the product's name; a group is the part of the address that is used. Without patterns any address matches.")
    value: Omittable[str | bool] = optional("Værdi | Oplysningens værdi, hvor det ikke er adressen.", "Value | The fact's value, where it is not the address.")


class WordReading(SoughtFact):
    """A fact that certain words mean."""

    values: Mapping[str, SomeTexts] = required("Værdier | Hver værdi, og mønstre for de ord, der siger det.", "Values | Each value, and patterns of the words that state it.")


class FigureReading(SoughtFact):
    """A fact that is a date or a number in a sentence."""

    patterns: SomeTexts = required("Mønstre | Mønstre for ordene omkring {date} eller {number}.", "Patterns | Patterns of the words around {date} or {number}.")


class OtherProducts(Closed):
    """How a text about another product is known."""

    names: Filled = required("Navne | Mønstret for produkters navne.", "Names | The pattern of the names of products.")
    but: Omittable[SomeTexts] = optional("Undtagen | Navne, der ligner, men ikke er et produkts.", "But | Names that look so, but are not of a product.")


class Proposals(Closed):
    """Which words and addresses of a document state which fact; patterns are RE2's, in any case."""

    model_config = file_format("proposals", "Oplysninger i dokumenters tekst", "Facts in the text of documents")

    format: Literal["os2governance/proposals/1"] = FORMAT_LINE
    answers: Annotated[tuple[AnswerBeside, ...], Field(min_length=1)] = required("Svar | De svar, som en tekst læses ved; none er en tekst uden svar.", "Answers | The answers beside which a text is read; none is a text without an answer.")
    other_products: Omittable[OtherProducts] = optional("Andre produkter | Hvordan en tekst om et andet produkt kendes; den læses ikke.", "Other products | How a text about another product is known; it is not read.")
    elsewhere: Omittable[SomeTexts] = optional("Andres adresser | Mønstre for begyndelsen af adresser, der aldrig er produktets egne.", "Elsewhere | Patterns of the beginning of addresses that are never the product's own.")
    addresses: Omittable[tuple[AddressReading, ...]] = optional("Adresser | Oplysninger, der er en adresse.", "Addresses | Facts that are an address.")
    words: Omittable[tuple[WordReading, ...]] = optional("Ord | Oplysninger, som bestemte ord siger.", "Words | Facts that certain words state.")
    dates: Omittable[tuple[FigureReading, ...]] = optional("Datoer | Oplysninger, der er en dato, en måned eller et år.", "Dates | Facts that are a day, a month or a year.")
    numbers: Omittable[tuple[FigureReading, ...]] = optional("Tal | Oplysninger, der er et helt tal.", "Numbers | Facts that are a whole number.")
