"""`products/<id>/decisions.yaml` (`os2governance/decisions/1`): the log, only ever appended to."""

from collections.abc import Mapping
from typing import Literal

from os2governance.formats.parts import (
    FORMAT_LINE,
    Closed,
    Date,
    Filled,
    Hash,
    Ids,
    Position,
    ProductId,
    file_format,
    optional,
    required,
)
from os2governance.formats.words import DecisionKind

# fmt: off

class AcceptanceEntry(Closed):
    """A deviation accepted with a decision, until a day."""

    until: Date | None = optional("Til og med | Sidste dag, accepten gælder.", "Until | The last day that it holds.")
    grounds: str | None = optional("Begrundelse | Hvorfor netop denne afvigelse accepteres.", "Grounds | Why this deviation is accepted.")
    action: str | None = optional("Opfølgning | Hvad der er lovet.", "Action | What has been promised.")
    responsible: str | None = optional("Ansvarlig | Den rolle, der har lovet det.", "Responsible | The role that has promised it.")


class DecisionEntry(Closed):
    """One decision; `level` and `accepts` go with `place` and `accept`, hashes with `correct`."""

    on: Date = required("Dato | Datoen.", "Date | The date.")
    decision: DecisionKind = required("Beslutning | admit = optag, place = placér på et niveau, accept = acceptér afvigelser, withdraw = træk en placering eller accepterede afvigelser tilbage, pause = sæt på pause, resume = genoptag, close = luk, correct = ret i det, der er dokumenteret.", "Decision | What was decided.")
    level: str | None = optional("Niveau | Niveauet: med place det, der placeres på; med accept det, accepten gælder for.", "Level | The level: with place the one placed at; with accept the one that it counts for.")
    accepts: Mapping[str, AcceptanceEntry | None] | None = optional("Accepterede afvigelser | Afvigelser, der accepteres: krav, begrundelse og frist.", "Accepted deviations | Deviations that are accepted: criterion, grounds, until when.")
    withdraws: Ids | None = optional("Tilbagetrukne afvigelser | Med withdraw: de krav, hvis accepterede afvigelser trækkes tilbage; uden dem er det placeringen.", "Withdrawn acceptances | With withdraw: the criteria whose accepted deviations are withdrawn; without them it is the placing.")
    file: Filled | None = optional("Fil | Med correct: den fil i produktets mappe, der rettes, fx evaluations/2026-09-29.yaml.", "File | With correct: the file of the product's folder that is corrected, such as evaluations/2026-09-29.yaml.")
    entry: Position | None = optional("Nummer | Med correct af decisions.yaml: beslutningens nummer, regnet fra 1.", "Number | With correct of decisions.yaml: the number of the decision, from 1.")
    before: Hash | None = optional("Før | Med correct: kontrolsummen af det, der stod; uden den stod der intet.", "Before | With correct: the hash of what was there; without it there was nothing.")
    after: Hash | None = optional("Efter | Med correct: kontrolsummen af det, der står nu; uden den er det fjernet.", "After | With correct: the hash of what is there now; without it, it is removed.")
    by: Filled = required("Af hvem | Modellens rolle, fx board.", "By whom | A role of the model.")
    grounds: str | None = optional("Begrundelse | Begrundelsen.", "Grounds | The grounds.")
    reference: str | None = optional("Henvisning | Referat eller sag.", "Reference | Minutes or case.")


class Decisions(Closed):
    """The decision log of one product, oldest first."""

    model_config = file_format(
        "decisions", "Et produkts beslutningslog", "A product's decision log"
    )

    format: Literal["os2governance/decisions/1"] = FORMAT_LINE
    product: ProductId
    decisions: tuple[DecisionEntry, ...] | None = optional("Beslutninger | Beslutninger i rækkefølge; der tilføjes kun, intet rettes eller slettes.", "Decisions | Decisions in order; only ever appended to.")
