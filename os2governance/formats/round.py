"""`rounds/<half-year>.yaml` (`os2governance/round/1`): dates and remarks of one round, by people."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import StringConstraints

from os2governance.formats.parts import (
    FORMAT_LINE,
    Closed,
    Date,
    Filled,
    Omittable,
    ProductId,
    file_format,
    optional,
    required,
)

# fmt: off

HalfYearId = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[12]$")]


class StepDates(Closed):
    """A date for each step of the round; each may be left out."""

    invited: Omittable[Date] = optional("Invitation | Produktet er inviteret til runden.", "Invitation | The product is invited to the round.")
    self_assessment: Omittable[Date] = optional("Selvevaluering | Selvevalueringen er modtaget.", "Self-assessment | The self-assessment is received.")
    dialogue: Omittable[Date] = optional("Dialog | Dialogen med produktet er holdt.", "Dialogue | The dialogue with the product is held.")
    evaluation: Omittable[Date] = optional("Evaluering | Produktet er evalueret.", "Evaluation | The product is evaluated.")
    hearing: Omittable[Date] = optional("Høring | Evalueringen har været i høring hos produktet.", "Hearing | The product has been heard on the evaluation.")
    agenda: Omittable[Date] = optional("Dagsorden | Produktet er på dagsordenen.", "Agenda | The product is on the agenda.")
    decision: Omittable[Date] = optional("Beslutning | Der er truffet beslutning.", "Decision | A decision is made.")
    follow_up: Omittable[Date] = optional("Opfølgning | Der er fulgt op på beslutningen.", "Follow-up | The decision is followed up.")


class RoundProduct(Closed):
    """What people write of one product in the round."""

    done: Omittable[StepDates] = optional("Gjort | Hvornår et skridt er gjort, eller er aftalt til.", "Done | When a step was done, or is planned for.")
    due: Omittable[StepDates] = optional("Frist | Produktets egne frister.", "Due | The product's own deadlines.")
    out: Omittable[Filled] = optional("Ikke med | Hvorfor produktet ikke er med i runden.", "Out | Why the product is not in the round.")
    remark: Omittable[Filled] = optional("Note | En note til runden.", "Remark | A remark on the round.")


class Round(Closed):
    """One round of a half-year: when each step is due, and what people write of products."""

    model_config = file_format("round", "En halvårsrunde", "A round of a half-year")

    format: Literal["os2governance/round/1"] = FORMAT_LINE
    half_year: HalfYearId = required("Halvår | Halvåret, for eksempel 2026-2.", "Half-year | The half-year, such as 2026-2.")
    due: Omittable[StepDates] = optional("Frister | Hvornår hvert skridt senest skal være gjort.", "Due | The last day for each step.")
    products: Omittable[Mapping[ProductId, RoundProduct | None]] = optional("Produkter | Datoer og noter efter produktets id.", "Products | Dates and remarks by the product's id.")
