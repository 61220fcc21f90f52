"""`criteria/<model>/<version>/<theme>.yaml` (`os2governance/criteria/1`): a theme's criteria."""

from collections.abc import Mapping
from typing import Any, Literal

from os2governance.formats.parts import (
    FORMAT_LINE,
    Bilingual,
    Closed,
    Date,
    Filled,
    Flag,
    Ids,
    MayNotApply,
    Omittable,
    Rule,
    SecureUrl,
    file_format,
    optional,
    required,
)
from os2governance.formats.words import EffortWord, EvidenceWord, FactsOutcome

# fmt: off

class Example(Closed):
    """A test of the criterion: facts, and the outcome they must give."""

    facts: Mapping[str, Any] = required("Oplysninger | De oplysninger, eksemplet gælder for.", "Facts | The facts that the example is about.")
    as_of: Omittable[Date] = optional("Dato | Den dag, der vurderes på.", "Date | The day that is assessed on.")
    expect: FactsOutcome = required("Forventet | Det udfald, reglen skal give.", "Expected | The outcome that the rule must give.")


class CriterionEntry(Closed):
    """One criterion; `applies`, `met` and `partly` are rules (formats.md, Rules)."""

    id: Filled = required("Id | Det korte navn, som andre filer henviser med.", "Id | The short name that other files refer to it by.")
    level: Filled = required("Niveau | Niveauets id.", "Level | The level's id.")
    title: Omittable[Bilingual] = optional("Titel | Kravets korte titel.", "Title | The criterion's short title.")
    asks: Omittable[Bilingual] = optional("Hvad der spørges om | Hvad kravet går ud på, i egne ord.", "What it asks | What the criterion is about, in our own words.")
    responsible: Omittable[Filled] = optional("Ansvarlig | Den rolle, der har ansvaret for kravet.", "Responsible | The role that is responsible for the criterion.")
    recommended: Omittable[Flag] = optional("Anbefaling | true: kravet er en anbefaling og stopper intet niveau.", "Recommendation | true: the criterion is a recommendation, and stops no level.")
    basis: Omittable[Literal["facts", "answer"]] = optional("Grundlag | facts: et svar alene er aldrig nok.", "Basis | facts: an answer alone is never enough.")
    evidence: Omittable[EvidenceWord] = optional("Dokumentation | Hvad der dokumenterer et »opfyldt«: none = intet, text = tekst eller henvisning, link = en webadresse.", "Evidence | What documents a claim: none = nothing, text = words or a reference, link = a web address.")
    not_applicable: Omittable[MayNotApply] = optional("Kan være ikke relevant | no = nej, yes = ja, with_reason = med begrundelse.", "May not apply | no, yes, or with_reason.")
    applies: Omittable[Rule] = optional("Gælder, når | ", "Applies when | ")
    effort: Omittable[EffortWord] = optional("Hvad det kræver | word = et svar, paper = et dokument, practice = en praksis, decision = en beslutning.", "Effort | What it takes: word = an answer, paper = a document, practice = a way of working, decision = a decision.")
    helps: Omittable[Ids] = optional("Hjælper | De roller, der hjælper den ansvarlige.", "Helps | The roles that help the responsible one.")
    see: Omittable[SecureUrl] = optional("Se | Kravets officielle ordlyd.", "See | The official wording of the criterion.")
    met: Omittable[Rule] = optional("Opfyldt, når | ", "Met when | ")
    partly: Omittable[Rule] = optional("Delvist opfyldt, når | ", "Partly met when | ")
    remedy: Omittable[Bilingual] = optional("Hvad der skal gøres | Hvad produktet skal gøre for at opfylde kravet.", "What to do | What the product must do to meet the criterion.")
    examples: Omittable[tuple[Example, ...]] = optional("Eksempler | Oplysninger, og det udfald, som reglen skal give: kravets egne prøver.", "Examples | Facts, and the outcome that the rule must give: the criterion's own tests.")


class Criteria(Closed):
    """All criteria of one theme."""

    model_config = file_format("criteria", "Et temas krav", "The criteria of a theme")

    format: Literal["os2governance/criteria/1"] = FORMAT_LINE
    theme: Filled = required("Tema | Temaets id.", "Theme | The theme's id.")
    criteria: tuple[CriterionEntry, ...] = required("Krav | Temaets krav i rækkefølge.", "Criteria | The theme's criteria in order.")
