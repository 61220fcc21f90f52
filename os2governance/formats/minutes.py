"""The minutes of a meeting (`os2governance/minutes/1`): what it decided, recorded at once."""

from collections.abc import Mapping
from typing import Literal

from os2governance.formats.decisions import AcceptanceEntry
from os2governance.formats.parts import (
    FORMAT_LINE,
    Closed,
    Date,
    Filled,
    ProductId,
    SomeIds,
    file_format,
    optional,
    required,
)
from os2governance.formats.words import MeetingDecisionKind

# fmt: off

class Meeting(Closed):
    """When the meeting was, and which body met."""

    on: Date = required("Dato | Mødets dato; alle beslutninger får den.", "Date | The date of the meeting; every decision gets it.")
    by: Filled = required("Af hvem | Modellens rolle for dem, der mødtes, fx board.", "By whom | The role of those who met, such as board.")
    reference: str | None = optional("Henvisning | Referatet; gælder for hver beslutning, der ikke har sin egen.", "Reference | The minutes; for each decision that has none of its own.")


class MinutesDecision(Closed):
    """One decision about one product; its keys are those of the decision log."""

    product: ProductId
    decision: MeetingDecisionKind = required("Beslutning | admit = optag, place = placér på et niveau, accept = acceptér afvigelser, withdraw = træk tilbage, pause = sæt på pause, resume = genoptag, close = luk.", "Decision | What was decided.")
    level: str | None = optional("Niveau | Niveauet: med place det, der placeres på; med accept det, accepten gælder for.", "Level | The level: with place the one placed at; with accept the one that it counts for.")
    accepts: Mapping[str, AcceptanceEntry | None] | None = optional("Accepterede afvigelser | Afvigelser, der accepteres: krav, begrundelse og frist.", "Accepted deviations | Deviations that are accepted: criterion, grounds, until when.")
    withdraws: SomeIds | None = optional("Tilbagetrukne afvigelser | Med withdraw: de krav, hvis accepterede afvigelser trækkes tilbage; uden dem er det placeringen.", "Withdrawn acceptances | With withdraw: the criteria whose accepted deviations are withdrawn; without them it is the placing.")
    by: Filled | None = optional("Af hvem | Modellens rolle, hvis det ikke er dem, der mødtes.", "By whom | A role of the model, if it is not those who met.")
    grounds: Filled = required("Begrundelse | Begrundelsen.", "Grounds | The grounds.")
    reference: str | None = optional("Henvisning | Sagen, hvis det ikke er mødets referat.", "Reference | The case, if it is not the meeting's minutes.")


class Minutes(Closed):
    """What a meeting decided, in the order of its agenda."""

    model_config = file_format("minutes", "Et mødes beslutninger", "The decisions of a meeting")

    format: Literal["os2governance/minutes/1"] = FORMAT_LINE
    meeting: Meeting = required("Møde | Hvornår mødet var, og hvem der mødtes.", "Meeting | When it was, and who met.")
    decisions: tuple[MinutesDecision, ...] = required("Beslutninger | Beslutningerne i dagsordenens rækkefølge.", "Decisions | The decisions in the order of the agenda.")
