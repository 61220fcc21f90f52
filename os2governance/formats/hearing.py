"""`products/<id>/hearings/<date>.yaml` (`os2governance/hearing/1`): what is said of an evaluation."""

from collections.abc import Mapping
from typing import Literal

from os2governance.formats.parts import (
    FORMAT_LINE,
    Closed,
    Date,
    Filled,
    ModelReference,
    ProductId,
    file_format,
    optional,
    required,
)
from os2governance.formats.words import HearingAnswer

# fmt: off

class Heard(Closed):
    """When and by which role it was said."""

    on: Date = required("Dato | Hvornår der er svaret.", "Date | When the answer was given.")
    by: Filled = required("Af hvem | Modellens rolle, fx steering_group eller secretariat.", "By whom | A role of the model, such as steering_group or secretariat.")
    reference: str | None = optional("Henvisning | Hvor svaret findes.", "Reference | Where it is found.")


class Hearing(Closed):
    """One answer to an evaluation, or the evaluator's reply to objections."""

    model_config = file_format(
        "hearing", "Et høringssvar til en evaluering", "An answer in the hearing on an evaluation"
    )

    format: Literal["os2governance/hearing/1"] = FORMAT_LINE
    product: ProductId
    model: ModelReference
    evaluation: Date = required("Evaluering | Datoen for den evaluering, der svares på.", "Evaluation | The date of the evaluation that is answered.")
    heard: Heard = required("Høringssvar | Hvornår og af hvem der er svaret.", "Hearing | When and by whom it was answered.")
    answer: HearingAnswer = required("Svar | agreed = enig, objections = har indvendinger, reply = svar på indvendinger.", "Answer | agreed, objections, or reply: the evaluator's reply to objections.")
    criteria: Mapping[str, Filled] | None = optional("Krav | Ved objections indvendingen mod hver vurdering med begrundelse; ved reply svaret på den.", "Criteria | With objections what is objected to each light, and why; with reply the reply to it.")
    note: str | None = optional("Bemærkning | Ord til evalueringen som helhed.", "Note | Words on the evaluation as a whole.")
