"""`products/<id>/register.yaml` (`os2governance/register/1`): the secretariat's facts."""

from collections.abc import Mapping
from typing import Any, Literal

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

# fmt: off

class Registered(Closed):
    """When and by whom the facts were registered."""

    on: Date = required("Dato | Datoen for registreringen.", "Date | The date of registration.")
    by: Filled = required("Af hvem | Hvem der har registreret oplysningerne.", "By whom | Who registered the facts.")


class Register(Closed):
    """The secretariat's facts about one product, in the model's own vocabulary."""

    model_config = file_format(
        "register",
        "Sekretariatets oplysninger om et produkt",
        "The secretariat's facts on a product",
    )

    format: Literal["os2governance/register/1"] = FORMAT_LINE
    product: ProductId
    model: ModelReference = required("Model | Den model, hvis ordforråd oplysningerne følger, for eksempel os2/1.1.0.", "Model | The model whose vocabulary the facts follow, such as os2/1.1.0.")
    registered: Registered = required("Registrering | Hvornår og af hvem oplysningerne er registreret.", "Registration | When and by whom the facts were registered.")
    facts: Mapping[str, Any] | None = optional("Oplysninger | Oplysninger om produktet, som i selvevalueringen.", "Facts | Facts about the product, as in the declaration.")
