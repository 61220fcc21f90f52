"""`criteria/<model>/<version>/portfolio.yaml` (`os2governance/figures/1`)."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

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

class Contributions(Closed):
    """The list of contributions and its fields."""

    list: Filled = required("Liste | Oplysningen med listen, for eksempel gruppe.liste.", "List | The fact with the list, such as group.list.")
    amount: Filled = required("Beløb | Det, i hvert punkt, som er beløbet.", "Amount | What in each item is the amount.")
    by: Omittable[SomeTexts] = optional("Delt efter | Det, i hvert punkt, som bidrag deles op efter.", "By | What in each item contributions differ by.")


class Economy(Closed):
    """The facts of a product's economy, amounts in one currency."""

    total: Filled = required("Samlet økonomi | Oplysningen om et produkts samlede årlige økonomi.", "The whole economy | The fact of a product's whole yearly economy.")
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = required("Valuta | Beløbenes valuta (ISO 4217).", "Currency | The currency of the amounts (ISO 4217).")
    parts: Omittable[SomeTexts] = optional("Dele | Oplysninger om beløb, der er en del af den samlede økonomi.", "Parts | Facts of amounts that are a part of the whole.")
    contributions: Omittable[Contributions] = optional("Bidrag | Listen over bidrag, beløbet i den, og det, som de deles op efter.", "Contributions | The list of contributions, the amount in it, what they differ by.")


class Using(Closed):
    """When an entry of the list uses the product."""

    fact: Filled = required("Oplysning | Det, i hvert punkt, der ses på.", "Fact | What in each item is looked at.")
    values: Annotated[tuple[Any, ...], Field(min_length=1)] = required("Værdier | De værdier, der betyder, at produktet bruges.", "Values | The values that mean that the product is used.")


class Users(Closed):
    """The list of users and its fields."""

    list: Filled = required("Liste | Oplysningen med listen, for eksempel gruppe.liste.", "List | The fact with the list, such as group.list.")
    name: Filled = required("Navn | Det, i hvert punkt, som er brugerens navn.", "Name | What in each item is the user's name.")
    kind: Omittable[Filled] = optional("Art | Det, i hvert punkt, som siger, hvad brugeren er.", "Kind | What in each item says what the user is.")
    size: Omittable[Filled] = optional("Størrelse | Det, i hvert punkt, som siger, hvor stor brugeren er.", "Size | What in each item says how large the user is.")
    member: Omittable[Filled] = optional("Medlem | Det, i hvert punkt, som siger, om brugeren er medlem.", "Member | What in each item says whether the user is a member.")
    using: Omittable[Using] = optional("Bruger det | Hvornår en på listen bruger produktet; uden den: altid.", "Uses it | When one on the list uses the product; without it: always.")


class Portfolio(Closed):
    """Which facts add up to the portfolio's figures; facts are dotted paths."""

    model_config = file_format("figures", "Porteføljens tal", "The figures of the portfolio")

    format: Literal["os2governance/figures/1"] = FORMAT_LINE
    economy: Omittable[Economy] = optional("Økonomi | Produkternes fælles økonomi.", "Economy | The products' shared economy.")
    about: Omittable[SomeTexts] = optional("Om produktet | Oplysninger, der fortæller, hvad et produkt er, og hvem der ejer det; øverst på dets side.", "About | Facts that tell what a product is and who owns it; at the head of its page.")
    users: Omittable[Users] = optional("Brugere | Listen over dem, der bruger et produkt, og hvad der står i den.", "Users | The list of those who use a product, and what stands in it.")
