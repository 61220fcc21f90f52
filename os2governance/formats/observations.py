"""`products/<id>/observations.yaml` (`os2governance/observations/1`): facts read by machine."""

from collections.abc import Mapping
from typing import Any, Literal

from os2governance.formats.parts import (
    FORMAT_LINE,
    Closed,
    Date,
    Filled,
    ModelReference,
    Omittable,
    ProductId,
    Url,
    file_format,
    optional,
    required,
)

# fmt: off

class Repository(Closed):
    """A repository that was read, and the commit that was read of it."""

    url: Url = required("Adresse | Kildekodens adresse.", "Address | The address of the source.")
    commit: Filled = required("Commit | Den commit, der er læst.", "Commit | The commit read.")
    branch: Omittable[Filled] = optional("Gren | Den gren, den stod på.", "Branch | The branch that it was on.")


class Observed(Closed):
    """When the repositories were read, and with what."""

    on: Date = required("Dato | Dagen for aflæsningen.", "Date | The day of the observation.")
    with_: Filled = required("Læst med | Programmet og dets version.", "Read with | The program and its version.", alias="with")
    repositories: tuple[Repository, ...] = required("Kildekode | De steder, der er læst.", "Repositories | What was read.")


class Observations(Closed):
    """Facts read from one product's repositories; `sources` says for each fact what was read."""

    model_config = file_format(
        "observations", "Aflæste oplysninger om et produkt", "Observed facts on a product"
    )

    format: Literal["os2governance/observations/1"] = FORMAT_LINE
    product: ProductId
    model: ModelReference = required("Model | Den model, hvis ordforråd oplysningerne følger, for eksempel os2/1.1.0.", "Model | The model whose vocabulary the facts follow, such as os2/1.1.0.")
    observed: Observed = required("Aflæsning | Hvornår og hvordan der er læst.", "Observation | When and how it was read.")
    facts: Mapping[str, Any] | None = optional("Oplysninger | Oplysninger om produktet, som i selvevalueringen.", "Facts | Facts about the product, as in the declaration.")
    sources: Omittable[Mapping[str, Filled]] = optional("Kilder | For hver oplysning (dens sti) det, der er læst.", "Sources | For each fact (its path) what was read.")
