"""`criteria/<model>/<version>/doubts.yaml` (`os2governance/doubts/1`)."""

from typing import Annotated, Literal

from pydantic import Field

from os2governance.formats.parts import (
    FORMAT_LINE,
    Closed,
    Omittable,
    Percent,
    SomeTexts,
    Texts,
    Whole,
    file_format,
    optional,
    required,
)

# fmt: off

class PhrasePatterns(Closed):
    """Patterns that contradict, and exceptions to them."""

    says: SomeTexts = required("Siger imod | Mønstre i RE2's syntaks, i hele ord uden forskel på store og små bogstaver.", "Says otherwise | Patterns in RE2's syntax, in whole words, in any case.")
    unless: Omittable[SomeTexts] = optional("Undtagen | Vendinger, som ikke er en modsigelse.", "Unless | Phrases that are no contradiction.")


class Contradictions(Closed):
    """Phrases beside an answer, by language."""

    da: Omittable[PhrasePatterns] = optional("Dansk | Ord på dansk.", "Danish | Words in Danish.")
    en: Omittable[PhrasePatterns] = optional("Engelsk | Ord på engelsk.", "English | Words in English.")


class Bulk(Closed):
    """How many not-applicable criteria are too many."""

    at_least: Annotated[Whole, Field(ge=2)] = required("Mindst | Det mindste antal krav, der er tale om.", "At least | The least number of criteria that it is about.")
    percent: Percent = required("Procent | Hvor stor en del af kravene det er, i procent.", "Per cent | How large a part of the criteria it is, in per cent.")


class Copied(Closed):
    """How many answers must name another product."""

    at_least: Annotated[Whole, Field(ge=2)] = required("Mindst | Det mindste antal svar med et andet produkts navn.", "At least | The least number of answers with another product's name.")


class FrontPages(Closed):
    """References that are front pages, and the criteria that those document all the same."""

    patterns: SomeTexts = required("Mønstre | Mønstre for en hel henvisning.", "Patterns | Patterns of a whole reference.")
    shown_there: Omittable[Texts] = optional("Vist dér | Krav, hvor en forside viser det, der spørges om.", "Shown there | Criteria of which a front page shows what is asked.")


class Doubts(Closed):
    """Patterns and limits for questionable claims, in RE2's syntax."""

    model_config = file_format("doubts", "Tvivlsomme påstande", "Doubtful claims")

    format: Literal["os2governance/doubts/1"] = FORMAT_LINE
    contradicts: Omittable[Contradictions] = optional("Modsigelser | Ord ved et »opfyldt«, som siger, at det ikke er, på hvert sprog.", 'Contradictions | Words beside a "met" that say that it is not, by language.')
    understates: Omittable[Contradictions] = optional("Underdrivelser | Ord ved et »ikke opfyldt«, som siger, at noget af det er på plads, på hvert sprog.", 'Understatements | Words beside an "unmet" that say that some of it is in place, by language.')
    on_request: Omittable[Contradictions] = optional("På forespørgsel | Ord, som siger, at dokumentationen kun kan fås ved at spørge, på hvert sprog.", "On request | Words that say that the evidence is only to be had by asking, by language.")
    placeholders: Omittable[SomeTexts] = optional("Ikke udfyldt | Mønstre for en hel tekst, som ingen har udfyldt.", "Not filled in | Patterns of a whole text that nobody filled in.")
    says_nothing: Omittable[SomeTexts] = optional("Dokumenterer intet | Mønstre for en hel tekst, som ikke dokumenterer noget.", "Documents nothing | Patterns of a whole text that documents nothing.")
    private: Omittable[SomeTexts] = optional("Ikke offentligt | Mønstre for begyndelsen af en henvisning, som offentligheden ikke kan følge.", "Not public | Patterns of the beginning of a reference that the public cannot follow.")
    perhaps_private: Omittable[SomeTexts] = optional("Måske ikke offentligt | Mønstre for begyndelsen af en henvisning, som ofte kræver login.", "Perhaps not public | Patterns of the beginning of a reference that often requires a login.")
    front_pages: Omittable[FrontPages] = optional("Forsider | Henvisninger, som kun viser, hvem nogen er.", "Front pages | References that only show who somebody is.")
    bulk: Omittable[Bulk] = optional("Afvist i flok | Hvor mange krav på et niveau eller i et tema der skal være afvist som ikke relevante.", "Waved away in bulk | How many criteria of a level or theme must be waved away.")
    same_evidence: Omittable[Annotated[Whole, Field(ge=2)]] = optional("Samme dokumentation | Ved hvor mange krav den samme henvisning er påfaldende.", "Same evidence | For how many criteria the same reference is conspicuous.")
    copied: Omittable[Copied] = optional("Kopieret | I hvor mange svar et andet produkts navn skal stå.", "Copied | In how many answers another product's name must stand.")
