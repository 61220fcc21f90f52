"""`products/<id>/evaluations/<date>.yaml` (`os2governance/evaluation/1`): ratings."""

from collections.abc import Mapping
from typing import Literal

from os2governance.formats.parts import (
    FORMAT_LINE,
    Closed,
    Date,
    Filled,
    Flag,
    ModelReference,
    Omittable,
    ProductId,
    file_format,
    optional,
    required,
)
from os2governance.formats.words import LightWord

# fmt: off

class Evaluated(Closed):
    """When and by whom the product was evaluated."""

    on: Date = required("Dato | Datoen for evalueringen.", "Date | The date of it.")
    by: Filled = required("Af hvem | Hvem der har evalueret.", "By whom | Who evaluated.")
    reference: str | None = optional("Henvisning | Hvor evalueringen findes.", "Reference | Where it is found.")
    draft: Omittable[Flag] = optional("Udkast | true: evalueringen er ved at blive skrevet.", "Draft | true: the evaluation is being written.")


class RatingEntry(Closed):
    """The evaluator's rating of one criterion."""

    light: LightWord = required("Vurdering | met = grøn, partly = gul, unmet = rød, not_applicable = grå.", "Light | met = green, partly = yellow, unmet = red, not_applicable = grey.")
    grounds: str | None = optional("Begrundelse | Begrundelsen for vurderingen.", "Grounds | The grounds for it.")
    advice: str | None = optional("Anbefaling | Hvad evaluator anbefaler om kravet.", "Advice | What the evaluator recommends for the criterion.")


class Recommendation(Closed):
    """The level that the evaluation recommends, with grounds."""

    level: Filled = required("Niveau | Niveauets id.", "Level | The level's id.")
    grounds: str | None = optional("Begrundelse | Hvorfor niveauet anbefales.", "Grounds | Why the level is recommended.")


class Evaluation(Closed):
    """One evaluation of a product; a criterion without a rating is unknown."""

    model_config = file_format(
        "evaluation", "En evaluering af et produkt", "An evaluation of a product"
    )

    format: Literal["os2governance/evaluation/1"] = FORMAT_LINE
    product: ProductId
    model: ModelReference
    name: str | None = optional("Navn | Produktets navn, som evalueringen skriver det.", "Name | The product's name as the evaluation writes it.")
    evaluated: Evaluated = required("Evaluering | Hvornår og af hvem produktet er evalueret.", "Evaluation | When and by whom the product was evaluated.")
    lights: Mapping[str, RatingEntry] | None = optional("Vurderinger | En vurdering pr. krav; krav uden er ikke vurderet.", "Lights | One light for each criterion; criteria without one are unknown.")
    recommends: Recommendation | str | None = optional("Anbefalet niveau | Det niveau, som evalueringen anbefaler, hvis den gør det.", "Recommended level | The level that the evaluation recommends, if it does.")
    summary: str | None = optional("Sammenfatning | Evaluatorens sammenfatning, som den er offentliggjort.", "Summary | The evaluator's summary, as published.")
